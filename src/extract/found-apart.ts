/** "the police dispersed the crowd. ... Three bodies were found in a river": the dead of another happening, unless they lay under the rubble of this one. */
import type { Doc } from './doc.ts';
import type { FigureDraft } from './happening.ts';
import type { Telling } from './story.ts';
import { field, isDefinite, isWord, nodeOf } from './words.ts';

export const foundElsewhere = (doc: Doc, { h, sentence }: Telling): boolean =>
  h.types[0] === 'killing' &&
  h.figures.length > 0 &&
  h.figures.every((f) => isBodies(doc, f)) &&
  (h.places.some((p) => p.role === 'at') || h.figures.some((f) => isSomewhere(doc, f.noun.end))) &&
  !isBuried(doc, sentence.start, sentence.end);

const isBodies = (doc: Doc, { noun, outcome }: FigureDraft): boolean =>
  outcome === 'killed' && field(nodeOf(doc, noun.head, 'person'), 'outcome') === 'killed';

/** "in | a canal": no word for where the other happening was. */
const isSomewhere = (doc: Doc, t: number): boolean =>
  t + 1 < doc.length &&
  field(nodeOf(doc, t, 'case'), 'role') === 'in' &&
  doc.info[t].pronoun === null &&
  isWord(doc, t + 1) &&
  !isDefinite(doc, t + 1) &&
  doc.info[t + 1].pronoun === null;

function isBuried(doc: Doc, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (field(nodeOf(doc, i, 'thing'), 'buries') === 'yes') return true;
  return false;
}
