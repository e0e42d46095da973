/**
 * Who stands behind a verbal noun, told after it: "shelling launched by X on Y", "the raids that X carried out", "shelling whose source is X",
 * "struck a raid of X a farm".
 */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { walk } from './arguments.ts';
import { hitsThing } from './attack-subject.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { doerClause, ofMaking } from './doer-clauses.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isForce, isPeople } from './parties.ts';
import { attackReached, hits, isHit, leadsToReach, reached, reachedBefore, reachedThing, subjectAt } from './reached.ts';
import { attackTypes, eventSense, lightSense } from './senses.ts';
import { behindPutIn } from './target-apart.ts';
import { meansType, setType } from './type-by-means.ts';
import { objectPlace } from './who-suffers.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** How many chunks may stand between a verbal noun and the clause that says who did it. */
const REACH = 4;

/** "..., launched by X on Y": a verb of doing whose object pronoun is the verbal noun. Its subject did it, what follows belongs to the happening. */
export function carriedAfter(doc: Doc, chunks: readonly Chunk[], h: Happening, used: Uint8Array, awaits = false): void {
  madeBy(doc, chunks, h);
  let j = h.until + 1;
  for (let seen = 0; j < chunks.length && seen < REACH; j++, seen++) {
    const chunk = chunks[j];
    const told = doerClause(doc, chunks, j);
    if (told !== null) {
      if (h.actors.length === 0) h.actors.push(...told.nouns);
      // "in which | Russia | fired rockets": it is nowhere, and the firing is no deed of its own
      if (chunk.kind === 'event') {
        used[j] = 1;
        Object.assign(chunks[told.last], { kind: 'noun', place: null });
        const arms = [chunks[told.last + 1].noun!];
        h.means.push(...arms);
        meansType(doc, h, arms);
      }
      h.rules.push('event.doer-clause');
      h.until = walk(doc, chunks, told.last, h, used, true).until;
      return;
    }
    if (used[j]) return;
    if (carries(doc, chunks, j)) break;
    // "the shelling set out from the positions of X"
    if (
      chunk.finite &&
      field(chunk.node, 'sets-out') === 'yes' &&
      chunks[j + 1]?.mark === 'from' &&
      attackTypes.has(h.types[0])
    ) {
      used[j] = 1;
      h.until = walk(doc, chunks, j, h, used, true).until;
      return;
    }
    const verb = leadsToReach(doc, chunks, j);
    if (verb > 0 && (reached(doc, chunks, verb, h, used) || hits(doc, chunks, verb, h, used))) return;
    if (takesPlace(doc, chunks, j) || isLaunched(doc, chunks, j)) {
      // "clashes broke out at dawn in Z between X and Y": what follows the verb is still said of them
      h.light = j;
      h.rules.push('event.takes-place');
      h.until = walk(doc, chunks, j, h, used, true).until;
      return;
    }
    const small =
      chunk.kind === 'relative' ||
      chunk.kind === 'date' ||
      chunk.kind === 'word' ||
      chunk.kind === 'was' ||
      chunk.kind === 'modal' ||
      (chunk.kind === 'mark' &&
        chunk.mark !== 'semicolon' &&
        chunk.mark !== 'colon' &&
        (chunks[j + 1]?.kind === 'relative' || isDoneBy(doc, chunks, j + 1)));
    if (!small) {
      origin(doc, chunks, j, h, used);
      return;
    }
  }
  if (j >= chunks.length || !carries(doc, chunks, j)) return;
  if (isOfThingStopped(chunks, j, h) || isOfPlaceRun(chunks, j)) return;
  let at = j + 1;
  // "X carried it out": the object stands apart
  if (at < chunks.length && (isTied(doc, chunks[at]) || isForThem(chunks[at]))) at++;
  while (at < chunks.length && (chunks[at].kind === 'date' || chunks[at].kind === 'word')) at++;
  at = behindThought(chunks, at);
  if (!subjectAt(chunks, at, used)) return;
  const { nouns, last } = coordinated(doc, chunks, at, used);
  const suffers = chunks[j].kind === 'light' && lightSense(senseOf(chunks[j].node)!).subject === 'recipient';
  if (suffers) h.recipients.push(...nouns.filter((n) => !h.recipients.some((r) => r.start === n.start)));
  // "who help the army in an attack launched by X": whoever launched it did it
  else if (h.actors.length === 0 || h.rules.includes('event.control-verb')) h.actors = nouns;
  // its verb tells nothing of its own
  if (chunks[j].kind === 'event') used[j] = 1;
  h.light = j;
  h.rules.push('event.carried-after');
  // "killed | a raid that X launched | five farmers": they are the object of the verb before it
  const object = awaits && subjectAt(chunks, last + 1, used) && isStruck(doc, chunks[last + 1].noun!);
  h.until = object ? last : walk(doc, chunks, last, h, used, true).until;
  // "an operation of abduction that X carried out and that reached five farmers"
  const verb = leadsToReach(doc, chunks, h.until + 1);
  if (verb > 0 && !reached(doc, chunks, verb, h, used)) hits(doc, chunks, verb, h, used);
}

