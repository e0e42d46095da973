/** The parties of a verbal noun: its genitive, the light verb that carries it, the verb it depends on. */

import { BI, KA, LI } from '../lexicon/analyze.ts';
import { aimsOn } from './aimed.ts';
import type { Found } from './argument-nouns.ts';
import { walk } from './arguments.ts';
import { managersOf } from './beaten-back.ts';
import { ofBodyPart } from './body-parts.ts';
import type { Chunk } from './chunk.ts';
import { compelled } from './compelled.ts';
import { controlVerb, takesDeed } from './control-verbs.ts';
import { isMany, isWounded } from './count-of.ts';
import type { Doc } from './doc.ts';
import { isKin, isOwnDeed, OWN_DEED } from './doer-and-object.ts';
import { entersPlace, isCrowd } from './enters-place.ts';
import { type Happening, takes } from './happening.ts';
import { governs, subjectBetween, takesAnother, townDescribed } from './light-subject.ts';
import { describedBefore, elsewhere, givesAnother, isFollowed, isMeanwhile, isTiedElsewhere } from './light-ties.ts';
import { isManaging } from './managing.ts';
import type { NounPhrase } from './noun-parts.ts';
import { hasOwnObject } from './own-object.ts';
import { areGunmen, coordinated, isArmed, isBareWeapon, isCapital, isForce, isPeople, isPlaceLike, weaponry } from './parties.ts';
import { saidBetween, asideBefore as setOff } from './put-between.ts';
import { isDoerAdjective } from './qualities.ts';
import { isLeft } from './remnants.ts';
import { BEATEN_OFF, fallsInto, isBeatenOff } from './repelled.ts';
import { attackTypes, eventSense, lightSense } from './senses.ts';
import { deedBehind, isSetting } from './settings.ts';
import { add, facility } from './sites.ts';
import { isUntold } from './state-or-place.ts';
import { isState } from './subject-pronoun.ts';
import { victimsLeftOut } from './victims-left-out.ts';
import { isTheirDeed, isTheirLoss } from './whole-parties.ts';
import { fireOf, isBareForce, ofHimself } from './wielder.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

/** "went on | the gunmen | in | shelling", "did not stop | the army | from": behind a preposition the deed is not the subject of such a verb, and whoever stands there does it. */
function goesOnWith(doc: Doc, chunks: readonly Chunk[], light: number, k: number, h: Happening, used: Uint8Array): void {
  const tie = chunks[k - 1];
  if (tie.kind !== 'case' || (tie.mark !== 'in' && tie.mark !== 'about') || field(chunks[light].node, 'presumes') !== 'yes')
    return;
  if (h.actors.length > 0) return;
  const nouns = subjectBetween(doc, chunks, light, k - 1, used);
  if (nouns.length === 0 || !nouns.every((n) => isPeople(n) || n.actor !== null)) return;
  h.actors.push(...nouns);
  h.rules.push('event.light-verb');
}

