/** What stands behind "to" or "of" (li-) after the word of a deed: who did it, whom it was done to, or whose the thing was that stands before it. */
import { harmed } from '../claim/outcomes.ts';
import { BI, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Found } from './argument-nouns.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { held } from './families.ts';
import { type Happening, takes } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isArmed, isBody, isForce, isPeople } from './parties.ts';
import { attackTypes, eventSense, lightSense } from './senses.ts';
import { isStranger } from './strangers.ts';
import { isWholeParty } from './whole-parties.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

export function toArgument(
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  h: Happening,
  nouns: NounPhrase[],
  found: Found,
  nominal: boolean,
): void {
  const [noun] = nouns;
  // "for several hours", "for (the) securing of the entry of": how long and what for
  if (isHowLong(doc, noun) || isPurpose(doc, noun)) return;
  // "led him away to an unknown place"
  if (
    !nominal &&
    held.has(h.types[0]) &&
    h.types[0] !== 'release' &&
    noun.actor === null &&
    (noun.kind === 'source' || !isPeople(noun))
  )
    return;
  // "the arrest by the branches of the security, of 3 civilians": the particle may stand apart from its number
  let last = j - 1;
  if (nominal && chunks[last].kind === 'word' && doc.detached[chunks[last].start] === 1) last--;
  if (nominal && last < j - 1 && chunks[last].kind === 'mark' && chunks[last].mark === 'comma') last--;
  // "the targeting by X, led by Y, of homes": who leads or backs the doer stands between
  if (nominal && chunks[last - 1]?.mark === 'support' && chunks[last].kind === 'noun') last -= 2;
  const before = chunks[last];
  // "in a mosque belonging to X": the owner of the place, no party
  const aside = before.end === before.start + 1 && last > 0 && before.kind !== 'case' ? chunks[last - 1] : before;
  // "the downing of a drone of X": whose it was
  if (h.types[0] === 'weapons-disrupted' && (before.noun?.kind === 'thing' || last === h.chunk)) return;
  // "in support of the government": what it was done for
  if (field(before.node, 'meant') === 'yes') return;
  if (nodeOf(doc, before.end - 1, 'belong') !== null || nodeOf(doc, aside.end - 1, 'belong') !== null) return;
  // "the car park for cars", "the agency for news": what belongs to a noun behind a preposition is no party
  const owned = before.noun;
  if (owned !== null && before.kind === 'noun' && (owned.kind === 'outlet' || chunks[last - 1]?.kind === 'case')) return;
  // "burned a car belonging to a citizen": whose it was
  if (owned?.kind === 'thing' && owned.end === noun.start && found.direct.some((d) => d.includes(owned)))
    if (!isForce(doc, noun))
      // "the destruction of five vehicles of X": nor does their owner destroy them
      return;
    else if (nominal && !owned.definite && noun.kind !== 'thing') {
      owned.end = noun.end;
      owned.actor ??= noun.actor;
      return;
    }
  // "in the last pocket of X"
  if (before.kind === 'place' && owned?.kind === 'thing' && noun.actor !== null) return;
  // "its pursuit | of (li-) the gunmen": the pronoun did it
  const { pronoun } = doc.info[h.node!.start];
  const ownObject =
    nominal && last === h.chunk && pronoun?.startsWith('3') && h.sense?.subject === 'actor' && !h.sense.passiveOnly;
  if (ownObject && h.sense!.object === 'recipient' && h.outcome === null && (noun.kind !== 'other' || noun.actor !== null)) {
    h.recipients.push(...nouns);
    h.rules.push('event.object-behind-doer');
  } else if (nominal && isAmbushBy(doc, chunks, h, noun)) {
    h.actors.push(...nouns);
    h.rules.push('event.of-party');
  } else if (isLaidFor(chunks, h, noun) || (nominal && isDealtTo(doc, chunks, h))) {
    h.recipients.push(...nouns);
    h.rules.push('event.of-party');
  } else if (nominal && owned !== null && isDoer(doc, h, found.direct[0], owned, noun)) {
    // "the arrest by the army of a leader"
    h.recipients.push(...nouns);
    h.rules.push('event.object-behind-doer');
  } else if (nominal) ofArgument(doc, chunks, j, h, nouns);
  else if (h.sense?.of === 'recipient' && before.kind !== 'place' && owned?.kind !== 'thing') {
    h.recipients.push(...nouns);
    h.rules.push('event.of-party');
  }
}

const isHowLong = (doc: Doc, { head, end }: NounPhrase): boolean =>
  nodeOf(doc, end - 1, 'unit') !== null || nodeOf(doc, head, 'occasion') !== null;

const isPurpose = (doc: Doc, { kind, actor, count, definite, place, head }: NounPhrase): boolean =>
  kind === 'other' && actor === null && count === null && !definite && place === null && !doc.info[head].unknown;

/** "(stormed the mosque) for (the) enabling of | hundreds of settlers (to enter)": the last chunk of what it was done for, whose genitive is no object. */
export function aimEnd(doc: Doc, chunks: readonly Chunk[], j: number, last: number): number {
  const next = chunks[j + 1];
  const noun = chunks[j].noun!;
  const governs = last === j && noun.end === noun.start + 1 && isPurpose(doc, noun) && !isHowLong(doc, noun);
  if (!governs || next?.kind !== 'noun' || next.start !== chunks[j].end || next.bits & (BI | LI | KA | WA)) return last;
  return coordinated(doc, chunks, j + 1, null).last;
}

