/** What acts in a clause: which of the readings of a word is meant behind what stands before it, as a finite verb or as a noun. */
import { AL, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { CARRIER, EVENT, LIGHT, RESULT, SAY, UNREAL, VERB } from './class-groups.ts';
import { hasObjectOfItsOwn } from './deed-nouns.ts';
import type { Doc } from './doc.ts';
import { carriedBy, carrierAlone, holdsHere, isTwoOfIt, neededObject, needsObject, withAttributes } from './event-words.ts';
import { figureAt, isFigureOf } from './figurative.ts';
import { continuesDeed } from './goes-on.ts';
import { isRatherName, isRatherPeople, isRatherSite, isRatherWhole, isTownName } from './homographs.ts';
import { make } from './new-chunk.ts';
import { isNthOfThem } from './ordinals.ts';
import { isForce } from './parties.ts';
import { isRatherSpeaker } from './rather-speaker.ts';
import { isRatherPost, isRatherWeapon } from './rather-weapon.ts';
import { reapsNoLives } from './reaping.ts';
import { holdsResponsible, isOtherVerb, isRatherLight, saysAcross, saysOn } from './say-or-noun.ts';
import { eventSense } from './senses.ts';
import { isQuotedName } from './speaker-names.ts';
import { isDone } from './topic-objects.ts';
import { isCircumstance, isCommoner, isDualWithoutTwo, isForemost, mayBeVerb, publishes, readsAsVerb } from './verb-or-noun.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, nodeOf, readings, senseOf } from './words.ts';

type Acting = 'say' | 'result' | 'light' | 'event' | 'verb' | 'unreal';
const acting: readonly (readonly [Acting, number])[] = [
  ['event', EVENT],
  ['result', RESULT],
  ['say', SAY],
  ['light', LIGHT],
  ['unreal', UNREAL],
  ['verb', VERB],
];

/** The word of such a class at token `i`: events, verbs of saying, light verbs, results and plain verbs; decides between verb and noun by what stands before. */
export function actingWord(doc: Doc, i: number, end: number, before: Chunk[]): Chunk | null {
  if (!isWord(doc, i) || isForemost(doc, i, before) || isOtherSide(doc, i, before)) return null;
  return readActing(doc, i, end, before);
}

/** The word has its object there. */
function need({ needed }: Doc, chunk: Chunk, object: number): void {
  chunk.object = object;
  needed.at[object] = 1;
  needed.last = Math.max(needed.last, object);
}

function readActing(doc: Doc, i: number, end: number, before: Chunk[]): Chunk | null {
  const groups = doc.groups[i];
  const carried = (groups & CARRIER) === 0 ? null : carriedBy(doc, i, end);
  if (carried !== null) return make(doc, 'event', i, withAttributes(doc, carried.end, end), carried);
  let best: Chunk | null = null;
  for (const [kind, bit] of acting) {
    const chunk = (groups & bit) === 0 || nodeOf(doc, i, kind) === null ? null : readAs(doc, i, end, before, kind);
    if (chunk === null || (kind === 'result' && reapsNoLives(doc, chunk, end))) continue;
    if (kind === 'light' && field(chunk.node, 'raids') === 'yes') {
      if (chunk.finite && isAimOfRaid(doc, i, before)) return chunk;
      continue;
    }
    if (best === null || chunk.end > best.end || (chunk.end === best.end && isCommoner(chunk, best))) best = chunk;
  }
  if (best === null && (groups & CARRIER) !== 0) {
    const alone = carrierAlone(doc, i, end, before);
    if (alone !== null) best = make(doc, 'event', i, alone.end, alone);
  }
  if (best !== null && !best.finite && isHitThing(doc, i, before)) return null;
  if (best !== null && best.kind === 'event' && !best.finite) best.end = withAttributes(doc, best.end, end);
  return best;
}

const passed: ReadonlySet<string> = new Set(['relative', 'date', 'word']);

/** "a campaign of arrests | aimed at the youths", "raids | which | were aimed at houses": what they reached, and no attack beside them. */
function isAimOfRaid(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  if (hasConjunction(doc, i) || doc.info[i].pronoun !== null) return false;
  let k = before.length - 1;
  // "of raiding | and searching | (that) were aimed at"
  while (
    k > 0 &&
    (passed.has(before[k].kind) || before[k].noun?.kind === 'other' || nodeOf(doc, before[k].start, 'nationality') !== null)
  )
    k--;
  const raid = before[k];
  if (raid === undefined || raid.kind !== 'event' || raid.finite) return false;
  const { types, subject, object } = eventSense(senseOf(raid.node)!);
  return subject === 'actor' && (types.includes('detention') || (types[0] === 'force-movement' && object === 'recipient'));
}

/** "(hit) the army | the prison", "the drone", "the mines": a thing that is written like a deed, right behind the subject of a deed, is what it was done to. */
function isHitThing(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  const [verb, subject] = [before.at(-2), before.at(-1)];
  if (verb?.kind !== 'event' || subject!.kind !== 'noun' || verb.end !== subject!.start || subject!.end !== i) return false;
  if ((doc.bits[i] & ~AL) !== 0 || subject!.noun === null) return false;
  if (!isForce(doc, subject!.noun) && !keepsUn(doc, subject!.noun.head)) return false;
  // "a mine killed the soldiers" may have its subject behind
  const sense = senseOf(verb.node);
  if (!isDefinite(doc, i) && (sense === null || eventSense(sense).outcome !== null)) return false;
  const thing = nodeOf(doc, i, 'thing');
  return thing !== null && (field(thing, 'target') === 'yes' || field(thing, 'means') === 'yes');
}

/** The word as one of the class; null where it is none of it here. */
function readAs(doc: Doc, i: number, end: number, before: Chunk[], kind: Acting): Chunk | null {
  const { verb: read, noun: named } = readings(doc, i, kind, holdsHere, end, before);
  // a verb done to "me" is a name of the same letters
  const verb = read?.word?.pronoun === '1s' ? null : read;
  // "a verdict of death" is no verb with its object
  const whole = verb !== null && named !== null && named.word?.exact === true && named.end > verb.end && named.end > i + 1;
  // "two aggressions of" has the letters of "aggressive"
  const two = named !== null && featuresOf(named)?.state === 'construct';
  // "a man of the media" has the letters of "two informings of"
  const man = two && kind === 'say' && nodeOf(doc, i, 'person')?.word?.exact === true;
  const noun = isTwoOfIt(verb, named) || man || (two && nodeOf(doc, i, 'event-adjective') !== null) ? null : named;
  if (verb === null && noun === null) return null;
  const finite =
    verb !== null &&
    !whole &&
    !(noun !== null && isDualWithoutTwo(doc, i, verb, before)) &&
    ((noun === null && (!doc.info[i].nominal || saysOn(doc, i, kind, before))) ||
      readsAsVerb(doc, i, before) ||
      // "and took place | the second"
      (i + 1 < end && isNthOfThem(doc, i + 1, before)) ||
      (kind === 'say' && saysAcross(doc, i, verb, before)));
  const node = finite ? verb : (noun ?? verb);
  if (node === null || node.end > end) return null;
  if (!finite && noun === null) return null;
  if (kind === 'verb' && (!finite || holdsResponsible(doc, i, node, before))) return null;
  // "the forces of | security", which only a hasty spelling makes a verb
  if (kind === 'verb' && node.word?.exact === false && nodeOf(doc, i, 'person')?.word?.exact === true) return null;
  if (
    kind === 'say' &&
    (isOtherVerb(doc, i, node) || (finite && isRatherLight(doc, i, node)) || (finite && gradesWounds(doc, i, node)))
  )
    return null;
  if (kind === 'say' && (isQuotedName(doc, i) || (finite && continuesDeed(doc, node, end)))) return null;
  // "to spread | panic" is written like "to broadcast"
  if (kind === 'say' && field(node, 'spreads') === 'yes' && figureAt(doc, node.end) === 'thing') return null;
  if (kind === 'say' && !finite && !isCircumstance(doc, i, node, before) && featuresOf(node)?.pos !== 'masdar') return null;
  // "a filmed recording" is footage, not the recording of something
  if (kind === 'say' && !finite && (nodeOf(doc, i, 'evidence')?.end ?? 0) > node.end) return null;
  if (finite && noun === null && !mayBeVerb(doc, i, before)) return null;
  if (finite && kind === 'event' && isOfAnother(doc, i, node)) return null;
  // "132 of whom turned into (disappeared)": those who did are counted behind the verb
  if (kind === 'event' && field(node, 'counts') === 'behind' && (!finite || !isNumbered(doc, node.end))) return null;
  // "witnesses said, | pointing | to the fact that", written like "field marshals"
  const points = kind === 'say' && !finite && nodeOf(doc, node.end, 'that') !== null;
  const people = !points && isRatherPeople(doc, i, node, finite);
  if (people && !isDone(doc, i, node, before) && !hasObjectOfItsOwn(doc, i)) return null;
  if (
    kind === 'event' &&
    (isRatherWhole(doc, i, node) ||
      (finite ? isRatherName(doc, i, node) : isTownName(doc, i, node) || isRatherSite(doc, i, node, before)))
  )
    return null;
  const last = before.at(-1);
  if (kind === 'event' && finite && last?.noun != null && isFigureOf(doc, last.noun.head, node)) return null;
  if ((kind === 'light' || kind === 'say') && !finite && isRatherSpeaker(doc, i, before)) return null;
  if (kind === 'event' && finite && publishes(doc, i, before)) return null;
  if (kind === 'event' && !finite && (isRatherWeapon(doc, i, node, before) || isRatherPost(doc, i, before))) return null;
  if (finite && isDualWithoutTwo(doc, i, verb!, before)) return null;
  // "near" is written like "brought near", "the gas line" like "drew the gas"
  if (kind === 'verb' && (nodeOf(doc, i, 'relation') !== null || (nodeOf(doc, i, 'thing')?.end ?? 0) > node.end)) return null;
  const chunk = make(doc, kind === 'unreal' && finite ? 'verb' : kind, i, node.end, node);
  chunk.finite = finite;
  const object = needsObject(node) ? neededObject(doc, node, end) : -1;
  if (object > i) need(doc, chunk, object);
  return chunk;
}

const isNumbered = (doc: Doc, i: number): boolean => nodeOf(doc, i, 'number') !== null || nodeOf(doc, i, 'quantity') !== null;

/** "clashes between the residents | and the campaign": who carries it out. */
const isOtherSide = (doc: Doc, i: number, before: readonly Chunk[]): boolean =>
  doc.bits[i] === (WA | AL) &&
  before.at(-1)?.kind === 'noun' &&
  before.at(-1)!.end === i &&
  before.at(-2)?.kind === 'case' &&
  before.at(-2)!.mark === 'between';

/** "their wounds were described | as grave": nobody is told to say so. */
function gradesWounds(doc: Doc, i: number, node: Node<any>): boolean {
  if (field(node, 'calls') !== 'yes' || i + 1 >= doc.length) return false;
  const thing = nodeOf(doc, i + 1, 'thing');
  if (field(thing, 'condition') === 'yes' || field(thing, 'category') === 'body-part') return true;
  return (
    readings(doc, i + 1, 'event').noun !== null && eventSense(senseOf(readings(doc, i + 1, 'event').noun)!).outcome === 'injured'
  );
}

/** "she voiced" has the letters of "I annihilated": news hardly ever says "I", and then not beside a verb that says "she". */
const isOfAnother = (doc: Doc, i: number, node: Node<any>): boolean =>
  featuresOf(node)?.person === 1 &&
  doc.at[i].some((other) => {
    const features = other.kind !== 'event' && other.word?.exact === true ? featuresOf(other) : null;
    return features?.pos === 'verb' && features.person === 3 && features.voice !== 'passive' && other.end === i + 1;
  });
