/**
 * The happenings of one sentence: acting words with their arguments.
 *   verb + subject + object · passive · subject + verb · verbal noun + genitive · light verb + verbal noun · "between X and Y" · "at the hands of"
 */

import { walk } from './arguments.ts';
import { hitsThing, isStruckBy } from './attack-subject.ts';
import { blamedFor } from './blamed.ts';
import { ofBodyPart } from './body-parts.ts';
import { carriedAfter, struckBy } from './carried.ts';
import { keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { companyEnd } from './company.ts';
import { outcomeOfNoun } from './count-of.ts';
import { usedAgainst } from './dispersed.ts';
import type { Doc } from './doc.ts';
import { gapped, gapsBehind } from './gapped.ts';
import { type Happening, newHappening } from './happening.ts';
import { losesItsOwn } from './losses.ts';
import { withoutNearRest } from './near-rest.ts';
import { foundBodies, isBeforeObject, takesNeeded, withObject } from './needed-objects.ts';
import type { NounPhrase } from './noun-parts.ts';
import { postThatTakes, sourceBefore } from './odd-subjects.ts';
import { duringIt, inOperation } from './operations.ts';
import {
  isAccusative,
  isArmed,
  isBareWeapon,
  isDowned,
  isForce,
  isOffice,
  isPeople,
  isPlaceLike,
  isThrown,
  showsObject,
  weaponry,
} from './parties.ts';
import { peopleDrivenOut, peopleLetGo, peopleOnTheMove } from './people-moved.ts';
import { plantedIn } from './planted.ts';
import { pronounObject } from './pronoun-objects.ts';
import { untilTaken } from './put-between.ts';
import { isReckoned } from './reckoned-days.ts';
import { isTakenUp, ofAntecedent, siteTakenUp } from './resumed.ts';
import { sameHands } from './same-hands.ts';
import { armsAreSeized, flyingIsStopped } from './seized-arms.ts';
import { eventSense } from './senses.ts';
import { shareGenitive } from './shared-genitive.ts';
import { add, facility, hasMet } from './sites.ts';
import { slainBefore } from './slain-before.ts';
import { doersBefore, goesOn, movesOn } from './subject-goes-on.ts';
import { isObjectOfPronoun, isPronounSubject, isState } from './subject-pronoun.ts';
import { described, subjectOf } from './subjects.ts';
import { survivesIt, townFalls } from './survivors.ts';
import { describesPlace } from './territory.ts';
import { topicObject } from './topic-objects.ts';
import { byWeapon, meansType, refineByAdjectives } from './type-by-means.ts';
import { nounArguments } from './verbal-nouns.ts';
import { befellLeftOut } from './victims-left-out.ts';
import {
  areCountedApart,
  becameOfObject,
  bothSuffer,
  cannotSuffer,
  fires,
  fliesIn,
  isArms,
  isBody,
  isHarmed,
  isMachineOf,
  isNamedBody,
  isNoSubject,
  isNothing,
  isOurDeed,
  isOwnLoss,
  mustAct,
  objectPlace,
  objectPronounless,
  partyLeads,
  statedAs,
  stateOf,
  strikesPlace,
} from './who-suffers.ts';
import { comesUnder, firedThings, fireOf, isFired, ownerBehind, planterOf, wielderOf } from './wielder.ts';
import { featuresOf, field, hasConjunction, isDefinite, isHollow, isVowelledPassive, senseOf } from './words.ts';

/** Reads the happenings of a sentence. `used`: chunks that belong to cues and sources. */
export function readHappenings(doc: Doc, chunks: readonly Chunk[], used: Uint8Array, frameOf: Int16Array): Happening[] {
  const found: Happening[] = [];
  for (let k = 0; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk.kind !== 'event' || used[k]) continue;
    const sense = senseOf(chunk.node);
    if (sense === null || describesPlace(doc, chunks, k) || isReckoned(doc, chunks, k)) continue;
    // "caves that the group uses(them)": what is used is told before, and is no weapon
    const { weak, object } = eventSense(sense);
    if (weak && object === 'means' && chunk.finite && doc.info[chunk.start].pronoun !== null) continue;
    // clauses that go on with this verb have arguments of their own
    const gaps = gapsBehind(doc, chunks, k, used);
    const row = gaps.length === 0 ? untilTaken(chunks, k, found.at(-1)) : chunks.slice(0, gaps[0].from);
    const h = newHappening(k, chunk.start, chunk.end);
    h.sense = eventSense(sense);
    h.node = chunk.node;
    h.finite = chunk.finite;
    h.definite =
      isDefinite(doc, chunk.node!.start) || isDefinite(doc, chunk.start) || doc.info[chunk.node!.start].pronoun !== null;
    h.types = [...h.sense.types];
    h.outcome = h.sense.outcome;
    peopleLetGo(chunks, k, h);
    h.weak = h.sense.weak && chunk.object < 0;
    h.frame = frameOf[k];
    refineByAdjectives(doc, h);
    if (chunks[k - 1]?.kind === 'relative' || (chunk.finite && !hasConjunction(doc, chunk.start) && described(doc, chunks, k)))
      h.rules.push('event.relative-clause');
    if (h.finite) {
      verbArguments(doc, row, k, h, used, found);
      pronounObject(doc, row, k, h, used, found.at(-1));
      befellLeftOut(doc, row, k, h, used, found.at(-1));
      slainBefore(row, k, h, found);
      usedAgainst(doc, row, k, h, used);
      if (isFired(doc, chunk, h) || comesUnder(h)) carriedAfter(doc, row, h, used);
    } else {
      nounArguments(doc, row, k, h, used);
      topicObject(doc, row, k, h, used);
      struckBy(doc, row, k, h, found, used);
      sameHands(doc, row, k, h, found);
      shareGenitive(doc, row, k, h, found.at(-1));
    }
    if (h.sense.object === 'means') firedThings(h);
    byWeapon(doc, chunks, h);
    plantedIn(doc, row, h);
    armsAreSeized(h);
    flyingIsStopped(h);
    withObject(row, k, h);
    foundBodies(doc, row, k, h);
    townFalls(doc, row, k, h);
    survivesIt(row, k, h, found);
    blamedFor(doc, row, h);
    planterOf(doc, row, h, used);
    wielderOf(doc, row, h, used);
    inOperation(doc, row, h, used);
    duringIt(doc, row, h, found);
    peopleOnTheMove(h);
    peopleDrivenOut(h);
    found.push(h, ...gaps.map((gap, n) => gapped(doc, chunks, h, gap, gaps[n + 1]?.from ?? chunks.length, frameOf[gap.noun])));
  }
  return found.sort((a, b) => a.chunk - b.chunk);
}

