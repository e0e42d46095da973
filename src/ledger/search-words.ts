/**
 * Words as search knows them. An index must be asked in the way in which it was written, whatever engine is used later, so this folding is the ledger's
 * own: marks dropped, letter variants made one, digits made ASCII, and the article taken off with what is written before it (and-the, with-the, for-the).
 */
const ALEF = '\u0627';
const LAM = '\u0644';
const WAW = '\u0648';
const FEH = '\u0641';
const BEH = '\u0628';
const KAF = '\u0643';
const HEH = '\u0647';
const YEH = '\u064a';

const FOLDED = new Map<number, string>([
  ...[0x0622, 0x0623, 0x0625, 0x0671].map((code): [number, string] => [code, ALEF]),
  ...[0x0649, 0x06cc, 0x0626].map((code): [number, string] => [code, YEH]),
  [0x0629, HEH],
  [0x06a9, KAF],
  [0x0624, WAW],
]);
const SILENT = /[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Written before a word without a space: and, so, with, for, like. */
const PROCLITICS = [WAW, FEH, BEH, LAM, KAF, WAW + BEH, WAW + LAM, FEH + BEH, FEH + LAM];
/** The article with what may stand before it, longest first; `ll` is for-the. */
const ARTICLES = [
  ...[WAW, FEH].flatMap((first) => [first + BEH + ALEF + LAM, first + KAF + ALEF + LAM, first + LAM + LAM, first + ALEF + LAM]),
  BEH + ALEF + LAM,
  KAF + ALEF + LAM,
  LAM + LAM,
  ALEF + LAM,
];
const SHORTEST = 3;
const LONGEST = 40;

/** One search word for each word of the text, in order. */
export function searchWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.normalize('NFKC').replace(SILENT, '').matchAll(WORD))
    words.push(bare(folded(word)).slice(0, LONGEST));
  return words;
}

/** Forms under which a search word may stand in the index. */
export function writtenForms(word: string): string[] {
  return /^[\u0600-\u06ff]/u.test(word) ? [word, ...PROCLITICS.map((proclitic) => proclitic + word)] : [word];
}

function folded(word: string): string {
  let out = '';
  for (const sign of word) {
    const code = sign.codePointAt(0) as number;
    if (code >= 0x0660 && code <= 0x0669) out += String(code - 0x0660);
    else if (code >= 0x06f0 && code <= 0x06f9) out += String(code - 0x06f0);
    else out += FOLDED.get(code) ?? sign.toLowerCase();
  }
  return out;
}

function bare(word: string): string {
  for (const article of ARTICLES) {
    if (word.startsWith(article) && word.length - article.length >= SHORTEST) return word.slice(article.length);
  }
  return word;
}
