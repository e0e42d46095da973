/**
 * The gazetteer: names of places to rows of `data/places/*.tsv`. The files stay whole strings and the index is typed arrays; a row becomes an object
 * only when it is asked for, so that 60,000 places cost a few megabytes and some tens of milliseconds.
 *
 * Columns: ar, aliases (a|b), en, kind, country, admin1, admin2, lat, lon, rank, id; more may follow. An alias that begins with "~" is an ordinary word or a
 * shortened name: it is found only when asked for (after a place word), never announced by {@link Gazetteer.isName}.
 */
import { DataError } from '../lexicon/errors.ts';
import { BEGINS, type Chains, endOfLine, flagOf, indexPlaces, type PlaceIndex, WHOLE } from './place-index.ts';
import { addWord, hashOn, type KeyState, nameKey, placeKey, SEED, skeletonOf, startKey } from './place-key.ts';

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

export type PlaceMatch = { length: number; rows: readonly number[]; exact: boolean };

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

const LINE = 10;
const MOST_WORDS = 7;
const COLUMNS = 11;
const NO_ROWS: readonly number[] = [];
/** Names whose rows are kept: a power of two. */
const ASKED = 1 << 14;
type Asked = { words: readonly string[]; rows: readonly number[] };

export const loadGazetteer = (files: readonly { file: string; text: string }[]): Gazetteer =>
  openGazetteer(files, indexPlaces(files));

/** The gazetteer of files that were indexed before. A file is not looked at before one of its rows is asked for. */
export function openGazetteer(files: readonly { file: string; text: string }[], index: PlaceIndex): Gazetteer {
  const { rows, entries, words, exact, skeleton } = index;
  const parsed: PlaceRow[] = new Array(rows.count);
  const state: KeyState = { exact: 0, skeleton: 0, before: 0, last: 0, letters: 0 };

  function row(index: number): PlaceRow {
    if (parsed[index] === undefined) {
      const { file, text } = files[rows.file[index]];
      parsed[index] = parseRow(file, text, rows.start[index]);
    }
    return parsed[index];
  }

  const keys: string[][] = new Array(rows.count);
  function keysOf(index: number): string[] {
    keys[index] ??= row(index).names.map(nameKey);
    return keys[index];
  }

  const hashOfWord = (key: string): number => hashOn(SEED, key);

  /** Rows of the hash, and of those the ones that `holds`. */
  function rowsOf(chains: Chains, hashes: Int32Array, hash: number, holds: (row: number) => boolean): number[] {
    const found: number[] = [];
    for (let e = chains.heads[hash & chains.mask]; e >= 0; e = chains.next[e]) {
      const index = entries.row[e];
      if (hashes[e] === hash && !found.includes(index) && holds(index)) found.push(index);
    }
    return found.reverse();
  }

  const marks = marksOf(entries.exact, exact.mask);
  const nearMarks = marksOf(entries.skeleton, skeleton.mask);
  const asked: (Asked | undefined)[] = new Array(ASKED);

  /** Rows whose name is the words `from..to`, which have this hash. Most have none; the others are asked for again and again. */
  function rowsNamed(keys: readonly string[], from: number, to: number, hash: number): readonly number[] {
    if (!isMarked(marks, hash)) return NO_ROWS;
    // a name with its article has the hash of the one without, and both are asked for all the time
    const slot = (hash ^ (keys[from].length << 10)) & (ASKED - 1);
    const before = asked[slot];
    if (before !== undefined && isSame(before.words, keys, from, to)) return before.rows;
    let joined = '';
    for (let i = from; i < to; i++) joined += placeKey(keys[i]);
    const rows = rowsOf(exact, entries.exact, hash, (row) => keysOf(row).includes(joined));
    asked[slot] = { words: keys.slice(from, to), rows };
    return rows;
  }

  function longestMatch(keys: readonly string[], from: number, strict = false): PlaceMatch | null {
    return strict ? longestExact(keys, from) : search(keys, from, 1);
  }

  function longestExact(keys: readonly string[], from: number): PlaceMatch | null {
    const end = Math.min(keys.length, from + MOST_WORDS);
    let length = 0;
    let rows = NO_ROWS;
    let hash = SEED;
    for (let i = from; i < end; i++) {
      hash = hashOn(hash, keys[i]);
      const found = rowsNamed(keys, from, i + 1, hash);
      if (found.length === 0) continue;
      rows = found;
      length = i - from + 1;
    }
    return length === 0 ? null : { length, rows, exact: true };
  }

  /** Of at least so many words; a name that is spelled nearly so counts where none is spelled just so. */
  function search(keys: readonly string[], from: number, least: number): PlaceMatch | null {
    const end = Math.min(keys.length, from + MOST_WORDS);
    let best: PlaceMatch | null = null;
    let tolerant: PlaceMatch | null = null;
    startKey(state);
    for (let i = from; i < end; i++) {
      addWord(state, keys[i]);
      if (i - from + 1 < least) continue;
      const found = rowsNamed(keys, from, i + 1, state.exact);
      if (found.length > 0) best = { length: i - from + 1, rows: found, exact: true };
      else if (best === null) {
        const hash = skeletonOf(state);
        const near = hash === 0 || !isMarked(nearMarks, hash) ? NO_ROWS : rowsOf(skeleton, entries.skeleton, hash, () => true);
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
    find: (keys) => (keys.length === 0 || keys.length > MOST_WORDS ? null : search(keys, 0, keys.length)),
    row,
  };
}

/** One bit in eight is set: tells of nearly every hash that no name has it, from an eighth of the memory that the chains take. */
function marksOf(hashes: Int32Array, mask: number): Uint8Array {
  const marks = new Uint8Array(mask + 1);
  for (const hash of hashes) marks[(hash >>> 3) & mask] |= 1 << (hash & 7);
  return marks;
}

const isMarked = (marks: Uint8Array, hash: number): boolean =>
  (marks[(hash >>> 3) & (marks.length - 1)] & (1 << (hash & 7))) !== 0;

function isSame(words: readonly string[], keys: readonly string[], from: number, to: number): boolean {
  if (words.length !== to - from) return false;
  for (let i = from; i < to; i++) if (words[i - from] !== keys[i]) return false;
  return true;
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
