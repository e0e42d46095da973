/**
 * The happenings of one sentence: acting words with their arguments.
 *   verb + subject + object · passive · subject + verb · verbal noun + genitive · light verb + verbal noun · "between X and Y" · "at the hands of"
 */

import type { EventType } from '../claim/reading.ts';
import { BI } from '../lexicon/analyze.ts';
import { add, facility, setType, walk } from './arguments.ts';
import { blamedFor } from './blamed.ts';
import { carriedAfter, struckBy } from './carried.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Happening, newHappening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isAccusative, isArmed, isForce, isPeople, isPlaceLike } from './parties.ts';
import { eventSense } from './senses.ts';
import { subjectOf } from './subjects.ts';
import { describesPlace } from './territory.ts';
import { nounArguments } from './verbal-nouns.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

/** Reads the happenings of a sentence. `used`: chunks that belong to cues and sources. */
export function readHappenings(doc: Doc, chunks: readonly Chunk[], used: Uint8Array, frameOf: Int16Array): Happening[] {
  const found: Happening[] = [];
  for (let k = 0; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk.kind !== 'event' || used[k]) continue;
    const sense = senseOf(chunk.node);
    if (sense === null || describesPlace(doc, chunks, k)) continue;
    const h = newHappening(k, chunk.start, chunk.end);
    h.sense = eventSense(sense);
    h.node = chunk.node;
    h.finite = chunk.finite;
    h.definite =
      isDefinite(doc, chunk.node!.start) || isDefinite(doc, chunk.start) || doc.info[chunk.node!.start].pronoun !== null;
    h.types = [...h.sense.types];
    h.outcome = h.sense.outcome;
    h.weak = h.sense.weak && chunk.object < 0;
    h.frame = frameOf[k];
    refineByAdjectives(doc, h);
    if (chunks[k - 1]?.kind === 'relative') h.rules.push('event.relative-clause');
    if (h.finite) {
      verbArguments(doc, chunks, k, h, used, found);
      if (h.recipients.some((r) => field(r.node, 'means') === 'yes')) carriedAfter(doc, chunks, h, used);
    } else {
      nounArguments(doc, chunks, k, h, used);
      struckBy(doc, chunks, k, h, found, used);
    }
    if (h.sense.object === 'means') firedThings(h);
    withObject(chunks, k, h);
    blamedFor(doc, chunks, h);
    peopleOnTheMove(h);
    found.push(h);
  }
  return found;
}

/** "the firing of ten rockets": what is fired is the means, nobody who acts. */
function firedThings(h: Happening): void {
  const fired = h.actors.filter((a) => a.actor === null && field(a.node, 'category') === 'munition');
  h.actors = h.actors.filter((a) => !fired.includes(a));
  h.means.push(...fired);
}

/** The object without which the word tells nothing is part of what is said: "the fate of X is not known", "uses them as human shields". */
function withObject(chunks: readonly Chunk[], k: number, h: Happening): void {
  const { object } = chunks[k];
  if (object < 0 || h.types[0] !== 'situation') return;
  const at = chunks.findIndex((c) => c.start <= object && object < c.end);
  if (at > h.until) h.until = at;
}

/** People who are no fighters and reach, leave or enter a place are displaced. */
function peopleOnTheMove(h: Happening): void {
  const [first] = h.actors;
  if (h.types[0] !== 'force-movement' || first === undefined || first.kind !== 'person' || first.count === null || isArmed(first))
    return;
  h.types = ['displacement', 'force-movement'];
  h.outcome = 'displaced';
  h.recipients.push(...h.actors.splice(0));
  h.rules.push('event.people-on-the-move');
}

/** "air raid", "rocket shelling": an adjective of the trigger gives the type. */
function refineByAdjectives(doc: Doc, h: Happening): void {
  for (let i = h.start + 1; i < h.end; i++) {
    const type = field(nodeOf(doc, i, 'event-adjective'), 'type') as EventType | undefined;
    // "violent" shelling and "fierce" raids stay what they are
    if (type === undefined || type === 'attack' || (type === 'armed-clash' && h.types[0] !== 'attack' && h.types[0] !== 'other'))
      continue;
    setType(h, type);
  }
}

