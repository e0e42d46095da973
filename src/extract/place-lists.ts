/** Lists of places under one class word: "the villages of A, B and C". */
import { BI, FA, KA, LI } from '../lexicon/analyze.ts';
import type { Doc } from './doc.ts';
import { type Gazetteer, nameAt, type PlacePhrase } from './place-names.ts';
import { closingOf, featuresOf, hasConjunction, isDefinite, isFiniteVerb, isWord, markAt, nodeOf } from './words.ts';

/** Names that one list goes on with at most. */
const MOST = 20;

/** Token behind the last name of the list that begins with the place; the end of the place where it begins none. */
export function listEnd(doc: Doc, place: PlacePhrase, end: number, gazetteer: Gazetteer): number {
  const [level] = place.levels;
  const { start } = place;
  const head = nodeOf(doc, start, 'place-class');
  const number = head === null ? null : featuresOf(head)?.number;
  if ((number !== 'pl' && number !== 'du') || isDefinite(doc, start) || level.keys.length === 0) return place.end;
  let after = place.end;
  for (let n = 0; n < MOST && after < end; n++) {
    const next = nextName(doc, after, end, gazetteer);
    if (next < 0) break;
    after = next;
    if (number === 'du') break;
  }
  return after;
}

/** Token behind ", B" or "and B", or -1. */
function nextName(doc: Doc, t: number, end: number, gazetteer: Gazetteer): number {
  let k = markAt(doc, t) === 'comma' ? t + 1 : t;
  const and = k < end ? nodeOf(doc, k, 'and') : null;
  if (and !== null) k = and.end;
  if (k >= end || (k === t && !hasConjunction(doc, k))) return -1;
  const mark = markAt(doc, k);
  if (mark === 'open' || mark === 'quote' || mark === 'slash') {
    const close = closingOf(doc, k, end, 5);
    return close > k + 1 ? close + 1 : -1;
  }
  if (!isWord(doc, k) || doc.bits[k] & (BI | LI | KA | FA)) return -1;
  const match = nameAt(doc, k, end, gazetteer);
  if (match !== null && (match.length > 1 || doc.info[k].unknown)) return k + match.length;
  // "and the gate": an everyday word goes on with the list only with its article
  if (match !== null) return isDefinite(doc, k) && nodeOf(doc, k, 'person') === null ? k + 1 : -1;
  if (!isStranger(doc, k)) return -1;
  let after = k + 1;
  while (after < end && after < k + 3 && isWord(doc, after) && doc.bits[after] === 0 && isStranger(doc, after)) after++;
  return after;
}

const isStranger = (doc: Doc, k: number): boolean => doc.info[k].unknown && doc.at[k].length === 0 && !isFiniteVerb(doc, k);
