/** Names of places that no list holds: how far they reach, and when what stands around them is enough to know them. */
import { AL, BI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { ALEF } from '../text/letters.ts';
import type { Doc } from './doc.ts';
import { isNamedTown } from './homographs.ts';
import { type Gazetteer, type NameMatch, topOf } from './place-names.ts';
import { smallWords } from './small-words.ts';
import { featuresOf, field, isDefinite, isFiniteVerb, isWord, looseOfToken, markAt, nodeAmong, nodeOf } from './words.ts';

/**
 * "in Barawa.", "in Barawa, which lies ...", "in Barawa in the district of X": a stranger behind "in" that needs nothing more to be known; common nouns go on with
 * what they are of, and those without an article take no "which".
 */
export function standsAlone(doc: Doc, t: number, after: number, end: number): boolean {
  if (t === 0 || doc.bits[t] !== 0 || isOwned(doc, t) || nodeOf(doc, t - 1, 'in') === null) return false;
  if (field(nodeOf(doc, t - 1, 'case'), 'role') !== 'in') return false;
  if (after >= end) return true;
  const mark = markAt(doc, after);
  if (mark !== '') return mark !== 'open' && mark !== 'quote' && mark !== 'colon' && mark !== 'dash';
  return nodeOf(doc, after, 'relative') !== null || field(nodeOf(doc, after, 'case'), 'role') === 'in';
}

/** "a school | where displaced people live", "the village | yesterday": a small word or a time, spelled just so, is no name of a place. */
export function isNoName(doc: Doc, k: number): boolean {
  if (!isWord(doc, k)) return false;
  // "the village today"
  if (nodeOf(doc, k, 'day') !== null) return true;
  if (isDefinite(doc, k)) return false;
  if (nodeOf(doc, k, 'date') !== null || nodeOf(doc, k, 'was')?.word?.exact === true) return true;
  if (nodeOf(doc, k, 'daypart') !== null && looseOfToken(doc, k).endsWith(ALEF)) return true;
  let small = false;
  for (const { kind, word } of doc.at[k]) {
    if (notSmall.has(kind) || word?.surface.features.pos === 'adjective') return false;
    const clause = (smallWords.get(kind)?.kind ?? 'case') !== 'case' && word?.exact === true && word.pronoun === null;
    small ||= clause || adverbial.has(kind);
  }
  return small;
}
const notSmall: ReadonlySet<string> = new Set(['given-name', 'family-name', 'kunya', 'name-opener', 'title', 'additional']);
const adverbial: ReadonlySet<string> = new Set(['manner', 'occasion', 'same', 'or']);

/** A verb, a deed or a small word behind "the town of", "the area of": no name of it, but for a bare noun behind a bare word for a town. */
export function isOtherWord(doc: Doc, k: number, end: number): boolean {
  if (isFiniteVerb(doc, k) && !isForeignName(doc, k, end)) return true;
  const event = nodeOf(doc, k, 'event');
  return (
    (event !== null && !isNamedTown(doc, k, event)) ||
    nodeOf(doc, k, 'unreal') !== null ||
    nodeOf(doc, k, 'that') !== null ||
    nodeOf(doc, k, 'result')?.word?.exact === true ||
    nodeOf(doc, k, 'according')?.word?.exact === true ||
    nodeOf(doc, k, 'relative') !== null
  );
}

/** Ends like a noun with its owner: "our ranks", "their homes". */
function isOwned(doc: Doc, t: number): boolean {
  const key = looseOfToken(doc, t);
  return owners.some((owner) => key.length > owner.length + 2 && key.endsWith(owner));
}
/** -ha, -hum, -na, -kum */
const owners = ['\u0647\u0627', '\u0647\u0645', '\u0646\u0627', '\u0643\u0645'];

/** A name that has the letters of "I thank" or of "you follow": no report says so behind "the town of". One that begins like a present tense ends its phrase or goes on with a place. */
export function isForeignName(doc: Doc, k: number, end: number): boolean {
  const { unknown } = doc.info[k];
  if (!unknown) return doc.at[k].length > 0 && doc.at[k].every((node) => (featuresOf(node)?.person ?? 3) !== 3);
  return doc.bits[k] === 0 && (k + 1 >= end || markAt(doc, k + 1) !== '' || (doc.bits[k + 1] & BI) !== 0 || leads(doc, k + 1));
}

/**
 * "(the village of) Umm al-Diba, Ayn Umm al-Rabi, Dayr Nasir": the first word is no name without the next. Where such a name ends, or `k` when a list holds
 * `matched` words of it or it does not begin with such a word.
 */
export function openedName(doc: Doc, k: number, end: number, matched: number): number {
  if (matched > 1 || doc.bits[k] & ~AL) return k;
  let t = k;
  for (let words = 0; words < 3 && t < end && isWord(doc, t) && opensName(doc, t); words++) t++;
  if (t === k) return k;
  const closes =
    t < end &&
    isWord(doc, t) &&
    (doc.bits[t] & ~AL) === 0 &&
    !isDirected(doc, t) &&
    nodeOf(doc, t, 'date') === null &&
    nodeOf(doc, t, 'case') === null &&
    nodeOf(doc, t, 'result') === null &&
    nodeOf(doc, t, 'that') === null &&
    nodeOf(doc, t, 'relative') === null;
  if (closes && nodeOf(doc, t - 1, 'kunya') !== null && nodeOf(doc, t, 'event') === null) return t + 1;
  if (closes && (isDefinite(doc, t) || doc.info[t].unknown || doc.at[t].some((node) => names.has(node.kind)))) return t + 1;
  return t > k + 1 ? t : k;
}

/** "Ayn X", not "al-Ayn" before a bare word: with its article such a word is a whole name or goes on with another article; a title ("al-Sheikh Zuweid") is not. */
const opensName = (doc: Doc, t: number): boolean =>
  nodeAmong(doc, t, openers) !== null &&
  (!isDefinite(doc, t) || (t + 1 < doc.length && isDefinite(doc, t + 1)) || nodeAmong(doc, t, titles) !== null);
const titles = new Kinds(['kunya', 'title']);
const openers = new Kinds(['name-opener', ...titles]);

const isDirected = (doc: Doc, t: number): boolean => nodeOf(doc, t, 'direction') !== null || nodeOf(doc, t, 'relation') !== null;

/** A bare word of no class that matters, which ends the phrase or leads to another place. */
export const isSecondHalf = (doc: Doc, k: number, end: number): boolean =>
  k < end &&
  isWord(doc, k) &&
  doc.bits[k] === 0 &&
  doc.info[k].pronoun === null &&
  !isFiniteVerb(doc, k) &&
  (isSurname(doc, k) || doc.at[k].every((node) => names.has(node.kind) && node.end === k + 1)) &&
  (k + 1 >= end ||
    isSurname(doc, k) ||
    markAt(doc, k + 1) !== '' ||
    nodeOf(doc, k + 1, 'case') !== null ||
    leads(doc, k + 1) ||
    ((doc.bits[k + 1] & BI) !== 0 && placeAt(doc, k + 1)));
const names: ReadonlySet<string> = new Set(['vocabulary', 'given-name', 'family-name', 'numbered', 'whole']);
/** "the hospital of Kamal | Adwan", which is written like "aggression": a surname behind a given name. */
const isSurname = (doc: Doc, k: number): boolean =>
  k > 0 &&
  nodeOf(doc, k - 1, 'given-name')?.word?.exact === true &&
  nodeOf(doc, k, 'family-name')?.word?.exact === true &&
  nodeOf(doc, k, 'event') !== null;
const placeAt = (doc: Doc, k: number): boolean => nodeOf(doc, k, 'place-class') !== null || nodeOf(doc, k, 'direction') !== null;

/** "in", a direction or "near": what may follow the name of a place, and no verb of its own. */
const leads = (doc: Doc, k: number): boolean =>
  field(nodeOf(doc, k, 'case'), 'role') === 'in' ||
  (!isDefinite(doc, k) && (nodeOf(doc, k, 'direction') !== null || nodeOf(doc, k, 'relation') !== null));

/** "the village of (Kilu)": some outlets set names between brackets. Words alone, of which none says where, when or how many. */
export function isNameOnly(doc: Doc, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let k = from; k < to; k++) {
    if (!isWord(doc, k) || isFiniteVerb(doc, k)) return false;
    if (doc.at[k].some(({ kind }) => tells.has(kind))) return false;
  }
  return true;
}

