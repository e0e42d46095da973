/**
 * One pass over the untouched text: tokens with UTF-16 offsets. Nothing is sliced that was seen before: each distinct spelling is looked up once in
 * the form table, which remembers its keys across reports.
 */
import { DIGIT, digitOf, kindOf, LATIN, LETTER, NEWLINE, SILENT, SPACE, TATWEEL_KIND } from './characters.ts';
import type { FormTable } from './form-table.ts';

export const WORD = 1;
export const NUMBER = 2;
export const PUNCTUATION = 3;
export const BREAK = 4;

/** Token columns. `form` indexes the form table; for NUMBER `value` is what the digits say; for PUNCTUATION and BREAK `form` is -1 and `mark` the code unit. */
export type Tokens = {
  length: number;
  start: Int32Array;
  end: Int32Array;
  kind: Uint8Array;
  form: Int32Array;
  value: Float64Array;
  mark: Uint16Array;
  /** 1 when white space (or a line break) stands before the token. */
  spaced: Uint8Array;
};

export function scan(text: string, forms: FormTable): Tokens {
  let room = (text.length >> 2) + 16;
  let t = columns(room);
  let n = 0;
  let i = 0;
  let spaced = 1;
  const length = text.length;
  while (i < length) {
    const c = text.charCodeAt(i);
    const kind = kindOf[c];
    if (kind === SPACE) {
      i++;
      spaced = 1;
      continue;
    }
    if (kind === SILENT) {
      i++;
      continue;
    }
    if (n === room) {
      t = grow(t, (room *= 2));
    }
    t.start[n] = i;
    t.spaced[n] = spaced;
    spaced = 0;
    if (kind === NEWLINE) {
      while (i < length && (kindOf[text.charCodeAt(i)] === NEWLINE || kindOf[text.charCodeAt(i)] === SPACE)) i++;
      t.kind[n] = BREAK;
      t.form[n] = -1;
      t.mark[n] = 10;
      spaced = 1;
    } else if ((kind === LATIN || c === 0x26) && entityAt(text, i, t, n)) {
      i = t.end[n];
    } else if (kind === LETTER || kind === TATWEEL_KIND || kind === LATIN) {
      i = endOfWord(text, i, kind === LATIN ? LATIN : LETTER);
      if (kind !== LATIN) i = joinBroken(text, i);
      if (kind === TATWEEL_KIND && isRule(text, t.start[n], i)) {
        t.kind[n] = PUNCTUATION;
        t.form[n] = -1;
        t.mark[n] = 0x2d;
      } else {
        t.kind[n] = WORD;
        t.form[n] = forms.idOf(text, t.start[n], i);
      }
    } else if (kind === DIGIT) {
      i = number(text, i, t, n);
      t.kind[n] = NUMBER;
      t.form[n] = -1;
    } else {
      i++;
      if (c >= 0xd800 && c <= 0xdbff && i < length && (text.charCodeAt(i) & 0xfc00) === 0xdc00) i++;
      t.kind[n] = PUNCTUATION;
      t.form[n] = -1;
      t.mark[n] = c;
    }
    t.end[n] = i;
    n++;
  }
  t.length = n;
  return t;
}

/** Letters that only end a word: teh marbuta, and alef maqsura before the article. */
const TEH_MARBUTA = 0x629;
const ALEF_MAKSURA = 0x649;
const ALEF = 0x627;
const LAM = 0x644;

function endOfWord(text: string, from: number, script: number): number {
  const drawn = script === LETTER ? TATWEEL_KIND : script;
  let i = from + 1;
  let last = text.charCodeAt(from);
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const kind = kindOf[c];
    if (kind !== script && kind !== SILENT && kind !== drawn) break;
    if (kind !== LETTER) continue;
    // a space was left out
    if (last === TEH_MARBUTA || (last === ALEF_MAKSURA && c === ALEF && text.charCodeAt(i + 1) === LAM)) break;
    last = c;
  }
  // trailing marks that are bidi controls, joiners or numbers of notes belong to no word
  while (i > from + 1 && kindOf[text.charCodeAt(i - 1)] === SILENT && isNoVowel(text.charCodeAt(i - 1))) i--;
  return i;
}

/** A silent mark that is none of a letter. */
const isNoVowel = (c: number): boolean => isFormat(c) || isRaised(c);

