/** Whoever goes with those who act: "settlers, under the protection of the soldiers, stormed", "gunmen whom soldiers accompanied". */
import { AL, BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { filled, make } from './new-chunk.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

const ties: ReadonlySet<string> = new Set(['with', 'support', 'beside']);

/** "stormed | settlers | under the protection of | the soldiers | the village": the last chunk of the company of the noun at `k`; `k` where it has none. */
export function companyEnd(chunks: readonly Chunk[], k: number): number {
  const tie = chunks[k + 1];
  // a company that was told in a clause of its own
  if (tie?.kind === 'word' && tie.end > tie.start + 1) return k + 1;
  if (tie?.kind !== 'case' || !ties.has(tie.mark)) return k;
  let j = k + 2;
  // "with the support | of | the army"
  if (chunks[j]?.kind === 'case' && chunks[j].mark === 'from') j++;
  return chunks[j]?.kind === 'noun' ? j : k;
}

/** Takes the company that a clause of its own tells of out of the row: "gunmen | whom | accompanied(them) | soldiers | attacked": the soldiers are named, and act in nothing. */
export function withoutCompany(doc: Doc, chunks: Chunk[]): Chunk[] {
  for (let k = 1; k + 1 < chunks.length; k++) {
    if (isOfQuality(doc, chunks, k)) {
      chunks.splice(k, 2, make(doc, 'word', chunks[k].start, chunks[k + 1].end));
      continue;
    }
    if (!accompanies(doc, chunks[k])) continue;
    const { kind, noun, bits, end } = chunks[k + 1];
    if (kind !== 'noun' || noun === null || bits & (BI | LI | KA) || hasConjunction(doc, chunks[k + 1].start)) continue;
    // "an officer whom two soldiers accompanied, who were wounded"
    const next = chunks[k + 2];
    if (next?.finite && !hasConjunction(doc, next.start) && noun.features?.number !== 'pl') continue;
    const tie = chunks[k - 1].kind === 'relative' || chunks[k - 1].kind === 'was' ? k - 1 : k;
    if (tie === 0 || chunks[tie - 1].noun === null) continue;
    // "bulldozers | the camp of X": an indefinite noun has no place in its genitive here
    const place = noun.place !== null && noun.place.start > noun.head && !isDefinite(doc, noun.head) ? noun.place : null;
    const word = make(doc, 'word', chunks[tie].start, place?.start ?? end);
    if (place === null) chunks.splice(tie, k + 2 - tie, word);
    else chunks.splice(tie, k + 2 - tie, word, filled(make(doc, 'place', place.start, end), null, place));
    k = tie;
  }
  return chunks;
}

/** "the police arrested(-him) | and with him | his brother": beside whom the pronoun of the verb means, not beside who did it. */
export const isBesideObject = (doc: Doc, tie: Chunk, { start }: Happening): boolean =>
  doc.info[start].pronoun !== null && doc.info[tie.end - 1].pronoun !== null;

/** "accompanied them", "with them (were)" */
const accompanies = (doc: Doc, { kind, finite, node, mark, start }: Chunk): boolean =>
  doc.info[start].pronoun !== null &&
  (finite ? field(node, 'accompanies') === 'yes' : kind === 'case' && field(node, 'company') === 'yes' && mark === 'with');

/** "the government recognized (with-it) | by | the United Nations": whose doing the quality is, and nothing else. */
const isOfQuality = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].kind === 'agent' &&
  chunks[k - 1].end === chunks[k].start &&
  (chunks[k - 1].kind === 'pronoun' ? k > 2 : chunks[k - 1].noun !== null && chunks[k - 1].end - chunks[k - 1].start > 2) &&
  nodeOf(doc, chunks[k].start - 1, 'pronoun') !== null &&
  (doc.bits[chunks[k].start - 2] & AL) !== 0 &&
  doc.at[chunks[k].start - 2].some(({ kind }) => kind === 'say') &&
  chunks[k + 1].kind === 'noun';
