/** Whoever tells the line of a ticker stands in brackets at its end: "two policemen were killed in X (local sources) - 10:15". */
import { BREAK, NUMBER } from '../text/scan.ts';
import type { Doc } from './doc.ts';
import { isDefinite, isWord, markAt, nodeOf } from './words.ts';

/** Words in the brackets at most. */
const LONGEST = 6;
const CLOSING: ReadonlySet<string> = new Set(['dash', 'colon', 'bar', 'slash']);
const DOT = 0x2e;

/** Token of the closing bracket when the one at token `t` holds a source and nothing but the hour stands behind it; -1 elsewhere. */
export function sourceBracket(doc: Doc, t: number): number {
  if (t + 2 >= doc.length || markAt(doc, t) !== 'open-paren') return -1;
  const source = nodeOf(doc, t + 1, 'source');
  if ((source === null && nodeOf(doc, t + 1, 'outlet') === null) || isExplained(doc, t)) return -1;
  let close = t + 2;
  while (close < doc.length && close <= t + LONGEST && markAt(doc, close) !== 'close-paren') close++;
  if (close >= doc.length || markAt(doc, close) !== 'close-paren') return -1;
  let end = close + 1;
  let timed = false;
  for (; end < doc.length && doc.tokens.kind[end] !== BREAK; end++) {
    if (doc.tokens.kind[end] === NUMBER) timed = true;
    else if (doc.tokens.mark[end] !== DOT && !CLOSING.has(markAt(doc, end))) return -1;
  }
  // "(Reuters)" alone says who made the picture, or whose the whole text is
  return source !== null || timed ? close : -1;
}

/** "with the help of an international organization (Doctors of X)": the brackets name whom the words before them tell of. */
function isExplained(doc: Doc, t: number): boolean {
  for (let i = t - 1; i >= 0 && i >= t - 2 && isWord(doc, i) && !isDefinite(doc, i); i--)
    if (nodeOf(doc, i, 'source') !== null || nodeOf(doc, i, 'outlet') !== null) return true;
  return false;
}
