/**
 * What each UTF-16 code unit is, and what it folds to: two tables of 64K entries, so that the scan asks no regular expression.
 *
 * Two keys are made of every word. The *strict* key undoes only what no writer means: vowel marks, tatweel, presentation forms, Persian and Kurdish letter
 * shapes, bidi controls, upper case. The *loose* key also folds what writers confuse: hamza on alef, final yeh and alef maksura, teh marbuta and heh.
 */
import {
  ALEF,
  ALEF_HAMZA_ABOVE,
  ALEF_HAMZA_BELOW,
  ALEF_MADDA,
  ALEF_MAKSURA,
  ALEF_WASLA,
  HEH,
  KAF,
  LAM,
  TEH_MARBUTA,
  YEH,
} from './letters.ts';

export const OTHER = 0;
export const LETTER = 1;
export const LATIN = 2;
export const DIGIT = 3;
/** Vowel marks, joiners and bidi controls: inside a word they are passed over. */
export const SILENT = 4;
export const TATWEEL_KIND = 5;
export const SPACE = 6;
export const NEWLINE = 7;

export const kindOf = new Uint8Array(65536);
/** Folded code unit of the strict and loose keys; 0 = not part of a key. */
export const strictOf = new Uint16Array(65536);
export const looseOf = new Uint16Array(65536);
/** 0–9 for every kind of digit (ASCII, Arabic-Indic, Persian, full width); 255 elsewhere. */
export const digitOf = new Uint8Array(65536).fill(255);
/** The few code units that stand for two letters (lam-alef ligatures and the like). */
export const expansionOf = new Map<number, string>();

const code = (letter: string): number => letter.charCodeAt(0);

function markRange(from: number, to: number, kind: number): void {
  for (let c = from; c <= to; c++) kindOf[c] = kind;
}

for (let c = 0; c < 65536; c++) {
  const s = String.fromCharCode(c);
  if (c >= 0xd800 && c <= 0xdfff) continue;
  if (/\p{L}/u.test(s)) kindOf[c] = LATIN;
  else if (/\p{M}/u.test(s)) kindOf[c] = SILENT;
}
markRange(0x0620, 0x063f, LETTER);
markRange(0x0641, 0x064a, LETTER);
markRange(0x066e, 0x066f, LETTER);
markRange(0x0671, 0x06d3, LETTER);
kindOf[0x06d5] = LETTER;
for (const c of [0x06ee, 0x06ef, 0x06fa, 0x06fb, 0x06fc, 0x06ff]) kindOf[c] = LETTER;
markRange(0x0750, 0x077f, LETTER);
markRange(0x08a0, 0x08b4, LETTER);
markRange(0xfb50, 0xfbb1, LETTER);
markRange(0xfbd3, 0xfd3d, LETTER);
markRange(0xfd50, 0xfdfb, LETTER);
markRange(0xfe70, 0xfefc, LETTER);
markRange(0x064b, 0x065f, SILENT);
kindOf[0x0670] = SILENT;
markRange(0x06d6, 0x06ed, SILENT);
markRange(0x200b, 0x200f, SILENT);
markRange(0x202a, 0x202e, SILENT);
markRange(0x2060, 0x2069, SILENT);
for (const c of [0xad, 0x61c, 0xfeff, 0x180e]) kindOf[c] = SILENT;
// raised digits are marks of footnotes
for (const c of [0xb2, 0xb3, 0xb9, 0x2070]) kindOf[c] = SILENT;
markRange(0x2074, 0x2079, SILENT);
markRange(0xfe00, 0xfe0f, SILENT);
kindOf[0x640] = TATWEEL_KIND;
for (const c of [0x20, 0x09, 0x0b, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]) kindOf[c] = SPACE;
markRange(0x2000, 0x200a, SPACE);
for (const c of [0x0a, 0x0d, 0x0c, 0x85, 0x2028, 0x2029]) kindOf[c] = NEWLINE;
for (const zero of [0x30, 0x660, 0x6f0, 0xff10])
  for (let d = 0; d < 10; d++) {
    kindOf[zero + d] = DIGIT;
    digitOf[zero + d] = d;
  }

/** Letter shapes of other Arabic-script alphabets that Arabic press mixes in. Persian peh, veh, gaf keep their own letters. */
const sameLetter: [number, string][] = [
  [0x06a9, KAF],
  [0x06aa, KAF],
  [0x06cc, YEH],
  [0x06d0, YEH],
  [0x06ce, YEH],
  [0x06d2, YEH],
  [0x06be, HEH],
  [0x06c1, HEH],
  [0x06d5, HEH],
  [0x06c3, TEH_MARBUTA],
  [0x06b5, LAM],
  [0x0672, ALEF_HAMZA_ABOVE],
  [0x0673, ALEF_HAMZA_BELOW],
];

for (let c = 0; c < 65536; c++) {
  if (kindOf[c] !== LETTER && kindOf[c] !== LATIN) continue;
  let s = String.fromCharCode(c);
  if (c >= 0xfb50 || (c >= 0xff21 && c <= 0xff5a)) s = s.normalize('NFKC');
  if (kindOf[c] === LATIN) s = s.normalize('NFD').toLowerCase();
  if (kindOf[c] === LETTER && s.length > 1) {
    expansionOf.set(c, [...s].filter((x) => kindOf[code(x)] === LETTER).join(''));
  }
  strictOf[c] = looseOf[c] = code(s);
}
for (const [c, letter] of sameLetter) strictOf[c] = looseOf[c] = code(letter);
const confused: [string, string][] = [
  [ALEF_MADDA, ALEF],
  [ALEF_HAMZA_ABOVE, ALEF],
  [ALEF_HAMZA_BELOW, ALEF],
  [ALEF_WASLA, ALEF],
  [ALEF_MAKSURA, YEH],
  [TEH_MARBUTA, HEH],
];
const looser = new Map(confused.map(([from, to]) => [code(from), code(to)]));
for (let c = 0; c < 65536; c++) {
  const loose = looser.get(strictOf[c]);
  if (loose !== undefined) looseOf[c] = loose;
  if (digitOf[c] < 10) strictOf[c] = looseOf[c] = 0x30 + digitOf[c];
}