const tells: ReadonlySet<string> = new Set(['direction', 'relation', 'date', 'number', 'quantity', 'event', 'among']);

/** "(hit) a café | popular" in the accusative: an object, whose own ending does not show it. */
export const isObjectWord = (doc: Doc, k: number): boolean =>
  doc.at[k].some((n) => featuresOf(n)?.pos === 'adjective' && featuresOf(n)?.state === 'accusative') &&
  doc.at[k].every((n) => n.word !== null && objective.has(featuresOf(n)?.state ?? ''));

const objective: ReadonlySet<string> = new Set(['accusative', 'construct']);

/** "the area of Wadara" is written like "and I know": no report says so there. */
export const isRatherWhole = (doc: Doc, k: number): boolean =>
  doc.bits[k] === WA && doc.at[k].length > 0 && doc.at[k].every((node) => (featuresOf(node)?.person ?? 3) !== 3);

/** Whether the word at a token is more than a name: what a preposition leads to is no verb, and a word that is only spelled alike weighs less than the name. */
export function isEveryday(doc: Doc, t: number, exact: boolean, top: number): boolean {
  if (doc.info[t].unknown) return false;
  if (!exact || !isLedTo(doc, t)) return doc.at[t].length > 0;
  return doc.at[t].some((node) => {
    const features = featuresOf(node);
    if (features === null || features.pos === 'verb' || (!node.word!.exact && node.end === t + 1)) return false;
    // "in Beita": no preposition has the accusative behind it
    if (isAccusative(doc, t, node)) return false;
    // "in Khanaqin", "in Bara": forms of a word that says nothing here, which news would hardly use so
    return !(node.kind === 'vocabulary' && top >= 3 && (features.number !== 'sg' || features.state === 'accusative'));
  });
}
/** "a house" as an object, "two houses of" as a subject, or the name of a man written like it. */
export const isAccusative = (doc: Doc, t: number, node: Node<any>): boolean => {
  const features = featuresOf(node);
  if (!looseOfToken(doc, t).endsWith(ALEF) || features === null) return false;
  return (
    node.kind === 'given-name' || features.state === 'accusative' || (features.number === 'du' && features.state === 'construct')
  );
};