function verbArguments(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  used: Uint8Array,
  before: readonly Happening[],
): void {
  const found = walk(doc, chunks, k, h, used, false);
  h.until = found.until;
  // "opened the fire of the artillery": what belongs to the object that the verb needs is what it was done with
  const fired = found.directAt.findIndex((at) => chunks[at].start === chunks[k].object + 1);
  if (fired >= 0 && isArms(found.direct[fired])) {
    h.means.push(...found.direct.splice(fired, 1)[0]);
    found.directAt.splice(fired, 1);
  }
  if (h.sense!.subject === 'means') ownerBehind(doc, chunks, k, h, found);
  fireOf(doc, chunks, k, h, found);
  ofBodyPart(doc, chunks, chunks[k].object, found);
  const sense = h.sense!;
  const features = featuresOf(h.node!);
  // a plural verb stands after its subject
  const plural = features?.person !== 1 && (features?.number === 'pl' || features?.number === 'du');
  // "the time at which X struck(in it) Y", "the raid in which six were killed": the noun before is where, not who
  const aside =
    chunks[k - 1]?.kind === 'relative' && chunks[k + 1]?.kind === 'case' && doc.info[chunks[k + 1].start].pronoun !== null;
  const leads = !aside && (found.direct.length < 2 || plural || partyLeads(doc, chunks, k, used));
  const subject = ofAntecedent(doc, chunks, k, leads ? subjectOf(doc, chunks, k, used) : null, before.at(-1));
  if (sense.subject === 'means') h.actors.push(...sourceBefore(doc, chunks, k, used));
  if (losesItsOwn(doc, h, subject, found.direct)) return;
  const post = postThatTakes(chunks, k, h);
  if (post !== null && found.direct.length === 1) {
    h.places = h.places.filter((p) => p.place.start !== post.start);
    Object.assign(chunks[k + 1], { kind: 'noun', place: null });
    h.actors.push(post);
    h.recipients.push(...found.direct[0]);
    h.rules.push('event.post-takes');
    return;
  }
  const passive =
    sense.passiveOnly ||
    features?.voice === 'passive' ||
    isVowelledPassive(doc, h.node!) ||
    h.rules.includes('event.agent-marker') ||
    h.rules.includes('event.agent-pronoun');
  if (found.added.length > 0) subject === null ? found.direct.push(found.added) : subject.push(...found.added);
  // "40 children and 80 soldiers were killed, of a toll above 192 dead": nobody kills the dead
  if (subject !== null && h.outcome === 'killed' && subject.some((s) => s.count !== null)) {
    const at = found.direct.findIndex(([noun]) => noun.kind === 'outcome' && outcomeOfNoun(noun) === 'killed');
    if (at >= 0) found.direct.splice(at);
  }
  statedAs(h, found);
  withoutNearRest(doc, chunks, found);
  const [first, second] = found.direct;
  const put = (role: string, nouns: NounPhrase[] | undefined): void => {
    if (nouns === undefined) return;
    // "took back weapons": no weapon takes anything
    const taken = role === 'actor' && h.types[0] === 'territory' && nouns.every((n) => n.kind === 'thing' && n.actor === null);
    if (taken) h.recipients.push(...nouns);
    else if (role === 'actor' && nouns.every(isThrown)) {
      h.means.push(...nouns);
      meansType(doc, h, nouns);
    } else if (role === 'actor') h.actors.push(...nouns);
    else if (role === 'recipient' && h.types[0] === 'territory' && nouns[0].actor === null && nouns[0].kind === 'thing')
      facility(h, nouns[0], 'at');
    else if (role === 'recipient' && isPlaceLike(doc, nouns[0])) facility(h, nouns[0], 'at');
    // "a bomber blew up | a rigged truck"
    else if (role === 'recipient' && weaponry.has(h.types[0]) && nouns.every((n) => isBareWeapon(h, n))) h.means.push(...nouns);
    else if (role === 'recipient') h.recipients.push(...nouns);
    else if (role === 'place') for (const noun of nouns) noun.place !== null ? add(h, 'at', noun.place) : facility(h, noun, 'at');
  };
  const objectPronoun = doc.info[chunks[k].start].pronoun !== null;
  if (objectPronoun && !passive && first?.length === 1 && becameOfObject(h, first[0])) return;
  const site = passive || first === undefined || !objectPronoun ? null : siteTakenUp(doc, chunks, k);
  if (site !== null) {
    put(sense.subject, first);
    add(h, 'at', site);
    h.rules.push('event.object-taken-up');
    return;
  }
  if (!passive && isTakenUp(doc, chunks, k, h, subject, first)) {
    put(sense.subject, first);
    // what a bomb was made of is no victim of it
    if (isBareWeapon(h, subject![0])) h.means.push(...subject!);
    else put(sense.object, subject!);
    h.rules.push('event.object-taken-up');
    return;
  }
  if (!passive && isStruckBy(doc, chunks, k, h, before, found.direct)) {
    put(sense.object, first);
    if (hitsThing(h, first)) h.outcome = null;
    h.rules.push('event.attack-is-subject');
    return;
  }
  if (
    !passive &&
    subject === null &&
    sense.object === 'recipient' &&
    first !== undefined &&
    isOurDeed(doc, chunks[k], first[0])
  ) {
    put('recipient', first);
    h.rules.push('event.first-person');
    return;
  }
  // "the leader was put | under house arrest": those words are no object of his
  const befalls = sense.object === 'recipient' && h.outcome !== null && second === undefined;
  if (!passive && subject === null && !befalls && isBeforeObject(chunks, k, found.directAt[0]) && sense.subject === 'actor') {
    put('actor', first);
    if (sense.object === 'recipient' && h.recipients.length === 0) put('recipient', second);
    h.rules.push('event.verb-subject');
    return;
  }
  // "that-it | shelled | Tel Aviv": the pronoun acts, and a town or state behind the verb is what was struck
  if (
    !passive &&
    subject === null &&
    first !== undefined &&
    second === undefined &&
    isPronounSubject(doc, chunks, k, h) &&
    (isState(first[0]) || isObjectOfPronoun(chunks, k, h, first[0]))
  ) {
    put(sense.object, first);
    h.rules.push('event.pronoun-subject');
    return;
  }
  if (passive) {
    // "X was killed by a bullet, ..., close to the front": who stands before the verb is its subject
    const apart = subject !== null && first !== undefined && found.directAt[0] > k + 1;
    put('recipient', apart ? subject! : (first ?? subject ?? undefined));
    h.rules.push('event.passive');
    return;
  }
  if (sense.object === 'none' || sense.subject === 'recipient') {
    const state = plural && subject !== null && first?.length === 1 ? stateOf(first[0]) : null;
    if (state !== null) h.outcome = state;
    // "that the leader is not in the last pocket": a stray adjective behind the verb is no subject
    const stray = subject !== null && first !== undefined && isNoSubject(doc, first[0], subject[0]);
    put(sense.subject, state !== null || stray ? subject! : (first ?? subject ?? movesOn(doc, chunks, k, h, before, used)));
    h.rules.push('event.verb-subject');
    return;
  }
  // "that about 13 were killed, in the town alone": who is counted and has nobody behind the verb suffered it
  const counted = h.outcome !== null && !objectPronoun && subject?.[0].count != null && subject[0].kind === 'number';
  if (counted && first?.length === 1 && first[0].kind === 'other' && first[0].count === null && first[0].actor === null) {
    put(sense.object, subject!);
    h.rules.push('event.subject-passive');
  } else if (subject !== null && first !== undefined && isOwnLoss(doc, chunks, h, subject, first)) {
    put(sense.object, first);
    h.rules.push('event.own-loss');
  } else if (subject !== null && first !== undefined) {
    put(sense.subject, subject);
    put(sense.object, first);
    h.rules.push('event.subject-verb-object');
  } else if (subject !== null) {
    // "that 30 fighters were killed": no object, so the subject suffered it
    const suffered =
      !h.rules.includes('event.reflexive') &&
      ((h.outcome !== null && !objectPronoun && !isBody(h, subject)) || isHarmed(doc, chunks, k, h, subject, found.until));
    put(suffered ? sense.object : sense.subject, subject);
    h.rules.push(suffered ? 'event.subject-passive' : 'event.subject-verb');
  } else if (second !== undefined && bothSuffer(doc, chunks, h, found)) {
    put(sense.object, [...first, ...second]);
    h.rules.push('event.verb-object-passive');
  } else if (second !== undefined && h.outcome !== null && areCountedApart(doc, found.directAt, first[0], second[0])) {
    put(sense.object, first);
    h.rules.push('event.verb-object-passive');
  } else if (second !== undefined && (showsObject(doc, first[0]) || (plural && features?.pos === 'verb'))) {
    put(sense.object, first);
    h.rules.push('event.accusative-object');
  } else if (
    second !== undefined &&
    h.outcome !== null &&
    first[0].count !== null &&
    isPeople(first[0]) &&
    isNothing(second[0])
  ) {
    // "killed, in the square, | five people | ... | a word that no list holds": those who are counted suffered it
    put(sense.object, first);
    h.rules.push('event.verb-object-passive');
  } else if (second !== undefined) {
    put(sense.subject, first);
    put(sense.object, second);
    h.rules.push('event.verb-subject-object');
  } else if (first !== undefined && (plural || objectPronounless(h, first))) {
    // "(they) killed 43 people", "opened two gunmen fire on": agreement or the object within the word tells who is who
    put(plural ? sense.object : sense.subject, first);
    h.rules.push(plural ? 'event.plural-verb-object' : 'event.verb-subject');
  } else if (first !== undefined) {
    // "(it) targeted the patrol in the street": a deed done to somebody and no object, so it was done to whoever stands here
    if (takesNeeded(doc, chunks[k], h, first)) return;
    const aimed =
      field(h.node, 'aims') === 'yes' &&
      !fires(first[0]) &&
      !objectPronoun &&
      h.recipients.length === 0 &&
      !objectPlace(doc, chunks, k, found.until, found.directAt[0]);
    const company = companyEnd(chunks, found.directAt[0]);
    const behind = chunks.find(({ kind }, n) => n > company && kind !== 'date');
    const acts = objectPronoun || strikesPlace(h, behind);
    // "and (he) targeted a helicopter": a verb beside its subject takes its gender
    const others = h.outcome === null ? doersBefore(doc, chunks, k, h, before, used, first[0]) : null;
    if (others !== null) {
      h.actors.push(...others);
      put(sense.object, first);
      h.rules.push('event.subject-goes-on');
      return;
    }
    const beside = chunks[k + 1]?.noun === first[0] && first[0].kind === 'thing' && first[0].actor === null;
    const disagrees = beside && features?.gender === 'm' && first[0].features?.gender === 'f';
    const force =
      isForce(doc, first[0]) &&
      first[0].features?.number !== 'du' &&
      first[0].count === null &&
      !isBareWeapon(h, first[0]) &&
      !isDowned(h, first[0]) &&
      !disagrees;
    const strikesAt = mustAct(doc, h, first[0]);
    const enters = sense.object !== 'place' || isPlaceLike(doc, first[0]);
    // "blew up": nobody suffers that but things, so whoever stands beside the verb did it
    const blows = (weaponry.has(h.types[0]) && isArmed(first[0])) || fliesIn(h, first[0]);
    // "the group X killed, ..., hundreds": a body with a name is not killed; it kills, wherever its object stands
    const kills = isOffice(doc, first[0]) || (h.outcome !== null && (isNamedBody(doc, first[0]) || hasMet(h)));
    const suffers =
      h.outcome !== null
        ? !(objectPronoun || kills || (force && acts) || (keepsUn(doc, first[0].head) && isHollow(doc, h.node!)))
        : (enters && !force && !acts && !blows && !kills && !strikesAt && isPeople(first[0])) || showsObject(doc, first[0]);
    // "the tanks of X shelled | the town": whose machines they are, they did it
    const machine = (acts || chunks[k].object > chunks[k].start) && !objectPronoun && isMachineOf(doc, first[0]);
    const thing = h.outcome === null && !force && !blows && !machine && enters && first[0].kind !== 'actor';
    if (isBareWeapon(h, first[0]) && weaponry.has(h.types[0])) {
      // "blew up the car", "threw a grenade": whoever did is not named
      h.means.push(...first);
      h.rules.push('event.verb-of-weapon');
      return;
    }
    // "attacked | the movement | the village": a definite noun between the verb and what was struck did it
    const between = acts && (isPeople(first[0]) || (first[0].kind === 'other' && first[0].definite));
    put(suffers || aimed || (thing && !objectPronoun && !between && !strikesAt) ? sense.object : sense.subject, first);
    h.rules.push(suffers ? 'event.verb-object-passive' : 'event.verb-subject');
    // "and stormed a gathering (accusative)": somebody did
    if (suffers && h.outcome === null && showsObject(doc, first[0])) h.rules.push('event.accusative-object');
    if (suffers && h.outcome !== null) {
      if (isAccusative(doc, first[0]) || showsObject(doc, first[0]) || cannotSuffer(doc, h, first[0]))
        h.rules.push('event.accusative-object');
      goesOn(doc, chunks, k, h, before, used, first[0]);
    }
  }
}
