/** Buildings and posts with a name that an attack is aimed at: they are places, and what it was done to. */
import type { EventType } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isPeople } from './parties.ts';
import { qualitiesEnd } from './place-adjectives.ts';
import type { PlacePhrase } from './place-names.ts';
import { featuresOf, field, isDefinite, markAt, nodeOf } from './words.ts';

const strikes: ReadonlySet<EventType> = new Set<EventType>([
  'air-strike',
  'shelling',
  'bombing',
  'suicide-bombing',
  'attack',
  'destruction',
]);

/** "shelled the hospital of X": a building or post with a name is aimed at; a town or a camp is only where. */
export function aimedAt(doc: Doc, h: Happening, noun: NounPhrase | null, place: PlacePhrase): void {
  if (!strikes.has(h.types[0]) || h.outcome !== null || place.relation !== null) return;
  // "the hospital of the town" is aimed at like one with a name; "the town" itself is only where
  if (place.anaphor !== null && isDefinite(doc, place.start)) return;
  const thing = nodeOf(doc, place.start, 'thing');
  if (thing === null || field(thing, 'target') !== 'yes' || nodeOf(doc, place.start, 'relation') !== null) return;
  if (field(nodeOf(doc, place.start, 'place-class'), 'kind') === 'camp') return;
  const end = Math.max(thing.end, nameEnd(doc, place));
  const name = noun !== null && noun.kind === 'thing' ? noun : null;
  if (name === null) return;
  h.recipients.push({ ...name, end: Math.min(Math.max(name.end, thing.end), Math.max(end, thing.end)) });
  h.rules.push('event.facility-aimed-at');
}

/** Behind the name of the place, with the mark that closes it and what describes the whole: "the field «X», the oil". */
function nameEnd(doc: Doc, { levels: [level], start, end }: PlacePhrase): number {
  const t = level?.end ?? start;
  return t < end && ['close', 'quote'].includes(markAt(doc, t)) ? qualitiesEnd(doc, t + 1, end) : t;
}

/** "an attack with rockets, launched by X, and (it) targeted a patrol": the verb agrees with the attack. Whoever is named in a relative clause between is not its subject. */
export function goesOnAiming(chunks: readonly Chunk[], a: Happening, b: Happening): boolean {
  if (field(b.node, 'aims') !== 'yes' || featuresOf(a.node!)?.gender !== featuresOf(b.node!)?.gender) return false;
  const relative = chunks.findIndex((c, k) => k > a.chunk && k < b.chunk && c.kind === 'relative');
  const aside = (x: NounPhrase): boolean => relative >= 0 && x.start > chunks[relative].start && x.start < b.start;
  if (!b.actors.every((x) => a.actors.includes(x) || aside(x))) return false;
  b.actors = b.actors.filter((x) => a.actors.includes(x));
  return true;
}

/** "X targeted the youth Y at a checkpoint": whom it was done to is told. */
export const strikesSomebody = (doc: Doc, h: Happening, direct: readonly NounPhrase[][], nominal: boolean): boolean => {
  const last = direct.at(-1)?.[0];
  return (
    (field(h.node, 'aims') === 'yes' && doc.info[h.start].pronoun !== null) ||
    (!nominal && direct.length > 1 && last !== undefined && isPeople(last))
  );
};
