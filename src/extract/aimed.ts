/** Buildings and posts with a name that an attack is aimed at: they are places, and what it was done to. */
import type { EventType } from '../claim/reading.ts';
import type { Found } from './argument-nouns.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isPeople } from './parties.ts';
import { qualitiesEnd } from './place-adjectives.ts';
import type { PlacePhrase } from './place-names.ts';
import { attackTypes } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, markAt, nodeOf } from './words.ts';

const strikes: ReadonlySet<EventType> = new Set<EventType>([
  'air-strike',
  'shelling',
  'bombing',
  'suicide-bombing',
  'attack',
  'destruction',
]);

/** "shelled the hospital of X": a building or post with a name is aimed at; a town or a camp is only where. `topic`: it is told of first. */
export function aimedAt(doc: Doc, h: Happening, noun: NounPhrase | null, place: PlacePhrase, topic = false): void {
  const storms = field(h.node, 'storms') === 'yes';
  if (!(storms || strikes.has(h.types[0])) || h.outcome !== null || place.relation !== null) return;
  // "the hospital of the town" is aimed at like one with a name; "the town" itself is only where
  if (!topic && place.anaphor !== null && isDefinite(doc, place.start)) return;
  const thing = nodeOf(doc, place.start, 'thing');
  if (thing === null || field(thing, 'target') !== 'yes' || nodeOf(doc, place.start, 'relation') !== null) return;
  if (field(nodeOf(doc, place.start, 'place-class'), 'kind') === 'camp') return;
  const end = Math.max(thing.end, nameEnd(doc, place));
  const name = noun !== null && noun.kind === 'thing' ? noun : null;
  if (name === null) return;
  h.recipients.push({ ...name, end: Math.max(end, thing.end) });
  h.rules.push('event.facility-aimed-at');
}

/** "(raided) the camp of X | and the stores of arms", "the hospital of X | and two schools": what is joined to the building that is aimed at. */
export function alsoAimedAt(doc: Doc, chunks: readonly Chunk[], at: number, h: Happening): void {
  if (h.recipients.at(-1)?.start !== chunks[at].noun?.start) return;
  for (let j = at + 1; j < chunks.length; j++) {
    const { kind, noun, start } = chunks[j];
    if (kind !== 'noun' || noun?.kind !== 'thing' || noun.actor !== null || !hasConjunction(doc, start)) return;
    if (field(noun.node, 'target') !== 'yes' || chunks[j + 1]?.kind === 'event' || chunks[j + 1]?.finite) return;
    h.recipients.push(noun);
  }
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

/** How many chunks may stand between the doer and the "on" before what was aimed at. */
const AIMED_WITHIN = 4;
/** "the shelling of the government goes on against the quarters": what is aimed at stands behind "on", so the party of the genitive aims. */
export function aimsOn(chunks: readonly Chunk[], h: Happening, found: Found, head: NounPhrase): boolean {
  if (h.outcome !== null || !attackTypes.has(h.types[0]) || head.count !== null) return false;
  // "the targeting of a column of X | on the border": what is targeted needs no "on"
  if (field(h.node, 'aims') === 'yes' && head.kind === 'thing') return false;
  // "the attack of General X | on the capital"; not "the targeting of X | on the road"
  const man = (head.kind === 'title' || head.kind === 'name') && field(h.node, 'aims') !== 'yes';
  const from = found.directAt[0] + found.direct[0].length;
  // "the attack of settlers | on them"
  const beside = h.sense!.of === 'either' && chunks[from]?.kind === 'case' && chunks[from].mark === 'on';
  if (
    !man &&
    head.kind !== 'actor' &&
    head.kind !== 'source' &&
    head.actor === null &&
    !(head.kind === 'person' && (beside || isArmed(head)))
  )
    return false;
  for (let j = from; j < from + AIMED_WITHIN && j < chunks.length; j++) {
    const { kind, mark } = chunks[j];
    if (kind === 'case') return (mark === 'on' || mark === 'against') && (!man || isAimedAt(chunks[j + 1]));
    if (kind !== 'verb' && kind !== 'light' && kind !== 'word' && kind !== 'date') return false;
  }
  return false;
}

/** A place, or people: "on the capital", but "on his head". */
const isAimedAt = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  (chunk.place !== null ||
    chunk.noun?.kind === 'person' ||
    chunk.noun?.kind === 'actor' ||
    field(chunk.noun?.node ?? null, 'target') === 'yes');