/** "(nine soldiers were killed) in an ambush of gunmen": no post or army, and nobody laid it for them. */
const isAmbushBy = (doc: Doc, chunks: readonly Chunk[], h: Happening, { kind, node, count, definite }: NounPhrase): boolean =>
  h.types[0] === 'armed-clash' &&
  ((chunks[h.chunk - 1]?.kind === 'case' && chunks[h.chunk - 1].mark === 'in') ||
    // "the convoy came under (li-) an ambush of gunmen", "an ambush of gunmen in X kills ten"
    (chunks[h.chunk].bits & LI) !== 0 ||
    killsBehind(doc, chunks, h.chunk)) &&
  kind === 'person' &&
  count === null &&
  !definite &&
  field(node, 'who') === 'combatant' &&
  field(node, 'regular') !== 'yes' &&
  field(node, 'unit') !== 'group';

/** How many chunks may stand between an ambush and the verb that has it for its subject. */
const AMBUSH = 5;

function killsBehind(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const verb = chunks.slice(k + 1, k + 1 + AMBUSH).find((c) => c.finite || c.kind === 'mark' || c.kind === 'event');
  if (verb?.kind !== 'event' || !verb.finite || hasConjunction(doc, verb.start)) return false;
  const sense = senseOf(verb.node);
  return sense !== null && eventSense(sense).subject === 'actor' && eventSense(sense).outcome !== null;
}

/** "laid an ambush for a patrol": the object that the word needs stands before it, and whom it was laid for behind "to". */
const isLaidFor = (chunks: readonly Chunk[], h: Happening, { definite, node, actor }: NounPhrase): boolean =>
  h.types[0] === 'armed-clash' &&
  ((h.sense?.needs != null && chunks[h.chunk].object >= 0) ||
    // "(there) befell | an ambush to a patrol of the army"
    (field(chunks[h.chunk - 1]?.node ?? null, 'falls-into') === 'yes' &&
      !definite &&
      node !== actor &&
      field(node, 'unit') === 'group'));

/** "dealt | the army | a blow to the group": who deals it stands beside the verb, so it is no blow of theirs. */
function isDealtTo(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  if (!attackTypes.has(h.types[0]) || h.outcome !== null || isDefinite(doc, h.start)) return false;
  const verb = chunks[h.chunk - 1]?.noun != null ? chunks[h.chunk - 2] : chunks[h.chunk - 1];
  const sense = verb?.kind === 'light' && verb.finite && verb.bits === 0 ? senseOf(verb.node) : null;
  return sense !== null && lightSense(sense).subject === 'actor' && featuresOf(verb.node!)?.voice !== 'passive';
}

/** Somebody right behind the verbal noun of what one does to another: the object follows with "to". */
const isDoer = (
  doc: Doc,
  h: Happening,
  direct: readonly NounPhrase[] | undefined,
  before: NounPhrase,
  object: NounPhrase,
): boolean =>
  direct !== undefined &&
  h.sense?.subject === 'actor' &&
  h.sense.object === 'recipient' &&
  direct.includes(before) &&
  (isForce(doc, direct[0]) || actsOn(h, direct[0], object));

/** "the targeting by unknown men of a soldier", "the arrest by the branches of three civilians": no group follows that the first could belong to. */
function actsOn(h: Happening, doer: NounPhrase, object: NounPhrase): boolean {
  const counted = object.count !== null && isPeople(object);
  // nobody takes a thing prisoner
  if (doer.kind === 'thing') return counted && h.outcome !== null && takes.has(h.outcome);
  if (doer.kind !== 'person' || doer.count !== null) return false;
  if (counted || isBody(doer)) return isPeople(object) && !isBody(object);
  if (isStranger(doer, object)) return true;
  // "the attacking by gunmen of a bus", "the burning by settlers of a mosque"
  if (object.kind === 'thing' && object.actor === null && (isArmed(doer) || field(doer.node, 'irregular') === 'yes')) return true;
  return field(doer.node, 'faceless') === 'yes' && (object.kind === 'person' || object.kind === 'thing') && !isBody(object);
}

function ofArgument(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening, nouns: NounPhrase[]): void {
  const [{ kind, count, head }] = nouns;
  // "the use by the police of tear gas"
  if (h.sense?.object === 'means' && kind === 'thing') {
    h.means.push(...nouns);
    h.rules.push('event.of-means');
    return;
  }
  // "the targeting of our forces": whoever speaks does not fire at his own
  if (h.sense?.object === 'recipient' && doc.info[head].pronoun?.startsWith('1') === true) {
    h.recipients.push(...nouns);
    h.rules.push('event.of-party');
    return;
  }
  // "shelling by X on the town": what is aimed at stands behind "on", so this is who aims
  const { mark } = chunks[j + nouns.length] ?? { mark: '' };
  const aims =
    attackTypes.has(h.types[0]) &&
    count === null &&
    (mark === 'on' || mark === 'against') &&
    nodeOf(doc, nouns[0].head, 'last') === null;
  // "an attack by gunmen"
  const attackers = h.sense?.of === 'either' && kind === 'person' && count === null && isArmed(nouns[0]);
  // "an advance by the opposition"
  const moves = h.sense?.of === 'actor' && h.sense.object === 'none' && (kind === 'person' || kind === 'actor') && count === null;
  // "a campaign of arrests by the army"
  const seizes = h.outcome !== null && h.outcome !== 'released' && takes.has(h.outcome) && isWholeParty(doc, nouns[0]);
  if (seizes || (h.outcome === null && (isForce(doc, nouns[0]) || attackers || aims || moves))) h.actors.push(...nouns);
  else h.recipients.push(...nouns);
  h.rules.push('event.of-party');
}

/** "(fired) towards the demonstrators": people whom nothing has befallen yet. */
export const isSomebodyAt = (noun: NounPhrase): boolean =>
  noun.kind === 'person' || (noun.kind === 'outcome' && !harmed.has(outcomeOfNoun(noun) ?? 'other'));
