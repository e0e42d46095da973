/** Prepositions that tell of a place only with the right deed: "around" and "(cut) off". */
import type { Chunk } from './chunk.ts';
import { around } from './place-kinds.ts';
import { eventSense } from './senses.ts';
import { field, senseOf } from './words.ts';

/** How far before "around" the deed may stand, in chunks. */
const DEED = 7;
/** "were deployed | around | the town", but "talks | about | the town" */
export function isAround(chunks: readonly Chunk[], k: number): boolean {
  if (field(chunks[k - 1].node, 'round') !== 'yes') return false;
  const deed = chunks.slice(Math.max(0, k - DEED), k).findLast(({ kind }) => kind === 'event' || kind === 'say');
  return deed?.kind === 'event' && around.has(eventSense(senseOf(deed.node)!).types[0]);
}

/** "the power was cut | off | the town", "the siege was lifted | off | the town" */
export function isCutOff(chunks: readonly Chunk[], k: number): boolean {
  if (chunks[k - 1].mark !== 'about' || field(chunks[k - 1].node, 'round') === 'yes') return false;
  const deed = chunks.slice(Math.max(0, k - DEED), k).findLast(({ kind }) => kind === 'event' || kind === 'say');
  if (deed?.kind !== 'event') return false;
  const type = eventSense(senseOf(deed.node)!).types[0];
  return type === 'service-cut' || (type === 'territory' && deed.object >= deed.end && deed.object < chunks[k - 1].start);
}
