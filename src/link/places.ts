/**
 * The gazetteer: names of places to rows of `data/places/*.tsv`. The files stay whole strings and the index is typed arrays; a row becomes an object
 * only when it is asked for, so that 60,000 places cost a few megabytes and some tens of milliseconds.
 *
 * Columns: ar, aliases (a|b), en, kind, country, admin1, admin2, lat, lon, rank, id; more may follow. An alias that begins with "~" is an ordinary word or a
 * shortened name: it is found only when asked for (after a place word), never announced by {@link Gazetteer.isName}.
 */
import { DataError } from '../lexicon/errors.ts';
import {
  addLetter,
  addWord,
  afterArticle,
  type KeyState,
  nameKey,
  placeKey,
  placeOf,
  skeletonOf,
  startKey,
} from './place-key.ts';

/** A place. `rank` 0 (hamlet) to 9 (country, capital) says how likely the name means this place when nothing else does. */
export type PlaceRow = {
  id: string;
  ar: string;
  names: readonly string[];
  en: string;
  kind: string;
  country: string;
  admin1: string;
  admin2: string;
  lat: number;
  lon: number;
  rank: number;
};

export type PlaceMatch = { length: number; rows: number[]; exact: boolean };

export type Gazetteer = {
  size: number;
  /** The word is a name, or the first word of one (loose key, with or without article). */
  isName: (looseKey: string) => boolean;
  /** The word is a whole name by itself. */
  isWhole: (looseKey: string) => boolean;
  /** The word begins a name of several words. */
  mayBegin: (looseKey: string) => boolean;
  /** The longest name that begins at `from`. `exact` is false when only the spelling-tolerant key met; that one is asked on a miss, unless `strict`. */
  longestMatch: (keys: readonly string[], from: number, strict?: boolean) => PlaceMatch | null;
  /** Every row of the name made of exactly these words. */
  find: (keys: readonly string[]) => PlaceMatch | null;
  row: (index: number) => PlaceRow;
};

const TAB = 9;
const LINE = 10;
const BAR = 0x7c;
const TILDE = 0x7e;
const WHOLE = 1;
const BEGINS = 2;
const MOST_WORDS = 7;
const COLUMNS = 11;

/** Growing columns of the index while files are read. */
type Entries = { count: number; exact: Int32Array; skeleton: Int32Array; row: Int32Array };
type Rows = { count: number; start: Int32Array; file: Uint8Array };
type Chains = { mask: number; heads: Int32Array; next: Int32Array };
type Words = { count: number; mask: number; hash: Int32Array; flag: Uint8Array };

export function loadGazetteer(files: readonly { file: string; text: string }[]): Gazetteer {
  let lines = 0;
  for (const { text } of files) lines += (text.length >> 5) + 2;
  const entries: Entries = { count: 0, exact: column(lines), skeleton: column(lines), row: column(lines) };
  const rows: Rows = { count: 0, start: column(lines), file: new Uint8Array(lines) };
  const words = newWords(lines * 2);
  for (let f = 0; f < files.length; f++) indexFile(files[f].file, files[f].text, f, rows, entries, words);
  const exact = chain(entries, entries.exact);
  const skeleton = chain(entries, entries.skeleton);
  const parsed = new Map<number, PlaceRow>();
  const state: KeyState = { exact: 0, skeleton: 0, before: 0, last: 0, letters: 0 };

  function row(index: number): PlaceRow {
    let found = parsed.get(index);
    if (found === undefined) {
      const { file, text } = files[rows.file[index]];
      found = parseRow(file, text, rows.start[index]);
      parsed.set(index, found);
    }
    return found;
  }

  const keys = new Map<number, string[]>();
  function keysOf(index: number): string[] {
    let found = keys.get(index);
    if (found === undefined) {
      found = row(index).names.map(nameKey);
      keys.set(index, found);
    }
    return found;
  }

  function hashOfWord(key: string): number {
    startKey(state);
    addWord(state, key);
    return state.exact;
  }

  function rowsOf(chains: Chains, hashes: Int32Array, hash: number, joined: string | null): number[] {
    const found: number[] = [];
    for (let e = chains.heads[hash & chains.mask]; e >= 0; e = chains.next[e]) {
      const index = entries.row[e];
      if (hashes[e] !== hash || found.includes(index)) continue;
      if (joined === null || keysOf(index).includes(joined)) found.push(index);
    }
    return found.reverse();
  }

  function longestMatch(keys: readonly string[], from: number, strict = false): PlaceMatch | null {
    return search(keys, from, 1, strict);
  }

  function search(keys: readonly string[], from: number, least: number, strict: boolean): PlaceMatch | null {
    const end = Math.min(keys.length, from + MOST_WORDS);
    let joined = '';
    let best: PlaceMatch | null = null;
    let tolerant: PlaceMatch | null = null;
    startKey(state);
    for (let i = from; i < end; i++) {
      addWord(state, keys[i]);
      joined += placeKey(keys[i]);
      if (i - from + 1 < least) continue;
      const found = rowsOf(exact, entries.exact, state.exact, joined);
      if (found.length > 0) best = { length: i - from + 1, rows: found, exact: true };
      else if (!strict && best === null) {
        const hash = skeletonOf(state);
        const near = hash === 0 ? [] : rowsOf(skeleton, entries.skeleton, hash, null);
        if (near.length > 0) tolerant = { length: i - from + 1, rows: near, exact: false };
      }
    }
    return best ?? tolerant;
  }

  return {
    size: rows.count,
    isName: (key) => flagOf(words, hashOfWord(key)) !== 0,
    isWhole: (key) => (flagOf(words, hashOfWord(key)) & WHOLE) !== 0,
    mayBegin: (key) => (flagOf(words, hashOfWord(key)) & BEGINS) !== 0,
    longestMatch,
    find: (keys) => (keys.length === 0 || keys.length > MOST_WORDS ? null : search(keys, 0, keys.length, false)),
    row,
  };
}

