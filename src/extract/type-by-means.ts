/** What the means of a deed, or an adjective of it, say of its type. */
import type { EventType } from '../claim/reading.ts';
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { attackTypes } from './senses.ts';
import { field, nodeOf } from './words.ts';

const refinable: ReadonlySet<EventType> = new Set<EventType>([
  'attack',
  'shelling',
  'air-strike',
  'armed-clash',
  'bombing',
  'killing',
  'other',
]);

const told: ReadonlySet<EventType> = new Set<EventType>(['armed-clash', 'shelling', 'air-strike', 'bombing']);

export function setType(h: Happening, type: EventType): void {
  const now = h.types[0];
  if (now === type || !refinable.has(now)) return;
  if (now === 'killing' && type === 'attack') return;
  // "clashes with heavy weapons", "shelled with heavy weapons": what is told closer than an attack stays what it is
  if (type === 'attack' && told.has(now)) return;
  // "air raids with cluster bombs": whatever fell, it fell from aircraft
  if (now === 'air-strike' && (type === 'shelling' || type === 'bombing')) return;
  // "shelled with bombs": nobody laid them
  if (now === 'shelling' && type === 'bombing') return;
  h.types = [type, ...h.types.filter((t) => t !== type)];
}

export function meansType(doc: Doc, h: Happening, nouns: readonly NounPhrase[]): void {
  let told = false;
  for (const noun of nouns) {
    const type = field(noun.node, 'type') as EventType | undefined;
    // "by bullets and shrapnel": the first weapon tells
    if (type !== undefined && !told && !isForCrowds(h, noun)) setType(h, type);
    told ||= type !== undefined;
    // "with rocket arms": the adjective of the weapon
    for (let i = noun.head + 1; i < noun.end; i++) {
      const kind = field(nodeOf(doc, i, 'event-adjective'), 'type') as EventType | undefined;
      if (kind === 'shelling' || kind === 'air-strike') setType(h, kind);
    }
  }
}

/** How far before its verb what went off may stand, in chunks. */
const BEFORE = 5;

/** "two mines | of what X left | went off": what went off stands before the verb. */
function wentOff(chunks: readonly Chunk[], k: number, h: Happening): void {
  if (!h.finite || h.types[0] !== 'bombing' || h.sense?.subject !== 'none') return;
  for (let j = k - 1; j >= 0 && j >= k - BEFORE; j--) {
    const { kind, finite, noun, bits } = chunks[j];
    if (finite || kind === 'that' || kind === 'mark' || kind === 'event' || kind === 'relative') return;
    if (noun === null || bits & (BI | LI) || chunks[j - 1]?.kind === 'case') continue;
    if (field(noun.node, 'type') === 'mine') h.types = ['mine'];
    return;
  }
}

/** "dispersed the crowd with gas": nobody was poisoned, unless it was shelled with it. */
const isForCrowds = ({ types }: Happening, { node }: NounPhrase): boolean =>
  field(node, 'crowd') === 'yes' && types[0] !== 'shelling' && types[0] !== 'air-strike';

/** Casualties that a weapon is told for and no attack: how they came by it gives the type; and what is told of a blast before its verb. */
export function byWeapon(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  broughtBy(doc, chunks, h);
  owingTo(doc, chunks, h);
  wentOff(chunks, h.chunk, h);
}

/** How far the casualties may stand behind the verb that says what they came of, in chunks. */
const FAR = 6;

/** "a mortar shell | led to | the death of": the weapon is the subject of the verb that joins it to those it hit. */
function broughtBy(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (h.finite || h.types[0] !== 'killing' || h.outcome === null) return;
  let k = h.chunk - 1;
  for (; k >= 0 && h.chunk - k <= FAR; k--) {
    const { kind, finite, mark } = chunks[k];
    if (kind === 'result') break;
    // "rockets that X fired | led to"
    if (finite && kind === 'light' && doc.info[chunks[k].start].pronoun !== null) continue;
    if (finite || kind === 'event' || kind === 'relative' || (kind === 'mark' && mark !== 'comma')) return;
  }
  if (chunks[k]?.kind !== 'result') return;
  const weapon = [chunks[k + 1], chunks[k - 1]].find(
    (c) =>
      c?.kind === 'noun' &&
      c.noun?.kind === 'thing' &&
      (c.bits & (BI | LI)) === 0 &&
      field(c.noun.node, 'category') === 'munition',
  );
  if (weapon === undefined) return;
  h.means.push(weapon.noun!);
  meansType(doc, h, [weapon.noun!]);
}

/** "six were killed | owing to | mortar shells": what they died of is a weapon, and no attack is named. */
function owingTo(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if ((h.types[0] !== 'killing' && h.types[0] !== 'attack') || (h.outcome !== 'killed' && h.outcome !== 'injured')) return;
  for (let k = h.chunk + 1; k + 1 < chunks.length && k <= h.chunk + FAR; k++) {
    const { kind, finite, mark } = chunks[k];
    if (finite || kind === 'event' || kind === 'relative' || kind === 'that' || (kind === 'mark' && mark !== 'comma')) return;
    if (kind !== 'cause') continue;
    const { noun } = chunks[k + 1];
    if (noun?.kind !== 'thing' || !weapons.has(field(noun.node, 'category') ?? '') || h.means.includes(noun)) return;
    h.means.push(noun);
    meansType(doc, h, [noun]);
    return;
  }
}
const weapons: ReadonlySet<string> = new Set(['munition', 'weapon', 'aircraft']);

/** "air raid", "rocket shelling": an adjective of the trigger gives the type. */
export function refineByAdjectives(doc: Doc, h: Happening): void {
  for (let i = h.start + 1; i < h.end; i++) {
    const type = field(nodeOf(doc, i, 'event-adjective'), 'type') as EventType | undefined;
    // "violent" shelling and "fierce" raids stay what they are
    if (type === undefined || type === 'attack' || (type === 'armed-clash' && h.types[0] !== 'attack' && h.types[0] !== 'other'))
      continue;
    // a "tight" attack holds nobody
    if (type === 'detention' && attackTypes.has(h.types[0]) && h.node?.kind !== 'carrier') continue;
    setType(h, type);
  }
}
