/** "(the commander,) born in Aleppo in 1970,": where and when somebody came into the world is no place and no day of what happened to him. */
import type { Doc } from './doc.ts';
import { field, isDigits, isWord, markAt, nodeOf } from './words.ts';

/** How many words the place may be long. */
const PLACE = 9;

/** Where what tells a birth that begins at token `i` ends, with its year; `i` elsewhere: "the newborn" is a child. */
export function birthEnd(doc: Doc, i: number, end: number): number {
  const born = nodeOf(doc, i, 'born');
  if (born === null) return i;
  for (let t = born.end; t < Math.min(end, born.end + PLACE); t++) {
    if (isYear(doc, t)) return t + 1;
    // "X, born in Jordan, was killed": without a year it stands between commas
    if (!isWord(doc, t)) return t > born.end && closes.has(markAt(doc, t)) && i > 0 && opens.has(markAt(doc, i - 1)) ? t : i;
    const date = nodeOf(doc, t, 'date');
    if (date !== null) return (date.value as { grain?: string }).grain === 'day' && t > born.end + 1 ? i : date.end;
    // a name behind "in" may be written like a verb
    const named = nodeOf(doc, t - 1, 'case') !== null;
    if ((!named && nodeOf(doc, t, 'event') !== null) || (t > born.end && field(nodeOf(doc, t, 'case'), 'role') === 'on'))
      return i;
  }
  return i;
}

const opens: ReadonlySet<string> = new Set(['comma', 'open-paren']);
const closes: ReadonlySet<string> = new Set(['comma', 'close-paren', 'dot']);

const isYear = (doc: Doc, t: number): boolean => {
  const number = nodeOf(doc, t, 'number');
  const value: number = number?.value?.value ?? number?.value ?? 0;
  return isDigits(doc, t) && value >= 1900 && value < 2100;
};
