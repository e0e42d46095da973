/** "the police used tear gas to disperse the demonstrators": what a weapon was used for tells against whom. */

import type { EventType } from '../claim/reading.ts';
import { LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { isWeapon } from './next-object.ts';
import { isPeople } from './parties.ts';
import { eventSense } from './senses.ts';
import { hasConjunction, senseOf } from './words.ts';

/** How many chunks weapons told in a row may take. */
const REACH = 5;

/** Takes the crowd for those it was done to; the deed that was aimed at and the protest are told by it, and are marked as used. */
export function usedAgainst(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  if (h.types[0] !== 'attack' || h.actors.length === 0 || h.recipients.length > 0) return;
  // "fired gas grenades": the object that the verb needs
  let armed = chunks[k].object >= 0;
  for (let j = k + 1; j < chunks.length && j <= k + REACH; j++) {
    const { kind, noun, bits, finite, node } = chunks[j];
    if (kind === 'noun') {
      armed ||= noun !== null && isWeapon(noun);
      continue;
    }
    if (kind === 'word') continue;
    if (kind !== 'event' || finite || !(bits & LI) || hasConjunction(doc, chunks[j].start) || !armed) return;
    const sense = senseOf(node);
    if (sense === null || !crowds.has(eventSense(sense).types[0])) return;
    const next = chunks[j + 1];
    if (next?.kind === 'noun' && next.noun !== null && isPeople(next.noun)) h.recipients.push(next.noun);
    else if (next?.kind === 'event' && !next.finite && isProtest(next)) used[j + 1] = 1;
    else return;
    used[j] = 1;
    h.weak = false;
    h.until = j + 1;
    h.rules.push('event.used-against');
    return;
  }
}

const isProtest = ({ node }: Chunk): boolean => {
  const sense = senseOf(node);
  return sense !== null && eventSense(sense).types[0] === 'protest';
};

const crowds: ReadonlySet<EventType> = new Set<EventType>(['attack', 'riot']);
