/** What the captured words of a time say: grain and count of a unit, where an adjective points, which year a number is. */
import type { CalendarName, Grain, Moment, Pointing, When } from '../../claim/when.ts';
import { AL, FA, WA } from '../../lexicon/analyze.ts';
import { fieldOf, type Sense } from '../../lexicon/lexicon.ts';
import type { Node } from '../../rules/node.ts';

export type Word = Node<any>;
type Maybe = Word | undefined;

export type MonthName = { month: number; calendar: CalendarName; bits: number; sure: boolean; check: boolean; exact: boolean };
export type YearName = { year: number; calendar: CalendarName; bits: number };

export const bitsOf = (node: Word): number =>
  node.word !== null ? node.word.proclitics : ((node.value?.bits as number | undefined) ?? 0);
export const isDefinite = (node: Word): boolean => (bitsOf(node) & AL) !== 0;
export const isConjoined = (node: Word): boolean => (bitsOf(node) & (WA | FA)) !== 0;
export const field = (node: Word, key: string): string | undefined =>
  node.word === null ? undefined : fieldOf(node.value as Sense, key);
export const valueIn = (node: Word): number => Number(field(node, 'value'));
export const numberIn = (node: Word): number => node.value.value as number;

/** A share written as a decimal or as 1/3. */
export function shareIn(node: Word): number {
  const [above, below] = (field(node, 'value') ?? '').split('/').map(Number);
  return below === undefined ? above : above / below;
}

export const grainOf = (unit: Word): Grain => field(unit, 'grain') as Grain;
export const isPlural = (unit: Word): boolean => field(unit, 'plural') === 'yes';
/** 1, 2 for a dual, null for a plural. */
export const countOf = (unit: Word): number | null => (isPlural(unit) ? null : Number(field(unit, 'count') ?? 1));
export const isOne = (unit: Maybe, grain: Grain): unit is Word =>
  unit !== undefined && grainOf(unit) === grain && countOf(unit) === 1;

/** Where an adjective points, and how far: -1 last, -2 the one before last. */
export function pointing(node: Maybe): { points: Pointing; by: number; told: boolean } {
  if (node === undefined) return { points: null, by: 0, told: false };
  if (node.kind === 'past' || node.kind === 'last')
    return { points: 'past', by: Number(field(node, 'value') ?? -1), told: field(node, 'anchor') === 'previous' };
  if (node.kind === 'next') return { points: 'next', by: 1, told: field(node, 'anchor') === 'previous' };
  return { points: 'current', by: 0, told: false };
}

/** Year a node writes, or null: a year with its noun, or four plain figures. */
export function yearIn(node: Maybe, calendar: CalendarName = 'gregorian'): number | null {
  if (node === undefined) return null;
  if (node.kind === 'year-name') return (node.value as YearName).year;
  const value = numberIn(node);
  if (node.value.plain !== true || isConjoined(node) || isDefinite(node)) return null;
  if (calendar === 'hijri') return value >= 1300 && value < 1600 ? value : null;
  return value >= 1900 && value < 2100 ? value : null;
}

export const isDayOfMonth = (node: Word): boolean =>
  Number.isInteger(numberIn(node)) && numberIn(node) >= 1 && numberIn(node) <= 31;

export function moment(first: Word | undefined, when: When, more: Partial<Moment> = {}): Moment {
  return { when, type: 'DATE', open: false, until: false, weak: false, bits: first === undefined ? 0 : bitsOf(first), ...more };
}

/** A day, month or year with what is not said left open. */
export function date(parts: Partial<Extract<When, { is: 'date' }>>): When {
  return { is: 'date', calendar: 'gregorian', year: null, month: null, day: null, points: null, weekday: null, ...parts };
}

/** "Since" makes a time open towards the report, "until" open towards the past. */
export function led(lead: Maybe, made: Moment): Moment {
  if (lead === undefined) return made;
  return { ...made, open: lead.kind === 'since' || made.open, until: lead.kind === 'until', bits: bitsOf(lead) };
}

/** Moments that are one day, and those that hold many. */
export function isDay(made: Moment): boolean {
  const { when } = made;
  if (made.type === 'DURATION' || made.type === 'SET') return false;
  if (when.is === 'date') return when.day !== null;
  if (when.is === 'offset' || when.is === 'previous' || when.is === 'following') return when.unit === 'day';
  return when.is === 'weekday' || when.is === 'feast' || when.is === 'beside';
}

export function holdsDays(made: Moment): boolean {
  const { when } = made;
  if (made.type === 'DURATION' || made.type === 'SET') return false;
  if (when.is === 'date') return when.day === null && (when.month !== null || when.year !== null);
  return (
    (when.is === 'offset' || when.is === 'following' || when.is === 'previous') &&
    (when.unit === 'month' || when.unit === 'year' || when.unit === 'week')
  );
}
