/**
 * Deeds told as nouns that have not come or are not known: "a likely attack on the base", "the storming of the city has become imminent", "it is the right of X to
 * shell", "there is no proof of the killing of civilians".
 */
import { harmed } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { field, hasConjunction, isDefinite, isWord, nodeOf } from './words.ts';

/** How many chunks may stand between the deed and what is said of it. */
const REACH = 8;

export type Prospect = 'ahead' | 'unproved' | null;

export function prospect(doc: Doc, chunks: readonly Chunk[], h: Happening): Prospect {
  if (isUnproved(doc, chunks, h)) return 'unproved';
  if (h.finite || (h.light >= 0 && chunks[h.light].finite)) return null;
  return isEntitled(doc, chunks, h) || isLikely(doc, chunks, h) || becomesLikely(doc, chunks, h) ? 'ahead' : null;
}

/** "a likely attack", "the expected storming of the city": an adjective beside the deed, which agrees with it in the article. */
function isLikely(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const { start, end } = chunks[h.chunk];
  // who died is nobody's prospect, and what killed took place: it is only likely that it was a suicide bombing
  if (h.outcome !== null || h.figures.some((f) => harmed.has(f.outcome) && f.low > 0)) return false;
  for (let t = start + 1; t < Math.min(doc.length, end + 2) && isWord(doc, t) && !hasConjunction(doc, t); t++) {
    const node = nodeOf(doc, t, 'prospect');
    if (node !== null) return field(node, 'predicate') !== 'yes' && isDefinite(doc, t) === isDefinite(doc, start);
    if (t >= end && nodeOf(doc, t, 'nationality') === null) return false;
  }
  return false;
}

/** "the storming of the city | has become | imminent", "the attack on the city | (is) possible": said of a deed that opens its clause. */
function becomesLikely(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const before = itemAt(chunks, h.chunk - 1);
  if (before !== undefined && before.kind !== 'that' && before.kind !== 'mark' && before.kind !== 'contrast') return false;
  for (let k = h.chunk + 1; k < chunks.length && k <= h.chunk + REACH; k++) {
    const { kind, finite, start } = chunks[k];
    const node = nodeOf(doc, start, 'prospect');
    // "the shelling is | near the hospital"
    if (node !== null && kind !== 'place' && !isDefinite(doc, start)) {
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
  const noun = itemAt(chunks, h.chunk - 1);
  const link = itemAt(chunks, h.chunk - 2);
  return (
    noun?.kind === 'noun' && link?.kind === 'case' && link.mark === 'from' && nodeOf(doc, noun.start, 'entitlement') !== null
  );
}

/** "no proof of | the killing of", "that | X shelled", "no proof confirms | the killing of", "there is nothing that points to | the killing of". */
function isUnproved(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const first = h.light >= 0 ? Math.min(h.light, h.chunk) : h.chunk;
  let link = first - 1;
  // "that | the army | shelled"
  for (let k = first - 1; k > 0 && k >= first - 3 && link === first - 1; k--) if (chunks[k].kind === 'that') link = k - 1;
  const tie = chunks[link];
  if (tie === undefined || (h.finite && link === first - 1)) return false;
  const confirms = tie.kind === 'say' && tie.finite;
  if (tie.kind !== 'case' && !confirms) return false;
  const at = link - 1;
  if (chunks[at] === undefined) return false;
  const none = (k: number): boolean => {
    const chunk = chunks[k];
    return (
      chunk !== undefined && (chunk.kind === 'negation' || (chunk.kind === 'event' && field(chunk.node, 'stance') === 'denied'))
    );
  };
  if (isProof(doc, chunks[at])) return [1, 2, 3].some((n) => none(at - n) && isNear(chunks, at - n, at));
  // "there is not what points to"
  const what = chunks[at - 1];
  return (
    chunks[at].kind === 'say' && what !== undefined && nodeOf(doc, what.start, 'what') !== null && (none(at - 2) || none(at - 3))
  );
}

const isProof = (doc: Doc, { start, end }: Chunk): boolean =>
  nodeOf(doc, start, 'proof') !== null ||
  (end > start + 1 && nodeOf(doc, start, 'any') !== null && nodeOf(doc, start + 1, 'proof') !== null);

/** Nothing acts between the two. */
const isNear = (chunks: readonly Chunk[], from: number, to: number): boolean =>
  chunks.slice(from + 1, to).every(({ kind, finite }) => !finite && (kind === 'word' || kind === 'noun' || kind === 'case'));
