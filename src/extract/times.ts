/** Times of a report: finds them by the language's rules, then turns them into days once the day of publication is known. */
import type { Grain, Moment, When } from '../claim/when.ts';
import { applyRules, compileRules, type RuleSet } from '../rules/match.ts';
import type { Node } from '../rules/node.ts';
import { formatDay, parseDay } from './calendar.ts';
import type { Doc } from './doc.ts';
import { type Direction, type Interval, resolveWhen } from './times-resolve.ts';

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
const stages = new WeakMap<RuleSet, RuleSet[]>();

/** Rules in order of what they make: parts of times, times, and what is made of several times. */
function stagesOf(rules: RuleSet): RuleSet[] {
  const known = stages.get(rules);
  if (known !== undefined) return known;
  const split = [0, 1, 2].map((stage) => compileRules(rules.rules.filter((rule) => (stageOf[rule.makes] ?? 2) === stage)));
  stages.set(rules, split);
  return split;
}

/** Adds `date` nodes without days. Quantities inside them, if any were read before, are taken back. @returns the nodes, in text order */
export function readTimes(doc: Doc, rules: RuleSet): DateNode[] {
  const [parts, moments, dates] = stagesOf(rules);
  applyRules(doc, parts);
  applyRules(doc, moments);
  const made = applyRules(doc, dates) as Node<any>[];
  for (const node of made) {
    const moment = node.value as Moment;
    node.value = unresolved(moment);
    for (let i = node.start; i < node.end; i++)
      if (doc.at[i].some(isQuantity)) doc.at[i] = doc.at[i].filter((other) => !isQuantity(other) || other.end > node.end);
  }
  return made;
}

const isQuantity = (node: Node<any>): boolean => node.kind === 'quantity';

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
  for (let i = 0; i < doc.length; i++)
    for (const node of doc.at[i]) {
      if (node.kind !== 'date') continue;
      settle(node.value as DateValue, reference, direction);
      found.push(node as DateNode);
    }
  return found;
}

function settle(value: DateValue, reference: number | null, direction: Direction): void {
  const interval: Interval = resolveWhen(value.when, reference, direction);
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
