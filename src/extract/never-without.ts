/** What is said to be the rule, and of no day: "no day passes without shelling", "hardly a week is devoid of another victim". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { field, nodeOf } from './words.ts';

/** How many chunks the verb may stand before its preposition, and its negation before the verb. */
const REACH = 3;

/** The deed or the people at chunk `k` stand behind "without" or "of" in such a clause. */
export function isNeverWithout(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  let at = k - 1;
  // "without a dead (man) | or | a wounded (man)"
  while (at > 0 && (chunks[at].noun?.kind === 'outcome' || nodeOf(doc, chunks[at].start, 'or') !== null)) at--;
  const link = chunks[at];
  if (link?.kind !== 'case' || (link.mark !== 'without' && link.mark !== 'from')) return false;
  const wanted = link.mark === 'without' ? 'passes' : 'devoid';
  for (let j = at - 1; j >= 0 && j >= at - REACH; j--) {
    const { kind, finite, node } = chunks[j];
    if (kind === 'mark' || kind === 'that') return false;
    if (kind === 'verb' && finite && field(node, wanted) === 'yes') return isDenied(chunks, j);
  }
  return false;
}

/** "no day | passes", "hardly | a week | is devoid": the negation stands before the verb, or before another verb that it completes. */
function isDenied(chunks: readonly Chunk[], verb: number): boolean {
  for (let j = verb - 1; j >= 0 && j >= verb - REACH; j--) {
    if (chunks[j].kind === 'negation') return true;
    if (chunks[j].kind === 'mark' || chunks[j].kind === 'that') return false;
  }
  return false;
}
