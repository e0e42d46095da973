/** Which weak words tell of a happening: those with somebody or something beside them, or that go on with a deed told right before. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** "took the town, and goes on with the advance": whose it is was told right before. */
export const followsOn = (doc: Doc, chunks: readonly Chunk[], h: Happening, before: Happening | undefined): boolean =>
  before !== undefined &&
  before.actors.length > 0 &&
  before.group === h.group &&
  h.places.length > 0 &&
  h.rules.includes('event.light-without-subject') &&
  hasConjunction(doc, chunks[h.light].start);

/** A weak word counts only with somebody or something beside it. */
export function tells(doc: Doc, h: Happening): boolean {
  if (h.figures.length > 0) return true;
  if (!h.weak) return true;
  const owner = h.node !== null && !h.finite && doc.info[h.node.start].pronoun !== null ? 1 : 0;
  const struck = h.recipients.length === 0 && strikesThem(doc, h) ? 1 : 0;
  const parties = h.actors.length + h.recipients.length + owner + struck;
  return (
    parties > 1 || (parties > 0 && (h.places.length > 0 || (h.recipients.length > 0 && h.rules.includes('event.light-verb'))))
  );
}

/** "fell | upon them": whom the verb strikes is meant by the pronoun of its preposition. */
function strikesThem(doc: Doc, { node, finite }: Happening): boolean {
  if (node === null || !finite || field(node, 'strikes-on') !== 'yes' || node.end >= doc.length) return false;
  return doc.info[node.end].pronoun !== null && field(nodeOf(doc, node.end, 'case'), 'role') === 'on';
}
