/** Numbers that are the ages of people told before: "(16 and 18 years)". The unit stands once, behind the last. */
import { NUMBER } from '../text/scan.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isLoneAnd } from './number-words.ts';
import { field, hasConjunction, isWord, nodeOf } from './words.ts';

/** How many numbers may share one unit. */
const SHARED = 4;

/** Where the years end of which the bare number of chunk `k` is the first to be told; -1 where it counts something else. */
export function ageEnd(doc: Doc, chunks: readonly Chunk[], k: number): number {
  const { noun } = chunks[k];
  if (noun === null || noun.kind !== 'number' || noun.end !== noun.start + 1) return -1;
  let i = noun.end;
  for (let n = 0; n < SHARED && i < doc.length; n++) {
    if (isLoneAnd(doc, i)) i++;
    else if (!hasConjunction(doc, i)) break;
    if (i >= doc.length || doc.tokens.kind[i] !== NUMBER) return -1;
    i++;
    if (i < doc.length && isYears(doc, i)) return i + 1;
  }
  return -1;
}

const isYears = (doc: Doc, i: number): boolean => nodeOf(doc, i, 'unit') !== null && nodeOf(doc, i, 'case') === null;

/** The oldest anybody is, in years. */
const OLDEST = 120;

/** "the girl X | 13 years (old)": where the years end that stand at `t`, right behind somebody, without a word for age; -1 elsewhere. */
export function bareYearsEnd(doc: Doc, { kind, count }: NounPhrase, t: number, end: number): number {
  if ((kind !== 'person' && kind !== 'name') || count !== null || t + 1 >= end || doc.tokens.kind[t] !== NUMBER) return -1;
  if (!(doc.tokens.value[t] > 0 && doc.tokens.value[t] < OLDEST) || !isWord(doc, t + 1) || doc.bits[t + 1] !== 0) return -1;
  return field(nodeOf(doc, t + 1, 'unit'), 'grain') === 'year' ? t + 2 : -1;
}

/** "the boy X, aged | 13 years": where the years end that the word at `t` tells of whoever is named before; -1 elsewhere. */
export function yearsEnd(doc: Doc, t: number, end: number): number {
  const amount = nodeOf(doc, t, 'age') === null ? null : nodeOf(doc, t, 'amount');
  if (amount === null || amount.end <= t + 1 || amount.end > end) return -1;
  return amount.end < end && isYears(doc, amount.end) ? amount.end + 1 : amount.end;
}
