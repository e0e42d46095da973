/**
 * Keys of place names. A name's key is the letters of its words run together, each word without its article, so that two spellings that differ only in
 * a space or an article are one name. The *skeleton* also forgets long alefs, doubled letters and a final yeh, heh or alef: it is asked on a miss only.
 */
import { looseOf } from '../text/characters.ts';
import { ALEF, BEH, FEH, HAMZA, HEH, JEEM, KAF, LAM, WAW, WAW_HAMZA, YEH, YEH_HAMZA, ZAIN } from '../text/letters.ts';

const code = (letter: string): number => letter.charCodeAt(0);
const alef = code(ALEF);
const lam = code(LAM);
const heh = code(HEH);
const yeh = code(YEH);

/** Folding of place names: the loose key, and the letters that Kurdish, Persian and colloquial spellings exchange. */
export const placeOf = new Uint16Array(looseOf);
const exchanged: [number, string][] = [
  [0x06af, KAF],
  [0x0763, KAF],
  [0x06ad, KAF],
  [0x0686, JEEM],
  [0x067e, BEH],
  [0x06a4, FEH],
  [0x0698, ZAIN],
  [0x06c6, WAW],
  [0x06c7, WAW],
  [code(WAW_HAMZA), WAW],
  [code(YEH_HAMZA), YEH],
];
for (const [c, letter] of exchanged) placeOf[c] = code(letter);
placeOf[code(HAMZA)] = 0;

export const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Where the letters of the word at `at` begin once its article is passed over; two letters at least must stay. */
export function afterArticle(text: string, at: number): number {
  // never asked beyond the end: the machine would look up every letter of every name the slow way from then on
  if (at + 3 >= text.length) return at;
  if (placeOf[text.charCodeAt(at)] !== alef || text.charCodeAt(at + 1) !== lam) return at;
  return placeOf[text.charCodeAt(at + 2)] > 0x39 && placeOf[text.charCodeAt(at + 3)] > 0x39 ? at + 2 : at;
}

/** What {@link hashInto} leaves behind: plain numbers, so that loading makes no garbage. */
export type KeyState = { exact: number; skeleton: number; before: number; last: number; letters: number };

export function startKey(state: KeyState): void {
  state.exact = SEED;
  state.skeleton = SEED;
  state.before = SEED;
  state.last = 0;
  state.letters = 0;
}

/** Adds one letter to both hashes. */
export function addLetter(state: KeyState, folded: number): void {
  state.exact = Math.imul(state.exact ^ folded, PRIME);
  if (folded === state.last || (folded === alef && state.letters > 0)) return;
  state.before = state.skeleton;
  state.skeleton = Math.imul(state.skeleton ^ folded, PRIME);
  state.last = folded;
  state.letters++;
}

/** Hash of the skeleton; 0 when too little of the name is left to mean anything. */
export function skeletonOf(state: KeyState): number {
  if (state.last === heh || state.last === yeh) return state.letters > 3 ? state.before : 0;
  return state.letters > 2 ? state.skeleton : 0;
}

/** Adds the letters of one word, without its article: {@link addLetter} for each, with the state at hand while it lasts. */
export function addWord(state: KeyState, word: string): void {
  let { exact, skeleton, before, last, letters } = state;
  for (let i = afterArticle(word, 0); i < word.length; i++) {
    const folded = placeOf[word.charCodeAt(i)];
    if (folded === 0) continue;
    exact = Math.imul(exact ^ folded, PRIME);
    if (folded === last || (folded === alef && letters > 0)) continue;
    before = skeleton;
    skeleton = Math.imul(skeleton ^ folded, PRIME);
    last = folded;
    letters++;
  }
  state.exact = exact;
  state.skeleton = skeleton;
  state.before = before;
  state.last = last;
  state.letters = letters;
}

/** The exact hash alone, gone on with over one word. */
export function hashOn(hash: number, word: string): number {
  let exact = hash;
  for (let i = afterArticle(word, 0); i < word.length; i++) {
    const folded = placeOf[word.charCodeAt(i)];
    if (folded !== 0) exact = Math.imul(exact ^ folded, PRIME);
  }
  return exact;
}

/** The key of one word as a string. */
export function placeKey(word: string): string {
  let key = '';
  for (let i = afterArticle(word, 0); i < word.length; i++) {
    const folded = placeOf[word.charCodeAt(i)];
    if (folded !== 0) key += String.fromCharCode(folded);
  }
  return key;
}

/** The key of a whole name as a string. */
export function nameKey(name: string): string {
  let key = '';
  for (const word of name.split(/[ _-]+/u)) key += placeKey(word);
  return key;
}
