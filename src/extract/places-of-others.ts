/** Places of a sentence that say where some of those hurt were, or were brought, and not where it happened. */
import { harmed } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

/** "12 were killed, among them five | in | X and three | from | Y": where some of them were or are from. */
export function isOfPart(chunks: readonly Chunk[], { figures }: Happening, k: number): boolean {
  const tie = chunks[k - 1];
  let at = tie?.kind === 'case' && (tie.mark === 'in' || tie.mark === 'from') ? k - 2 : k - 1;
  // "five | of them | in X"
  if (chunks[at]?.kind === 'among') at--;
  // "four dead | in each of X and Y"
  let far = at;
  while (far > 0 && far > k - SPREAD && spreads.has(chunks[far].kind)) far--;
  const own = figures.filter((f) => f.partOf !== null && isOfWord(f));
  const apart = own.some((f) => isSetOff(chunks, f));
  return (
    figures.some((f) => f.partOf !== null && f.chunk === at && f.noun.kind === 'number') ||
    (apart && own.some((f) => f.chunk === far))
  );
}
const SPREAD = 6;
const spreads: ReadonlySet<string> = new Set(['case', 'word', 'place']);

/** "22 dead, ... twelve dead": counted with the word of the whole, a part says nothing but how many. */
const isOfWord = ({ noun, partOf }: FigureDraft): boolean =>
  (noun.count !== null || noun.features?.number === 'du') && noun.node !== null && noun.node.value === partOf!.noun.node?.value;

/** The first of such parts stands behind a comma. */
const isSetOff = (chunks: readonly Chunk[], { chunk }: FigureDraft): boolean =>
  chunks[chunk - 1].kind === 'mark' && chunks[chunk - 1].mark === 'comma';

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

/** "clashes with X, | which | controls | half of the province of Y", "an attack by X | which | is active | in Y": where a party is that had a hand in it. */
export function isOfParty(chunks: readonly Chunk[], { parts, light }: Happening, k: number): boolean {
  for (let r = k - 1; r > Math.min(...parts) && r >= k - CLAUSE; r--) {
    const { kind, mark } = chunks[r];
    if (kind === 'event' && !chunks[r].finite) return false;
    if (kind === 'contrast' || kind === 'reset' || kind === 'result' || (kind === 'mark' && mark !== 'quote')) return false;
    if (kind !== 'relative') continue;
    const party = chunks[r - 1].noun?.actor ?? null;
    const verb = chunks.findIndex(({ finite }, j) => finite && j > r && j < k);
    return party !== null && verb > 0 && !parts.includes(verb) && verb !== light && isPresent(chunks[verb]);
  }
  return false;
}
/** How long such a clause may be, in chunks. */
const CLAUSE = 14;
const isPresent = ({ node }: Chunk): boolean => node !== null && featuresOf(node)?.tense === 'present';

/** "(shelled) from | its posts | in | X | the town of Y": where it was fired. */
export function isFromPosts(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  if (k < 3 || chunks[k - 1].mark !== 'in' || chunks[k - 2].kind !== 'noun' || chunks[k - 3].mark !== 'from') return false;
  const next = chunks[k + 1];
  const struck = next?.kind === 'place' ? !hasConjunction(doc, next.start) : next?.mark === 'on';
  return struck && doc.info[chunks[k - 2].end - 1].pronoun !== null;
}
