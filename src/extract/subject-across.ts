/**
 * The subject of a verb of saying that stands before it, whatever is put in between: "the spokesman, who was there, in a statement of which the agency
 * received a copy, on Tuesday, said". The phrase opens its clause, and nothing between it and the verb is a part of the clause itself.
 */
import { BI, FA, KA, LI } from '../lexicon/analyze.ts';
import { ALEF } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { phraseOf, wholeSpeaker } from './whole-speaker.ts';
import { field, hasConjunction, isDefinite, looseOfToken, nodeOf } from './words.ts';

/** How many chunks may lie between the beginning of the clause and its verb. */
const REACH = 24;
const PREFIXED = BI | LI | KA;
const openers: ReadonlySet<string> = new Set(['contrast', 'continue', 'that', 'reset', 'was', 'modal']);
const breaks: ReadonlySet<string> = new Set(['colon', 'semicolon', 'dash', 'bar', 'slash']);
/** What stands in a clause without being a part of it. */
const light: ReadonlySet<string> = new Set(['date', 'word', 'modal', 'was', 'negation', 'circumstance', 'background']);
const softMarks: ReadonlySet<string> = new Set(['comma', 'open', 'close', 'quote', 'close-paren', 'dot']);

export function subjectAcross(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  const joined = hasConjunction(doc, chunks[k].start);
  if (joined && (doc.bits[chunks[k].start] & FA) === 0) return null;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    const { kind, bits } = chunks[j];
    if (used[j] || (kind !== 'noun' && kind !== 'place' && kind !== 'evidence') || bits & PREFIXED) continue;
    const opener = openerOf(doc, chunks, j);
    if (opener === null) continue;
    // "as for X, he said": taken up by "fa-"
    if (joined && !(opener >= 0 && field(chunks[opener].node, 'taken-up') === 'yes')) return null;
    if (phraseOf(doc, chunks[j]) === null) return null;
    const { noun, next } = wholeSpeaker(doc, chunks, j, k, used);
    return isPutIn(doc, chunks, next, k, used) ? noun : null;
  }
  return null;
}

/** The chunk that opens the clause in which the phrase of chunk `j` is the first, -1 at the head of the sentence; null when something stands before it. */
export function openerOf(doc: Doc, chunks: readonly Chunk[], j: number): number | null {
  let b = j - 1;
  // "one of the residents"
  while (
    b >= 0 &&
    (chunks[b].kind === 'date' ||
      (chunks[b].kind === 'word' && nodeOf(doc, chunks[b].start, 'each') !== null) ||
      isQuote(chunks[b]))
  )
    b--;
  if (b < 0) return -1;
  const { kind, mark } = chunks[b];
  if (kind === 'mark') return breaks.has(mark) ? b : null;
  return openers.has(kind) ? b : null;
}

const isQuote = ({ kind, mark }: Chunk): boolean => kind === 'mark' && (mark === 'open' || mark === 'quote');

/** Nothing from chunk `from` to the verb in chunk `k` is a part of the clause. */
export function isPutIn(doc: Doc, chunks: readonly Chunk[], from: number, k: number, used: Uint8Array): boolean {
  let governed = false;
  let j = from;
  while (j < k) {
    const chunk = chunks[j];
    const { kind, mark } = chunk;
    if (used[j] || light.has(kind) || (kind === 'reset' && field(chunk.node, 'resets') === 'speaker')) j++;
    else if (kind === 'mark') {
      governed = false;
      if (mark === 'open-paren' || mark === 'dash') {
        const close = closeOf(chunks, j, k);
        if (close < 0) return false;
        j = close + 1;
      } else if (mark === 'comma' && describes(doc, chunks[j + 1])) j = clauseEnd(chunks, j + 1, k);
      else if (softMarks.has(mark)) j++;
      else return false;
    } else if (kind === 'pronoun' && hasConjunction(doc, chunk.start)) {
      // "X, and he is a driver in the town, said"
      j = clauseEnd(chunks, j, k);
    } else if (kind === 'relative') {
      const end = clauseEnd(chunks, j, k);
      if (!chunks.slice(j + 1, end).some((c) => c.finite)) return false;
      j = end;
    } else if (kind === 'case') {
      if (doc.info[chunk.start].pronoun !== null) j++;
      else if (j + 1 < k && isNominal(chunks[j + 1])) {
        governed = true;
        j += 2;
      } else return false;
    } else if (isNominal(chunk) && (governed || chunk.bits & (LI | BI) || isAdverb(doc, chunk))) {
      governed ||= (chunk.bits & (LI | BI)) !== 0;
      j++;
    } else if (chunk.finite && governed && !hasConjunction(doc, chunk.start) && isOpen(doc, chunks[j - 1])) {
      // "in a statement of which the agency received a copy"
      j = clauseEnd(chunks, j, k);
    } else return false;
  }
  return true;
}

const isNominal = ({ kind, finite }: Chunk): boolean =>
  kind === 'noun' ||
  kind === 'place' ||
  kind === 'evidence' ||
  kind === 'hearsay' ||
  kind === 'date' ||
  ((kind === 'event' || kind === 'say' || kind === 'light' || kind === 'unreal') && !finite);

/** "officially", "by telephone": an accusative that is no object. */
const isAdverb = (doc: Doc, { noun, start, end }: Chunk): boolean =>
  noun !== null &&
  noun.kind === 'other' &&
  end === start + 1 &&
  !isDefinite(doc, start) &&
  looseOfToken(doc, start).endsWith(ALEF);

/** A noun without its article, which a clause may describe without a relative. */
const isOpen = (doc: Doc, { end, start }: Chunk): boolean => !isDefinite(doc, end - 1) && doc.info[start].pronoun === null;

/** ", who", ", and he is", ", asking that": what a comma sets off behind the speaker. */
const describes = (doc: Doc, next: Chunk | undefined): boolean =>
  next !== undefined &&
  (next.kind === 'relative' ||
    (next.kind === 'pronoun' && hasConjunction(doc, next.start)) ||
    (next.kind === 'say' && !next.finite));

const clauseEnd = (chunks: readonly Chunk[], from: number, k: number): number => {
  for (let j = from; j < k; j++)
    if (chunks[j].kind === 'mark' && (chunks[j].mark === 'comma' || chunks[j].mark === 'dash')) return j;
  return k;
};

function closeOf(chunks: readonly Chunk[], from: number, k: number): number {
  const close = chunks[from].mark === 'dash' ? 'dash' : 'close-paren';
  for (let j = from + 1; j < k; j++) if (chunks[j].kind === 'mark' && chunks[j].mark === close) return j;
  return -1;
}
