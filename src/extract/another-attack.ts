/** An attack that is told behind the casualties of one before it: "an explosion led to the death of three, and six were killed in another attack". */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { otherPlace } from './families.ts';
import type { Happening } from './happening.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

/** "another attack", "a second attack". */
export const isAnother = (doc: Doc, { finite, end }: Happening): boolean =>
  !finite &&
  (nodeOf(doc, end, 'additional') !== null || (Number(field(nodeOf(doc, end, 'nth'), 'value')) > 1 && !isDefinite(doc, end)));

/** Whether the casualties of `h` are told, and other people's begin, before the attack `after` is named. */
export function tellsAnother(
  doc: Doc,
  chunks: readonly Chunk[],
  before: Happening | null,
  h: Happening,
  after: Happening,
): boolean {
  if (isAddedTo(chunks, h, after)) return true;
  const led = !h.finite && before !== null && isLedStraight(chunks, before, h);
  for (let k = h.chunk + 1; k < after.chunk; k++) {
    const { kind, node, finite, start } = chunks[k];
    const sense = kind === 'event' ? senseOf(node) : null;
    const outcome = sense === null ? null : eventSense(sense).outcome;
    if (outcome === null) continue;
    const again = outcome === h.outcome && hasConjunction(doc, start);
    const beside = chunks[k - 1].kind === 'additional' || (finite && (hasConjunction(doc, start) || isBeside(chunks[k - 1])));
    if (led && (beside || again)) return true;
    if (beside && ((outcome === h.outcome && isAnother(doc, after)) || otherPlace(h, after))) return true;
  }
  return false;
}

/** "also", or a mark. */
const isBeside = ({ kind, mark }: Chunk): boolean =>
  kind === 'according' || kind === 'continue' || kind === 'contrast' || (kind === 'mark' && mark === 'comma');

/** "an explosion in X led to the death of": nothing else is told between the attack and what it led to. */
function isLedStraight(chunks: readonly Chunk[], before: Happening, h: Happening): boolean {
  const gap = chunks.slice(before.chunk + 1, h.chunk);
  const result = gap.findLastIndex((c) => c.kind === 'result');
  return (
    result >= 0 && !gap.slice(result + 1).some((c) => c.kind === 'reset' || c.kind === 'say' || (c.kind === 'event' && c.finite))
  );
}

/** "that two soldiers were killed, adding that the gunmen raided the village": news of its own, unless it is *the* raid that is spoken of further. */
function isAddedTo(chunks: readonly Chunk[], h: Happening, after: Happening): boolean {
  const one = after.definite && !after.finite && (after.node === null || featuresOf(after.node)?.number !== 'pl');
  if (one || (chunks[after.chunk].bits & (BI | LI)) !== 0) return false;
  for (let k = h.chunk + 1; k < after.chunk; k++)
    if (chunks[k].kind === 'say' && field(chunks[k].node, 'continue') === 'yes' && thatBehind(chunks, k)) return true;
  return false;
}
const thatBehind = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k + 1]?.kind === 'that' || (chunks[k + 1]?.kind === 'noun' && chunks[k + 2]?.kind === 'that');
