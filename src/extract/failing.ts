/** Who failed to do something did not do it: "failed to take the town", "could not take it", "its failure to intercept the rocket". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { field } from './words.ts';

/** How many chunks, those who failed among them, may stand between the failing and the deed. */
const REACH = 5;
const into: ReadonlySet<string> = new Set(['in', 'from', 'about']);

export function hasFailed(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const first = h.light >= 0 && h.light < h.chunk ? h.light : h.chunk;
  // "fails in" and "foils" are written alike
  if (first < h.chunk && chunks[h.chunk - 1].mark === 'in' && says(doc, chunks[first], 'fails')) return true;
  const link = itemAt(chunks, first - 1);
  if (link === undefined) return false;
  const leads = chunks[first].finite ? link.kind === 'that' : link.kind === 'case' && into.has(link.mark);
  if (!leads) return false;
  for (let k = first - 2; k >= 0 && k >= first - 2 - REACH; k--) {
    const chunk = chunks[k];
    if (says(doc, chunk, 'fails')) return chunks[k - 1]?.kind !== 'negation';
    if (chunk.finite) return says(doc, chunk, 'able') && isNotSo(chunks, k);
    if (
      chunk.kind !== 'noun' &&
      chunk.kind !== 'place' &&
      chunk.kind !== 'date' &&
      chunk.kind !== 'word' &&
      chunk.kind !== 'pronoun'
    )
      return false;
  }
  return false;
}

const says = (doc: Doc, { start }: Chunk, key: string): boolean => doc.at[start].some((node) => field(node, key) === 'yes');

/** "was not able", "without being able". */
const isNotSo = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k - 1]?.kind === 'negation' || (chunks[k - 1]?.kind === 'that' && chunks[k - 2]?.mark === 'without');
