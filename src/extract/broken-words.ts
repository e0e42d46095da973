/**
 * Words broken up with marks to pass the filters of social networks ("q.tl", "sh*ld"): where the pieces together are a word that is known and a piece alone is
 * none, they are one word over the broken form. The offsets stay those of the text.
 */
import { copyToken, PUNCTUATION, type Tokens, WORD } from '../text/scan.ts';
import type { Forms } from './forms.ts';

/** . _ * ' ~ ^ + | and the middle dot */
const breaking: ReadonlySet<number> = new Set([0x2e, 0x5f, 0x2a, 0x27, 0x7e, 0x5e, 0x2b, 0x7c, 0xb7]);
/** Pieces of a word at most. */
const PIECES = 6;
/** Marks between two pieces at most. */
const MARKS = 3;

/** Joins the pieces; tokens are changed in place. */
export function joinBrokenWords(text: string, tokens: Tokens, forms: Forms): void {
  let kept = 0;
  let moved = false;
  for (let i = 0; i < tokens.length; i++) {
    const last = isGlued(tokens, i) ? lastPiece(text, tokens, forms, i) : i;
    if (moved || last > i) {
      copyToken(tokens, i, kept);
      moved = true;
    }
    if (last > i) {
      tokens.end[kept] = tokens.end[last];
      tokens.form[kept] = forms.table.idOf(text, tokens.start[i], tokens.end[last]);
      i = last;
    }
    kept++;
  }
  tokens.length = kept;
}

/** A word with a mark right behind it, as nearly none has but at the end of its clause. */
const isGlued = ({ kind, spaced, length }: Tokens, i: number): boolean =>
  kind[i] === WORD && i + 1 < length && kind[i + 1] === PUNCTUATION && spaced[i + 1] === 0;

/** The last piece of the longest known word that begins with the word at `i`, or `i` itself. */
function lastPiece(text: string, tokens: Tokens, forms: Forms, i: number): number {
  let next = pieceBehind(tokens, i);
  if (next === 0) return i;
  let found = i;
  let pieces = 1;
  let broken = isPiece(tokens, forms, i);
  let longest = tokens.end[i] - tokens.start[i];
  for (; next > 0 && pieces < PIECES; next = pieceBehind(tokens, next)) {
    pieces++;
    broken ||= isPiece(tokens, forms, next);
    longest = Math.max(longest, tokens.end[next] - tokens.start[next]);
    // initials of one letter each are a name of their own
    if (!broken || longest < 2) continue;
    const joined = forms.infoOf(forms.table.idOf(text, tokens.start[i], tokens.end[next]));
    if (!joined.unknown) found = next;
  }
  return found;
}

/** A letter alone, or a word that no list holds. */
const isPiece = (tokens: Tokens, forms: Forms, i: number): boolean =>
  tokens.end[i] - tokens.start[i] === 1 || forms.infoOf(tokens.form[i]).unknown;

/** The word glued to the one at `i` over nothing but breaking marks, or 0. */
function pieceBehind(tokens: Tokens, i: number): number {
  let k = i + 1;
  if (k >= tokens.length || tokens.kind[k] !== PUNCTUATION) return 0;
  while (
    k < tokens.length &&
    k - i <= MARKS &&
    tokens.kind[k] === PUNCTUATION &&
    breaking.has(tokens.mark[k]) &&
    tokens.spaced[k] === 0
  )
    k++;
  return k > i + 1 && k < tokens.length && tokens.kind[k] === WORD && tokens.spaced[k] === 0 ? k : 0;
}
