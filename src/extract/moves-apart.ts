/** "clashes broke out. The army managed the taking of the airport": what fighting led to is no word for the fighting. */
import type { EventType } from '../claim/reading.ts';
import type { Happening } from './happening.ts';

const gains: ReadonlySet<EventType> = new Set<EventType>([
  'territory',
  'force-movement',
  'detention',
  'abduction',
  'displacement',
]);

/** A place taken or left, people taken or moved, told with a place or a party of its own after a deed of another kind. */
export const isAnotherKind = (before: Happening, now: Happening): boolean =>
  gains.has(now.types[0]) &&
  before.types[0] !== now.types[0] &&
  now.actors.length + now.recipients.length + now.figures.length + now.places.length > 0;