export function nounArguments(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  const found = walk(doc, chunks, k, h, used, true);
  h.until = found.until;
  const sense = h.sense!;
  ofNeededObject(chunks, k, h, found);
  ofBodyPart(doc, chunks, chunks[k].object, found);
  ofHimself(doc, chunks, k, h);
  fireOf(doc, chunks, k, h, found);
  const [genitive] = found.direct;
  // "the release of the Israelis | the ten": how many they are
  const object = isTheirNumber(doc, found) ? undefined : found.direct[1];
  const toldOf = h.outcome === 'killed' && doc.info[h.node!.start].pronoun !== null && isWounded(genitive?.[0]);
  if (toldOf || (object !== undefined && !mayAct(doc, genitive[0]))) {
    // "leaving, after his death, six wounded", "the shelling about eleven o'clock": nobody who acts or suffers
    h.until = found.directAt[0] - 1;
  } else if (object !== undefined && h.outcome !== null && takes.has(h.outcome) && isKin(doc, genitive[0], object[0])) {
    // "the arrest of the son of their uncle"
    h.recipients.push({ ...genitive[0], end: object[0].end });
    h.rules.push('event.noun-of-recipient');
  } else if (object !== undefined) {
    h.actors.push(...genitive);
    // "killed | an Israeli raid | the commander": whom the verb hit
    const { kind, finite, node } = chunks[k - 1] ?? chunks[k];
    if (finite && kind === 'event' && genitive[0].node?.kind === 'nationality' && eventSense(senseOf(node)!).outcome !== null) {
      h.until = found.directAt[1] - 1;
      h.rules.push('event.nationality');
      return;
    }
    if (isPlaceLike(doc, object[0])) facility(h, object[0], 'at');
    else h.recipients.push(...object);
    h.rules.push('event.noun-of-actor-and-object');
  } else if (genitive !== undefined) {
    const head = genitive[0];
    // of what is absent the noun behind tells who ("the absence of the leader")
    const several = h.end - h.node!.start > 1 && (sense.stance !== 'denied' || h.end > h.node!.end);
    // "the putting an end to nine men", "the laying of hands on": the object stands behind the word that the noun needs, or behind the preposition it ends in
    const needed =
      (sense.needs !== null && chunks[found.directAt[0] - 1]?.kind === 'word') ||
      (h.end > h.start + 1 && nodeOf(doc, h.end - 1, 'case') !== null);
    if (isTheirLoss(doc, h, head)) {
      h.recipients.push(...genitive);
      h.rules.push('event.noun-of-recipient');
    } else if (
      (isOwnDeed(doc, chunks[k], h) && head.kind !== 'other' && head.kind !== 'number') ||
      hasOwnObject(doc, chunks, k)
    ) {
      if (isPlaceLike(doc, head)) facility(h, head, 'at');
      else h.recipients.push(...genitive);
      h.rules.push(OWN_DEED);
    } else if (isTheirDeed(doc, h, head, needed)) {
      h.actors.push(...genitive);
      h.rules.push('event.noun-of-actor');
    } else if (
      (head.kind === 'other' && head.actor === null && nodeOf(doc, head.head, 'event-adjective') !== null) ||
      // "another ambush"
      (h.outcome === null && attackTypes.has(h.types[0]) && head.kind === 'number' && nodeOf(doc, head.start, 'another') !== null)
    ) {
      // "the firing of hostile (rounds)": what kind of deed it was
      h.until = found.directAt[0] - 1;
    } else if ((h.outcome === null || areDeeds(h)) && field(h.node, 'aims') !== 'yes' && isDoerAdjective(doc, h.node, head)) {
      h.actors.push(head);
      h.rules.push('event.nationality');
    } else if (!needed && (several || found.adjectives > 0 || isDefinite(doc, h.start) || isDefinite(doc, h.node!.start))) {
      // an adjective or the article closes the genitive; a nationality still names the side, anything else is nobody's argument
      if (field(head.node, 'country') !== undefined && (head.kind === 'other' || head.node?.kind === 'nationality'))
        h.actors.push(head);
      else h.until = found.directAt[0] - 1;
    } else if (sense.of === 'means' && head.kind !== 'thing' && !isBareForce(head) && (isForce(doc, head) || isPeople(head))) {
      // "the use by the police of": a weapon uses nothing
      h.actors.push(...genitive);
      h.rules.push('event.noun-of-actor');
    } else if (
      sense.of === 'none' ||
      sense.of === 'means' ||
      (weaponry.has(h.types[0]) && isBareWeapon(h, head) && field(head.node, 'target') !== 'yes')
    ) {
      // "the explosion of a bomb": what goes off is no party
      h.means.push(...genitive);
      h.rules.push('event.noun-of-means');
    } else if (
      head.kind === 'other' &&
      h.outcome === null &&
      head.count === null &&
      nodeOf(doc, head.head, 'nationality') !== null
    ) {
      h.actors.push(head);
      h.rules.push('event.nationality');
    } else if (h.rules.includes('event.object-behind-doer')) {
      h.actors.push(...genitive);
      h.rules.push('event.noun-of-actor');
    } else if (
      field(h.node, 'aims') === 'yes' &&
      head.kind !== 'thing' &&
      isForce(doc, head) &&
      !entersPlace(doc, chunks, h, found, head)
    ) {
      // "the targeting of a patrol": with no object behind it the party is the target
      h.recipients.push(...genitive);
      h.rules.push('event.noun-of-recipient');
    } else if (
      (attackTypes.has(h.types[0]) && isCapital(head) && isAlone(h, head) && !aimsOn(chunks, h, found, head)) ||
      (h.types[0] === 'protest' && featuresOf(h.node!)?.number === 'pl' && (isCapital(head) || isState(head)))
    ) {
      // "the attacks of Paris", "the protests of Iraq": where, unless they are on somebody
      facility(h, head, 'at');
    } else if (isUntold(chunks, h, found, head)) {
      h.until = found.directAt[0] - 1;
    } else if (
      sense.of === 'actor' ||
      (field(h.node, 'by') === 'yes' &&
        (isForce(doc, head) || isMany(head) || (head.kind === 'actor' && isCrowd(head)) || isArmed(head))) ||
      aimsOn(chunks, h, found, head) ||
      entersPlace(doc, chunks, h, found, head) ||
      (sense.of === 'either' && h.outcome === null && (isForce(doc, head) || areGunmen(head)))
    ) {
      h.actors.push(...genitive);
      h.rules.push('event.noun-of-actor');
    } else if (sense.of === 'place' && head.place !== null) add(h, 'at', head.place);
    else if (isPlaceLike(doc, head)) facility(h, head, 'at');
    else {
      h.recipients.push(...genitive);
      h.rules.push('event.noun-of-recipient');
    }
  }
  if (!compelled(doc, chunks, k, h, used)) lightVerb(doc, chunks, k, h, used);
}

