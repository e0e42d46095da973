/**
 * Numbers that some outlets set between marks: "/5/ civilians", "{18} citizens", "«15» dead", "-7- others". The marks become part of the token of the number, so that nothing
 * parts it from its noun; round and square brackets also hold ages and notes and are read elsewhere.
 */
import { copyToken, NUMBER, PUNCTUATION, type Tokens } from './scan.ts';

/** The mark that closes what each opens. */
const closing: Readonly<Record<number, number>> = {
  47: 0x2f, // slash
  123: 0x7d, // braces
  171: 0xbb, // guillemets
  187: 0xab, // and turned round
  34: 0x22, // quotation marks
  8220: 0x201d,
  8221: 0x201c,
  45: 0x2d, // hyphen
  42: 0x2a, // star
};

/** Tokens are changed in place. */
export function unwrapNumbers(t: Tokens): void {
  let kept = -1;
  for (let i = 0; i < t.length; i++) {
    if (!isWrapped(t, i)) {
      if (kept >= 0) copyToken(t, i, kept++);
      continue;
    }
    if (kept < 0) kept = i;
    const [start, spaced] = [t.start[i], t.spaced[i]];
    const end = t.end[i + 2];
    copyToken(t, i + 1, kept);
    t.start[kept] = start;
    t.end[kept] = end;
    t.spaced[kept++] = spaced;
    i += 2;
  }
  if (kept >= 0) t.length = kept;
}

/** A number right between two marks that stand apart from what is around them. */
const isWrapped = (t: Tokens, i: number): boolean =>
  i + 2 < t.length &&
  t.kind[i + 1] === NUMBER &&
  t.kind[i] === PUNCTUATION &&
  t.kind[i + 2] === PUNCTUATION &&
  closing[t.mark[i]] === t.mark[i + 2] &&
  t.spaced[i] === 1 &&
  t.spaced[i + 1] === 0 &&
  t.spaced[i + 2] === 0 &&
  (i + 3 >= t.length || t.spaced[i + 3] === 1 || t.kind[i + 3] === PUNCTUATION);
