/** Type: outlets name one happening differently ("strike", "massacre", "killed"); the table says which names can mean the same. */
import type { EventType } from '../../claim/reading.ts';
import type { Subject } from '../subject.ts';

/** Types that say little about the means: compatible with every violent type. */
const GENERIC = new Set<EventType>(['attack', 'killing', 'toll', 'destruction']);
const VIOLENT = new Set<EventType>([
  ...GENERIC,
  'air-strike',
  'shelling',
  'bombing',
  'suicide-bombing',
  'mine',
  'chemical-attack',
  'armed-clash',
  'execution',
  'sexual-violence',
  'riot',
]);
/** Types that can accompany anything. */
const NEUTRAL = new Set<EventType>(['situation', 'other', 'displacement', 'service-cut', 'weapons-disrupted']);

const PAIRS: [EventType, EventType, number][] = [
  ['air-strike', 'shelling', 0.5],
  ['air-strike', 'bombing', 0.3],
  ['air-strike', 'chemical-attack', 0.5],
  ['shelling', 'chemical-attack', 0.5],
  ['shelling', 'armed-clash', 0.3],
  // planes above a front line and fighters on it: the same place and day, but other people die
  ['air-strike', 'armed-clash', -0.6],
  ['bombing', 'suicide-bombing', 0.8],
  ['bombing', 'mine', 0.6],
  ['shelling', 'bombing', 0.2],
  ['shelling', 'mine', -0.3],
  ['killing', 'execution', 0.8],
  ['detention', 'abduction', 0.7],
  ['detention', 'attack', 0.2],
  ['detention', 'surrender', 0.3],
  ['territory', 'armed-clash', 0.5],
  ['territory', 'force-movement', 0.5],
  ['armed-clash', 'force-movement', 0.3],
  ['attack', 'force-movement', 0.2],
  ['displacement', 'force-movement', 0.4],
  ['protest', 'riot', 0.7],
];
const TABLE = new Map<EventType, Map<EventType, number>>();
for (const [a, b, score] of PAIRS) {
  list(a, b, score);
  list(b, a, score);
}

function list(a: EventType, b: EventType, score: number): void {
  const row = TABLE.get(a) ?? new Map<EventType, number>();
  TABLE.set(a, row.set(b, score));
}

/** How well two types can name one happening, -1..1. */
export function typeCompatibility(a: EventType, b: EventType): number {
  if (a === b) return NEUTRAL.has(a) ? 0.5 : 1;
  const listed = TABLE.get(a)?.get(b);
  if (listed !== undefined) return listed;
  if (VIOLENT.has(a) && VIOLENT.has(b)) return GENERIC.has(a) || GENERIC.has(b) ? 0.7 : -0.4;
  return NEUTRAL.has(a) || NEUTRAL.has(b) ? 0 : -0.8;
}

/** Says that people came to harm, not how. */
export function isGenericType(type: EventType): boolean {
  return GENERIC.has(type) || NEUTRAL.has(type);
}

export function isViolent(type: EventType): boolean {
  return VIOLENT.has(type);
}

export function typeScore(a: Subject, b: Subject): number {
  let best = -1;
  for (const x of a.types) for (const y of b.types) best = Math.max(best, typeCompatibility(x, y));
  return best;
}

export function sayType(subject: Subject): string {
  return subject.types.join(' ');
}
