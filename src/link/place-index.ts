/**
 * The index of the gazetteer as typed arrays: hashes of names to rows, and the words that are or begin a name. It is built in one pass over the files, or kept
 * in a file as it is.
 */
import { DataError } from '../lexicon/errors.ts';
import { addLetter, afterArticle, type KeyState, placeOf, skeletonOf, startKey } from './place-key.ts';

/** Rows of one hash, latest first. */
export type Chains = { mask: number; heads: Int32Array; next: Int32Array };
export type Words = { count: number; mask: number; hash: Int32Array; flag: Uint8Array };
export type Entries = { count: number; exact: Int32Array; skeleton: Int32Array; row: Int32Array };
/** Where each row begins, and in which file. */
export type Rows = { count: number; start: Int32Array; file: Uint8Array };

export type PlaceIndex = { rows: Rows; entries: Entries; words: Words; exact: Chains; skeleton: Chains };

const TAB = 9;
const LINE = 10;
const BAR = 0x7c;
const TILDE = 0x7e;
/** Flags of a word: it is a name by itself; it begins one of several words. */
export const WHOLE = 1;
export const BEGINS = 2;

export function indexPlaces(files: readonly { file: string; text: string }[]): PlaceIndex {
  let lines = 0;
  for (const { text } of files) lines += (text.length >> 5) + 2;
  const entries: Entries = { count: 0, exact: column(lines), skeleton: column(lines), row: column(lines) };
  const rows: Rows = { count: 0, start: column(lines), file: new Uint8Array(lines) };
  const words = newWords(FEW_WORDS);
  for (let f = 0; f < files.length; f++) indexFile(files[f].file, files[f].text, f, rows, entries, words);
  cut(rows, entries);
  return { rows, entries, words, exact: chain(entries, entries.exact), skeleton: chain(entries, entries.skeleton) };
}

/** Words of a small gazetteer; the table grows with more. */
const FEW_WORDS = 1 << 14;

function cut(rows: Rows, entries: Entries): void {
  rows.start = rows.start.slice(0, rows.count);
  rows.file = rows.file.slice(0, rows.count);
  entries.exact = entries.exact.slice(0, entries.count);
  entries.skeleton = entries.skeleton.slice(0, entries.count);
  entries.row = entries.row.slice(0, entries.count);
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
  const mask = powerOfTwo(entries.count) - 1;
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

export function flagOf(words: Words, hash: number): number {
  let slot = hash & words.mask;
  while (words.flag[slot] !== 0) {
    if (words.hash[slot] === hash) return words.flag[slot];
    slot = (slot + 1) & words.mask;
  }
  return 0;
}

export function endOfLine(text: string, from: number): number {
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
