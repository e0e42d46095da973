/** What keeps two happenings of one sentence apart: a new topic, an attempt that failed, a verb that begins another story. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { eventSense } from './senses.ts';
import { isBesideTry } from './tried.ts';
import { field, hasConjunction, senseOf } from './words.ts';

/** A contrast, a new topic or a full clause of other content stands between. */
export function separated(chunks: readonly Chunk[], from: number, to: number): boolean {
  if (from > 0 && comesAfter(chunks, from - 1)) return true;
  for (let k = from + 1; k < to; k++) {
    const chunk = chunks[k];
    const parts = chunk.kind === 'mark' && chunk.mark === 'semicolon' && chunks[k + 1]?.kind !== 'among';
    if (chunk.kind === 'reset' || parts || comesAfter(chunks, k)) return true;
  }
  return false;
}

/** "this attack comes less than a week after the killing of": two happenings, of which one only places the other in time. */
export function comesAfter(chunks: readonly Chunk[], k: number): boolean {
  const { finite, node } = chunks[k];
  if (!finite || field(node, 'comes') !== 'yes') return false;
  for (let j = k + 1; j < chunks.length && j <= k + REACH; j++) {
    const { kind, mark } = chunks[j];
    if (kind === 'date' || (kind === 'case' && behind.has(mark))) return true;
    if (chunks[j].finite || kind === 'mark' || kind === 'result') return false;
  }
  return false;
}

const REACH = 3;
const behind: ReadonlySet<string> = new Set(['after', 'response']);

/** An attempt or a plan, and behind a contrast or joined to it what did happen. */
export const failed = (doc: Doc, chunks: readonly Chunk[], before: Happening, h: Happening): boolean =>
  (chunks[before.chunk - 1]?.kind === 'unreal' && chunks.slice(before.chunk + 1, h.chunk).some((c) => c.kind === 'contrast')) ||
  isBesideTry(doc, chunks, before.chunk, h.chunk);

/** "and 12 were wounded" goes on counting; it begins no other story. */
export const countsPeople = (chunk: Chunk): boolean => {
  const sense = senseOf(chunk.node);
  return sense !== null && eventSense(sense).outcome !== null;
};

/** "two were killed, while | two others were wounded": others than those counted before. */
const goesOnCounting = (chunks: readonly Chunk[], k: number): boolean =>
  k + 1 < chunks.length && countsPeople(chunks[k]) && chunks[k + 1].noun?.additional === true;

/** Between the casualty and a later attack a new main verb with its own subject begins another story. */
export function startsOver(doc: Doc, chunks: readonly Chunk[], from: number, to: number): boolean {
  for (let k = from + 1; k <= to; k++) {
    const chunk = chunks[k];
    if (chunk.kind === 'contrast' && !goesOnCounting(chunks, k + 1)) return true;
    if (
      (chunk.kind === 'light' || (chunk.kind === 'event' && !countsPeople(chunk))) &&
      chunk.finite &&
      hasConjunction(doc, chunk.start)
    )
      return true;
  }
  return false;
}
