/** Numbers that are the ages of people told before: "(16 and 18 years)". The unit stands once, behind the last. */
import { NUMBER } from '../text/scan.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isLoneAnd } from './number-words.ts';
import { hasConjunction, nodeOf } from './words.ts';

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

/** "the boy X, aged | 13 years": where the years end that the word at `t` tells of whoever is named before; -1 elsewhere. */
export function yearsEnd(doc: Doc, t: number, end: number): number {
  const amount = nodeOf(doc, t, 'age') === null ? null : nodeOf(doc, t, 'amount');
  if (amount === null || amount.end <= t + 1 || amount.end > end) return -1;
  return amount.end < end && isYears(doc, amount.end) ? amount.end + 1 : amount.end;
}
