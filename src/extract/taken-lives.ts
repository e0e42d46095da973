/** "the raid reaped | the lives of three": behind a verb that tells of deaths the lives are a word of it, and those whose lives they were are counted. */
import type { Chunk } from './chunk.ts';
import { LIVES } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { attachedPreposition, field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** How many chunks the attack that took them may have. */
const ATTACK = 5;

/** The verb that took the lives of whoever stands behind token `i`, or null. */
export function takenLives(doc: Doc, i: number, end: number, before: readonly Chunk[]): Chunk | null {
  if (field(nodeOf(doc, i, 'person'), 'lives') !== 'yes' || i + 1 >= end) return null;
  if (isDefinite(doc, i) || attachedPreposition(doc, i) !== 0 || hasConjunction(doc, i)) return null;
  for (let k = before.length - 1; k >= 0 && k >= before.length - ATTACK; k--) {
    const chunk = before[k];
    if (chunk.kind === 'result') return chunk.finite && field(chunk.node, 'outcome') === 'killed' ? chunk : null;
    if (chunk.finite || chunk.kind === 'mark' || chunk.kind === 'say') return null;
  }
  return null;
}

/** "took | the life of X": whose it was suffered it, and the life is a word of the deed. */
export const isLifeOf = (doc: Doc, i: number): boolean => (doc.groups[i] & LIVES) !== 0 && !isDefinite(doc, i);
