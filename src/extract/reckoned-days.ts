/** Deeds from which a day is counted. */
import { LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { nodeOf } from './words.ts';

/** "on the tenth day of the aggression": the day is counted from it. */
export const isReckoned = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const { bits, finite } = chunks[k];
  if (reachesNumber(doc, chunks, k)) return true;
  let j = k - 1;
  if (finite || !(bits & LI) || j < 0) return false;
  if (chunks[j].kind === 'date') return nodeOf(doc, chunks[j].end - 1, 'ordinal') !== null;
  while (j > 0 && j > k - 4 && (chunks[j].kind === 'word' || chunks[j].noun?.kind === 'number')) j--;
  return j < k - 1 && chunks[j].kind === 'date' && chunks.slice(j + 1, k).some((c) => nodeOf(doc, c.start, 'number') !== null);
};

/** How far before the verb the words of a toll may stand, in chunks. */
const TOLL = 8;

/** "the toll of those who died | reached | to | 22 dead": a number arrives there, and nobody. */
function reachesNumber(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const [{ finite, start }, tie, number] = [chunks[k], chunks[k + 1], chunks[k + 2]];
  if (!finite || nodeOf(doc, start, 'rise') === null || tie?.mark !== 'to' || number?.noun?.count == null) return false;
  for (let j = k - 1; j >= 0 && j >= k - TOLL; j--) {
    if (chunks[j].kind === 'that' || chunks[j].kind === 'contrast') return false;
    for (let i = chunks[j].start; i < chunks[j].end; i++) if (nodeOf(doc, i, 'total') !== null) return true;
  }
  return false;
}