const isFormat = (c: number): boolean =>
  (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c === 0xfeff;

const isRaised = (c: number): boolean => c === 0xb2 || c === 0xb3 || c === 0xb9 || c === 0x2070 || (c >= 0x2074 && c <= 0x2079);

/**
 * Words broken up to evade platform filters ("q-tatweel space tatweel-s-f"): a piece that ends in tatweel, then at most three spaces or dots, then a
 * piece that begins with tatweel, are one word over the broken form.
 */
function joinBroken(text: string, from: number): number {
  let end = from;
  while (text.charCodeAt(end - 1) === 0x640) {
    let i = end;
    while (i < end + 3 && i < text.length && isGap(text.charCodeAt(i))) i++;
    if (i === end || i >= text.length) break;
    // dots alone between the pieces need no second tatweel
    if (text.charCodeAt(i) !== 0x640 && !(kindOf[text.charCodeAt(i)] === LETTER && isDots(text, end, i))) break;
    end = endOfWord(text, i, LETTER);
  }
  return end;
}

/** Marks of quotation that a page left behind as entities, with or without their ampersand ("quot;"). */
const entities: readonly [string, number][] = [
  ['quot;', 0x22],
  ['ldquo;', 0x201c],
  ['rdquo;', 0x201d],
  ['laquo;', 0xab],
  ['raquo;', 0xbb],
  ['lsquo;', 0x2018],
  ['rsquo;', 0x2019],
  ['ndash;', 0x2d],
  ['mdash;', 0x2d],
];

function entityAt(text: string, i: number, t: Tokens, n: number): boolean {
  const from = text.charCodeAt(i) === 0x26 ? i + 1 : i;
  for (const [name, mark] of entities) {
    if (!text.startsWith(name, from)) continue;
    t.kind[n] = PUNCTUATION;
    t.form[n] = -1;
    t.mark[n] = mark;
    t.end[n] = from + name.length;
    return true;
  }
  return false;
}

/** A word of nothing but tatweel is drawn for a dash. */
function isRule(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) !== 0x640) return false;
  return true;
}

function isDots(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) !== 0x2e) return false;
  return true;
}

const isGap = (c: number): boolean =>
  c === 0x20 || c === 0x2e || c === 0xa0 || c === 0x2a || c === 0x5f || c === 0x2d || kindOf[c] === SILENT;

/** Digits of any script with group and decimal marks: 37.700 and 37,700 are thousands, 1,5 is a decimal, 3.800.000 is thousands. */
function number(text: string, from: number, t: Tokens, n: number): number {
  let i = from;
  let groups = 0;
  let value = 0;
  let digits = 0;
  let total = 0;
  while (i < text.length) {
    const d = digitOf[text.charCodeAt(i)];
    if (d < 10) {
      digits++;
      total++;
      value = value * 10 + d;
      i++;
      continue;
    }
    const c = text.charCodeAt(i);
    const mark = c === 0x2c || c === 0x2e || c === 0x66b || c === 0x66c || c === 0x60c;
    if (!mark || i + 1 >= text.length || digitOf[text.charCodeAt(i + 1)] > 9) break;
    if (groups > 0 && digits !== 3) break;
    if (groups === 0 && digits > 3 && c !== 0x2e && c !== 0x66b) break;
    // an Arabic comma parts numbers in lists; it groups only when exactly three digits follow
    let run = 0;
    while (i + 1 + run < text.length && digitOf[text.charCodeAt(i + 1 + run)] < 10 && run < 4) run++;
    if (c === 0x60c && run !== 3) break;
    if (groups > 0 && run !== 3) break;
    groups++;
    digits = 0;
    i++;
    if (run !== 3 || c === 0x66b) {
      // a decimal: read it and stop
      let scale = 1;
      let whole = value;
      while (i < text.length && digitOf[text.charCodeAt(i)] < 10) {
        whole = whole * 10 + digitOf[text.charCodeAt(i)];
        scale *= 10;
        i++;
      }
      t.value[n] = whole / scale;
      return i;
    }
  }
  t.value[n] = total > 15 ? Number.MAX_SAFE_INTEGER : value;
  return i;
}

/** All columns in one piece of memory, widest first: seven pieces a report would be asked for and given back one by one. */
function columns(room: number): Tokens {
  const memory = new ArrayBuffer(room * 24);
  return {
    length: 0,
    value: new Float64Array(memory, 0, room),
    start: new Int32Array(memory, room * 8, room),
    end: new Int32Array(memory, room * 12, room),
    form: new Int32Array(memory, room * 16, room),
    mark: new Uint16Array(memory, room * 20, room),
    kind: new Uint8Array(memory, room * 22, room),
    spaced: new Uint8Array(memory, room * 23, room),
  };
}

/** Copies the token at `from` over the one at `to`. */
export function copyToken(t: Tokens, from: number, to: number): void {
  t.start[to] = t.start[from];
  t.end[to] = t.end[from];
  t.kind[to] = t.kind[from];
  t.form[to] = t.form[from];
  t.value[to] = t.value[from];
  t.mark[to] = t.mark[from];
  t.spaced[to] = t.spaced[from];
}

function grow(t: Tokens, room: number): Tokens {
  const wider = columns(room);
  wider.start.set(t.start);
  wider.end.set(t.end);
  wider.kind.set(t.kind);
  wider.form.set(t.form);
  wider.value.set(t.value);
  wider.mark.set(t.mark);
  wider.spaced.set(t.spaced);
  return wider;
}
