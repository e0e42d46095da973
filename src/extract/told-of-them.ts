/**
 * "five people | who had fled their homes a year ago | were killed in a raid", "killed five people | (who) had fled a year ago | in a raid": a clause
 * without "who" that describes those it befell. What it says of earlier days is no day of the deed.
 */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { hasConjunction, isDefinite } from './words.ts';

/** How long such a clause may be, in chunks. */
const CLAUSE = 8;

/** The chunk at `k` stands in a clause that describes the indefinite people before it, between two parts of the happening. */
export function tellsOfThem(doc: Doc, chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const { kind } = chunks[k];
  if (kind !== 'background' && kind !== 'date' && kind !== 'was') return false;
  const first = Math.min(...h.parts);
  const last = Math.max(...h.parts);
  // a date or "had" behind the happening, or before it all, is judged by itself
  if (k > last || (k < first && !chunks[last].finite)) return false;
  let verb = -1;
  for (let j = k + 1; j >= 0 && j >= k - CLAUSE; j--) {
    const chunk = chunks[j];
    if (chunk === undefined) continue;
    if (chunk.kind === 'mark' || chunk.kind === 'that' || chunk.kind === 'contrast' || chunk.kind === 'relative') return false;
    if (h.parts.includes(j)) return false;
    if (chunk.finite) {
      if (hasConjunction(doc, chunk.start)) return false;
      verb = j;
    }
    if (j > k || chunk.noun === null || verb < 0) continue;
    // the verb stands right behind those it tells of, or behind "had" and them
    const opens = chunks[j + 1];
    const right = opens.finite || ((opens.kind === 'background' || opens.kind === 'was') && chunks[j + 2]?.finite);
    const { noun } = chunk;
    return (
      right && opens.start === chunk.end && !hasConjunction(doc, opens.start) && isIndefinite(doc, chunk) && noun.kind !== 'thing'
    );
  }
  return false;
}

const isIndefinite = (doc: Doc, { noun }: Chunk): boolean =>
  !isDefinite(doc, noun!.head) &&
  noun!.actor === null &&
  (noun!.kind === 'person' || noun!.kind === 'outcome' || noun!.kind === 'number');

/** "were | on their way", "were | inside a car" at the "were" in chunk `k`: says where the people right before it were, and opens no verb. */
export const tellsWhere = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks[k + 1]?.kind === 'case' &&
  k > 0 &&
  chunks[k - 1].end === chunks[k].start &&
  chunks[k - 1].noun !== null &&
  !hasConjunction(doc, chunks[k].start) &&
  isIndefinite(doc, chunks[k - 1]);

/** "the bomb which was | planted by the road | went off", "a car (that) was | parked": says what sort of thing it was, and opens no verb. */
export function tellsHow(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const [before, quality] = [chunks[k - 1], chunks[k + 1]];
  if (before === undefined || quality === undefined || hasConjunction(doc, chunks[k].start) || quality.start !== chunks[k].end)
    return false;
  const { noun } = quality;
  if (noun === null || quality.kind !== 'noun' || noun.kind !== 'other' || noun.definite || noun.count !== null) return false;
  if (noun.end > noun.head + 1 || hasConjunction(doc, quality.start)) return false;
  return (
    before.kind === 'relative' || (before.noun !== null && before.end === chunks[k].start && !isDefinite(doc, before.noun.head))
  );
}