// ---------- verbs

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
  const sense = h.sense!;
  const features = featuresOf(h.node!);
  // a plural verb stands after its subject
  const plural = features?.person !== 1 && (features?.number === 'pl' || features?.number === 'du');
  const subject = found.direct.length < 2 || plural ? subjectOf(doc, chunks, k, used) : null;
  const passive = sense.passiveOnly || features?.voice === 'passive' || h.rules.includes('event.agent-marker');
  const [first, second] = found.direct;
  const put = (role: string, nouns: NounPhrase[] | undefined): void => {
    if (nouns === undefined) return;
    if (role === 'actor') h.actors.push(...nouns);
    else if (role === 'recipient' && h.types[0] === 'territory' && nouns[0].actor === null && nouns[0].kind === 'thing')
      facility(h, nouns[0], 'at');
    else if (role === 'recipient' && isPlaceLike(doc, nouns[0])) facility(h, nouns[0], 'at');
    else if (role === 'recipient') h.recipients.push(...nouns);
    else if (role === 'place') for (const noun of nouns) noun.place !== null ? add(h, 'at', noun.place) : facility(h, noun, 'at');
  };
  const objectPronoun = doc.info[chunks[k].start].pronoun !== null;
  if (passive) {
    put('recipient', first ?? subject ?? undefined);
    h.rules.push('event.passive');
    return;
  }
  if (sense.object === 'none' || sense.subject === 'recipient') {
    put(sense.subject, first ?? subject ?? undefined);
    h.rules.push('event.verb-subject');
    return;
  }
  if (subject !== null && first !== undefined) {
    put(sense.subject, subject);
    put(sense.object, first);
    h.rules.push('event.subject-verb-object');
  } else if (subject !== null) {
    // "that 30 fighters were killed": no object, so the subject suffered it
    const suffered = h.outcome !== null && !objectPronoun && !h.places.some((p) => p.role === 'at' && false);
    put(suffered ? sense.object : sense.subject, subject);
    h.rules.push(suffered ? 'event.subject-passive' : 'event.subject-verb');
  } else if (second !== undefined) {
    put(sense.subject, first);
    put(sense.object, second);
    h.rules.push('event.verb-subject-object');
  } else if (first !== undefined && (plural || objectPronounless(h, first))) {
    // "(they) killed 43 people", "opened two gunmen fire on": agreement or the object within the word tells who is who
    put(plural ? sense.object : sense.subject, first);
    h.rules.push(plural ? 'event.plural-verb-object' : 'event.verb-subject');
  } else if (first !== undefined) {
    const acts =
      objectPronoun ||
      h.places.some(
        (p) =>
          p.role === 'at' && p.place.start === chunks[found.directAt[0] + 1]?.start && !(chunks[found.directAt[0] + 1].bits & BI),
      );
    const force = isForce(doc, first[0]) && first[0].count === null;
    const suffers = h.outcome !== null ? !(objectPronoun || (force && acts)) : !force && !acts && isPeople(first[0]);
    const enters = sense.object !== 'place' || isPlaceLike(doc, first[0]);
    const thing = h.outcome === null && !force && enters && first[0].kind !== 'actor';
    put(suffers || (thing && !objectPronoun && !(acts && isPeople(first[0]))) ? sense.object : sense.subject, first);
    h.rules.push(suffers ? 'event.verb-object-passive' : 'event.verb-subject');
    if (suffers && h.outcome !== null) {
      if (isAccusative(doc, first[0])) h.rules.push('event.accusative-object');
      goesOn(doc, chunks, k, h, before);
    }
  }
}

/** "two gunmen opened (fire) on the consulate": the target stands behind a preposition, so what stands beside the verb is its subject. */
const objectPronounless = (h: Happening, first: readonly NounPhrase[]): boolean =>
  (h.outcome === null || h.types[0] === 'release') &&
  h.recipients.length > 0 &&
  (isPeople(first[0]) || first[0].kind === 'actor');

/** "X closed the road and arrested five": the second verb agrees with the subject of the first, which did that too. */
function goesOn(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, before: readonly Happening[]): void {
  if (!hasConjunction(doc, chunks[k].start)) return;
  const last = before.at(-1);
  if (
    last === undefined ||
    !last.finite ||
    k - last.chunk > 12 ||
    last.actors.length === 0 ||
    !last.actors.every((a) => isForce(doc, a))
  )
    return;
  if (last.rules.some((r) => r.endsWith('passive'))) return;
  const gender = featuresOf(h.node!)?.gender ?? null;
  const other = featuresOf(last.node!)?.gender ?? null;
  if (gender === null || gender !== other || gender !== 'f') return;
  h.actors.push(...last.actors);
  h.rules.push('event.subject-goes-on');
}
