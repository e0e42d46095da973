/** Deeds from which a day is counted. */
import { LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { nodeOf } from './words.ts';

/** "on the tenth day of the aggression": the day is counted from it. */
export const isReckoned = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const { bits, finite } = chunks[k];
  let j = k - 1;
  if (finite || !(bits & LI) || j < 0) return false;
  if (chunks[j].kind === 'date') return nodeOf(doc, chunks[j].end - 1, 'ordinal') !== null;
  while (j > 0 && j > k - 4 && (chunks[j].kind === 'word' || chunks[j].noun?.kind === 'number')) j--;
  return j < k - 1 && chunks[j].kind === 'date' && chunks.slice(j + 1, k).some((c) => nodeOf(doc, c.start, 'number') !== null);
};