/** "a bomb | of | the planting | of X": who made it is told among what belongs to the deed. */
function madeBy(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  for (let j = h.chunk + 1; h.actors.length === 0 && j <= h.chunk + REACH && j + 2 < chunks.length; j++) {
    const told = ofMaking(doc, chunks, j);
    if (told !== null) {
      h.actors.push(...told.nouns);
      h.rules.push('event.doer-clause');
    } else if (chunks[j].finite || (chunks[j].kind !== 'noun' && chunks[j].kind !== 'word')) return;
  }
}

/** "shot down a drone | launched by X", "destroyed two rockets | that X fired": who fired what was stopped has not stopped it. */
function isOfThingStopped(chunks: readonly Chunk[], j: number, h: Happening): boolean {
  if (h.types[0] !== 'weapons-disrupted' && h.types[0] !== 'destruction') return false;
  const before = chunks[j - 1].kind === 'relative' ? chunks[j - 2] : chunks[j - 1];
  if (h.types[0] === 'weapons-disrupted') return before?.end !== h.end;
  return before?.noun?.kind === 'thing' && stoppable.has(field(before.noun.node, 'category') ?? '');
}
const stoppable: ReadonlySet<string> = new Set(['aircraft', 'munition', 'weapon']);

/** "a raid on a hospital that X runs": whoever runs the building raided nobody. */
function isOfPlaceRun(chunks: readonly Chunk[], j: number): boolean {
  if (field(chunks[j].node, 'runs') !== 'yes') return false;
  const before = chunks[j - 1].kind === 'relative' ? chunks[j - 2] : chunks[j - 1];
  return before?.kind === 'place' || (before?.noun?.kind === 'thing' && field(before.noun.node, 'target') === 'yes');
}

/** "(launched by) who is thought that they are X": X. */
function behindThought(chunks: readonly Chunk[], at: number): number {
  const who = chunks[at];
  if (who?.kind !== 'case' || who.mark !== 'from' || who.end !== who.start + 1) return at;
  const that = chunks[at + 2]?.kind === 'that' ? at + 2 : chunks[at + 3]?.kind === 'that' ? at + 3 : -1;
  return that > 0 && chunks[that + 1]?.kind === 'noun' ? that + 1 : at;
}

/** ", launched(it) by X": the object on the verb is the deed before the comma. */
const isDoneBy = (doc: Doc, chunks: readonly Chunk[], j: number): boolean =>
  chunks[j]?.kind === 'light' &&
  doc.info[chunks[j].start].pronoun !== null &&
  !hasConjunction(doc, chunks[j].start) &&
  carries(doc, chunks, j);

/** "(an ambush that) laid for-them X" */
const isForThem = ({ kind, bits }: Chunk): boolean => kind === 'pronoun' && (bits & LI) !== 0;

/** "with it": a preposition and its pronoun. */
const isTied = (doc: Doc, chunk: Chunk): boolean =>
  chunk.kind === 'pronoun'
    ? field(chunk.node, 'tied') === 'yes'
    : chunk.kind === 'case' && doc.info[chunk.start].pronoun !== null;

/** A verb of doing with "it" for its object: "launched it", "carried it out", "rose to do it". */
function carries(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const chunk = chunks[j];
  if (chunk === undefined || !chunk.finite) return false;
  // "a bomb planted by X": an event verb that stands at once after the word and has it for its object
  if (chunk.kind === 'event' && planted(doc, chunks, j)) return true;
  if (chunk.kind === 'verb') return field(chunk.node, 'lays') === 'yes' && hasIt(doc, chunks, j);
  if (chunk.kind !== 'light') return false;
  const sense = senseOf(chunk.node);
  const subject = sense === null ? null : lightSense(sense).subject;
  if (subject !== 'actor' && subject !== 'recipient') return false;
  if (doc.info[chunk.start].pronoun !== null) return subject === 'actor';
  const next = chunks[j + 1];
  // "(an attack) to which | a patrol | was exposed"
  return next !== undefined && (isTied(doc, next) || (subject === 'recipient' && isForThem(next)));
}

