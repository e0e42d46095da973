/** "an officer with the rank of first lieutenant": the grade belongs to the man. */
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { nodeAmong, nodeOf } from './words.ts';

const grades: ReadonlySet<string> = new Set(['person', 'title']);

/** The token after the grade that begins at `t`, or -1. */
export function gradeEnd(doc: Doc, np: NounPhrase, t: number, end: number): number {
  const of = np.kind === 'person' ? nodeOf(doc, t, 'grade') : null;
  if (of === null || of.end >= end) return -1;
  const grade = nodeAmong(doc, of.end, grades);
  return grade === null || grade.end > end ? -1 : grade.end;
}
