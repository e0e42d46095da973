/** Proportions, which count nobody: "one of every five". */
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { field, nodeOf } from './words.ts';

/** "one of every five children": a proportion counts nobody, on either side. */
export function isRatio(doc: Doc, { start, countedEnd, end }: NounPhrase): boolean {
  if (start > 0 && isOfEvery(doc, start - 1)) return true;
  for (let i = Math.max(countedEnd, start + 1); i <= end + 2 && i < doc.length; i++)
    if (nodeOf(doc, i, 'each') !== null) return isOfEvery(doc, i);
  return false;
}

/** "of | every five": the word for "every" at `i`, between a preposition and a number. */
export function isOfEvery(doc: Doc, i: number): boolean {
  if (i < 1 || i + 1 >= doc.length || nodeOf(doc, i, 'each')?.end !== i + 1 || nodeOf(doc, i + 1, 'quantity') === null)
    return false;
  const role = field(nodeOf(doc, i - 1, 'case'), 'role');
  return role === 'from' || role === 'between';
}
