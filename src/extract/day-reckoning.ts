/**
 * Days that are reckoned from other words of the sentence: "since it came to power in May", "four days after an attack", "counted in the last two days",
 * "went on until Friday".
 */
import type { Attributed } from './attribution.ts';
import { formatDay, parseDay } from './calendar.ts';
import type { Chunk } from './chunk.ts';
import { type DateValue, daysOf, isDated, isOneDay, LONGEST } from './date-values.ts';
import { daysBetween } from './days.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { isSinceThat, stretchesOf } from './time-apart.ts';
import { field } from './words.ts';

const whenOf = ({ node }: Chunk): { is?: string; unit?: string; by?: number | null } => node?.value?.when ?? {};

/** "since it came to power in May": open from the day of what is named there; null when the day stands by itself. */
export function sinceThen(chunks: readonly Chunk[], h: Happening, k: number, published: string | null): DateValue | null {
  const first = Math.min(...h.parts);
  for (let j = k - 1; j >= 0 && j >= k - 6; j--) {
    const { kind, mark } = chunks[j];
    // "since the attack | of May": the attack was in May
    if (kind === 'case' && mark === 'since' && first > j && first < k) return null;
    if (kind === 'case' && mark === 'since') break;
    if (kind === 'mark' || kind === 'contrast' || kind === 'say' || j === Math.max(0, k - 6)) return null;
  }
  return k === 0 ? null : until(daysOf(chunks[k].node!), published);
}

/** "300 were killed | since the army took power in February": what is told before "since" has gone on from the day behind it. Chunk of the day, or -1. */
export function sinceThatDay(doc: Doc, chunks: readonly Chunk[], h: Happening, { frameOf }: Attributed): number {
  const last = Math.max(...h.parts);
  for (let k = last + 1, since = -1; k < chunks.length && frameOf[k] === frameOf[last]; k++) {
    const { kind, mark } = chunks[k];
    if (since < 0) {
      if (isSinceThat(doc, chunks[k])) since = k;
      else if (kind === 'contrast' || kind === 'reset' || mark === 'semicolon') return -1;
    } else if (kind === 'date') return isDated(chunks[k].node!) ? k : -1;
    else if (kind === 'mark' || kind === 'contrast' || kind === 'say' || k > since + 8) return -1;
  }
  return -1;
}

/** From the first of the days until the report; without days where that is too long to say when. */
export function until(days: DateValue | null, published: string | null): DateValue | null {
  if (days?.begin == null || published === null) return null;
  if (daysBetween(days.begin, published) > LONGEST) return { value: null, begin: null, end: null };
  return { value: `${days.begin}/${published}`, begin: days.begin, end: published };
}

/** "Yesterday the monitor said that 51 were killed in the last two days": the two days are counted from yesterday. */
export function toldThen(
  chunks: readonly Chunk[],
  { frameOf }: Attributed,
  h: Happening,
  k: number,
  published: string | null,
): DateValue | null {
  const { when, anchor, open } = chunks[k].node!.value as { when?: { is?: string }; anchor?: string; open?: boolean };
  if (when?.is !== 'stretch' || anchor !== 'publication' || open === true || published === null) return null;
  const days = daysOf(chunks[k].node!);
  const said = saidOn(chunks, frameOf, h);
  if (days?.begin == null || days.end === null || said === null || said >= published) return null;
  const back = daysBetween(said, published);
  const at = (day: string): string => formatDay((parseDay(day) ?? 0) - back);
  return { value: `${at(days.begin)}/${at(days.end)}`, begin: at(days.begin), end: at(days.end) };
}

/** The single day on which a source said what is told, where it stands before it in its sentence; null otherwise. */
export function saidOn(chunks: readonly Chunk[], frameOf: Int16Array, h: Happening): string | null {
  for (let k = 0; k < h.chunk; k++) {
    if (chunks[k].kind !== 'date' || frameOf[k] === frameOf[h.chunk] || frameOf[h.chunk] < 0) continue;
    const said = daysOf(chunks[k].node!);
    if (said !== null && isOneDay(said)) return said.begin;
  }
  return null;
}

/** Chunk of "four days after", "on the morrow of" right before the happening, -1 without one: it is that long before what the sentence tells of. */
export function reckonedFrom(chunks: readonly Chunk[], h: Happening): number {
  const first = Math.min(...h.parts);
  if (isMorrow(itemAt(chunks, first - 1))) return first - 1;
  const k = first - 2;
  if (k < 0 || chunks[k].kind !== 'date' || chunks[k + 1].kind !== 'case') return -1;
  if (chunks[k + 1].mark !== 'on' && chunks[k + 1].mark !== 'from') return -1;
  const { is, unit, by } = whenOf(chunks[k]);
  return (is === 'distance' || is === 'previous') && by != null && by > 0 && (unit === 'day' || unit === 'week') ? k : -1;
}

const isMorrow = (chunk: Chunk | undefined): boolean => chunk?.kind === 'case' && field(chunk.node, 'apart') === 'yes';

/** "yesterday ..., four days after an attack": the day of the attack. */
export function daysBefore(
  doc: Doc,
  chunks: readonly Chunk[],
  { frameOf, used }: Attributed,
  h: Happening,
  at: number,
): DateValue | null {
  const { unit, by } = isMorrow(chunks[at]) ? { unit: 'day', by: 1 } : whenOf(chunks[at]);
  const stretch = stretchesOf(doc, chunks);
  // "a day after the killing of five, | yesterday three were killed"
  const order = at === 0 ? chunks.keys() : [...chunks.keys()].slice(0, at).reverse();
  for (const k of order) {
    if (chunks[k].kind !== 'date' || used[k] || frameOf[k] !== frameOf[at] || (at === 0 && stretch[k] > 0)) continue;
    const main = daysOf(chunks[k].node!);
    const day = main?.begin != null && isOneDay(main) ? parseDay(main.begin) : null;
    if (day === null) return null;
    h.date = chunks[at].node;
    h.rules.push('time.reckoned');
    const value = formatDay(day - (unit === 'week' ? 7 : 1) * (by ?? 0));
    return { value, begin: value, end: value };
  }
  return null;
}

const between: ReadonlySet<string> = new Set(['noun', 'event', 'pronoun', 'case', 'word']);

/** "went on | until", "those clashes went on, the whole night, | until": the verb and who or what went on. */
function goesOn(chunks: readonly Chunk[], k: number): boolean {
  let j = k - 1;
  while (j > 0 && j > k - 4 && between.has(chunks[j].kind) && !chunks[j].finite) j--;
  return chunks[j].kind === 'light' && chunks[j].finite;
}

/** What goes on until a day lasts no longer than this. */
const LASTS = 14;

/** "broke out on Thursday evening ... and went on until Friday morning" */
export function lasted(chunks: readonly Chunk[], from: number, frameOf: Int16Array): DateValue | null {
  const days = daysOf(chunks[from].node!);
  if (days?.begin == null || !isOneDay(days)) return null;
  for (let k = from + 1; k < chunks.length && frameOf[k] === frameOf[from]; k++) {
    if (chunks[k].kind !== 'date') continue;
    const { until, end } = chunks[k].node!.value as { until?: boolean; end?: string | null };
    if (until !== true || end == null || !goesOn(chunks, k) || end <= days.begin) return null;
    return daysBetween(days.begin, end) > LASTS ? null : { value: `${days.begin}/${end}`, begin: days.begin, end };
  }
  return null;
}