/** Right behind the deed, its weapon or a relative, with "it" for its object. */
const hasIt = (doc: Doc, chunks: readonly Chunk[], j: number): boolean =>
  doc.info[chunks[j].start].pronoun !== null &&
  !hasConjunction(doc, chunks[j].start) &&
  ['event', 'noun', 'relative'].includes(chunks[j - 1]?.kind);

function planted(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const sense = senseOf(chunks[j].node);
  if (sense === null || doc.info[chunks[j].start].pronoun === null || hasConjunction(doc, chunks[j].start)) return false;
  const { subject, types } = eventSense(sense);
  const before = chunks[j - 1];
  return (
    subject === 'actor' &&
    (types[0] === 'mine' || types[0] === 'bombing') &&
    before !== undefined &&
    (before.kind === 'event' || before.kind === 'noun' || before.kind === 'relative')
  );
}

/** "broke out", "went on", "took place": a verb whose subject is the happening itself. */
function takesPlace(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const chunk = chunks[j];
  if (chunk.kind !== 'light' || !chunk.finite || hasConjunction(doc, chunk.start)) return false;
  const sense = senseOf(chunk.node);
  return sense !== null && lightSense(sense).subject === 'event';
}

/** "an attack (that was) launched at dawn on": a verb of doing beside the deed with nobody who does it. */
function isLaunched(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const chunk = chunks[j];
  if (chunk.kind !== 'light' || !chunk.finite || hasConjunction(doc, chunk.start) || doc.info[chunk.start].pronoun !== null)
    return false;
  const before = chunks[j - 1].kind;
  const after = chunks[j + 1]?.kind;
  if ((before !== 'event' && before !== 'relative') || (after !== 'case' && after !== 'date')) return false;
  const sense = senseOf(chunk.node);
  return sense !== null && lightSense(sense).subject === 'actor' && featuresOf(chunk.node!)?.tense === 'past';
}

/** "shelling, its source the forces of X". */
function origin(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening, used: Uint8Array): void {
  const { noun } = chunks[j];
  if (noun === null || chunks[j].kind !== 'noun' || h.actors.length > 0) return;
  if (nodeOf(doc, noun.start, 'origin') === null || doc.info[noun.start].pronoun === null || noun.actor === null) return;
  const { nouns, last } = coordinated(doc, chunks, j, used);
  const [, ...rest] = nouns;
  h.actors.push({ ...noun, start: noun.start + 1, head: noun.start + 1, kind: 'actor', node: noun.actor }, ...rest);
  h.rules.push('event.whose-source');
  h.until = walk(doc, chunks, last, h, used, true).until;
}

/**
 * "struck a raid of X a farm": the verb before the verbal noun has it for its subject, and what stands after both is the target. Takes the verb's own happening
 * back, unless it tells of casualties, which keep their word.
 */
export function struckBy(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  found: Happening[],
  used: Uint8Array,
): void {
  const verb = strikingVerb(doc, chunks, k, h, found);
  if (verb === null && reachedBefore(doc, chunks, k, h, used)) return;
  if (verb === null) {
    const reaching = attackReached(doc, chunks, k, h);
    const struck = reachedThing(doc, chunks, k, h);
    if (struck !== null) h.recipients.push(struck);
    const first = reaching ? targetAfter(doc, chunks, h, used) : null;
    carriedAfter(doc, chunks, h, used, reaching && first === null);
    if (reaching && h.recipients.length === 0)
      h.recipients.push(
        ...(first ?? targetAfter(doc, chunks, h, used) ?? mistaken(doc, chunks, k, h) ?? notUsed(h)).filter(
          (n) => isHit(doc, n) && (h.places.length === 0 || field(n.node, 'target') === 'yes'),
        ),
      );
    return;
  }
  let harms = verb.outcome !== null;
  let target = targetAfter(doc, chunks, h, used);
  carriedAfter(doc, chunks, h, used, target === null);
  target ??= targetAfter(doc, chunks, h, used);
  if (harms && target === null) target = livesTaken(doc, chunks, verb, used) ?? taken(doc, h);
  if (!harms && target === null && h.recipients.length === 0) target = mistaken(doc, chunks, k, h);
  h.rules.push('event.struck-by');
  if (hitsThing(verb, target)) harms = false;
  if (harms) verb.recipients.push(...(target ?? []));
  else {
    h.recipients.push(...(target ?? []));
    found.pop();
    if (attackTypes.has(verb.types[0]) && verb.types[0] !== 'attack') setType(h, verb.types[0]);
  }
}

