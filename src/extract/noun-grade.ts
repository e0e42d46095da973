/** "an officer with the rank of first lieutenant", "X, son of the town of Y", "the hospital of the martyr X": the grade and the home belong to the man, his name to the place. */
import { Kinds } from '../text/key-mark.ts';
import { TYING } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { homeEnd } from './noun-home.ts';
import type { NounPhrase } from './noun-parts.ts';
import type { Gazetteer } from './place-names.ts';
import { namesakeEnd } from './place-namesake.ts';
import { field, nodeAmong, nodeOf } from './words.ts';

const grades = new Kinds(['person', 'title']);

/** The token after the grade or the home that begins at `t`, or -1. */
export function gradeEnd(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): number {
  if (np.kind === 'thing' && t === np.head + 1) {
    const site = nodeOf(doc, np.head, 'place-class');
    // "his house" is called after nobody
    const namesake =
      site === null || np.definite || doc.info[np.head].pronoun !== null
        ? t
        : namesakeEnd(doc, t, end, field(site, 'kind') ?? '');
    if (namesake > t) return namesake;
  }
  if ((doc.groups[t] & TYING) === 0) return homeEnd(doc, np, t, end, gazetteer);
  const of = np.kind === 'person' ? nodeOf(doc, t, 'grade') : null;
  if (of === null || of.end >= end) return -1;
  const grade = nodeAmong(doc, of.end, grades);
  return grade === null || grade.end > end ? -1 : grade.end;
}