/** Behind a preposition that stands apart. */
export const isLedTo = (doc: Doc, t: number): boolean =>
  t > 0 && doc.at[t - 1].some(({ kind, end }) => end === t && nounsOnly.has(kind));
const nounsOnly: ReadonlySet<string> = new Set(['in', 'from', 'toward']);

/** "Tin-Zaouatine": one name in two words. */
export const hyphenated = (doc: Doc, k: number, end: number): boolean =>
  k + 1 < end && markAt(doc, k) === 'dash' && doc.tokens.spaced[k] === 0 && doc.tokens.spaced[k + 1] === 0 && isWord(doc, k + 1);

/** "(the former president) Ali Abdullah Saleh" with its first name written like "on": several names of people, though a hamlet is called so. */
export const isPerson = (doc: Doc, t: number, { length, rows }: NameMatch, gazetteer: Gazetteer): boolean => {
  if (length < 2 || topOf(rows, gazetteer) >= 5) return false;
  // "in Beit Lif", "in Deir Sharaf": nobody is in somebody, and no man is called a house
  if (isLedTo(doc, t) && nodeOf(doc, t - 1, 'in') !== null) return false;
  if (nodeOf(doc, t, 'place-class') !== null || nodeOf(doc, t, 'name-opener') !== null) return false;
  for (let i = t; i < t + length; i++)
    if (nodeOf(doc, i, 'given-name') === null && nodeOf(doc, i, 'family-name') === null) return false;
  return true;
};

/** "in Silwan": nobody is in somebody, and what is only a name of people elsewhere is one of a place here. */
export const isInNamesake = (doc: Doc, t: number): boolean =>
  isLedTo(doc, t) &&
  nodeOf(doc, t - 1, 'in') !== null &&
  doc.bits[t] === 0 &&
  doc.at[t].length > 0 &&
  doc.at[t].every(({ kind, word }) => (kind === 'given-name' || kind === 'family-name') && word?.exact !== false) &&
  (t + 1 >= doc.length || !isWord(doc, t + 1) || nodeOf(doc, t + 1, 'given-name') === null);

/** "gatherings of the enemy", "the removal of the judges" (written like "the subdistricts of"): no settlement and no districts. */
export function isCrowdOrRemoval(doc: Doc, t: number, k: number, of: Node<any>): boolean {
  const person = nodeOf(doc, k, 'person');
  if (field(nodeOf(doc, t, 'person'), 'unit') === 'group')
    return field(person, 'who') === 'combatant' || nodeOf(doc, k, 'actor') !== null || nodeOf(doc, k, 'actor-short') !== null;
  const plural = featuresOf(of)?.number === 'pl' && field(of, 'kind') === 'admin3';
  return plural && isDefinite(doc, k) && (person !== null || nodeOf(doc, k, 'title') !== null);
}
