/** Where somebody has his post: "a source in the police", "the officer in the army", "the spokesman for the ministry". */
import { BI, LI } from '../lexicon/analyze.ts';
import { TEH_MARBUTA } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isMovement } from './parties.ts';
import { isDocument } from './sources.ts';
import { field, hasConjunction, isDefinite, isWord, nodeOf, strictOfToken } from './words.ts';

/** Where somebody works: a body, an office, a town. */
export const isSeat = (doc: Doc, chunk: Chunk, noun: NounPhrase): boolean =>
  noun.count === null &&
  (isDefinite(doc, noun.head) || noun.end > noun.head + 1) &&
  (chunk.kind === 'place' ||
    noun.actor !== null ||
    (noun.kind === 'source' && !isDocument(noun)) ||
    (noun.kind === 'person' && field(noun.node, 'unit') === 'group'));

/** The body, and no town, in which somebody has the post that is told with its article. */
export const isPostOf = (doc: Doc, chunk: Chunk, next: NounPhrase, noun: NounPhrase): boolean =>
  chunk.kind === 'noun' &&
  !hasConjunction(doc, chunk.start) &&
  (noun.kind === 'title' || noun.kind === 'person') &&
  noun.count === null &&
  isDefinite(doc, noun.head) &&
  next.outlet === null &&
  !isDocument(next) &&
  nodeOf(doc, next.head, 'forum') === null &&
  (isSeat(doc, chunk, next) || isMovement(doc, { ...next, end: next.head + 1 }));

/** The body for which a spokesman speaks, behind his title with its article; no agency to which he spoke. */
export function isSeatOfSpokesman(doc: Doc, { bits, start }: Chunk, next: NounPhrase, noun: NounPhrase): boolean {
  if (!(bits & (BI | LI)) || hasConjunction(doc, start) || next.count !== null || nodeOf(doc, next.head, 'forum') !== null)
    return false;
  if (!isDefinite(doc, noun.head) || nodeOf(doc, noun.head, 'spokesman') === null || isDocument(next)) return false;
  if (next.outlet !== null) return field(next.outlet, 'kind') === 'government-media';
  const body = next.kind === 'person' && field(next.node, 'unit') === 'group';
  return body || next.actor !== null || (next.kind === 'source' && field(next.node, 'kind') === 'official');
}

/** "the military wing | of the movement", "the regional director | of the organization X": a post or an organ told with its article and an adjective. Whom a speaker talked to is a medium. */
export function isOrganOf(doc: Doc, { bits, start }: Chunk, next: NounPhrase, { kind, head, end, count }: NounPhrase): boolean {
  if (!(bits & LI) || hasConjunction(doc, start) || next.count !== null || count !== null || end !== head + 2) return false;
  if (!organs.has(kind) || !isDefinite(doc, head) || !isWord(doc, end - 1) || !isDefinite(doc, end - 1)) return false;
  if (kind !== 'source' && !isQuality(doc, end - 1)) return false;
  if (isDocument(next) || nodeOf(doc, next.head, 'forum') !== null) return false;
  if (next.outlet !== null) return bodies.has(field(next.outlet, 'kind') ?? '');
  return (
    next.actor !== null ||
    (next.kind === 'source' && field(next.node, 'kind') === 'official') ||
    (next.kind === 'person' && field(next.node, 'unit') === 'group') ||
    isMovement(doc, { ...next, end: next.head + 1 })
  );
}

const organs: ReadonlySet<string> = new Set(['title', 'person', 'source', 'thing', 'other']);
const bodies: ReadonlySet<string> = new Set(['ngo', 'government-media', 'un']);

const YEH = '\u064a';
/** An adjective with its article; those of relation are more than any list holds. */
const isQuality = (doc: Doc, i: number): boolean =>
  doc.at[i].some((n) => n.word?.surface.features.pos === 'adjective') ||
  strictOfToken(doc, i).replace(TEH_MARBUTA, '').endsWith(YEH);

/** "the international committee | of the red cross": token `i` stands within a name that the lists hold. */
export const isWithinName = (doc: Doc, head: number, i: number): boolean => {
  for (let t = head; t < i; t++) if (((nodeOf(doc, t, 'outlet') ?? nodeOf(doc, t, 'actor'))?.end ?? 0) > i) return true;
  return false;
};

export const isIndefinite = (doc: Doc, noun: NounPhrase): boolean =>
  (noun.kind === 'source' || noun.kind === 'person' || noun.kind === 'outcome') && !noun.definite && !isDefinite(doc, noun.head);

/** "a source | in | X", "the news coming | from | X" */
export const takesSeat = (doc: Doc, noun: NounPhrase, { mark }: Chunk): boolean =>
  isIndefinite(doc, noun) || (mark === 'from' && nodeOf(doc, noun.end - 1, 'comes-from') !== null);
