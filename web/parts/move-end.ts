/** Moves the end of a stretch of words by a word or a letter. In reading order, so that it is the same in every direction of writing. */
import type { Span } from '../../src/claim/span.ts';

/** What stands between words, then the word; a letter with the marks that stand on it. */
const WORD = /[^\p{L}\p{N}\p{M}]*[\p{L}\p{N}\p{M}]+/uy;
const LETTER = /[\s\S]\p{M}*/uy;
const LAST_WORD = /[^\p{L}\p{N}\p{M}]*[\p{L}\p{N}\p{M}]+[^\p{L}\p{N}\p{M}]*$/u;
const LAST_LETTER = /[\s\S]\p{M}*$/u;
/** Words are shorter: what was cut off does not make it slow. */
const FAR = 400;

/** The same stretch where there is nothing more to take in, or nothing would be left. */
export function moveEnd(text: string, { start, end }: Span, by: 'word' | 'letter', way: 'on' | 'back'): Span {
  if (way === 'on') {
    const piece = text.slice(end, end + FAR);
    const pattern = by === 'word' ? WORD : LETTER;
    pattern.lastIndex = 0;
    const taken = pattern.exec(piece)?.[0].length ?? 0;
    return { start, end: end + taken };
  }
  const from = Math.max(start, end - FAR);
  const taken = (by === 'word' ? LAST_WORD : LAST_LETTER).exec(text.slice(from, end))?.[0].length ?? 0;
  const next = end - taken;
  return next > start ? { start, end: next } : { start, end };
}
