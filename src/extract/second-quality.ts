/** "the factions, the Islamic and the fighting ones": the second adjective of many is nobody beside them. */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import { HEH } from '../text/letters.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { featuresOf, field, isDefinite, isWord, looseOfToken, nodeOf } from './words.ts';

const JOINED = WA | AL | FA | BI | KA | LI;

/** Where the phrase ends behind adjectives that "and" joins to its last word; -1 where there is none. */
export function secondQualityEnd(doc: Doc, np: NounPhrase, end: number): number {
  let t = np.end;
  while (t < end && (doc.bits[t] & JOINED) === (WA | AL) && isSecond(doc, np, t, end)) t++;
  return t > np.end ? t : -1;
}

/** "fighters | not Syrian": where the phrase ends behind what its people are not; -1 where nothing is said of it. */
export function otherwiseEnd(doc: Doc, { end: t, kind, definite }: NounPhrase, end: number): number {
  if ((kind !== 'person' && kind !== 'outcome') || definite || t + 1 >= end || doc.bits[t] !== 0) return -1;
  if (field(nodeOf(doc, t, 'negation'), 'governs') !== 'noun') return -1;
  return nodeOf(doc, t + 1, 'nationality') !== null && doc.bits[t + 1] === 0 ? t + 2 : -1;
}

/** "a local group (that is) armed", "Syrian factions (that are) opposing": a second adjective of a body, which is written like a woman or like a body of its own. */
export function isOneMoreQuality(doc: Doc, { head, end: t, node, count }: NounPhrase): boolean {
  const person = t > head + 1 && doc.bits[t] === 0 && count === null ? nodeOf(doc, t, 'person') : null;
  if (person === null || doc.info[t].pronoun !== null || field(node, 'unit') !== 'group' || isDefinite(doc, head)) return false;
  // "a force (killed) | a woman fighter", who is written like an aircraft
  const bears = field(person, 'side') === 'armed' && nodeOf(doc, t, 'thing') === null;
  const many = featuresOf(node!)?.number === 'pl';
  if (!bears && !(many && nodeOf(doc, t, 'regime') !== null)) return false;
  const { gender, number } = featuresOf(person) ?? {};
  return gender === 'f' && number === 'sg' && !isDefinite(doc, t - 1) && looseOfToken(doc, t - 1).endsWith(HEH);
}

function isSecond(doc: Doc, { head, end: last, kind }: NounPhrase, t: number, end: number): boolean {
  if ((kind !== 'person' && kind !== 'actor') || last < head + 2 || !isWord(doc, t)) return false;
  if (!isQuality(doc, t) || !isQuality(doc, last - 1) || !isManyBefore(doc, head, last - 1)) return false;
  // "and the fighting | women of": a noun of its own
  const after = t + 1;
  const next = after < end && isWord(doc, after) && doc.bits[after] === AL && looseOfToken(doc, after).endsWith(HEH);
  // "the government's and the Russian": forces of two
  return nodeOf(doc, t, 'nationality') === null && (!next || isQuality(doc, after));
}

/** Only many of one kind have adjectives that tell them apart; they stand right before the first. */
function isManyBefore(doc: Doc, head: number, quality: number): boolean {
  for (let i = quality - 1; i >= head; i--) {
    const many = nodeOf(doc, i, 'person');
    if (many !== null && field(many, 'unit') === 'group' && featuresOf(many)?.number === 'pl') return isDefinite(doc, i);
    if (!isQuality(doc, i)) return false;
  }
  return false;
}

/** A definite feminine that names no party, place or body. */
const isQuality = (doc: Doc, t: number): boolean =>
  isDefinite(doc, t) &&
  doc.info[t].pronoun === null &&
  looseOfToken(doc, t).endsWith(HEH) &&
  (doc.info[t].unknown || doc.at[t].every((node) => node.end === t + 1 && describes(doc, t, node.kind)));

function describes(doc: Doc, t: number, kind: string): boolean {
  if (kind !== 'person') return qualities.has(kind) || (kind === 'thing' && nodeOf(doc, t, 'person') !== null);
  const features = featuresOf(nodeOf(doc, t, kind)!);
  return features?.number === 'sg' && features.gender === 'f';
}

const qualities: ReadonlySet<string> = new Set(['event-adjective', 'nationality', 'vocabulary', 'loaded']);
