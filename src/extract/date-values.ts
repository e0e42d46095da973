/** Days as times of a report tell them: which of them say when something happened. */
import type { Node } from '../rules/node.ts';
import { formatDay, parseDay } from './calendar.ts';
import { daysBetween } from './days.ts';

export type DateValue = { value: string | null; begin: string | null; end: string | null };

/** The day before which a dated happening is earlier context: the end of its time, for long times their middle. */
export function contextEnd(node: Node<any> | null): string | null {
  const { begin, end, open, when } = (node?.value ?? {}) as {
    begin?: string | null;
    end?: string | null;
    open?: boolean;
    when?: { is?: string; unit?: string; by?: number };
  };
  if (begin == null || end == null) return end ?? null;
  const length = daysBetween(begin, end);
  const from = parseDay(begin);
  // what has gone on for months is a state that the report tells beside its news; "last week" is over, though it ended yesterday
  const lastWeek = when?.is === 'offset' && when.unit === 'week' && (when.by ?? 0) < 0;
  const long = open === true ? 60 : lastWeek ? 0 : 14;
  return length > long && from !== null ? formatDay(from + Math.floor(length / 2)) : end;
}

export const isOneDay = ({ begin, end }: DateValue): boolean => begin !== null && begin === end;

/** One day, or the night between two of them. */
export const isOneTime = (date: DateValue, node: Node<any> | null): boolean =>
  isOneDay(date) ||
  (date.begin !== null &&
    date.end !== null &&
    (node?.value as { type?: string } | undefined)?.type === 'TIME' &&
    daysBetween(date.begin, date.end) === 1);

/** A time with days, no length and no habit. */
export function isDated(node: Node<any>): boolean {
  const { type, begin, end } = node.value as { type?: string; begin?: string | null; end?: string | null };
  return type !== 'DURATION' && type !== 'SET' && begin != null && end != null;
}

/** Longer than this, what goes on "since" a day is a state of things and no happening of that time. */
export const LONGEST = 400;

/** ISO day or span of a resolved date node; null for clock times, durations, and intervals open for years. */
export function daysOf(node: Node<any>): DateValue | null {
  const v = node.value as {
    type?: string;
    begin?: string | null;
    end?: string | null;
    open?: boolean;
    value?: string | null;
    grain?: string | null;
    when?: { is?: string };
  };
  if (v.type === 'DURATION' || v.type === 'SET') return null;
  const begin = v.begin ?? null;
  const end = v.end ?? begin;
  if (begin === null || end === null) return null;
  // a year says too little of a day
  if (v.grain === 'year' && v.open !== true) return null;
  if ((v.open === true || v.when?.is === 'stretch') && daysBetween(begin, end) > LONGEST) return null;
  return { value: begin === end ? begin : `${begin}/${end}`, begin, end };
}
