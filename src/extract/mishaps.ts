/** Death and damage by accident, illness and nature: "killed in a traffic accident", "the flood destroyed homes". No conflict did it. */

import { opensAnew } from './apart.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isCasualty } from './families.ts';
import type { Happening } from './happening.ts';
import { isForce } from './parties.ts';
import { CARRIED_OFF } from './sites.ts';
import { featuresOf, field, nodeOf } from './words.ts';

/** How many chunks may lie between the harm and its cause. */
const REACH = 10;

export function isMishap(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  // "the explosion of a gas cylinder"
  if (h.types[0] === 'bombing') return field(nodeOf(doc, h.end, 'mishap'), 'blast') === 'yes';
  // "the driver lost control of | the car"
  if (losesControl(doc, chunks, h)) return true;
  if (h.actors.some((a) => isForce(doc, a)) || h.means.length > 0) return false;
  if (!isCasualty(h) && h.types[0] !== 'destruction' && h.outcome !== 'displaced') return false;
  const parts = new Set(h.parts);
  // "settlers burned two cars, | and the flood destroyed homes": each clause has its cause; who was hurt may have it in the clause before
  let from = isCasualty(h) ? Math.max(0, h.chunk - REACH) : h.chunk;
  while (!isCasualty(h) && from > 0 && h.chunk - from < REACH && !opensAnew(doc, chunks, from)) from--;
  for (let k = from; k < Math.min(chunks.length, h.chunk + REACH); k++) {
    const { kind, mark, start, end } = chunks[k];
    if (k > h.chunk && !parts.has(k) && opensAnew(doc, chunks, k)) return false;
    if (kind === 'reset' || kind === 'contrast' || (kind === 'mark' && mark === 'semicolon')) {
      if (k > h.chunk) return false;
      continue;
    }
    // another happening stands between the harm and what might be its cause
    if (k > h.chunk && kind === 'event' && !parts.has(k)) return false;
    for (let i = start; i < end; i++) if (namesMishap(doc, i)) return true;
  }
  return false;
}

/** "the ill" is written like "two illnesses of". */
const namesMishap = (doc: Doc, i: number): boolean => {
  const node = nodeOf(doc, i, 'mishap');
  return node !== null && (node.word === null || (node.word.pronoun === null && featuresOf(node)?.number !== 'du'));
};

/** "the driver lost control of the car", "the pilot lost control of the aircraft": no ground is lost by it. */
const losesControl = (doc: Doc, chunks: readonly Chunk[], h: Happening): boolean =>
  h.sense?.subject === 'recipient' &&
  (h.rules.includes(CARRIED_OFF) ||
    (h.types[0] === 'territory' &&
      chunks
        .slice(h.chunk + 1, h.chunk + CONTROLLED)
        .some(({ start }) => driven.has(field(nodeOf(doc, start, 'thing'), 'category') ?? ''))));
const CONTROLLED = 5;
const driven: ReadonlySet<string> = new Set(['vehicle', 'aircraft']);