/** "took a mine that somebody had planted | of the lives | of four": those behind the word that the verb needs, and nobody before it. */
function livesTaken(doc: Doc, chunks: readonly Chunk[], verb: Happening, used: Uint8Array): NounPhrase[] | null {
  const { object } = chunks[verb.chunk];
  if (object < 0 || nodeOf(doc, object, 'result') === null) return null;
  const at = chunks.findIndex(({ start }) => start === object + 1);
  return at > 0 && subjectAt(chunks, at, used) ? coordinated(doc, chunks, at, used).nouns : [];
}

/** "killed a raid | three civilians", "wounded the going off of a mine | a farmer": those behind the attack are no genitive of it where the verb lacks its object; takes them out. */
function taken(doc: Doc, h: Happening): NounPhrase[] | null {
  for (const list of [h.recipients, h.means, h.actors]) {
    const at = list.findIndex((noun) => noun.start >= h.end && isVictim(doc, noun));
    if (at >= 0) return list.splice(at);
  }
  return null;
}

/** "targeted an attack | a patrol of the police": the verb has no other object, so they are no doers of the attack. An adjective is ("a Turkish attack"). */
function mistaken(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): NounPhrase[] | null {
  if (objectPlace(doc, chunks, k, h.until)) return null;
  const at = h.actors.findIndex((a) => a.start >= h.end && !(doc.bits[a.start] & LI));
  return at < 0 || h.actors[at].kind === 'other' || h.actors[at].node?.kind === 'nationality' ? null : h.actors.splice(at);
}

/** "shook a blast | a market": a building is nothing that goes off. */
function notUsed({ means, end }: Happening): NounPhrase[] {
  const at = means.findIndex((m) => m.start >= end && field(m.node, 'target') === 'yes' && field(m.node, 'means') !== 'yes');
  return at < 0 ? [] : means.splice(at, 1);
}

/** People who are counted or unarmed. */
const isVictim = (doc: Doc, noun: NounPhrase): boolean =>
  isPeople(noun) && (noun.count !== null || noun.features?.number === 'du' || (!noun.definite && !isForce(doc, noun)));

/** People, or a thing that is told of for the first time and is no weapon. */
const isStruck = (doc: Doc, noun: NounPhrase): boolean =>
  noun.kind === 'thing' ? !noun.definite && field(noun.node, 'means') !== 'yes' : isVictim(doc, noun);

function strikingVerb(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  found: readonly Happening[],
): Happening | null {
  const verb = found.at(-1);
  // "one of the raids", "most of the raids"
  const share = itemAt(chunks, k - 1)?.kind === 'word' && nodeOf(doc, itemAt(chunks, k - 1).start, 'each') !== null ? 1 : 0;
  if (verb === undefined || !verb.finite || verb.chunk !== k - 1 - share) return null;
  if (chunks[k].bits & (BI | LI | KA) || !attackTypes.has(h.types[0])) return null;
  if (verb.outcome === null && !attackTypes.has(verb.types[0]) && verb.types[0] !== 'destruction') return null;
  const sense = senseOf(verb.node);
  if (sense === null || eventSense(sense).object !== 'recipient' || eventSense(sense).subject !== 'actor') return null;
  if (doc.info[verb.start].pronoun !== null || verb.actors.length > 0 || verb.recipients.length > 0) return null;
  return verb;
}

const passed: ReadonlySet<string> = new Set(['date', 'word', 'mark']);

/** "the strikes of the army | from the air": an adjective of the deed behind its doer. */
const isAdjective = (doc: Doc, { noun }: Chunk): boolean =>
  noun !== null && noun.kind === 'other' && noun.end === noun.start + 1 && nodeOf(doc, noun.head, 'event-adjective') !== null;

function targetAfter(doc: Doc, chunks: readonly Chunk[], h: Happening, used: Uint8Array): NounPhrase[] | null {
  let at = h.until + 1;
  let apart = false;
  while (at < chunks.length) {
    const behind = passed.has(chunks[at].kind) || isAdjective(doc, chunks[at]) ? at : behindPutIn(doc, chunks, at);
    apart ||= behind > at;
    if (behind === at && !passed.has(chunks[at].kind) && !isAdjective(doc, chunks[at])) break;
    at = Math.max(behind, at + 1);
  }
  if (!subjectAt(chunks, at, used) || (apart && !isHit(doc, chunks[at].noun!))) return null;
  const { nouns, last } = coordinated(doc, chunks, at, used);
  h.until = walk(doc, chunks, last, h, used, true).until;
  return nouns;
}
