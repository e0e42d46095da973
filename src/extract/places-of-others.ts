/** Places of a sentence that say where some of those hurt were, or were brought, and not where it happened. */
import { harmed } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** "12 were killed, among them five | in | X and three | from | Y": where some of them were or are from. */
export function isOfPart(chunks: readonly Chunk[], { figures }: Happening, k: number): boolean {
  const tie = chunks[k - 1];
  let at = tie?.kind === 'case' && (tie.mark === 'in' || tie.mark === 'from') ? k - 2 : k - 1;
  // "five | of them | in X"
  if (chunks[at]?.kind === 'among') at--;
  return figures.some(({ partOf, chunk, noun }) => partOf !== null && chunk === at && noun.kind === 'number');
}

/** "the hospital of X received | nine dead": where they were brought, unless it was hit itself. */
export const receives = (doc: Doc, { start, noun }: Chunk, h: Happening): boolean =>
  field(nodeOf(doc, start, 'place-class'), 'treats') === 'yes' &&
  h.figures.some((f) => harmed.has(f.outcome)) &&
  !h.recipients.some((r) => r === noun || r.start === start);

/** "a bomb went off in X and another | in Y", "and a second | on Y": the place of what is told in one word behind the happening. */
export function isOfNext(doc: Doc, chunks: readonly Chunk[], last: number, k: number): boolean {
  const next = chunks[k - 2];
  if (k - 2 <= last || chunks[k - 1].kind !== 'case' || next.end !== next.start + 1 || !hasConjunction(doc, next.start))
    return false;
  return doc.at[next.start].some(({ kind }) => others.has(kind));
}
const others: ReadonlySet<string> = new Set(['additional', 'another', 'ordinal', 'nth']);

/** "(shelled) from | its posts | in | X | the town of Y": where it was fired. */
export function isFromPosts(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  if (k < 3 || chunks[k - 1].mark !== 'in' || chunks[k - 2].kind !== 'noun' || chunks[k - 3].mark !== 'from') return false;
  const next = chunks[k + 1];
  const struck = next?.kind === 'place' ? !hasConjunction(doc, next.start) : next?.mark === 'on';
  return struck && doc.info[chunks[k - 2].end - 1].pronoun !== null;
}
