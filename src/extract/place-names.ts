/** Names of places in a text, and what a place phrase is made of. */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { rewritten } from '../rules/rewritten.ts';
import { keyMark } from '../text/key-mark.ts';
import { ALEF } from '../text/letters.ts';
import { PLACE } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { isDefinite, isWord, looseOfToken, nodeOf } from './words.ts';

/** So many words are a name of these rows; not `exact` when only a tolerant key met. */
export type NameMatch = { length: number; rows: readonly number[]; exact: boolean };

/** What the reader asks of a gazetteer; keys are loose keys without proclitics. */
export type Gazetteer = {
  isName: (key: string) => boolean;
  /** `exact` is false for a name that is only spelled alike. */
  longestMatch: (keys: readonly string[], from: number) => NameMatch | null;
  /** Importance of a row, 0 (a hamlet) to 10 (a country): lets a bare name stand for a place. */
  rankOf: (row: number) => number;
  kindOf: (row: number) => string;
  /** The first row is the country, province or district that the second lies in. */
  encloses: (outer: number, inner: number) => boolean;
  /** Names of the report at hand that no list holds and a class word showed to be places. */
  learned: Set<string>;
};

/** One level of a place phrase, innermost first. `start..end` are the tokens of the name; `start === end` for a class alone ("the town"). */
export type PlaceLevel = {
  start: number;
  end: number;
  kind: string | null;
  keys: string[];
  rows: readonly number[];
  bearing: number | null;
};

export type PlacePhrase = {
  start: number;
  end: number;
  levels: PlaceLevel[];
  relation: string | null;
  /** Degrees from north, when a direction stands before the name. */
  bearing: number | null;
  offset: { km: number; bearing: number; from: PlaceLevel[] } | null;
  /** "the town", "this area": refers back. Holds the class. */
  anaphor: string | null;
  /** A name of the gazetteer stands in it, or a class of place: surely a place. */
  sure: boolean;
};

rewritten<PlaceLevel>({ start: 0, end: 0, kind: null, keys: [], rows: [], bearing: null }, { bearing: 1 });
rewritten<PlacePhrase>(
  {
    start: 0,
    end: 0,
    levels: [],
    relation: null,
    bearing: null,
    offset: null,
    anaphor: null,
    sure: false,
  },
  { bearing: 1 },
);

/** Loose key of a token without its proclitics (the article stays). */
export function bareKey(doc: Doc, i: number): string {
  const info = doc.info[i];
  // a preposition that the word before rules out stays a letter of the name
  const bits = info.bits & (doc.bits[i] | ~(BI | LI | KA | WA | FA));
  const usual = bits === info.bits;
  if (usual && info.bare !== null) return info.bare;
  const key = withoutProclitics(looseOfToken(doc, i), bits);
  if (usual && info !== doc.forms.none) info.bare = key;
  return key;
}

/** Nothing that stands before the word takes a proclitic from it: its key is the one of its spelling. */
export const isAsSpelled = (doc: Doc, i: number): boolean => (doc.info[i].bits & ~doc.bits[i] & (BI | LI | KA | WA | FA)) === 0;

const AL_KEY = '\u0627\u0644';

/** The same without its article, to compare names and nouns. */
export function coreKey(doc: Doc, i: number): string {
  const key = bareKey(doc, i);
  return key.startsWith(AL_KEY) && key.length > 4 ? key.slice(2) : key;
}

function withoutProclitics(loose: string, bits: number): string {
  let key = loose;
  let drop = 0;
  if (bits & (WA | FA)) drop++;
  if (bits & (BI | KA)) drop++;
  if (bits & LI) {
    drop++;
    if (bits & AL) {
      key = ALEF + key.slice(drop);
      drop = 0;
    }
  }
  return drop > 0 ? key.slice(drop) : key;
}

/** Names are looked up with their words run together, so a small word after a name could complete another one. */
const small = new Set([
  'that',
  'relative',
  'case',
  'conjunction',
  'negation',
  'was',
  'modal',
  'pronoun',
  'number',
  'quantity',
  'date',
]);
const smallMarks = [...small].reduce((marks, kind) => marks | keyMark(kind), 0);
const isSmall = (doc: Doc, k: number): boolean => (doc.marks[k] & smallMarks) !== 0 && doc.at[k].some(mayBeSmall);

const mayBeSmall = ({ kind, word }: Node<any>): boolean => small.has(kind) && (word === null || (word.proclitics & AL) === 0);

