/** "seized explosive charges", "defused a car bomb": a weapon that is in the lists what it does, behind the word that says it was put out of use. */
import type { EventType } from '../claim/reading.ts';
import type { Chunk, ChunkKind } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { field, nodeOf } from './words.ts';

const arms: ReadonlySet<EventType> = new Set<EventType>(['bombing', 'mine']);

/** What begins a clause or a deed of its own. */
const parting: ReadonlySet<ChunkKind> = new Set<ChunkKind>([
  'event',
  'say',
  'light',
  'result',
  'cause',
  'agent',
  'contrast',
  'that',
  'reset',
]);

/** Whether `h` is only the weapon that was seized or defused. */
export const isSeized = (doc: Doc, chunks: readonly Chunk[], seizure: Happening, h: Happening): boolean =>
  seizure.types[0] === 'weapons-disrupted' &&
  seizure.group === h.group &&
  !h.finite &&
  arms.has(h.types[0]) &&
  nodeOf(doc, h.start, 'thing') !== null &&
  h.actors.length === 0 &&
  h.figures.every((f) => f.high === 0) &&
  !chunks.slice(seizure.chunk + 1, h.chunk).some((c) => parting.has(c.kind));

/** "arms were caught in the possession of smugglers": nobody arrests a thing. */
export function armsAreSeized(h: Happening): void {
  if (h.types[0] !== 'detention' || h.recipients.length === 0) return;
  if (!h.recipients.every(({ kind, node }) => kind === 'thing' && seizable.has(field(node, 'category') ?? ''))) return;
  h.types = ['weapons-disrupted'];
  h.outcome = null;
  h.rules.push('event.arms-seized');
}
const seizable: ReadonlySet<string> = new Set(['weapon', 'munition', 'goods', 'money']);

/** "in his possession | an explosive charge": nothing is said that it did. */
export const isOnlyArms = (doc: Doc, h: Happening): boolean =>
  !h.finite &&
  h.chunk > 0 &&
  h.light < 0 &&
  h.parts.length === 1 &&
  arms.has(h.types[0]) &&
  h.actors.length + h.recipients.length === 0 &&
  h.figures.every((f) => f.high === 0) &&
  nodeOf(doc, h.start, 'thing') !== null;
