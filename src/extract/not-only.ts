/** "The attacks were not limited to X, for a woman was killed by the shelling of Y": the sentence is about what it tells next. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** How many chunks may stand between the attacks and the verb. */
const NEAR = 3;

export function isNotLimited(chunks: readonly Chunk[], h: Happening): boolean {
  if (h.finite || !h.definite || h.figures.length > 0) return false;
  for (let k = Math.max(1, h.chunk - NEAR); k <= h.chunk + NEAR && k < chunks.length; k++) {
    const { kind, finite, node } = chunks[k];
    if (kind !== 'verb' || !finite || field(node, 'limits') !== 'yes' || chunks[k - 1].kind !== 'negation') continue;
    const rest = chunks.slice(k + 1);
    // "but reached Y": the same attacks are told of
    return (
      !rest.some((c) => c.kind === 'contrast') && rest.some((c, j) => c.kind === 'event' && c.finite && k + 1 + j !== h.chunk)
    );
  }
  return false;
}

/** "died of a leak, and not | in | an attack": what did not take place, beside what did. */
export function isOtherWay(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const tie = itemAt(chunks, h.chunk - 1);
  if (h.finite || h.actors.length > 0 || (tie?.kind !== 'case' && tie?.kind !== 'cause') || tie.start === 0) return false;
  return nodeOf(doc, tie.start - 1, 'negation') !== null && hasConjunction(doc, tie.start - 1);
}