const isTheirNumber = (doc: Doc, { direct: [people, number] }: Found): boolean =>
  number !== undefined &&
  number[0].kind === 'number' &&
  number[0].end === number[0].start + 1 &&
  isDefinite(doc, number[0].start) &&
  number[0].start === people[0].end &&
  isDefinite(doc, people[0].end - 1);

/** "the firing of shells of mortars", "operations of opening fire": the object that the word needs, or what belongs to it, is what it was done with. */
function ofNeededObject(chunks: readonly Chunk[], k: number, h: Happening, found: Found): void {
  const { object } = chunks[k];
  const first = chunks[found.directAt[0]];
  if (h.sense!.needs === null || first === undefined) return;
  if (first.start !== h.end && first.start !== object && first.start !== object + 1) return;
  if (!found.direct[0].every((n) => n.actor === null && field(n.node, 'means') === 'yes')) return;
  const needed = found.direct.shift()!;
  found.directAt.shift();
  if (attackTypes.has(h.types[0])) h.means.push(...needed);
}

/** "the shelling of Kyiv", with nothing in the same phrase that it was dealt to ("the shelling of Moscow of the towns"). */
const isAlone = ({ types }: Happening, { actor, end }: NounPhrase): boolean => types[0] === 'attack' || actor?.end === end;

/** Somebody, or something that fires; a stranger's name may be either. */
const mayAct = (doc: Doc, noun: NounPhrase): boolean =>
  isForce(doc, noun) ||
  isPeople(noun) ||
  noun.actor !== null ||
  (noun.kind === 'other' &&
    (nodeOf(doc, noun.head, 'nationality') !== null || (noun.node === null && isDefinite(doc, noun.head))));

