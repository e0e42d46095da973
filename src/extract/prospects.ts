/**
 * Deeds told as nouns that have not come or are not known: "a likely attack on the base", "the storming of the city has become imminent", "it is the right of X to
 * shell", "there is no proof of the killing of civilians".
 */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { field, hasConjunction, isDefinite, isWord, nodeOf } from './words.ts';

/** How many chunks may stand between the deed and what is said of it. */
const REACH = 8;

export type Prospect = 'ahead' | 'unproved' | null;

export function prospect(doc: Doc, chunks: readonly Chunk[], h: Happening): Prospect {
  if (h.finite || (h.light >= 0 && chunks[h.light].finite)) return null;
  if (isUnproved(doc, chunks, h)) return 'unproved';
  return isEntitled(doc, chunks, h) || isLikely(doc, chunks, h) || becomesLikely(doc, chunks, h) ? 'ahead' : null;
}

/** "a likely attack", "the expected storming of the city": an adjective beside the deed, which agrees with it in the article. */
function isLikely(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const { start, end } = chunks[h.chunk];
  // who died is nobody's prospect
  if (h.outcome !== null) return false;
  for (let t = start + 1; t < Math.min(doc.length, end + 2) && isWord(doc, t) && !hasConjunction(doc, t); t++) {
    const node = nodeOf(doc, t, 'prospect');
    if (node !== null) return field(node, 'predicate') !== 'yes' && isDefinite(doc, t) === isDefinite(doc, start);
    if (t >= end && nodeOf(doc, t, 'nationality') === null) return false;
  }
  return false;
}

/** "the storming of the city | has become | imminent", "the attack on the city | (is) possible": said of a deed that opens its clause. */
function becomesLikely(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const before = chunks[h.chunk - 1];
  if (before !== undefined && before.kind !== 'that' && before.kind !== 'mark' && before.kind !== 'contrast') return false;
  for (let k = h.chunk + 1; k < chunks.length && k <= h.chunk + REACH; k++) {
    const { kind, finite, start } = chunks[k];
    const node = nodeOf(doc, start, 'prospect');
    if (node !== null && !isDefinite(doc, start)) {
      const last = chunks[k - 1];
      const becomes = last.kind === 'was';
      const closed = last.end === start && isDefinite(doc, last.end - 1);
      // "a storming near X": a place behind it makes the word another
      const ends = chunks[k + 1] === undefined || chunks[k + 1].kind === 'mark' || chunks[k + 1].kind === 'date';
      return becomes || (closed && ends);
    }
    if ((finite && kind !== 'was') || !between.has(kind)) return false;
  }
  return false;
}

const between: ReadonlySet<string> = new Set(['noun', 'place', 'case', 'word', 'date', 'was', 'event']);

/** "(it is) of the right of X | to shell": whoever has a right to something has not done it by that. */
function isEntitled(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const noun = chunks[h.chunk - 1];
  const link = chunks[h.chunk - 2];
  return (
    noun?.kind === 'noun' && link?.kind === 'case' && link.mark === 'from' && nodeOf(doc, noun.start, 'entitlement') !== null
  );
}

/** "no proof of | the killing of", "there is nothing that points to | the killing of". */
function isUnproved(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const link = chunks[h.chunk - 1];
  if (link?.kind !== 'case') return false;
  const proof = chunks[h.chunk - 2];
  if (proof === undefined) return false;
  const none = (k: number): boolean => {
    const chunk = chunks[k];
    if (chunk === undefined) return false;
    return chunk.kind === 'negation' || (chunk.kind === 'event' && field(chunk.node, 'stance') === 'denied');
  };
  if (nodeOf(doc, proof.start, 'proof') !== null)
    return [3, 4, 5].some((n) => none(h.chunk - n) && isNear(chunks, h.chunk - n, h.chunk - 2));
  // "there is not what points to"
  const what = chunks[h.chunk - 3];
  return (
    proof.kind === 'say' &&
    what !== undefined &&
    nodeOf(doc, what.start, 'what') !== null &&
    (none(h.chunk - 4) || none(h.chunk - 5))
  );
}

/** Nothing acts between the two. */
const isNear = (chunks: readonly Chunk[], from: number, to: number): boolean =>
  chunks.slice(from + 1, to).every(({ kind, finite }) => !finite && (kind === 'word' || kind === 'noun' || kind === 'case'));
