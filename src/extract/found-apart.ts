/** "the police dispersed the crowd. ... Three bodies were found in a river": the dead of another happening, unless they lay under the rubble of this one. */
import type { Doc } from './doc.ts';
import type { FigureDraft } from './happening.ts';
import type { Telling } from './story.ts';
import { field, nodeOf } from './words.ts';

export const foundElsewhere = (doc: Doc, { h, sentence }: Telling): boolean =>
  h.types[0] === 'killing' &&
  h.figures.length > 0 &&
  h.figures.every((f) => isBodies(doc, f)) &&
  h.places.some((p) => p.role === 'at') &&
  !isBuried(doc, sentence.start, sentence.end);

const isBodies = (doc: Doc, { noun, outcome }: FigureDraft): boolean =>
  outcome === 'killed' && field(nodeOf(doc, noun.head, 'person'), 'outcome') === 'killed';

function isBuried(doc: Doc, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (field(nodeOf(doc, i, 'thing'), 'buries') === 'yes') return true;
  return false;
}
