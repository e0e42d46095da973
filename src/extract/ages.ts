/** Numbers that are the ages of people told before: "(16 and 18 years)". The unit stands once, behind the last. */
import { NUMBER } from '../text/scan.ts';
import { birthEnd } from './births.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isLoneAnd } from './number-words.ts';
import { field, hasConjunction, isDefinite, isWord, looseOfToken, nodeOf } from './words.ts';

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

/** "a child | in the tenth (year)", "in the tenth of his life", "a man | in the thirties": where it ends that begins with "in" at `i`, right behind somebody; `i` elsewhere. An hour has a part of the day behind it. */
export function lifeYearEnd(doc: Doc, i: number, end: number, before: NounPhrase | null): number {
  if (
    before === null ||
    before.end !== i ||
    (before.kind !== 'person' && before.kind !== 'name') ||
    before.features?.number === 'pl'
  )
    return i;
  const year = i + 1;
  if (doc.bits[i] !== 0 || field(nodeOf(doc, i, 'case'), 'role') !== 'in' || year >= end || !isDefinite(doc, year)) return i;
  const decade = nodeOf(doc, year, 'life-decade');
  const at = decade?.end ?? year;
  const nth = at < end ? nodeOf(doc, at, 'nth') : null;
  if (decade !== null) return ofLife(doc, nth?.end ?? at, end);
  if (nth === null || nodeOf(doc, year, 'date') !== null || nodeOf(doc, year, 'clock-time') !== null) return i;
  if (!looseOfToken(doc, year).endsWith(FEMININE)) return i;
  let t = nth.end;
  if (t < end && nodeOf(doc, t, 'number') !== null && !hasConjunction(doc, t)) t++;
  if (t < end && (nodeOf(doc, t, 'daypart') !== null || (isWord(doc, t) && isDefinite(doc, t)))) return i;
  const whole = ofLife(doc, t, end);
  return whole === t && t < end && field(nodeOf(doc, t, 'case'), 'role') === 'from' ? i : whole;
}

/** "of his life" behind it. */
const ofLife = (doc: Doc, t: number, end: number): number =>
  t + 1 < end && field(nodeOf(doc, t, 'case'), 'role') === 'from' && nodeOf(doc, t + 1, 'age') !== null ? t + 2 : t;
const FEMININE = '\u0647';

/** The oldest anybody is, in years. */
const OLDEST = 120;

/** "the girl X | 13 years (old)": where the years end that stand at `t`, right behind somebody, without a word for age; -1 elsewhere. */
export function bareYearsEnd(doc: Doc, { kind, count }: NounPhrase, t: number, end: number): number {
  if ((kind !== 'person' && kind !== 'name') || count !== null || t + 1 >= end || doc.tokens.kind[t] !== NUMBER) return -1;
  if (!(doc.tokens.value[t] > 0 && doc.tokens.value[t] < OLDEST) || !isWord(doc, t + 1) || doc.bits[t + 1] !== 0) return -1;
  return field(nodeOf(doc, t + 1, 'unit'), 'grain') === 'year' ? t + 2 : -1;
}

/** "Ahmad Hasan | , 20 years, |": where the age ends that a mark at `t` sets apart behind somebody; -1 where something else stands behind the mark. */
export function setApartEnd(doc: Doc, np: NounPhrase, t: number, end: number): number {
  const years = bareYearsEnd(doc, np, t + 1, end);
  if (years < 0 || years >= end) return years;
  return isWord(doc, years) && !hasConjunction(doc, years) && nodeOf(doc, years, 'case') === null ? -1 : years;
}

/** "the boy X, aged | 13 years": where the years end that the word at `t` tells of whoever is named before; -1 elsewhere. */
export function yearsEnd(doc: Doc, t: number, end: number): number {
  if (reachesYears(doc, t, end)) return t + 3;
  // "born in 1995" is no age
  if (birthEnd(doc, t, end) > t) return -1;
  const amount = nodeOf(doc, t, 'age') === null ? null : nodeOf(doc, t, 'amount');
  if (amount === null || amount.end <= t + 1 || amount.end > end) return -1;
  return amount.end < end && isYears(doc, amount.end) ? amount.end + 1 : amount.end;
}

/** "a girl | who reaches 14 years": without a word for age. */
const reachesYears = (doc: Doc, t: number, end: number): boolean =>
  t + 2 < end &&
  doc.bits[t] === 0 &&
  nodeOf(doc, t, 'rise') !== null &&
  doc.tokens.kind[t + 1] === NUMBER &&
  doc.tokens.value[t + 1] < OLDEST &&
  field(nodeOf(doc, t + 2, 'unit'), 'grain') === 'year';