/** One pass over the names of a file; the columns after them are skipped unread. */
function indexFile(file: string, text: string, number: number, rows: Rows, entries: Entries, words: Words): void {
  if (!text.startsWith('ar\taliases\t'))
    throw new DataError('ISN-D30', file, 1, 'a file of places begins with the line of its column names');
  const state: KeyState = { exact: 0, skeleton: 0, before: 0, last: 0, letters: 0 };
  let at = endOfLine(text, 0);
  while (at < text.length) {
    if (text.charCodeAt(at) === LINE || text.charCodeAt(at) === 0x23) {
      at = endOfLine(text, at);
      continue;
    }
    if (rows.count === rows.start.length) {
      rows.start = doubled(rows.start);
      rows.file = doubled(rows.file);
    }
    rows.start[rows.count] = at;
    rows.file[rows.count] = number;
    at = indexNames(text, at, rows.count++, state, entries, words);
    at = endOfLine(text, at);
  }
}

function indexNames(text: string, from: number, row: number, state: KeyState, entries: Entries, words: Words): number {
  let at = from;
  for (let column = 0; column < 2; ) {
    const quiet = text.charCodeAt(at) === TILDE;
    if (quiet) at++;
    startKey(state);
    let first = 0;
    at = afterArticle(text, at);
    let c = text.charCodeAt(at);
    while (c !== TAB && c !== BAR && c !== LINE && at < text.length) {
      const folded = placeOf[c];
      if (folded !== 0) addLetter(state, folded);
      else if (c === 0x20) {
        if (first === 0) first = state.exact;
        at = afterArticle(text, at + 1) - 1;
      }
      c = text.charCodeAt(++at);
    }
    if (state.letters > 0) {
      addEntry(entries, state.exact, skeletonOf(state), row);
      if (!quiet) mark(words, first === 0 ? state.exact : first, first === 0 ? WHOLE : BEGINS);
    }
    if (c === BAR) at++;
    else if (c === TAB) {
      at++;
      column++;
    } else break;
  }
  return at;
}

function addEntry(entries: Entries, exact: number, skeleton: number, row: number): void {
  if (entries.count === entries.exact.length) {
    entries.exact = doubled(entries.exact);
    entries.skeleton = doubled(entries.skeleton);
    entries.row = doubled(entries.row);
  }
  entries.exact[entries.count] = exact;
  entries.skeleton[entries.count] = skeleton;
  entries.row[entries.count++] = row;
}

function chain(entries: Entries, hashes: Int32Array): Chains {
  const mask = powerOfTwo(entries.count * 2) - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  const next = new Int32Array(entries.count);
  for (let e = 0; e < entries.count; e++) {
    const slot = hashes[e] & mask;
    next[e] = heads[slot];
    heads[slot] = e;
  }
  return { mask, heads, next };
}

function newWords(least: number): Words {
  const size = powerOfTwo(least * 2);
  return { count: 0, mask: size - 1, hash: new Int32Array(size), flag: new Uint8Array(size) };
}

function mark(words: Words, hash: number, flag: number): void {
  let slot = hash & words.mask;
  while (words.flag[slot] !== 0 && words.hash[slot] !== hash) slot = (slot + 1) & words.mask;
  if (words.flag[slot] === 0) words.count++;
  words.hash[slot] = hash;
  words.flag[slot] |= flag;
  if (words.count * 2 > words.mask) enlarge(words);
}

function enlarge(words: Words): void {
  const { hash, flag } = words;
  Object.assign(words, newWords(words.mask + 1));
  for (let slot = 0; slot < hash.length; slot++) if (flag[slot] !== 0) mark(words, hash[slot], flag[slot]);
}

function flagOf(words: Words, hash: number): number {
  let slot = hash & words.mask;
  while (words.flag[slot] !== 0) {
    if (words.hash[slot] === hash) return words.flag[slot];
    slot = (slot + 1) & words.mask;
  }
  return 0;
}

function parseRow(file: string, text: string, start: number): PlaceRow {
  const end = endOfLine(text, start);
  const cells = text.slice(start, text.charCodeAt(end - 1) === LINE ? end - 1 : end).split('\t');
  const [ar, aliases, en, kind, country, admin1, admin2, lat, lon, rank, id] = cells;
  const wrong =
    cells.length < COLUMNS || ar === '' || lat === '' || lon === '' || !(Math.abs(+lat) <= 90 && Math.abs(+lon) <= 180);
  if (wrong) {
    const line = text.slice(0, start).split('\n').length;
    throw new DataError(
      'ISN-D31',
      file,
      line,
      `a place needs ${COLUMNS} columns, a name and a latitude and longitude in degrees`,
    );
  }
  const names = aliases === '' ? [ar] : [ar, ...aliases.split('|')];
  return { id, ar: ar.replace('~', ''), names, en, kind, country, admin1, admin2, lat: +lat, lon: +lon, rank: +rank };
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at + 1;
}

function column(length: number): Int32Array {
  return new Int32Array(length);
}

function doubled<T extends Int32Array | Uint8Array>(from: T): T {
  const to = new (from.constructor as new (length: number) => T)(from.length * 2 + 16);
  to.set(from);
  return to;
}

function powerOfTwo(least: number): number {
  let size = 16;
  while (size < least) size *= 2;
  return size;
}
