/** Two deeds whose doers are told apart: what one side did is not among the deeds of the other. */
import { BEATERS_ACT_ON } from './beaten-back.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { sameActor } from './parties.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** "the army shelled the town, and the gunmen killed five": who killed is told, and is not who attacked. */
export const isByOthers = (doc: Doc, chunks: readonly Chunk[], a: Happening, h: Happening): boolean =>
  a.chunk < h.chunk &&
  (h.rules.includes(BEATERS_ACT_ON) || (h.finite && a.actors.length > 0)) &&
  h.actors.some((x) => x.kind !== 'thing' && x.kind !== 'other') &&
  !a.actors.some((x) => h.actors.some((y) => x.start === y.start || sameActor(x, y))) &&
  (hasConjunction(doc, chunks[h.chunk].start) ||
    h.rules.includes(BEATERS_ACT_ON) ||
    chunks.slice(a.chunk + 1, h.chunk).some((c) => c.kind === 'contrast'));

/** "11 were killed by X, and 23 met their death at the hands of Y", "25 were killed, while X killed nine": each has a doer of its own, or none that is told. */
export const atOtherHands = (doc: Doc, chunks: readonly Chunk[], a: Happening, b: Happening): boolean =>
  b.actors.length > 0 &&
  (a.actors.length > 0
    ? !a.actors.some((x) => b.actors.some((y) => x.start === y.start || sameActor(x, y)))
    : b.finite &&
      a.outcome === b.outcome &&
      // "a settler was stabbed to death, and a youth died by the fire of the army": the fire is of the second
      ((hasConjunction(doc, chunks[b.chunk].start) && b.rules.includes('event.agent-marker')) ||
        countsShare(doc, chunks, b) ||
        chunks.slice(a.chunk + 1, b.chunk).some((c) => c.kind === 'contrast' || c.kind === 'say')));

/** "(47 were killed,) killed | the army | of them | 31": it did that to some of them, and of the others nobody is told. */
const countsShare = (doc: Doc, chunks: readonly Chunk[], { figures }: Happening): boolean =>
  figures.length > 0 && figures.every(({ chunk }) => isOfThem(doc, chunks[chunk - 1]));

const isOfThem = (doc: Doc, tie: Chunk | undefined): boolean =>
  tie?.kind === 'among' && field(nodeOf(doc, tie.start, 'among'), 'of') === 'them';
