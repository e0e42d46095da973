/** "seized explosive charges", "defused a car bomb": a weapon that is in the lists what it does, behind the word that says it was put out of use. */
import type { EventType } from '../claim/reading.ts';
import type { Chunk, ChunkKind } from './chunk.ts';
import type { Doc } from './doc.ts';
import { absorb, type Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

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
  (h.actors.length === 0 || (seizure.actors.length === 0 && h.rules.includes('event.agent-marker'))) &&
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

/** "destroyed two rockets", "destroyed 12 drones of 15": what comes flying is stopped. A store of rockets is a building. */
export function flyingIsStopped(h: Happening): void {
  if (h.types[0] !== 'destruction') return;
  if (h.recipients.length === 0 ? !h.actors.some(({ node }) => field(node, 'downs') === 'yes') : !h.recipients.every(flies))
    return;
  h.types = ['weapons-disrupted', ...h.types];
  h.rules.push('event.flying-stopped');
}

const flies = ({ kind, node }: NounPhrase): boolean =>
  kind === 'thing' &&
  (field(node, 'unmanned') === 'yes' || (field(node, 'category') === 'munition' && field(node, 'type') === 'shelling'));

/** "the interception | and destruction | of a drone": stopped once, in two words. */
export function stopOnce(doc: Doc, happenings: Happening[]): Happening[] {
  return happenings.filter((h, n) => {
    const before = n === 0 ? undefined : happenings[n - 1];
    if (before === undefined || before.types[0] !== 'weapons-disrupted' || h.types[0] !== 'weapons-disrupted') return true;
    if (before.group !== h.group || h.chunk !== before.chunk + 1 || !hasConjunction(doc, h.start)) return true;
    absorb(before, h);
    return false;
  });
}

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
