/** Words of control and war that only describe a place ("areas under the control of", "the town that X holds") tell no happening. */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { sees } from './prefer-place.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

export function describesPlace(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const sense = senseOf(chunks[k].node);
  if (sense === null || k === 0) return false;
  const { types, of } = eventSense(sense);
  if (isSpared(chunks, k) || (types[0] === 'armed-clash' && isWarOfThere(doc, chunks, k))) return true;
  if (types[0] !== 'territory') return false;
  const before = chunks[k - 1];
  if (chunks[k].finite) {
    if (before.kind === 'relative') return true;
    const tense = featuresOf(chunks[k].node!)?.tense;
    return tense === 'present' && (before.kind === 'place' || (before.kind === 'noun' && isArea(doc, before)));
  }
  // taking, clearing and encircling happen; only control itself can describe
  if (of !== 'actor') return false;
  if (chunks[k].bits & LI)
    return nodeOf(doc, before.end - 1, 'belong') !== null || before.kind === 'noun' || before.kind === 'place';
  if (isDefinite(doc, chunks[k].start) && before.kind !== 'place') return false;
  if (before.kind === 'case' && before.mark === 'other') return !isPredicate(doc, chunks, k - 1);
  // "the city saw | an advance of the army" tells one
  if (before.kind === 'place') return !sees(chunks.slice(0, k - 1));
  return (
    before.kind === 'noun' &&
    before.noun?.count == null &&
    doc.info[chunks[k].start].pronoun === null &&
    !hasConjunction(doc, chunks[k].start) &&
    isArea(doc, before)
  );
}

/** "is still under the control of", "became under": said of the place, not beside it. */
function isPredicate(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  for (let j = k - 1; j >= 0 && j >= k - 4; j--) {
    const { kind, start, end } = chunks[j];
    if (kind === 'was') return true;
    for (let i = start; i < end; i++) if (nodeOf(doc, i, 'not-negation') !== null) return true;
    if (kind === 'relative' || kind === 'case' || kind === 'event' || (kind === 'mark' && chunks[j].mark === 'comma'))
      return false;
  }
  return false;
}

/** "areas", "positions", "points": what is held. */
const isArea = (doc: Doc, chunk: Chunk): boolean =>
  chunk.noun !== null &&
  (chunk.noun.place !== null ||
    nodeOf(doc, chunk.noun.head, 'place-class') !== null ||
    field(nodeOf(doc, chunk.noun.head, 'thing'), 'target') === 'yes' ||
    field(nodeOf(doc, chunk.noun.head, 'thing'), 'category') === 'place');

/** "those who were not killed": who they are, and nobody denies anything. */
const isSpared = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].finite && chunks[k - 1].kind === 'negation' && chunks[k - 2]?.kind === 'relative';

/** "the country that war tears apart", "the coalition that leads the war on X": in a relative clause a definite war is known to all. */
function isWarOfThere(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  if (chunks[k].finite || !isDefinite(doc, chunks[k].start)) return false;
  for (let j = k - 1; j >= 0 && j >= k - 4; j--) {
    const { kind, finite } = chunks[j];
    if (kind === 'relative') return true;
    if (finite) {
      if (chunks[j - 1]?.kind !== 'relative') return false;
      // "which fought the battles of": a deed of its own
      return (
        chunks[j].kind !== 'event' && (j === k - 1 ? doc.info[chunks[j].start].pronoun !== null : (chunks[k].bits & BI) !== 0)
      );
    }
    if (kind !== 'noun' && kind !== 'place') return false;
  }
  return false;
}
