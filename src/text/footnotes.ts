/**
 * Marks of footnotes: "12[1] people", "in the town [2]." They are left out of the tokens, so that no mark is read for a count and none parts a number from its
 * noun. A bracket that may hold a count ("[12] people were killed") is kept.
 */
import { BREAK, copyToken, NUMBER, PUNCTUATION, type Tokens } from './scan.ts';

const OPEN = 0x5b;
const CLOSE = 0x5d;
/** No report has more notes. */
const HIGHEST = 999;
/** So many marks that count on one by one are notes wherever they stand; from 1 on, two are. */
const ROW = 3;

/** Tokens are changed in place. */
export function dropFootnotes(tokens: Tokens): void {
  const marks: number[] = [];
  for (let i = 0; i + 2 < tokens.length; i++) if (isMark(tokens, i)) marks.push(i);
  if (marks.length === 0) return;
  const counted = countsOn(marks.map((i) => tokens.value[i + 1]));
  const drop = new Set(marks.filter((i) => counted || standsBehind(tokens, i)));
  if (drop.size > 0) without(tokens, drop);
}

/** A number between square brackets, with no space inside. */
const isMark = (t: Tokens, i: number): boolean =>
  isPunctuation(t, i, OPEN) &&
  t.kind[i + 1] === NUMBER &&
  t.spaced[i + 1] === 0 &&
  isPunctuation(t, i + 2, CLOSE) &&
  t.spaced[i + 2] === 0 &&
  Number.isInteger(t.value[i + 1]) &&
  t.value[i + 1] <= HIGHEST;

const isPunctuation = (t: Tokens, i: number, mark: number): boolean => t.kind[i] === PUNCTUATION && t.mark[i] === mark;

/** 1, 2, 3 ... in the order of the text, a note named again or not. */
function countsOn(values: readonly number[]): boolean {
  let last = values[0];
  let steps = 0;
  for (const value of values) {
    if (value > last + 1) return false;
    if (value === last + 1) {
      last = value;
      steps++;
    }
  }
  return steps >= (values[0] === 1 ? 1 : ROW - 1);
}

/** Glued to what it is a note to, behind a number, or at the end of its clause. */
function standsBehind(t: Tokens, i: number): boolean {
  if (i === 0 || t.kind[i - 1] === BREAK) return false;
  if (t.spaced[i] === 0 || t.kind[i - 1] === NUMBER || isPunctuation(t, i - 1, CLOSE)) return true;
  const next = i + 3;
  return next >= t.length || t.kind[next] === BREAK || (t.kind[next] === PUNCTUATION && t.spaced[next] === 0);
}

function without(t: Tokens, drop: ReadonlySet<number>): void {
  let kept = 0;
  let spaced = 0;
  for (let i = 0; i < t.length; i++) {
    if (drop.has(i)) {
      spaced |= t.spaced[i];
      i += 2;
      continue;
    }
    copyToken(t, i, kept);
    t.spaced[kept] |= spaced;
    spaced = 0;
    kept++;
  }
  t.length = kept;
}
