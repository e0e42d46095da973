/** Numbers told of the word before them: "the bodies of four children", "the dead seven", "wounded: 12". */
import type { Outcome } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { hasConjunction, nodeOf } from './words.ts';

/** "the bodies of four children", "the number of victims of the crash": the noun itself counts nobody. */
export function countsAnew(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const noun = chunks[k].noun!;
  if (isCountedBehind(doc, chunks, k)) return true;
  if (noun.count !== null || noun.features?.number !== 'pl') return false;
  if (noun.kind === 'outcome' && chunks[k + 1]?.noun?.count != null && chunks[k + 1].start === noun.end) {
    return !hasConjunction(doc, chunks[k + 1].start);
  }
  return noun.start > 0 && chunks[k - 1]?.end === noun.start && nodeOf(doc, noun.start - 1, 'total') !== null;
}

/** "bodies of four children": what the first noun says of those counted by the second. */
export function bodiesBefore(chunks: readonly Chunk[], k: number): Outcome | null {
  const before = chunks[k - 1]?.noun ?? null;
  if (before === null || before.count !== null || before.definite || before.end !== chunks[k].start) return null;
  return chunks[k].noun!.count === null ? null : outcomeOfNoun(before);
}

/** "the dead seven", "wounded: 12": a number told of those named before it, in a clause without a verb. */
export function countedBy(doc: Doc, chunks: readonly Chunk[], k: number): { outcome: Outcome; start: number } | null {
  const noun = chunks[k].noun!;
  if (noun.count === null || noun.kind !== 'number' || hasConjunction(doc, noun.start)) return null;
  const j = isColon(chunks[k - 1]) ? k - 2 : k - 1;
  const before = chunks[j]?.noun ?? null;
  if (before === null || before.kind !== 'outcome' || before.count !== null || before.features?.number !== 'pl') return null;
  const opens =
    j === 0 || chunks[j - 1].kind === 'mark' || chunks[j - 1].noun?.kind === 'number' || hasConjunction(doc, before.start);
  const outcome = outcomeOfNoun(before);
  return opens && outcome !== null ? { outcome, start: before.start } : null;
}

const isColon = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'mark' && (chunk.mark === 'colon' || chunk.mark === 'dash');

/** The number behind this word for the dead is told of it. */
function isCountedBehind(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const n = isColon(chunks[k + 1]) ? k + 2 : k + 1;
  return chunks[n]?.noun != null && chunks[n].noun.kind === 'number' && countedBy(doc, chunks, n) !== null;
}
