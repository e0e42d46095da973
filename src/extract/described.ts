/** Clauses that describe an indefinite noun without a word that opens them: "an agreement (that) was signed on Sunday", "a youth (who) was abducted yesterday". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, senseOf } from './words.ts';

/** The verb at chunk `v` describes the indefinite noun right before it, which stands behind a verb of its own. */
export function isDescribed(doc: Doc, chunks: readonly Chunk[], v: number): boolean {
  if (v < 2 || !chunks[v].finite || hasConjunction(doc, chunks[v].start)) return false;
  const owner = chunks[v - 1];
  const indefinite =
    owner.kind === 'noun' ? owner.noun?.definite === false : owner.kind === 'event' && !isDefinite(doc, owner.start);
  if (!indefinite || owner.finite) return false;
  for (let j = v - 2; j >= 0; j--) {
    if (chunks[j].finite) return true;
    if (!isNoLink(chunks[j])) return false;
  }
  return false;
}

/** Nothing that opens another clause. */
export const isNoLink = ({ kind }: Chunk): boolean =>
  kind !== 'that' && kind !== 'mark' && kind !== 'contrast' && kind !== 'reset' && kind !== 'say' && kind !== 'relative';

/** "left under an agreement | signed | on Sunday": the day right behind a verb that describes something else. */
export function isOfDescription(doc: Doc, chunks: readonly Chunk[], h: Happening, k: number): boolean {
  for (let j = k - 1; j > h.chunk && j >= k - 4; j--) {
    if (h.parts.includes(j) || h.light === j || !isNoLink(chunks[j])) return false;
    if (chunks[j].finite) return isDescribed(doc, chunks, j) && !h.parts.includes(j - 1) && !isWayOf(chunks, h, j);
  }
  return false;
}

/** "a mosque (that) people | visit | in X, yesterday", "gunmen (who) | took cover | in a house": the present tells of no day, nor does how those who did it went about it. */
function isWayOf(chunks: readonly Chunk[], { actors }: Happening, v: number): boolean {
  const { kind, node } = chunks[v];
  if (node !== null && featuresOf(node)?.tense === 'present') return true;
  const sense = kind === 'event' ? senseOf(node) : null;
  const way = kind === 'verb' || (sense !== null && eventSense(sense).types[0] === 'situation');
  return way && chunks[v - 1].noun !== null && actors.some((a) => a.start === chunks[v - 1].noun!.start);
}

/** "today | the movement mourned | a leader who was killed yesterday": the day of the mourning. */
export function isOfMourning(chunks: readonly Chunk[], { parts }: Happening, k: number): boolean {
  const mourned = parts.find((part) => field(chunks[part].node, 'mourns') === 'yes');
  if (mourned === undefined) return false;
  return !chunks.slice(mourned + 1, k).some(({ kind, mark }) => kind === 'event' || kind === 'relative' || mark === 'comma');
}
