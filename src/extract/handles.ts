/** The head of a post as pages carry it along: "Office of X@OfficeX" and, with no space between, the first word of the post. */
import { kindOf, LATIN } from '../text/characters.ts';
import { NUMBER, WORD } from '../text/scan.ts';
import type { Doc } from './doc.ts';

const AT = 0x40;
const UNDERSCORE = 0x5f;
/** How many pieces a handle has at most, in tokens. */
const PIECES = 12;

/** The word at `i` is glued to the handle of the account that posted it. */
export function isBehindHandle(doc: Doc, i: number): boolean {
  const { tokens, text } = doc;
  if (i < 2 || tokens.spaced[i] === 1 || isLatin(doc, i)) return false;
  for (let k = i - 1; k >= 0 && k >= i - PIECES; k--) {
    if (tokens.mark[k] === AT && tokens.kind[k] !== WORD && tokens.kind[k] !== NUMBER) return k < i - 1;
    const part = tokens.kind[k] === NUMBER || isLatin(doc, k) || text.charCodeAt(tokens.start[k]) === UNDERSCORE;
    if (!part || tokens.spaced[k] === 1) return false;
  }
  return false;
}

const isLatin = (doc: Doc, i: number): boolean =>
  doc.tokens.kind[i] === WORD && kindOf[doc.text.charCodeAt(doc.tokens.start[i])] === LATIN;
