/**
 * The happenings of one sentence: acting words with their arguments.
 *   verb + subject + object · passive · subject + verb · verbal noun + genitive · light verb + verbal noun · "between X and Y" · "at the hands of"
 */

import type { EventType } from '../claim/reading.ts';
import { AL, BI, KA, LI } from '../lexicon/analyze.ts';
import { add, facility, setType, walk } from './arguments.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Happening, newHappening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isArmed, isForce, isPeople } from './parties.ts';
import { eventSense, lightSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

/** Reads the happenings of a sentence. `used`: chunks that belong to cues and sources. */
export function readHappenings(doc: Doc, chunks: readonly Chunk[], used: Uint8Array, frameOf: Int16Array): Happening[] {
  const found: Happening[] = [];
  for (let k = 0; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk.kind !== 'event' || used[k]) continue;
    const sense = senseOf(chunk.node);
    if (sense === null || describesPlace(doc, chunks, k, eventSense(sense).types[0])) continue;
    const h = newHappening(k, chunk.start, chunk.end);
    h.sense = eventSense(sense);
    h.node = chunk.node;
    h.finite = chunk.finite;
    h.definite = (chunk.bits & AL) !== 0 || doc.info[chunk.start].pronoun !== null;
    h.types = [...h.sense.types];
    h.outcome = h.sense.outcome;
    h.weak = h.sense.weak;
    h.frame = frameOf[k];
    refineByAdjectives(doc, h);
    if (h.finite) verbArguments(doc, chunks, k, h, used);
    else nounArguments(doc, chunks, k, h, used);
    peopleOnTheMove(h);
    found.push(h);
  }
  return found;
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

/** "areas under the control of", "areas that X controls": who holds a place, told to describe it. */
function describesPlace(doc: Doc, chunks: readonly Chunk[], k: number, type: EventType): boolean {
  if (type !== 'territory' || k === 0) return false;
  const before = chunks[k - 1];
  if (!chunks[k].finite) {
    if (isDefinite(doc, chunks[k].start) && before.kind !== 'place') return false;
    if (chunks[k].bits & LI)
      return nodeOf(doc, before.end - 1, 'belong') !== null || before.kind === 'noun' || before.kind === 'place';
    if (before.kind === 'place' || (before.kind === 'case' && before.mark === 'other')) return true;
    // "areas of control of": a genitive, not a happening
    return (
      before.kind === 'noun' &&
      before.noun?.count == null &&
      doc.info[chunks[k].start].pronoun === null &&
      !hasConjunction(doc, chunks[k].start)
    );
  }
  const tense = featuresOf(chunks[k].node!)?.tense;
  if (before.kind === 'relative') return true;
  return tense === 'present' && (before.kind === 'place' || (before.kind === 'noun' && before.noun?.place !== null));
}

/** "air raid", "rocket shelling": an adjective of the trigger gives the type. */
function refineByAdjectives(doc: Doc, h: Happening): void {
  for (let i = h.start + 1; i < h.end; i++) {
    const type = field(nodeOf(doc, i, 'event-adjective'), 'type') as EventType | undefined;
    if (type !== undefined && type !== 'attack') setType(h, type);
  }
}

// ---------- verbs

function verbArguments(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  const found = walk(doc, chunks, k, h, used, false);
  h.until = found.until;
  const sense = h.sense!;
  const features = featuresOf(h.node!);
  const subject = found.direct.length < 2 ? subjectOf(doc, chunks, k, used) : null;
  const passive = sense.passiveOnly || features?.voice === 'passive' || h.rules.includes('event.agent-marker');
  const [first, second] = found.direct;
  const put = (role: string, nouns: NounPhrase[] | undefined): void => {
    if (nouns === undefined) return;
    if (role === 'actor') h.actors.push(...nouns);
    else if (role === 'recipient' && h.types[0] === 'territory' && nouns[0].actor === null && nouns[0].kind === 'thing')
      facility(h, nouns[0], 'at');
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
  } else if (first !== undefined) {
    const acts =
      objectPronoun ||
      h.places.some(
        (p) =>
          p.role === 'at' && p.place.start === chunks[found.directAt[0] + 1]?.start && !(chunks[found.directAt[0] + 1].bits & BI),
      );
    const force = isForce(doc, first[0]) && first[0].count === null;
    const suffers = h.outcome !== null ? !(objectPronoun || (force && acts)) : !force && isPeople(first[0]);
    const thing = h.outcome === null && !force && first[0].kind !== 'actor';
    put(suffers || (thing && !objectPronoun) ? sense.object : sense.subject, first);
    h.rules.push(suffers ? 'event.verb-object-passive' : 'event.verb-subject');
  }
}

/** "13 civilians, among them 5 children, were killed": back over the parenthesis to the noun it belongs to. */
function beforeSubset(chunks: readonly Chunk[], j: number): number {
  for (let k = j; k >= 0 && k >= j - 7; k--) {
    const kind = chunks[k].kind;
    if (kind === 'among') {
      let before = k - 1;
      if (before >= 0 && chunks[before].kind === 'mark') before--;
      return before >= 0 && chunks[before].kind === 'noun' ? before : j;
    }
    if (kind !== 'noun' && kind !== 'mark' && kind !== 'place') return j;
  }
  return j;
}

/** The subject that stands before its verb, or the antecedent of a relative clause. */
function subjectOf(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] | null {
  if (hasConjunction(doc, chunks[k].start)) return null;
  let j = k - 1;
  let relative = false;
  while (j >= 0) {
    const chunk = chunks[j];
    if (chunk.kind === 'relative') {
      relative = true;
      j--;
      continue;
    }
    if (
      chunk.kind === 'modal' ||
      chunk.kind === 'was' ||
      chunk.kind === 'date' ||
      chunk.kind === 'word' ||
      chunk.kind === 'negation' ||
      chunk.kind === 'pronoun'
    ) {
      j--;
      continue;
    }
    if (
      chunk.kind === 'mark' &&
      (chunk.mark === 'comma' || chunk.mark === 'close' || chunk.mark === 'quote' || chunk.mark === 'close-paren') &&
      j > 0 &&
      (relative || j === k - 1 || chunks[j - 1].kind === 'noun')
    ) {
      if (chunk.mark === 'comma' && !relative) break;
      j--;
      continue;
    }
    break;
  }
  j = beforeSubset(chunks, j);
  if (j < 0 || used[j]) return null;
  // skip a place or prepositional phrase between subject and verb
  while (
    j > 0 &&
    (chunks[j].kind === 'place' ||
      (chunks[j].kind === 'noun' && (chunks[j].bits & (BI | LI)) !== 0) ||
      (chunks[j].kind === 'noun' && chunks[j - 1].kind === 'case'))
  ) {
    j -= chunks[j - 1].kind === 'case' ? 2 : 1;
    if (j < 0) return null;
  }
  if (j < 0 || used[j] || chunks[j].kind !== 'noun' || chunks[j].noun === null) return null;
  if (chunks[j].bits & (BI | LI | KA)) return null;
  // joined phrases: go back to the first
  let first = j;
  while (
    first > 0 &&
    hasConjunction(doc, chunks[first].start) &&
    chunks[first - 1].kind === 'noun' &&
    chunks[first - 1].noun !== null
  )
    first--;
  if (first > 0 && chunks[first - 1].kind === 'case' && !relative) return null;
  if (
    first > 0 &&
    (chunks[first - 1].kind === 'event' ||
      chunks[first - 1].kind === 'verb' ||
      chunks[first - 1].kind === 'light' ||
      chunks[first - 1].kind === 'result') &&
    !relative
  )
    return null;
  const nouns: NounPhrase[] = [];
  for (let m = first; m <= j; m++) {
    const noun = chunks[m].noun;
    if (chunks[m].kind === 'noun' && noun !== null) nouns.push(noun);
  }
  return nouns.length > 0 ? nouns : null;
}

// ---------- verbal nouns

function nounArguments(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  const found = walk(doc, chunks, k, h, used, true);
  h.until = found.until;
  const sense = h.sense!;
  const [genitive] = found.direct;
  if (genitive !== undefined) {
    const head = genitive[0];
    const force = isForce(doc, head);
    // "repeated shelling", "a similar attack": one unknown word beside the noun is its adjective
    if (
      head.kind === 'other' &&
      h.outcome === null &&
      genitive.length === 1 &&
      head.end - head.start === 1 &&
      nodeOf(doc, head.head, 'nationality') === null &&
      isDefinite(doc, head.head) === isDefinite(doc, h.start)
    ) {
      lightVerb(doc, chunks, k, h, used);
      return;
    }
    if (h.end - h.start > 1 || isDefinite(doc, h.start)) {
      // an adjective or the article closes the genitive; a nationality still names the side
      if (field(head.node, 'country') !== undefined && head.kind === 'other') h.actors.push(head);
      else if (force && found.directAt[0] === k + 1) h.actors.push(...genitive);
    } else if (head.kind === 'other' && nodeOf(doc, head.head, 'nationality') !== null) {
      h.actors.push(head);
      h.rules.push('event.nationality');
    } else if (sense.of === 'actor' || (sense.of === 'either' && h.outcome === null && force)) {
      h.actors.push(...genitive);
      h.rules.push('event.noun-of-actor');
    } else if (sense.of === 'place' && head.place !== null) add(h, 'at', head.place);
    else {
      h.recipients.push(...genitive);
      h.rules.push('event.noun-of-recipient');
    }
  }
  lightVerb(doc, chunks, k, h, used);
}

/** "carried out a raid", "came under shelling", "clashes broke out": the light verb gives the verbal noun its subject. */
function lightVerb(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  for (let j = k - 1; j >= 0 && j >= k - 7; j--) {
    const chunk = chunks[j];
    if (chunk.kind === 'light') {
      const sense = senseOf(chunk.node);
      if (sense === null) return;
      const { subject } = lightSense(sense);
      h.light = j;
      if (subject === 'event' || subject === 'none') return;
      const nouns = subjectBetween(doc, chunks, j, k, used);
      if (nouns.length === 0) {
        if (subject === 'actor') h.rules.push('event.light-without-subject');
        return;
      }
      h.rules.push('event.light-verb');
      if (subject === 'recipient') h.recipients.push(...nouns.filter((n) => n.place === null || n.kind !== 'place'));
      else if (subject === 'place') for (const noun of nouns) noun.place !== null && add(h, 'at', noun.place);
      else h.actors.push(...nouns);
      return;
    }
    if (
      chunk.kind === 'verb' &&
      chunk.finite &&
      j < k - 1 &&
      (chunks[k - 1].kind === 'case' || chunks[k].bits & BI) &&
      h.sense!.subject !== 'none'
    ) {
      controlVerb(doc, chunks, j, k, h, used);
      return;
    }
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
    if (chunk.kind === 'mark' && chunk.mark === 'comma') return;
  }
}

/** "managed to reach", "began to shell": the subject of the verb does what the verbal noun says. */
function controlVerb(doc: Doc, chunks: readonly Chunk[], j: number, k: number, h: Happening, used: Uint8Array): void {
  const nouns = subjectBetween(doc, chunks, j, k, used);
  if (nouns.length === 0 || h.actors.length > 0) return;
  h.rules.push('event.control-verb');
  if (h.sense!.subject === 'recipient') h.recipients.push(...nouns);
  else h.actors.push(...nouns);
}

function subjectBetween(doc: Doc, chunks: readonly Chunk[], light: number, k: number, used: Uint8Array): NounPhrase[] {
  for (let j = light + 1; j < k; j++) {
    const chunk = chunks[j];
    if (chunk.kind === 'noun' && chunk.noun !== null && !(chunk.bits & (BI | LI | KA)) && chunks[j - 1].kind !== 'case')
      return coordinated(doc, chunks, j, null).nouns;
    if (chunk.kind === 'place') return chunk.noun !== null ? [{ ...chunk.noun, place: chunk.place }] : [placeNoun(chunk)];
  }
  return subjectOf(doc, chunks, light, used) ?? placeBefore(chunks, light);
}

function placeBefore(chunks: readonly Chunk[], light: number): NounPhrase[] {
  const before = chunks[light - 1];
  return before !== undefined && before.kind === 'place' ? [placeNoun(before)] : [];
}

const placeNoun = (chunk: Chunk): NounPhrase => ({
  start: chunk.start,
  end: chunk.end,
  head: chunk.start,
  kind: 'place',
  node: null,
  features: null,
  count: null,
  countNode: null,
  countedEnd: chunk.end,
  definite: true,
  actor: null,
  outlet: null,
  place: chunk.place,
  person: null,
  additional: false,
  mayBeSource: false,
});