/** But "Hawsh al-Sayyid Ali", whose last word is only spelled like "on". */
const endsName = (doc: Doc, k: number): boolean => (doc.marks[k] & smallMarks) !== 0 && doc.at[k].some(isPlainlySmall);

const isPlainlySmall = (node: Node<any>): boolean => mayBeSmall(node) && (node.word === null || node.word.exact);

/** Asked of nearly every word, so remembered with its spelling. */
function isNamed(doc: Doc, i: number, key: string): boolean {
  const info = doc.info[i];
  if (key !== info.bare) return doc.forms.isName(key);
  info.named ??= doc.forms.isName(key);
  return info.named;
}

/** Known of the spelling: no name of a place begins with it. Asked before anything that looks for one. */
export function isUnnamed(doc: Doc, i: number): boolean {
  const info = doc.info[i];
  return info.named === false && info.bits === doc.bits[i];
}

export function nameAt(doc: Doc, i: number, end: number, gazetteer: Gazetteer): NameMatch | null {
  if (!isWord(doc, i) || isUnnamed(doc, i)) return null;
  const first = bareKey(doc, i);
  if (!isNamed(doc, i, first)) return null;
  const known = doc.names[i];
  if (known !== undefined && known.key === first) {
    const { match, none } = known;
    // the longest name up to a later end, where it stands before this one, is the longest up to here
    if (known.end === end || (known.end > end && (none || (match !== null && i + match.length <= end)))) return match;
  }
  const found = longestName(doc, i, end, first, gazetteer);
  // "or Durman" is Omdurman
  // "the district of | Kani Masi", whose first word alone is "was"
  const whole = found !== null && found.length > 1 && i > 0 && nodeOf(doc, i - 1, 'place-class') !== null;
  const small = isSmall(doc, i) && !whole && !(isTown(found, gazetteer) && topOf(found!.rows, gazetteer) >= 5);
  // "north of Khartoum": a district of another country is called "the North"
  const towards = found?.length === 1 && !isDefinite(doc, i) && nodeOf(doc, i, 'direction') !== null;
  const match = small || towards ? null : found;
  doc.names[i] = { key: first, end, match, none: found === null };
  return match;
}

function longestName(doc: Doc, i: number, end: number, first: string, gazetteer: Gazetteer): NameMatch | null {
  let last = i + 1;
  while (
    last < end &&
    last < i + 6 &&
    isWord(doc, last) &&
    !(doc.bits[last] & (BI | KA)) &&
    !endsName(doc, last) &&
    !leadsOn(doc, last, end)
  )
    last++;
  return gazetteer.longestMatch(keysOf(doc, first, i, last), 0);
}

/** "Jobar | east of Damascus", though a quarter is called eastern Jobar. */
const leadsOn = (doc: Doc, k: number, end: number): boolean =>
  (doc.groups[k] & PLACE) !== 0 &&
  doc.bits[k] === 0 &&
  k + 1 < end &&
  isWord(doc, k + 1) &&
  nodeOf(doc, k, 'direction') !== null &&
  (nodeOf(doc, k + 1, 'place-class') !== null || isNamed(doc, k + 1, bareKey(doc, k + 1)));

/** Most are one or two words: a list that grows takes room for seventeen. */
function keysOf(doc: Doc, first: string, i: number, last: number): string[] {
  if (last === i + 1) return [first];
  const keys = [first, looseOfToken(doc, i + 1)];
  for (let k = i + 2; k < last; k++) keys.push(looseOfToken(doc, k));
  return keys;
}

/** "Khan Younis": a known town whose name has several words, though the first of them alone means something else. */
export function isTownOfWords(doc: Doc, i: number, end: number, gazetteer: Gazetteer): boolean {
  const match = nameAt(doc, i, end, gazetteer);
  return isTown(match, gazetteer);
}

const isTown = (match: NameMatch | null, gazetteer: Gazetteer): boolean =>
  match?.exact === true && match.length > 1 && match.rows.some((row) => gazetteer.rankOf(row) > 2);

/** Importance of the greatest of these rows, -1 without one. */
export function topOf(rows: readonly number[], gazetteer: Gazetteer): number {
  let top = -1;
  for (const row of rows) top = Math.max(top, gazetteer.rankOf(row));
  return top;
}

/** A name alone that is one of a country. */
export const isCountry = ({ kind, rows }: Pick<PlaceLevel, 'kind' | 'rows'>, gazetteer: Gazetteer): boolean =>
  kind === null && rows.some((row) => gazetteer.kindOf(row) === 'country');
