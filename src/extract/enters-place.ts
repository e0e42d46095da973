/** A party and, right behind it, the place that it entered or took. */

import { BI, KA } from '../lexicon/analyze.ts';
import type { Found } from './argument-nouns.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isAccusative, isForce } from './parties.ts';
import { featuresOf, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** "the storming by X of the town": behind the party stands, without a preposition, the place that it entered. */
export function entersPlace(doc: Doc, chunks: readonly Chunk[], h: Happening, found: Found, head: NounPhrase): boolean {
  // "the storming by settlers | (of) a town": an ending that nothing belongs to
  const crowd = isCrowd(head) || (head.kind === 'person' && head.end === head.head + 1 && isAccusative(doc, head));
  if (h.outcome !== null || head.kind === 'thing' || !(crowd || isForce(doc, head))) return false;
  // "the taking back by X, two months ago, of the town"
  let at = found.directAt[0] + found.direct[0].length;
  while (chunks[at]?.kind === 'date') at++;
  // "the targeting by X of | one of | the villages"
  if (chunks[at]?.kind === 'word' && !hasConjunction(doc, chunks[at].start) && nodeOf(doc, chunks[at].start, 'each') !== null)
    at++;
  const next = chunks[at];
  return (
    next !== undefined &&
    (next.kind === 'place' ? next.place!.relation === null : areAreas(doc, next)) &&
    (next.bits & (BI | KA)) === 0 &&
    !hasConjunction(doc, next.start) &&
    // "the shelling of dozens of gunmen | east of the town": where they were
    !(crowd && nodeOf(doc, next.start, 'direction') !== null)
  );
}

/** "the storming by dozens of gunmen of the town": how many they were, and a place is no second thing that was stormed. */
export const isCrowd = ({ kind, count }: NounPhrase): boolean =>
  count !== null && (kind === 'person' || kind === 'number' || kind === 'actor');

/** "areas": several places of which none is named. */
function areAreas(doc: Doc, { kind, noun, start }: Chunk): boolean {
  const areas = kind === 'noun' && noun?.count === null && !isDefinite(doc, start) ? nodeOf(doc, start, 'place-class') : null;
  return areas !== null && featuresOf(areas)?.number === 'pl';
}
