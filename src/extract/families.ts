/** Which happenings are attacks, which are casualties, and which can be told of one story. */
import { harmed } from '../claim/outcomes.ts';
import type { EventType } from '../claim/reading.ts';
import type { Happening } from './happening.ts';
import { attackTypes, casualtyTypes } from './senses.ts';

/** A word of injury may be typed as an attack; what it tells is still the harm, not its cause. */
export const isAttack = (h: Happening): boolean =>
  attackTypes.has(h.types[0]) && !(h.types[0] === 'attack' && h.outcome !== null && harmed.has(h.outcome));
export const isCasualty = (h: Happening): boolean =>
  !isAttack(h) && (casualtyTypes.has(h.types[0]) || (h.outcome !== null && harmed.has(h.outcome)));

/** A toll over many happenings belongs to none of them. */
export const countsMany = (h: Happening): boolean => h.types[0] === 'toll' && h.figures[0]?.scope === 'running-total';

const families: EventType[][] = [
  ['air-strike', 'shelling', 'attack', 'bombing', 'chemical-attack'],
  ['bombing', 'suicide-bombing', 'mine', 'attack', 'killing'],
  ['armed-clash', 'attack', 'territory', 'force-movement', 'suicide-bombing', 'shelling'],
  ['killing', 'attack', 'execution', 'toll'],
  ['detention', 'abduction', 'force-movement'],
  ['displacement', 'force-movement'],
];

/** Whether two types can be told of one happening. */
export function compatible(a: EventType, b: EventType): boolean {
  return a === b || families.some((family) => family.includes(a) && family.includes(b));
}

/** "the shelling" is rather the shelling told before than clashes told since; "the attack" may be either. */
export const namesAnother = (earlier: Happening, { definite, finite, types }: Happening): boolean =>
  definite &&
  !finite &&
  attackTypes.has(types[0]) &&
  // "the attack" is rather the one that is told than the one a day after which it came
  (earlier.rules.includes(ONLY_AFTER) || (types[0] !== 'attack' && earlier.types[0] !== types[0]));

/** A deed that is named only to say after what another one came ("a day after an attack on"). */
export const ONLY_AFTER = 'event.only-after';

export const isViolent = (h: Happening): boolean => isAttack(h) || isCasualty(h) || h.types[0] === 'destruction';

/** Two happenings may belong to one story: a release does not take over the place and day of a raid. */
export const sameStory = (a: Happening, b: Happening): boolean =>
  (isViolent(a) && isViolent(b)) || compatible(a.types[0], b.types[0]);

/** Each was told of a place of its own. */
export const otherPlace = (a: Happening, b: Happening): boolean => {
  const x = a.places.find((p) => p.role === 'at');
  const y = b.places.find((p) => p.role === 'at');
  return x !== undefined && y !== undefined && x.place.start !== y.place.start;
};

/** What two places stand at the ends of, and no two parties do to each other. */
export const oneSided: ReadonlySet<EventType> = new Set<EventType>([
  'service-cut',
  'destruction',
  'territory',
  'mine',
  'bombing',
  'suicide-bombing',
  'weapons-disrupted',
]);

/** What is done to people who are taken, let go or put to death: a thing behind "at" is where. */
export const held: ReadonlySet<EventType> = new Set<EventType>([
  'detention',
  'abduction',
  'release',
  'killing',
  'execution',
  'displacement',
]);

export const twoSided: ReadonlySet<EventType> = new Set<EventType>([
  'armed-clash',
  'agreement',
  'riot',
  'release',
  'other',
  'situation',
]);
