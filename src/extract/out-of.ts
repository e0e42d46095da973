/** Numbers told of so many in all: "three out of ten prisoners", and proportions, which count nobody: "one of every five". */
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

/** "(killed three) out of | ten prisoners": those in all, of whom only the others are told something, unless their own word tells of harm ("out of ten dead"). */
export function isWholeOf(doc: Doc, { kind, node, start }: NounPhrase): boolean {
  if (kind === 'outcome' && harmed.has(field(node, 'value') ?? '')) return false;
  for (let i = start - 1; i >= Math.max(0, start - 3); i--)
    if (doc.at[i].some((n) => n.kind === 'among' && n.end === start && field(n, 'out-of') === 'yes')) return true;
  return false;
}
const harmed: ReadonlySet<string> = new Set(['killed', 'injured', 'killed-or-injured', 'missing']);
