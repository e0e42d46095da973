/** "clashes broke out. The army managed the taking of the airport": what fighting led to is no word for the fighting. */
import type { EventType } from '../claim/reading.ts';
import { ONLY_AFTER } from './families.ts';
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

/** "a bomb killed four. The tension grew after the air campaign that X began": a deed of a kind and a doer of its own, named only to say after what something came. */
export const isOnlySetting = (before: Happening, now: Happening): boolean =>
  now.rules.includes(ONLY_AFTER) &&
  now.actors.length > 0 &&
  now.recipients.length > 0 &&
  before.actors.length === 0 &&
  before.types[0] !== now.types[0];
