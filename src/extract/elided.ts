/**
 * Doers that the words of a happening leave out: "and bombed a depot" (whoever bombed before), "established its control" (the subject of the sentence),
 * "said that it had shelled" (the source), battles whose sides are named only by their dead.
 */
import { answersFor } from './answers-for.ts';
import type { Attributed } from './attribution.ts';
import { otherSide, rememberSides, resolveSides, sideOfSpeaker, sidesFromVictims } from './battle-sides.ts';
import { isShareOfCounted } from './behind-subset.ts';
import { addCaptor } from './captors.ts';
import { keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { OWN_DEED } from './doer-and-object.ts';
import { doersAt } from './doer-clauses.ts';
import { pronounOfThat } from './frame.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { comesItself, wasCarriedOut } from './light-ties.ts';
import type { NounPhrase } from './noun-parts.ts';
import { ownAnnouncement } from './own-announcement.ts';
import { DOER_BY_PRONOUN } from './own-object.ts';
import { isArmed, isBody, isForce, isOffice, sameActor } from './parties.ts';
import { addPartner } from './partners.ts';
import { ATTACK_DID_IT } from './pronoun-objects.ts';
import {
  accusedBefore,
  doerPronoun,
  fitOf,
  isAgentPronoun,
  ofTeller,
  onlyTells,
  pronounThat,
  referredBack,
} from './referred-back.ts';
import { actsOn, firstOfRow, isActingBody } from './row-of-deeds.ts';
import { isOthers, subjectInSentence } from './sentence-subject.ts';
import type { Sentence } from './sentences.ts';
import { spokenFor } from './spokesman.ts';
import { rememberTaken, type Taken, takenBefore } from './taken-before.ts';
import { featuresOf, field, hasConjunction, hasPronoun, nodeOf } from './words.ts';

/** Who acted last, the two sides that fought last, groups named in full, and where those stand who were hit in this sentence. */
export type Doers = {
  actors: NounPhrase[];
  sides: NounPhrase[];
  named: NounPhrase[];
  sentence: number;
  hit: NounPhrase[];
  /** The last to act were the sides of a battle. */
  fought: boolean;
  taken: Taken | null;
};
export const newDoers = (): Doers => ({ actors: [], sides: [], named: [], sentence: -9, hit: [], fought: false, taken: null });

/** How many sentences a doer that is left out may lie back. */
const REACH = 2;

const owned: ReadonlySet<string> = new Set([
  'territory',
  'force-movement',
  'armed-clash',
  'attack',
  'air-strike',
  'shelling',
  'bombing',
  'suicide-bombing',
  'detention',
  'execution',
  'killing',
  'abduction',
  'destruction',
  'release',
]);

/** What only a verb tells of a doer: "and closed the road", "and seized arms". */
const ownedByVerb: ReadonlySet<string> = new Set(['service-cut', 'weapons-disrupted', 'protest', 'riot']);

export function fillDoer(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  attributed: Attributed,
  sentence: Sentence,
  doers: Doers,
): void {
  takenBefore(doc, chunks, h, sentence.index, doers.taken);
  doers.taken = rememberTaken(h, sentence.index, doers.taken);
  saysOfItself(doc, chunks, h, attributed);
  agentBehindToll(doc, chunks, h);
  addCaptor(doc, chunks, h);
  answersFor(doc, chunks, h);
  ownAnnouncement(doc, chunks, h, attributed);
  if (h.actors.length === 0 && wantsDoer(doc, chunks, h)) {
    const found =
      sourceItself(doc, chunks, h, attributed) ??
      subjectInSentence(doc, chunks, h, attributed, doers) ??
      (goesOnBefore(doc, chunks, h, sentence, doers) ? doers.actors : []);
    if (found.length > 0 && !isOfOthers(doc, h, found, doers.hit)) {
      // who was hit in this sentence is not who hits on
      const struck = doers.hit.filter((r) => r.start >= sentence.start);
      h.actors.push(...found.filter((a) => ![...h.recipients, ...struck].some((r) => r.start === a.start || sameActor(r, a))));
      h.rules.push('event.doer-left-out');
    }
  }
  if (h.actors.length === 0) {
    const accused = accusedBefore(doc, chunks, h, attributed);
    if (accused !== null) h.actors.push(accused);
  }
  if (h.actors.length === 0) {
    const pronoun = owned.has(h.types[0]) ? doerPronoun(doc, chunks, h, attributed) : null;
    const near = sentence.index - doers.sentence <= REACH && !doers.fought;
    const found = pronoun !== null && near ? referredBack(doc, pronoun, h, sentence, doers) : [];
    if (found.length > 0) {
      h.actors.push(...found);
      h.rules.push(DOER_BY_PRONOUN);
    }
  }
  // "in answer to | raids ... and (they) killed six": not whoever answered
  const isAnswered = !h.finite && itemAt(chunks, h.chunk - 1)?.mark === 'response';
  if (h.actors.length === 0 && !isAnswered && h.rules.includes('event.accusative-object')) {
    const subject = subjectInSentence(doc, chunks, h, attributed, doers) ?? bodyBefore(doc, chunks, h, sentence, doers);
    if (subject !== null) {
      h.actors.push(...subject);
      h.rules.push('event.doer-left-out');
    }
  }
  otherSide(doc, chunks, h, attributed, sentence, doers);
  resolveSides(doc, chunks, h, doers);
  if (h.types[0] === 'armed-clash' && h.actors.length === 0) {
    sidesFromVictims(doc, chunks, h);
    const speaker = h.sense?.object === 'none' ? sideOfSpeaker(doc, chunks, h, attributed) : null;
    if (speaker !== null && !h.actors.some((a) => sameActor(a, speaker))) h.actors.push(speaker);
  }
  rememberSides(doc, h, doers);
  nameInFull(h, doers);
  addPartner(doc, chunks, h);
  doers.hit.push(...h.recipients);
  if (holdsIt(doc, chunks, h)) return;
  if (
    h.actors.length > 0 &&
    h.actors.some((a) => actsOn(doc, a) || ((a.kind === 'person' || a.kind === 'outcome') && a.count === null) || isMany(a))
  ) {
    doers.actors = h.actors.slice(0, 3);
    doers.fought =
      h.rules.includes('event.between-parties') || (h.rules.includes('event.with-other-side') && h.actors.length > 1);
    doers.sentence = sentence.index;
  } else if (h.actors.length > 0 && h.actors.every((a) => isOffice(doc, a))) doers.actors = h.actors;
}

/** "the town, which X holds (on-it)": it is under fire, and X is nobody who fires. */
function holdsIt(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const next = chunks[h.chunk + 1];
  return h.finite && h.types[0] === 'territory' && next?.kind === 'case' && doc.info[next.start].pronoun !== null;
}

/** "a massacre that claimed ten civilians | at the hands of X": the doer stands behind those it counts. */
function agentBehindToll(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (h.actors.length > 0 || h.sense === null || h.finite || h.figures.length === 0) return;
  const last = Math.max(...h.figures.map(({ chunk }) => chunk));
  if (last <= h.until || chunks[last + 1]?.kind !== 'agent' || isAgentPronoun(doc, chunks[last + 1])) return;
  // "of them 31 at the hands of X": of those few
  if (h.figures.some((f) => f.chunk === last && f.partOf !== null) && isShareOfCounted(chunks, last)) return;
  const doers = doersAt(doc, chunks, last + 2);
  if (doers === null) return;
  h.actors.push(...doers.nouns);
  h.rules.push('event.agent-marker');
}

/** "the soldiers arrested(plural) him, and (he) was let go": a verb in the masculine singular has no plural for its subject. */
function isOfOthers(doc: Doc, h: Happening, [doer, ...more]: readonly NounPhrase[], hit: readonly NounPhrase[]): boolean {
  const verb = h.finite && h.light < 0 && h.node !== null ? featuresOf(h.node) : null;
  if (verb?.pos !== 'verb' || verb.person === 1 || more.length > 0) return false;
  if (verb.number === 'pl') return verb.gender === 'm' && standsForStruck(doc, doer, hit);
  if (verb.number !== 'sg') return false;
  // "the army stormed the town, and (she) arrested"
  if (verb.gender === 'f' && (isOneMasculine(doc, doer) || areCalledMen(doc, doer))) return true;
  const pronoun = verb.gender === 'm' ? 'he' : verb.gender === 'f' ? 'she' : null;
  if (pronoun === null) return false;
  // "dozens of settlers stormed the yards, and (he) hit": nor has one in the singular people who were counted
  if (isMany(doer)) return true;
  if (doer.kind !== 'person' || doer.features?.number !== 'pl' || doer.count !== null || fitOf(doc, pronoun, doer) > 0)
    return false;
  // "the soldiers", a broken plural, may be "she"
  return pronoun === 'he' || keepsUn(doc, doer.head);
}

/** "the forces surround 12 wanted men. (They) had fled": the plural of men fits whom the forces struck better than the forces. */
const standsForStruck = (doc: Doc, doer: NounPhrase, hit: readonly NounPhrase[]): boolean =>
  hit.some(
    (r) =>
      r.start > doer.start &&
      (isArmed(r) || r.kind === 'number' || isSought(r)) &&
      fitOf(doc, 'they', r) > fitOf(doc, 'they', doer),
  );

const isSought = ({ kind, node }: NounPhrase): boolean => kind === 'outcome' && field(node, 'value') === 'other';

const isBodyOrArmed = (doc: Doc, { head }: NounPhrase): boolean => {
  const person = nodeOf(doc, head, 'person');
  return person !== null && isArmed({ person, node: person });
};

/** "the army", "a gunman": one, and no "she". */
const isOneMasculine = (doc: Doc, doer: NounPhrase): boolean =>
  fitOf(doc, 'he', doer) > 0 && fitOf(doc, 'she', doer) === 0 && isBodyOrArmed(doc, doer);

/** "the Houthis", "the settlers": a name in the sound plural of men is no "she" either. */
const areCalledMen = (doc: Doc, { kind, head, end }: NounPhrase): boolean =>
  kind !== 'person' && end === head + 1 && keepsUn(doc, head);

const isMany = ({ count, kind, node }: NounPhrase): boolean =>
  (kind === 'person' || node?.kind === 'nationality') && count !== null && (count.high === null || count.high > 1);

/** Whoever acted in the sentences before acts on. */
const goesOnBefore = (
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  { index }: Sentence,
  { sentence, fought }: Doers,
): boolean =>
  index - sentence <= REACH && !fought && !turnsTo(doc, chunks, h) && (!h.finite || pronounThat(doc, chunks, h.chunk) === null);

/** ", while | was shelled a seat of X": behind a contrast a verb has its subject beside it, or none. */
function turnsTo(doc: Doc, chunks: readonly Chunk[], { chunk, finite, node }: Happening): boolean {
  let k = chunk - 1;
  while (k >= 0 && (chunks[k].kind === 'modal' || chunks[k].kind === 'was')) k--;
  // the plural of a verb is that of a subject told before
  if (node !== null && featuresOf(node)?.number === 'pl') return false;
  return finite && chunks[k]?.kind === 'contrast' && doc.info[chunks[k].start].pronoun === null;
}

/** "..., while (she) arrested a youth from X", "(she) also arrested": the feminine of the verb is that of the forces who acted last. */
function bodyBefore(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  sentence: Sentence,
  { actors, fought, sentence: last, hit }: Doers,
): NounPhrase[] | null {
  const verb = h.finite && h.sense?.subject === 'actor' ? featuresOf(h.node!) : null;
  if (fought || actors.length !== 1 || sentence.index - last > REACH || verb?.number !== 'sg' || verb.person === 1) return null;
  // "shells fell that killed 13": a noun right before it may be its subject
  const kind = chunks[h.chunk - 1]?.kind;
  if ((kind === 'noun' || kind === 'word') && !hasConjunction(doc, chunks[h.chunk].start)) return null;
  const [body] = actors;
  const known = [...h.recipients, ...hit.filter((r) => r.start >= sentence.start)];
  if (known.some((r) => r.start === body.start || sameActor(r, body)) || !actsOn(doc, body)) return null;
  // "while (he) arrested two youths": of the army, in the same sentence
  if (verb.gender === 'm') return last === sentence.index && isOneMasculine(doc, body) ? actors : null;
  const many = body.features?.number === 'pl' || body.features?.gender === 'f' || isBody(body);
  return body.kind === 'actor' ? (field(body.actor, 'kind') === 'person' ? null : actors) : many ? actors : null;
}

/** "the gunmen", after "gunmen of the group X": the same word again stands for the group it was said of. */
function nameInFull(h: Happening, doers: Doers): void {
  for (const list of [h.actors, h.recipients])
    for (let n = 0; n < list.length; n++) {
      const noun = list[n];
      if (noun.kind !== 'person' || noun.node === null) continue;
      if (noun.actor !== null) {
        if (noun.count === null && isArmed(noun))
          doers.named = [noun, ...doers.named.filter((d) => d.node!.value !== noun.node!.value)].slice(0, 8);
        continue;
      }
      if (!noun.definite || noun.count !== null || noun.end - noun.start > 1) continue;
      const full = doers.named.find((d) => d.node!.value === noun.node!.value);
      if (full === undefined || list.includes(full)) continue;
      list[n] = full;
      h.rules.push('event.named-in-full');
    }
}

/** An active verb without its subject, or a verbal noun with "its": somebody did it and is not named here. */
function wantsDoer(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  if (h.sense === null || h.sense.subject !== 'actor') return false;
  if (!owned.has(h.types[0]) && !(ownedByVerb.has(h.types[0]) && isActive(doc, chunks, h))) return false;
  // "laid hands on": with the object that it needs the verb is active
  const phrase = h.sense.needs !== null || (h.node !== null && h.node.end > h.node.start + 1);
  // "he is a former prisoner, (was) let go after": who stands before it is whom it befell
  const befell = h.rules.includes('event.subject-passive');
  if (h.finite && phrase && !befell && featuresOf(h.node!)?.voice !== 'passive' && h.outcome !== null) return true;
  const known = h.rules.some(
    (r) =>
      r === 'event.passive' ||
      r === 'event.subject-passive' ||
      r === ATTACK_DID_IT ||
      r === 'event.verb-object-passive' ||
      // "and (it) targeted | with three raids | the town": the raids are what it did so with
      (r === 'event.same-attack' && !(h.finite && h.outcome === null)),
  );
  // "and assaulted(plural) the people with blows": the plural of a verb is that of a subject told before
  // "four were killed when they opened fire": the passive is of the dead, who were joined to it
  const aside =
    h.finite && featuresOf(h.node!)?.number === 'pl' && (h.outcome === null || !h.rules.some((r) => r.endsWith('passive')));
  if (known && !aside) return false;
  if (h.light >= 0)
    return (
      h.rules.includes('event.light-without-subject') && !comesItself(doc, chunks, h.light) && !wasCarriedOut(chunks, h.light)
    );
  // "and (they) killed ten in the attack": the plural that was joined to the deed
  if (!h.finite && h.rules.includes('event.plural-verb-object')) return true;
  if (h.finite) {
    const features = featuresOf(h.node!);
    if (features?.voice === 'passive') return false;
    return h.outcome === null || doc.info[h.start].pronoun !== null || h.rules.includes('event.plural-verb-object');
  }
  return (
    doc.info[h.start].pronoun !== null &&
    (h.sense.of === 'actor' ||
      (h.rules.includes(OWN_DEED) && !h.rules.includes(DOER_BY_PRONOUN)) ||
      // "its arrest of three": its own object stands right behind it
      (h.outcome !== null && h.recipients.some((r) => r.start === h.end)) ||
      // but "after her injury": she suffered it
      (h.outcome !== 'injured' && doneByOwner.has(h.types[0])))
  );
}

/** "and closed(plural) the road", "and closed(feminine) the entrance", where "the roads were closed" is written like "closed the roads": no passive. */
function isActive(doc: Doc, chunks: readonly Chunk[], { finite, light, node, chunk, types, recipients }: Happening): boolean {
  const verb = finite && light < 0 ? featuresOf(node!) : null;
  if (verb?.pos !== 'verb' || verb.person === 1) return false;
  if (verb.number === 'pl') return true;
  const object = chunks[chunk + 1];
  // "and seized arms", but "and (there) was found | on arms"
  if (types[0] === 'weapons-disrupted') return object?.kind === 'noun' && recipients.some((r) => r.start === object.start);
  if (verb.gender !== 'f' || object === undefined || (object.kind !== 'noun' && object.kind !== 'place')) return false;
  const head = object.noun?.head ?? object.start;
  return doc.at[head].some((n) => n.end === head + 1 && featuresOf(n)?.gender === 'm' && featuresOf(n)?.number === 'sg');
}

/** What the pronoun on the verbal noun did: "its control", "their attack". */
const doneByOwner: ReadonlySet<string> = new Set(['territory', 'armed-clash', 'attack', 'air-strike']);

/** "announced that it shelled": the pronoun on the particle is the source. */
function sourceItself(doc: Doc, chunks: readonly Chunk[], h: Happening, attributed: Attributed): NounPhrase[] | null {
  if (h.frame < 0) return null;
  const source = pronounOfThat(attributed.frames[h.frame]);
  // "announced its control of": the pronoun on the verbal noun is the source
  if (!h.finite && doc.info[h.start].pronoun !== null && source !== null && isForce(doc, source)) {
    const before = chunks[h.chunk - 1];
    if (
      before !== undefined &&
      (before.end === source.end || before.noun === source || (before.kind === 'case' && chunks[h.chunk - 2]?.noun === source))
    )
      return [source];
  }
  const teller = attributed.frames[h.frame].chain.at(-1)?.noun ?? null;
  if (teller !== null && isForce(doc, teller) && ofTeller(doc, chunks, h, teller)) return [teller];
  for (let k = h.chunk - 1; k >= 0 && k >= h.chunk - 4; k--) {
    if (chunks[k].kind === 'that') {
      if (!hasPronoun(doc, chunks[k].start)) return null;
      return source === null || isOthers(doc, chunks[k].start, source) || onlyTells(doc, chunks[k].start, source)
        ? null
        : [source];
    }
    if (chunks[k].kind === 'noun' || chunks[k].kind === 'event' || chunks[k].kind === 'contrast') return null;
  }
  return null;
}

/** "the army said that it targeted a leader": the pronoun on the particle is the source, and what stands after the verb is its object. */
function saysOfItself(doc: Doc, chunks: readonly Chunk[], h: Happening, attributed: Attributed): void {
  if (h.actors.length > 0 || h.frame < 0 || h.sense === null) return;
  const lent = h.rules.includes('event.light-without-subject');
  const verb = h.finite ? h.chunk : lent ? h.light : joinedKilling(doc, chunks, h);
  if (verb < 0 || (h.finite && h.sense.subject !== 'actor') || featuresOf(chunks[verb].node!)?.voice === 'passive') return;
  const before = chunks[firstOfRow(doc, chunks, h, verb) - 1];
  if (before === undefined || before.kind !== 'that' || !hasPronoun(doc, before.start)) return;
  const teller = pronounOfThat(attributed.frames[h.frame]);
  const body = teller === null ? null : spokenFor(doc, before.start, teller);
  const source = body ?? teller;
  if (source === null || (body === null && isOthers(doc, before.start, source))) return;
  if (body === null && !isForce(doc, source) && source.actor === null && !isActingBody(source)) return;
  h.actors.push(source);
  h.rules.push('event.says-of-itself');
}

/** "said that it killed ten in a raid": the verb that was joined to the deed, with those it killed behind it; -1 when there is none. */
function joinedKilling(doc: Doc, chunks: readonly Chunk[], h: Happening): number {
  const first = Math.min(h.chunk, ...h.parts);
  const { kind, finite, node } = chunks[first] ?? {};
  if (first === h.chunk || kind !== 'event' || !finite || node == null || chunks[first + 1]?.kind !== 'noun') return -1;
  // "that five of its soldiers were killed": nobody kills his own
  return h.figures.some((f) => f.chunk === first + 1 && doc.info[f.noun.end - 1].pronoun === null) ? first : -1;
}
