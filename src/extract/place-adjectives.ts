/** Adjectives of places that are no names: "a residential area", "a remote village". */
import { AL, BI, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { type Gazetteer, nameAt, type PlacePhrase, topOf } from './place-names.ts';
import { featuresOf, hasConjunction, isDefinite, isFiniteVerb, isWord, looseOfToken, nodeAmong, nodeOf } from './words.ts';

/** An adjective of relation without its article, in the gender of the class word, which is at most the name of some hamlet. */
export function describes(
  doc: Doc,
  k: number,
  of: Node<any>,
  match: { rows: readonly number[] } | null,
  gazetteer: Gazetteer,
): boolean {
  // "the villages of the district": it ends like an adjective
  if (doc.at[k].length > 0 && doc.at[k].every(({ kind }) => kind === 'place-class')) return false;
  if (!isWord(doc, k) || doc.bits[k] !== 0 || (match !== null && topOf(match.rows, gazetteer) > 2)) return false;
  if (nodeOf(doc, k, 'place-adjective') !== null && (match === null || topOf(match.rows, gazetteer) < 2)) return true;
  const key = looseOfToken(doc, k);
  // "a Kurdish quarter" is short in Arabic
  if (key.length < (nodeOf(doc, k, 'nationality') === null ? 5 : 4) || doc.info[k].unknown) return false;
  const last = key.charCodeAt(key.length - 1);
  const features = featuresOf(of);
  const feminine = features?.number === 'pl' || features?.gender === 'f';
  if (last === HEH || last === TEH_MARBUTA) return feminine && key.charCodeAt(key.length - 2) === YEH;
  return !feminine && last === YEH && (nodeOf(doc, k, 'vocabulary') ?? nodeOf(doc, k, 'nationality')) !== null;
}

/** "the great (market)", "the oil (field) «X»": an adjective with its article, though a family may be called so. */
export const isPlaceAdjective = (doc: Doc, k: number): boolean =>
  isWord(doc, k) &&
  (doc.bits[k] & ~AL) === 0 &&
  doc.at[k].some(({ kind, word }) => kind === 'place-adjective' && word !== null && (word.proclitics & AL) !== 0);

/** "the base «X», the military", "the town «X», the Syrian": an adjective of relation with its article, behind a name in quotation marks. */
const isOfRelation = (doc: Doc, k: number): boolean =>
  isWord(doc, k) &&
  doc.bits[k] === AL &&
  RELATING.test(looseOfToken(doc, k)) &&
  !isFiniteVerb(doc, k) &&
  nodeOf(doc, k, 'direction') === null &&
  nodeOf(doc, k, 'date') === null &&
  (nodeOf(doc, k, 'nationality') !== null || nodeAmong(doc, k, doers) === null) &&
  (k + 1 >= doc.length || nodeOf(doc, k + 1, 'given-name') === null);
const doers = new Kinds(['actor', 'title', 'source', 'outlet']);

/** Behind what describes a place with a name in quotation marks: "the base «X» | the military", "the plant «X» | for gas". */
export function qualitiesEnd(doc: Doc, t: number, end: number): number {
  let k = t;
  while (k < end && k < t + 2 && isOfRelation(doc, k)) k++;
  const made = k < end && (doc.bits[k] & ~AL) === LI && isDefinite(doc, k) && doc.at[k].length > 0;
  return made && doc.at[k].every(({ kind }) => kind === 'vocabulary' || kind === 'thing') ? k + 1 : k;
}

/** "the town of X, | (the) coastal", "the city of Y, the besieged": how far adjectives go on behind the name of a place. */
export function adjectivesEnd(doc: Doc, place: PlacePhrase, end: number, gazetteer: Gazetteer): number {
  const [level] = place.levels;
  if (level.end === level.start || place.anaphor !== null || place.end !== level.end) return place.end;
  const of = nodeOf(doc, place.start, 'place-class');
  const features = of === null ? null : featuresOf(of);
  const gender = features?.number === 'pl' ? 'f' : (features?.gender ?? null);
  let k = place.end;
  while (k < end && k < place.end + 2 && isQualityOf(doc, k, gender, end, gazetteer)) k++;
  return k;
}

function isQualityOf(doc: Doc, k: number, gender: string | null, end: number, gazetteer: Gazetteer): boolean {
  if (!isWord(doc, k) || doc.bits[k] !== AL || isFiniteVerb(doc, k)) return false;
  const key = looseOfToken(doc, k);
  const last = key.charCodeAt(key.length - 1);
  const feminine = last === HEH || last === TEH_MARBUTA;
  if (gender !== null && (gender === 'f') !== feminine) return false;
  if (doc.info[k].unknown) return key.length > 6 && RELATING.test(key) && nameAt(doc, k, k + 1, gazetteer) === null;
  if (nodeOf(doc, k, 'direction') !== null || nodeOf(doc, k, 'date') !== null) return false;
  // "the besieged": of a woman only where no town stands before it; not where more is told of it ("for a month")
  if (isPlaceAdjective(doc, k)) return gender !== null && nodeOf(doc, k, 'belong') === null && endsThere(doc, k + 1, end);
  if (!RELATING.test(key)) return false;
  return doc.at[k].every((n) => qualities.has(n.kind) && n.end === k + 1 && featuresOf(n)?.pos === 'adjective');
}
/** The phrase ends, or goes on with a place. */
const endsThere = (doc: Doc, k: number, end: number): boolean =>
  k >= end ||
  !isWord(doc, k) ||
  hasConjunction(doc, k) ||
  (doc.bits[k] & BI) !== 0 ||
  (nodeAmong(doc, k, goOn) !== null && nodeOf(doc, k, 'date') === null);
const goOn = new Kinds(['case', 'direction', 'relation', 'event', 'result']);
const qualities: ReadonlySet<string> = new Set(['vocabulary', 'nationality', 'place-adjective', 'border', 'event-adjective']);

/** An office or a rank with its article; "the media (centre)" has the letters of "the media man". */
export const isSomebody = (doc: Doc, k: number): boolean =>
  isDefinite(doc, k) &&
  nodeAmong(doc, k, somebody)?.word?.exact === true &&
  nodeOf(doc, k, 'nationality') === null &&
  !RELATING.test(looseOfToken(doc, k));
const RELATING = /\u064A[\u0629\u0647]?$/;
const somebody = new Kinds(['title', 'rank', 'source']);

const YEH = 0x064a;
const HEH = 0x0647;
const TEH_MARBUTA = 0x0629;

/** "on the list, the red one", "a member of a central committee": what a hamlet may be called as well describes the noun before it. */
export const describesHead = (doc: Doc, head: number, t: number): boolean =>
  isDefinite(doc, head)
    ? doc.at[t].length > 0
    : doc.at[t].some((n) => n.kind === 'vocabulary' && featuresOf(n)?.pos === 'adjective' && featuresOf(n)?.gender === 'f');

/** "the director of the district of | Sidakan", whose letters are those of a verb: who governs a place is told by its name. */
export const isDistrictOf = (doc: Doc, { kind, head, end }: NounPhrase, t: number, gazetteer: Gazetteer): boolean =>
  (kind === 'person' || kind === 'title') &&
  end === t &&
  t > head + 1 &&
  nodeOf(doc, t - 1, 'place-class') !== null &&
  !isDefinite(doc, t - 1) &&
  isFiniteVerb(doc, t) &&
  nodeAmong(doc, t, tiesWhere) === null &&
  gazetteer.isName(looseOfToken(doc, t));

const tiesWhere = new Kinds(['relation', 'case']);