/** "carried out a raid", "came under shelling", "clashes broke out": the light verb gives the verbal noun its subject. */
function lightVerb(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  let comma = false;
  // "carried out, on Monday, under cover of aircraft, a raid on": what is asked for by a preposition may stand far off
  const asked = (chunks[k].bits & BI) !== 0;
  // "the authorities that X supports pointed to the wounding of": the tie is that of the word of saying
  if (k > 0 && used[k - 1] && chunks[k - 1].kind === 'case') return;
  // "launched, after the agreement, an attack": when and why something was done is not what was done
  if (!asked && isSetting(chunks, k) && deedBehind(doc, chunks, k)) return;
  const bare =
    k > 0 && chunks[k - 1].kind !== 'case' && (chunks[k].bits & (BI | LI | KA)) === 0 && !hasConjunction(doc, chunks[k].start);
  const described = describedBefore(doc, chunks, k);
  for (let j = described > 0 ? described - 1 : k - 1; j >= 0 && j >= k - (asked || described > 0 ? 14 : 10); j--) {
    const chunk = chunks[j];
    if (bare && (chunk.kind === 'cause' || (chunk.kind === 'event' && !chunk.finite && isSetting(chunks, j)))) continue;
    // "carried out, during the protests that X called for, a shooting": a relative clause describes what stands before it
    if (asked && chunks[j - 1]?.kind === 'relative' && (chunk.kind === 'say' || chunk.kind === 'verb')) {
      j--;
      continue;
    }
    // "launched, on Tuesday evening, an attack": when, where and how, between commas, part nothing
    const apart = isComma(chunk) ? Math.max(saidBetween(chunks, j, used), setOff(doc, chunks, j + 1, used)) : -1;
    if (apart >= 0) {
      j = apart;
      continue;
    }
    if (isComma(chunk)) {
      if (asked && !hasConjunction(doc, chunks[k].start)) continue;
      // "launched the fighters stationed in X, an attack": a comma may close what describes the subject
      if (comma || hasConjunction(doc, chunks[k].start)) return;
      comma = true;
      continue;
    }
    if (comma && chunk.kind === 'light' && !chunk.finite) return;
    // "the coalition, which X leads, ... a raid": the pronoun on the verb is its object
    if (chunk.kind === 'light' && chunks[j - 1]?.kind === 'relative' && doc.info[chunk.start].pronoun !== null) continue;
    // "the army answered (the attack) with shelling": an answer that is a deed
    if (asked && chunk.kind === 'say' && field(chunk.node, 'answers') === 'yes') {
      const nouns = subjectBetween(doc, chunks, j, k, used);
      h.actors.push(...nouns);
      h.rules.push('event.answer');
      return;
    }
    if (asked && chunk.kind === 'event' && !chunk.finite && chunks[j - 1]?.kind === 'case' && chunks[j - 1].mark === 'on')
      continue;
    // "managed, in renewed clashes, to kill": what a preposition governs before "from" is where it was done
    const from = chunks[k - 1]?.kind === 'case' && chunks[k - 1].mark === 'from';
    if (from && j > 0 && (chunk.kind === 'event' || chunk.kind === 'light') && governs(doc, chunks[j - 1])) continue;
    if (from && chunk.kind === 'event' && chunks[j - 1]?.kind === 'light' && j > 1 && governs(doc, chunks[j - 2])) continue;
    // "carried out, during the fighting, two raids": the raids are what was carried out
    if (isMeanwhile(chunks, j) && chunks[k - 1]?.kind !== 'case' && !comma) continue;
    if (chunk.kind === 'light' && isMeanwhile(chunks, k) && givesAnother(chunks, k, chunk)) return;
    if (chunk.kind === 'light') {
      const sense = senseOf(chunk.node);
      if (sense === null) return;
      const { subject, takes: ties } = lightSense(sense);
      if (fallsInto(chunks, k, j, h)) {
        const subject = townDescribed(doc, chunks, j, k) ?? subjectBetween(doc, chunks, j, k, used);
        sufferers(h, subject.length > 0 ? subject : victimsLeftOut(doc, chunks, j, used));
        return;
      }
      if (isTiedElsewhere(doc, chunks, k, j, ties) || takesAnother(doc, chunks, j, k)) return;
      // "the exposure of a clinic to damage | because of | the fighting": what it was exposed to stands before
      if (chunks[k - 1].kind === 'cause' && ties.size === 1 && ties.has('li')) return;
      if (isFollowed(doc, chunks, j, h)) return;
      // "held a conference after the raid"
      if (!asked && subject === 'actor' && isSetting(chunks, k)) return;
      h.light = j;
      if (isBeatenOff(chunk, h)) h.rules.push(BEATEN_OFF);
      if (subject === 'event') goesOnWith(doc, chunks, j, k, h, used);
      if (subject === 'event' || subject === 'none') return;
      const town = subject === 'recipient' || subject === 'place' ? townDescribed(doc, chunks, j, k) : null;
      let nouns = town ?? subjectBetween(doc, chunks, j, k, used);
      // "(takes the forest for) a base | to launch attacks from": the base does not act
      if (!chunk.finite && chunk.bits & LI && nouns.every((n) => n.kind === 'thing' && field(n.node, 'means') !== 'yes'))
        nouns = [];
      if (nouns.length === 0 && subject === 'actor' && !chunk.finite && chunk.bits & BI) nouns = whoBegan(doc, chunks, j, used);
      if (nouns.length === 0 && subject === 'recipient' && !chunk.finite && !hasConjunction(doc, chunks[k].start))
        nouns = managersOf(doc, chunks, j, used);
      if (nouns.length === 0 && subject === 'recipient') nouns = victimsLeftOut(doc, chunks, j, used);
      if (nouns.length === 0) {
        if (subject === 'actor') h.rules.push('event.light-without-subject');
        return;
      }
      h.rules.push('event.light-verb');
      if (subject === 'recipient' || (subject === 'actor' && h.sense!.subject === 'recipient')) sufferers(h, nouns);
      else if (subject === 'place') for (const noun of nouns) noun.place !== null && add(h, 'at', noun.place);
      else {
        // "carried out the shelling of gatherings of X": whoever is named behind what was carried out is its target
        if ((asked || field(h.node, 'by') === 'yes') && subject === 'actor' && h.actors.length > 0 && h.recipients.length === 0)
          h.recipients.push(...h.actors.splice(0));
        h.actors.push(...nouns);
      }
      return;
    }
    if (
      chunk.kind === 'verb' &&
      (chunk.finite || isManaging(doc, chunk)) &&
      (j < k - 1 || takesDeed(doc, chunk)) &&
      ((chunks[k - 1].kind === 'case' && !elsewhere.has(chunks[k - 1].mark) && doc.info[chunks[k - 1].start].pronoun === null) ||
        chunks[k].bits & BI ||
        takesDeed(doc, chunk)) &&
      nodeOf(doc, chunk.start, 'called') === null &&
      h.sense!.subject !== 'none'
    ) {
      // "eight civilians who help (plural) | the army | were killed in an attack": whom they help did nothing
      const many = chunk.node !== null && featuresOf(chunk.node)?.number === 'pl';
      if (!many || chunks[j + 1].kind !== 'noun' || j + 1 >= k - 1) controlVerb(doc, chunks, j, k, h, used);
      return;
    }
    // "X caused the death of 30"
    if (chunk.kind === 'result' && chunk.finite) {
      // "a bomb that X had left went off and killed"
      const nouns = isLeft(doc, chunk) ? [] : partyBetween(doc, chunks, j, k);
      if (nouns.length > 0 && h.actors.length === 0) {
        h.actors.push(...nouns);
        h.rules.push('event.caused-by');
      }
      return;
    }
    // "a checkpoint that belongs to X came under": a verb in the present after an indefinite noun describes it
    if (chunk.kind === 'verb' && describes(doc, chunks, j)) continue;
    if (
      chunk.kind === 'event' ||
      chunk.kind === 'say' ||
      chunk.kind === 'that' ||
      chunk.kind === 'verb' ||
      chunk.kind === 'contrast' ||
      chunk.kind === 'result' ||
      chunk.kind === 'cause'
    )
      return;
  }
}

