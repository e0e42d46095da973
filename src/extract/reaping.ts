/** "reaped the lives of", "the raids reaped fifty", "reaped 30 dead"; but votes, prizes and followers are reaped too. */
import type { EventType } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { attackTypes, eventSense } from './senses.ts';
import { featuresOf, field, isDefinite, nodeOf, senseOf } from './words.ts';

/** How many words behind "reaped" it may be told that lives were. */
const HARVEST = 8;

/** A word for reaping, and neither lives nor dead nor an attack behind it. */
export function reapsNoLives(doc: Doc, { node, start }: Chunk, end: number): boolean {
  if (field(node, 'reaps') !== 'yes') return false;
  for (let t = start + 1; t < Math.min(end, start + HARVEST); t++) {
    const event = isDefinite(doc, t) ? nodeOf(doc, t, 'event') : null;
    if (event !== null && featuresOf(event)?.pos !== 'verb' && isDeadly(eventSense(senseOf(event)!).types[0])) return false;
    if (nodeOf(doc, t, 'outcome') !== null || field(nodeOf(doc, t, 'person'), 'lives') === 'yes') return false;
  }
  return true;
}
const isDeadly = (type: EventType): boolean => attackTypes.has(type) || type === 'killing';
