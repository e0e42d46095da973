/** Times of a report: finds them by the language's rules, then turns them into days once the day of publication is known. */
import type { Grain, Moment, When } from '../claim/when.ts';
import { applyStages, compileRules, type RuleSet, type Stages, stagesOf } from '../rules/match.ts';
import type { Node } from '../rules/node.ts';
import { formatDay, parseDay } from './calendar.ts';
import type { Doc } from './doc.ts';
import { type Direction, type Interval, resolveWhen } from './times-resolve.ts';
import type { Days } from './told-days.ts';
import { markAt } from './words.ts';

/** Null parts are what the words and the day of publication do not settle. `open`: from then until the report. */
export type DateValue = {
  type: Moment['type'];
  /** An ISO day or `from/to`; `from/..` when it goes on until a report whose day is not known. */
  value: string | null;
  begin: string | null;
  end: string | null;
  grain: Grain | null;
  anchor: 'publication' | 'stated' | 'previous' | null;
  open: boolean;
  when: When;
  until: boolean;
};
export type DateNode = Node<DateValue>;

const stageOf: Record<string, number> = { 'month-name': 0, 'year-name': 0, 'clock-time': 0, moment: 1, date: 2 };
const stages = new WeakMap<RuleSet, Stages>();

/** Rules in order of what they make: parts of times, times, and what is made of several times. */
function stagesFor(rules: RuleSet): Stages {
  const known = stages.get(rules);
  if (known !== undefined) return known;
  const split = stagesOf(
    [0, 1, 2].map((stage) => compileRules(rules.rules.filter((rule) => (stageOf[rule.makes] ?? 2) === stage))),
  );
  stages.set(rules, split);
  return split;
}

/** Adds `date` nodes without days. What their words would be by themselves, if it was read before, is taken back. @returns the nodes, in text order */
export function readTimes(doc: Doc, rules: RuleSet): DateNode[] {
  const made = applyStages(doc, stagesFor(rules));
  for (const node of made) {
    const moment = node.value as Moment;
    node.value = unresolved(moment);
    for (let i = node.start; i < node.end; i++)
      if (doc.at[i].some(isNone)) doc.at[i] = doc.at[i].filter((other) => !isNone(other) || other.end > node.end);
  }
  return made;
}

/** What no word of a time is: "in 2014" counts nothing, "at a late hour of Tuesday" is no "at a time when". */
const isNone = ({ kind }: Node<any>): boolean => kind === 'quantity' || kind === 'contrast';

function unresolved(moment: Moment): DateValue {
  const { type, open, when, until } = moment;
  return { type, value: null, begin: null, end: null, grain: null, anchor: null, open, when, until };
}

/**
 * Gives every `date` node its days.
 * @param published ISO day; null leaves what depends on it symbolic
 * @param direction where a bare weekday or month points: `past` in news, `future` in speech
 */
export function resolveTimes(doc: Doc, published: string | null, direction: Direction): DateNode[] {
  const reference = published === null ? null : parseDay(published);
  const found: DateNode[] = [];
  let told: { begin: number; end: number; at: number } | null = null;
  // "(Thursday evening, eastern time)": what a bracket adds is no time of the story
  let bracket = -1;
  for (let i = 0; i < doc.length; i++) {
    if (doc.made[i] === 0) continue;
    const mark = markAt(doc, i);
    if (mark === 'open-paren') bracket = i;
    else if (mark === 'close-paren' || doc.isBreak(i)) bracket = -1;
    for (const node of doc.at[i]) {
      if (node.kind !== 'date') continue;
      const { start, end, value } = node as DateNode;
      const days = told !== null && start - told.at <= TOLD_REACH ? told : null;
      // "And two days later, ...": what begins a sentence goes on from what was told before
      if (direction === 'past' && isLater(value.when) && opensSentence(doc, i))
        value.when = { is: 'previous', unit: value.when.unit, by: value.when.by! };
      settle(value, reference, direction, days);
      found.push(node as DateNode);
      if (bracket < 0 && tellsDays(value)) told = { begin: parseDay(value.begin!)!, end: parseDay(value.end!)!, at: end };
    }
  }
  return found;
}

const isLater = (when: When): when is Extract<When, { is: 'distance' }> => when.is === 'distance' && (when.by ?? 0) > 0;

const opensSentence = (doc: Doc, i: number): boolean => i === 0 || doc.isBreak(i - 1) || markAt(doc, i - 1) === 'dot';

/** How far behind a time, in tokens, others are counted from it ("the next day"). */
const TOLD_REACH = 80;

/** A day or a month from which the next times may be counted. */
const tellsDays = ({ type, begin, end, grain, open, until }: DateValue): boolean =>
  (type === 'DATE' || type === 'TIME') &&
  !open &&
  !until &&
  begin !== null &&
  end !== null &&
  (begin === end || grain === 'month' || begin.slice(0, 7) === end.slice(0, 7));

function settle(value: DateValue, reference: number | null, direction: Direction, told: Days | null): void {
  const interval: Interval = resolveWhen(value.when, reference, direction, told);
  value.anchor = interval.anchor;
  value.grain = interval.grain;
  if (interval.begin === null || interval.end === null) return;
  let begin: number | null = interval.begin;
  let end: number | null = interval.end;
  if (value.open && (reference === null || reference >= begin)) end = reference;
  if (value.until) begin = null;
  value.begin = begin === null ? null : formatDay(begin);
  value.end = end === null ? null : formatDay(end);
  value.value = value.begin === null ? null : value.begin === value.end ? value.begin : `${value.begin}/${value.end ?? '..'}`;
}

/** A line of no more words and marks than this holds a date, perhaps with the time of day, and little else. */
const SHORT_LINE = 12;
/** Lines at the head of a report where its own date may stand. */
const FIRST_LINES = 4;
/** A printed day farther from publication than this is no day of the report. */
const FAR_DAYS = 31;

/**
 * The day a report carries at its head ("Tuesday, 18 January 2022"): what it calls yesterday is told from there.
 * @returns that day, or the day of publication where none is printed
 */
export function dayOfReport(doc: Doc, published: string | null): string | null {
  const reference = published === null ? null : parseDay(published);
  let lines = 0;
  for (let start = 0; start < doc.length && lines < FIRST_LINES; ) {
    let end = start;
    while (end < doc.length && !doc.isBreak(end)) end++;
    if (end > start) {
      lines++;
      const day = end - start <= SHORT_LINE ? printedIn(doc, start, end) : null;
      if (day !== null && (reference === null || Math.abs(day - reference) <= FAR_DAYS)) return formatDay(day);
    }
    start = end + 1;
  }
  return published;
}

function printedIn(doc: Doc, start: number, end: number): number | null {
  for (let i = start; i < end; i++)
    for (const node of doc.at[i]) {
      if (node.kind !== 'date' || node.end > end) continue;
      const { when, open, until } = node.value as DateValue;
      if (when.is !== 'date' || when.year === null || when.day === null || open || until) continue;
      const { begin, end: last } = resolveWhen(when, null, 'past');
      if (begin !== null && begin === last) return begin;
    }
  return null;
}