/** "X began, on Monday, | (with) launching | a raid": whoever stands right behind the verb that has the launching for its object. */
function whoBegan(doc: Doc, chunks: readonly Chunk[], light: number, used: Uint8Array): NounPhrase[] {
  let verb = light - 1;
  while (verb > 0 && (chunks[verb].kind === 'date' || isComma(chunks[verb]) || chunks[verb].kind === 'noun')) verb--;
  if (verb < 0 || !chunks[verb].finite || chunks[verb].kind === 'event' || chunks[verb].kind === 'say') return [];
  if (chunks[verb + 1].kind !== 'noun') return [];
  const nouns = subjectBetween(doc, chunks, verb, verb + 2, used);
  return nouns.every((n) => n.actor !== null && n.kind === 'actor') ? nouns : [];
}

const isComma = (chunk: Chunk | undefined): boolean => chunk?.kind === 'mark' && chunk.mark === 'comma';

const describes = (doc: Doc, chunks: readonly Chunk[], j: number): boolean => {
  const before = chunks[j - 1];
  return (
    before !== undefined &&
    before.kind === 'noun' &&
    before.noun !== null &&
    !isDefinite(doc, before.noun.end - 1) &&
    !hasConjunction(doc, chunks[j].start) &&
    (chunks[j].node === null || featuresOf(chunks[j].node!)?.tense === 'present')
  );
};

/** "the villages of X came under shelling": a place is where; people and things with a name are whom. */
function sufferers(h: Happening, nouns: readonly NounPhrase[]): void {
  for (const noun of nouns)
    if (noun.place !== null && noun.actor === null && (noun.kind === 'place' || noun.kind === 'other')) add(h, 'at', noun.place);
    else h.recipients.push(noun);
}

/** The party right after a verb of causing. */
function partyBetween(doc: Doc, chunks: readonly Chunk[], verb: number, k: number): NounPhrase[] {
  const { noun, kind, bits } = chunks[verb + 1];
  if (verb + 1 >= k || kind !== 'noun' || noun === null || bits & (BI | LI | KA)) return [];
  return noun.kind !== 'thing' && isForce(doc, noun) ? coordinated(doc, chunks, verb + 1, null).nouns : [];
}

/** "Turkish arrests", "killings": in the plural a deed is many persons', where "the arrest of a Turk" is hers. */
const areDeeds = ({ node, outcome }: Happening): boolean =>
  outcome !== 'injured' && node !== null && featuresOf(node)?.number === 'pl';
