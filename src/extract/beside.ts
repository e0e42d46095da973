/** "beside a patrol", "near a car": the word for being near, before somebody or something that can be hit and is no place. */
import type { Doc } from './doc.ts';
import { field, hasConjunction, isDefinite, isWord, nodeOf } from './words.ts';

/** Where the word for being near at token `i` ends; `i` elsewhere. */
export function besideEnd(doc: Doc, i: number, end: number): number {
  const near = nodeOf(doc, i, 'relation');
  if (
    near === null ||
    near.word?.exact === false ||
    field(near, 'kind') !== 'near' ||
    doc.info[i].pronoun !== null ||
    near.end >= end
  )
    return i;
  const t = near.end;
  if (!isWord(doc, t) || hasConjunction(doc, t) || isDefinite(doc, t)) return i;
  const body = field(nodeOf(doc, t, 'person'), 'unit') === 'group' || field(nodeOf(doc, t, 'thing'), 'target') === 'yes';
  return body ? t : i;
}
