/**
 * Where a sentence turns to what happened at another time: "seven were killed in a raid, a day after the killing of five in X", "on the morrow of an attack",
 * "in answer to the death of two". What stands behind shares neither figures nor place nor day with what stands before.
 */

import { countsPeople } from './apart.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { field, hasConjunction } from './words.ts';

/** More than there are voices in a sentence: what is told of another time is a group of its own. */
export const STRETCH = 1000;

/** For each chunk the number of its stretch: 0, and from every turn on another. A new clause behind a comma goes back to 0. */
export function stretchesOf(doc: Doc, chunks: readonly Chunk[]): Uint8Array {
  const stretch = new Uint8Array(chunks.length);
  let now = 0;
  let last = 0;
  for (let k = 0; k < chunks.length; k++) {
    if (now > 0 && goesBack(doc, chunks, k)) now = 0;
    if (k > 0 && turns(chunks, k)) now = ++last;
    stretch[k] = now;
  }
  return stretch;
}

/** "a day after | the killing", "the morrow of | the attack" */
function turns(chunks: readonly Chunk[], k: number): boolean {
  const { kind, node, mark } = chunks[k];
  if (kind === 'date') {
    const is = (node?.value as { when?: { is?: string } } | undefined)?.when?.is;
    const tie = chunks[k + 1];
    return (
      (is === 'distance' || is === 'previous') &&
      tie?.kind === 'case' &&
      (tie.mark === 'from' || tie.mark === 'on') &&
      isDeed(chunks[k + 2])
    );
  }
  return kind === 'case' && (mark === 'response' || field(node, 'apart') === 'yes') && isDeed(chunks[k + 1]);
}

const isDeed = (chunk: Chunk | undefined): boolean => chunk?.kind === 'event' && !chunk.finite;

/** ", and twelve were wounded", "while": told again of what stood before. */
const goesBack = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const { kind, finite, start } = chunks[k];
  if (kind === 'contrast' || kind === 'reset') return true;
  return kind === 'event' && finite && countsPeople(chunks[k]) && hasConjunction(doc, start) && chunks[k - 1].kind === 'mark';
};
