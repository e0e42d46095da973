/** Numbers that only number a list: "1- X 2- Y", "1) X 2) Y", "1_ X 2_ Y". They count nobody. */
import { NUMBER, WORD } from '../text/scan.ts';
import type { Doc } from './doc.ts';

/** Hyphen, dash, closing bracket, full stop, underscore, slash. */
const marks: ReadonlySet<number> = new Set([0x2d, 0x2013, 0x29, 0x2e, 0x5f, 0x2f]);
const OPEN = 0x28;
/** The longest list, and how far the next number of one may stand, in tokens. */
const LONGEST = 100;
const REACH = 40;

/** The number at `i`, with the mark behind it, begins an item of a list that has a number before or behind it. */
export function isListNumber(doc: Doc, i: number): boolean {
  if (doc.tokens.kind[i] !== NUMBER) return false;
  const mark = markBehind(doc, i);
  if (mark === 0) return false;
  const value = doc.tokens.value[i];
  if (!Number.isInteger(value) || value < 1 || value > LONGEST) return false;
  if (value > 1) {
    for (let k = i - 2; k >= 0 && k >= i - REACH; k--)
      if (doc.tokens.kind[k] === NUMBER && doc.tokens.value[k] === value - 1 && markBehind(doc, k) === mark) return true;
    return false;
  }
  for (let k = i + 2; k < doc.length && k <= i + REACH; k++)
    if (doc.tokens.kind[k] === NUMBER && doc.tokens.value[k] === 2 && markBehind(doc, k) === mark) return true;
  return false;
}

/** The mark of a list right behind the number, before a word; 0 where there is none. */
function markBehind({ tokens, length }: Doc, i: number): number {
  if (tokens.kind[i] !== NUMBER || i + 2 >= length || tokens.kind[i + 2] !== WORD) return 0;
  const mark = tokens.mark[i + 1];
  if (tokens.kind[i + 1] === WORD || tokens.kind[i + 1] === NUMBER || !marks.has(mark)) return 0;
  return i > 0 && tokens.kind[i - 1] !== WORD && tokens.mark[i - 1] === OPEN ? 0 : mark;
}
