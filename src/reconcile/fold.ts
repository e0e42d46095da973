/** Folds words for comparing texts and names across outlets: marks and tatweel dropped, letter variants made one. Not for display. */

const VARIANTS = new Map<number, string>([
  [0x0622, '\u0627'], // alef with madda, hamza above, hamza below, wasla: alef
  [0x0623, '\u0627'],
  [0x0625, '\u0627'],
  [0x0671, '\u0627'],
  [0x0649, '\u064a'], // alef maksura: yeh
  [0x06cc, '\u064a'], // Persian yeh
  [0x0629, '\u0647'], // teh marbuta: heh
  [0x06a9, '\u0643'], // Persian kaf
  [0x0624, '\u0648'], // waw with hamza
  [0x0626, '\u064a'], // yeh with hamza
]);

/** Letters and digits only, folded, words separated by one space. */
export function fold(text: string): string {
  let out = '';
  let gap = false;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (code === 0x0640 || (code >= 0x064b && code <= 0x065f) || code === 0x0670 || (code >= 0x200b && code <= 0x200f)) continue;
    if (!isWordCode(code, char)) {
      gap = out !== '';
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += VARIANTS.get(code) ?? digitOf(code) ?? char.toLowerCase();
  }
  return out;
}

function isWordCode(code: number, char: string): boolean {
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  if (code >= 0x0621 && code <= 0x064a) return true;
  return /[\p{L}\p{N}]/u.test(char);
}

function digitOf(code: number): string | undefined {
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return undefined;
}

const ARTICLE = '\u0627\u0644';

/** Folded words of a name without the article, words of one letter left out. */
export function nameWords(name: string): string[] {
  const words: string[] = [];
  for (const word of fold(name).split(' ')) {
    const bare = word.startsWith(ARTICLE) && word.length > 4 ? word.slice(2) : word;
    if (bare.length > 1) words.push(bare);
  }
  return words;
}
