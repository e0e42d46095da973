/** Where somebody has his post: "a source in the police", "the officer in the army", "the spokesman for the ministry". */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isMovement } from './parties.ts';
import { isDocument } from './sources.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

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
