/** When each happening took place: a day in its own clause before one elsewhere in the sentence; the day on which something was said is no day of what happened. */
import type { Node } from '../rules/node.ts';
import type { Attributed } from './attribution.ts';
import { formatDay, parseDay } from './calendar.ts';
import type { Chunk } from './chunk.ts';
import { daysBetween } from './days.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { clauseOf, foreignTo } from './placing.ts';
import { featuresOf } from './words.ts';

export type DateValue = { value: string | null; begin: string | null; end: string | null };

/** The day before which a dated happening is earlier context: the end of its time, for long times their middle. */
export function contextEnd(node: Node<any> | null): string | null {
  const { begin, end, open } = (node?.value ?? {}) as { begin?: string | null; end?: string | null; open?: boolean };
  if (begin == null || end == null) return end ?? null;
  const length = daysBetween(begin, end);
  const from = parseDay(begin);
  // what has gone on for months is a state that the report tells beside its news
  const long = open === true ? 60 : 14;
  return length > long && from !== null ? formatDay(from + Math.floor(length / 2)) : end;
}

/** The day of a happening from its own sentence, or null. Sets the node that told it. */
export function fillDate(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  all: readonly Happening[],
  attributed: Attributed,
  published: string | null,
): DateValue | null {
  const [from, to] = clauseOf(doc, chunks, h, foreignTo(h, all), attributed.frameOf);
  const first = Math.min(...h.parts);
  const last = Math.max(...h.parts);
  let best: number | null = null;
  let most = 0;
  for (let k = 0; k < chunks.length; k++) {
    if (chunks[k].kind !== 'date' || attributed.used[k] || !isDated(chunks[k].node!)) continue;
    if (saidThen(chunks, attributed, h, k) || ofAnother(doc, chunks, h, k)) continue;
    const gap = k < first ? first - k : k > last ? k - last : 0;
    let weight =
      k >= from && k <= to
        ? k > last
          ? 3
          : k > first
            ? 3.2
            : 2.4
        : reaches(chunks, Math.min(k, first), Math.max(k, last))
          ? 1
          : 0;
    if (weight === 0) continue;
    weight -= Math.min(0.9, gap * 0.05);
    if (weight > most) {
      most = weight;
      best = k;
    }
  }
  h.date = best === null ? null : chunks[best].node;
  if (best === null) return null;
  h.rules.push(most > 1 ? 'time.of-clause' : 'time.of-sentence');
  return sinceThen(chunks, best, published) ?? toldThen(chunks, attributed, h, best, published) ?? daysOf(chunks[best].node!);
}

/** "Yesterday the monitor said that 51 were killed in the last two days": the two days are counted from yesterday. */
function toldThen(
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
    if (said?.begin != null && said.begin === said.end) return said.begin;
  }
  return null;
}

/** "since it came to power in May": open from the day of what is named there; null when the day stands by itself. */
function sinceThen(chunks: readonly Chunk[], k: number, published: string | null): DateValue | null {
  for (let j = k - 1; j >= 0 && j >= k - 6; j--) {
    const { kind, mark } = chunks[j];
    if (kind === 'case' && mark === 'since') break;
    if (kind === 'mark' || kind === 'contrast' || kind === 'say' || j === Math.max(0, k - 6)) return null;
  }
  const days = daysOf(chunks[k].node!);
  if (k === 0 || days === null || days.begin === null || published === null) return null;
  if (daysBetween(days.begin, published) > LONGEST) return { value: null, begin: null, end: null };
  return { value: `${days.begin}/${published}`, begin: days.begin, end: published };
}

export const isPresent = (chunk: Chunk): boolean => chunk.node !== null && featuresOf(chunk.node)?.tense === 'present';

/** The day belongs to a relative clause about something else, or to what happened before or after ("hours before the truce"). */
function ofAnother(doc: Doc, chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const after = chunks[k + 1];
  const when = chunks[k].node?.value?.when as { is?: string } | undefined;
  const tied = after?.kind === 'case' ? after.mark : '';
  if (
    when?.is === 'distance' &&
    (tied === 'on' || (tied === 'from' && chunks[k + 2]?.kind === 'event')) &&
    chunks[k + 2]?.kind !== 'place'
  )
    return true;
  let acts = false;
  for (let j = k - 1; j >= 0 && j >= k - 8; j--) {
    const { kind, finite } = chunks[j];
    if (j === h.chunk || kind === 'contrast' || kind === 'reset') return false;
    // "the coalition, which X leads, yesterday ...": the present tense tells of no day
    if ((kind === 'event' || kind === 'verb' || kind === 'light' || kind === 'say') && finite && !isPresent(chunks[j]))
      acts = true;
    // "the shelling that took place on Monday" is dated by its own relative clause
    // "the losses that the mission documented in September": a count is of the time for which it was taken
    if (kind === 'relative' && h.figures.some((f) => f.scope === 'running-total')) return false;
    if (kind === 'relative' || kind === 'background')
      return acts && !h.parts.includes(j - 1) && !h.parts.some((part) => part > j && part < k);
  }
  void doc;
  return false;
}

/** The day stands with the words of saying, before what was said or after "according to". */
function saidThen(chunks: readonly Chunk[], attributed: Attributed, h: Happening, k: number): boolean {
  const { frameOf, used } = attributed;
  if (frameOf[k] !== frameOf[h.chunk] && frameOf[h.chunk] >= 0) return true;
  for (let j = k - 1; j > h.chunk && j >= k - 6; j--)
    if (chunks[j].kind === 'according' || (used[j] && chunks[j].kind === 'noun')) return true;
  return false;
}

/** No other story begins between the two. */
function reaches(chunks: readonly Chunk[], from: number, to: number): boolean {
  let events = 0;
  for (let k = from + 1; k < to; k++) {
    const { kind, finite } = chunks[k];
    if (kind === 'contrast' || kind === 'reset') return false;
    if (kind === 'event' && finite && ++events > 1) return false;
  }
  return true;
}

function isDated(node: Node<any>): boolean {
  const { type, begin, end } = node.value as { type?: string; begin?: string | null; end?: string | null };
  return type !== 'DURATION' && type !== 'SET' && begin != null && end != null;
}

/** Longer than this, what goes on "since" a day is a state of things and no happening of that time. */
const LONGEST = 400;

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
