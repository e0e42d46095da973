/** Inside one sentence: an attack and the casualties it caused are one happening; two words for the same attack are one. */

import { harmed } from '../claim/outcomes.ts';
import type { Outcome } from '../claim/reading.ts';
import { BI } from '../lexicon/analyze.ts';
import { tellsAnother } from './another-attack.ts';
import {
  diedAnew,
  failed,
  isAim,
  isAnswerTo,
  isAsideFrom,
  isManagedByOthers,
  isNextDeed,
  isOfNextVerb,
  isOneOfSeveral,
  isOnlyNear,
  isSecondDeed,
  isSlainFor,
  isTurnedFrom,
  isWhatHeDid,
  ledTo,
  separated,
  startsOver,
} from './apart.ts';
import { hitsThing, isItsSubject } from './attack-subject.ts';
import { splitBrackets } from './bracket-tolls.ts';
import { isAnswered, isOfOthers, isSeenThere, strikesDown } from './casualty-of.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import { type Damaged, hitWhatTheyDamaged, isFeared, joinDamage } from './damage.ts';
import { deedsOfVictims, OF_VICTIM } from './deed-of-victim.ts';
import { diedLater } from './died-later.ts';
import type { Doc } from './doc.ts';
import { splitByPlace } from './each-in-its-place.ts';
import { fallenShell } from './fallen-shell.ts';
import { countsMany, isAttack, isCasualty, otherPlace } from './families.ts';
import { countFates } from './fate.ts';
import { countRetoldOnce } from './figure-asides.ts';
import { partGapped, shareAttack } from './gapped.ts';
import { governorOf } from './governed.ts';
import { diedHere } from './handled-dead.ts';
import { absorb, type FigureDraft, type Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { isAvenged, isConsequence, isLaterDeed, isOnlyAnswered, isOnlyMeant } from './later-deed.ts';
import { linksBack } from './links-back.ts';
import { areCarried, isTarget, placeFigure } from './loose-figures.ts';
import { isLossOf, isOfForces, isOtherSides } from './losses.ts';
import { withoutNobody } from './nobody-hurt.ts';
import { joinAttacks, within } from './one-attack.ts';
import { apartByOrder, shareKind } from './ordinals.ts';
import { atOtherHands, isByOthers } from './other-hands.ts';
import { harmsDoer } from './own-object.ts';
import { fellToOthers, isBeatenBack, isOurs, saysOfItsOwn } from './own-side.ts';
import { prospect } from './prospects.ts';
import { stopOnce } from './seized-arms.ts';
import { supposed } from './supposed.ts';
import { hurtBefore } from './tended.ts';
import { isOfAnotherTime, STRETCH, stretchesOf } from './time-apart.ts';
import { apartByDay } from './told-of-day.ts';
import { apartByPlace, tellsOfPlace } from './told-of-place.ts';
import { isToldElsewhere, readTolls } from './tolls.ts';
import { isOthersTry } from './tried.ts';
import { setType } from './type-by-means.ts';
import { followsOn, tells } from './weak-words.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

export function combine(
  doc: Doc,
  chunks: readonly Chunk[],
  found: Happening[],
  loose: FigureDraft[],
  frameOf: Int16Array,
  groupOf: (frame: number) => number,
): Happening[] {
  const stretch = apartByDay(doc, chunks, apartByPlace(doc, chunks, apartByOrder(doc, chunks, stretchesOf(doc, chunks))));
  const groupAt = (frame: number, chunk: number): number => groupOf(frame) + STRETCH * stretch[chunk];
  for (const h of found) {
    h.group = groupAt(h.frame, h.chunk);
    fallenShell(doc, chunks, h);
  }
  found = diedHere(diedLater(doc, chunks, found));
  partGapped(found);
  let happenings = joinCoordinatedOutcomes(
    doc,
    chunks,
    stopOnce(doc, withoutNobody(found)).filter((h) => h.figures.length > 0 || !isTrace(doc, chunks, h)),
  );
  happenings = joinAttacks(doc, chunks, happenings);
  for (const figure of readTolls(happenings, loose, frameOf, groupOf))
    if (!areCarried(doc, chunks, figure)) placeFigure(chunks, happenings, figure, frameOf, groupOf, groupAt);
  happenings.sort((a, b) => a.chunk - b.chunk);
  const damaged: Damaged = new Map();
  happenings = hurtBefore(chunks, happenings);
  happenings = joinCasualties(doc, chunks, joinDamage(doc, chunks, withoutWaysOfParts(doc, chunks, happenings), damaged));
  hitWhatTheyDamaged(damaged);
  shareKind(happenings);
  countFates(doc, chunks, happenings);
  happenings = splitByPlace(doc, chunks, splitBrackets(doc, chunks, happenings));
  for (const h of happenings) countRetoldOnce(doc, chunks, h);
  return happenings.filter((h, n) => tells(doc, h) || followsOn(doc, chunks, h, happenings[n - 1]));
}

/** "the bodies bore traces of torture": a mark on somebody or something, and no news of how it came about. */
function isTrace(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const before = itemAt(chunks, h.chunk - 1);
  // "of the remnants of earlier shelling": what once left them is not what is told
  if (!h.finite && before?.end === chunks[h.chunk].start && field(before.noun?.node ?? null, 'remnant') === 'yes') return true;
  return (
    before !== undefined &&
    before.end === before.start + 1 &&
    doc.at[before.start].some((node) => field(node, 'trace') === 'yes' && node.word?.exact === true)
  );
}

/** "killed and wounded 7", "were killed or wounded": two verbs, one count, which cannot be split. */
function joinCoordinatedOutcomes(doc: Doc, chunks: readonly Chunk[], found: Happening[]): Happening[] {
  const kept: Happening[] = [];
  for (let n = 0; n < found.length; n++) {
    const a = found[n];
    const b = found[n + 1];
    if (
      b !== undefined &&
      (b.chunk === a.chunk + 1 ? hasConjunction(doc, chunks[b.chunk].start) : areAlternatives(doc, chunks, a, b)) &&
      a.outcome !== null &&
      b.outcome !== null &&
      a.recipients.length === 0 &&
      // "killed him and wounded his companion"
      (a.node === null || doc.info[a.node.start].pronoun === null || (a.finite && doc.info[b.start].pronoun !== null)) &&
      harmed.has(a.outcome) &&
      harmed.has(b.outcome)
    ) {
      b.outcome = jointly(a.outcome, b.outcome);
      for (const figure of b.figures) if (harmed.has(figure.outcome)) figure.outcome = b.outcome;
      b.start = a.start;
      b.parts.push(...a.parts);
      b.types = a.types;
      b.frame = a.frame;
      // "set about | killing and wounding": whoever did the one did the other
      if (b.actors.length === 0) b.actors.push(...a.actors);
      b.rules.push('figure.joint-verbs');
      continue;
    }
    kept.push(a);
  }
  return kept;
}

/** "killed | or | wounded" */
const areAlternatives = (doc: Doc, chunks: readonly Chunk[], a: Happening, b: Happening): boolean =>
  b.chunk === a.chunk + 2 && a.finite === b.finite && nodeOf(doc, chunks[a.chunk + 1].start, 'or') !== null;

/** One word for both; for the dead and the missing there is none. */
function jointly(a: Outcome, b: Outcome): Outcome {
  if (a === b) return a;
  return a === 'missing' || b === 'missing' ? 'other' : 'killed-or-injured';
}

function joinCasualties(doc: Doc, chunks: readonly Chunk[], happenings: Happening[]): Happening[] {
  deedsOfVictims(doc, chunks, happenings);
  const attacks = happenings.filter((h) => isAttack(h) && !h.rules.includes(OF_VICTIM));
  const others = happenings.filter(
    (h) => h.types[0] === 'destruction' || h.types[0] === 'other' || h.types[0] === 'riot' || h.types[0] === 'detention',
  );
  const kept: Happening[] = [];
  const lead = new Map<number, Happening>();
  for (const h of happenings) {
    if (!isCasualty(h) || countsMany(h)) {
      kept.push(h);
      continue;
    }
    // "did not kill anybody in its war", "the raid comes in answer to the killing of five": what is denied or answered is no part of what is told
    const link = chunks[h.chunk - 1];
    const denied = link?.kind === 'negation';
    const answered = link?.kind === 'case' && link.mark === 'response';
    if (answered) h.rules.push('event.answered');
    const before = attacks.findLast((a) => a.group === h.group && a.chunk < h.chunk);
    if (before !== undefined && ledTo(chunks, before, h)) {
      h.background = true;
      kept.push(h);
      continue;
    }
    // "put to death three men convicted of killing a soldier": what they had done
    if (
      isOfAnotherTime(doc, chunks, h) ||
      (!h.finite && (chunks[h.chunk].bits & BI) !== 0 && governorOf(doc, chunks, h) === 'charge')
    ) {
      h.background = true;
      kept.push(h);
      continue;
    }
    // "there is no proof of the killing of civilians in the raid": the raid killed nobody that is known of
    if (prospect(doc, chunks, h) === 'unproved') {
      kept.push(h);
      continue;
    }
    // "an attack that nearly hit the convoy", "the violence, and the attempt to kill X": nobody was hurt by that
    const meant = isAim(chunks, h) || (!h.finite && governorOf(doc, chunks, h) === 'plan');
    const hurtNobody = denied || answered || meant || link?.kind === 'unreal' || supposed(doc, chunks, h) === 'feared';
    const fitting = (): Happening[] =>
      attacks.filter(
        (a) =>
          !isLossOf(h, a) &&
          !harmsDoer(a, h) &&
          !isOnlyNear(chunks, a, h) &&
          !isOfForces(doc, a, h) &&
          !isOurs(doc, a, h) &&
          !saysOfItsOwn(doc, chunks, a, h) &&
          !isBeatenBack(doc, chunks, a, h) &&
          !isOneOfSeveral(doc, chunks, a, h) &&
          !isOfNextVerb(chunks, a, h) &&
          !isSecondDeed(doc, chunks, a, h) &&
          !isNextDeed(doc, chunks, a, h) &&
          !happenings.some((o) => o.chunk > h.chunk && o.chunk < a.chunk && o.rules.includes('event.own-loss')) &&
          !isByOthers(doc, chunks, a, h) &&
          !isManagedByOthers(doc, chunks, a, h) &&
          !isAnswerTo(chunks, a, h) &&
          !isAsideFrom(doc, chunks, a, h) &&
          !isWhatHeDid(chunks, a, h) &&
          !isSlainFor(doc, chunks, a, h) &&
          !(a.chunk > h.chunk && isLaterDeed(chunks, a)) &&
          !(a.chunk < h.chunk && (isOnlyMeant(chunks, a) || isOthersTry(doc, chunks, a, attacks))) &&
          // "six were killed, and bombs were found that were prepared for targeting the army"
          !(a.chunk > h.chunk && !a.finite && governorOf(doc, chunks, a) === 'plan') &&
          !isAvenged(chunks, a, h) &&
          !isConsequence(doc, chunks, a, h) &&
          !isOnlyAnswered(doc, chunks, a, h),
      );
    const target = hurtNobody ? null : (targetOf(doc, chunks, h, fitting()) ?? linked(chunks, h, others));
    if (target !== null) {
      const since = isOnlySince(chunks, target, h);
      if (since || isShotAmid(chunks, target, h)) {
        target.start = h.start;
        target.end = h.end;
        target.sense = h.sense;
        target.node = h.node;
        target.types = [...h.types];
        target.outcome = h.outcome;
        if (since) {
          // nobody says that who began it killed them all
          target.actors = [];
          Object.assign(target, { chunk: h.chunk, finite: h.finite, light: h.light });
        }
      }
      shareAttack(happenings, target, h);
      if (isItsSubject(doc, chunks, target, h)) h.rules = h.rules.filter((rule) => rule !== 'event.accusative-object');
      moveCasualty(target, h);
      continue;
    }
    // killed and injured of one clause without an attack are one claim
    const first = lead.get(h.group);
    if (
      first !== undefined &&
      !failed(doc, chunks, first, h) &&
      !isToldElsewhere(first, h) &&
      !atOtherHands(doc, chunks, first, h) &&
      !isSlainFor(doc, chunks, first, h) &&
      !isLossOf(h, first) &&
      !harmsDoer(first, h) &&
      !isOtherSides(doc, chunks, first, h) &&
      !fellToOthers(first, h) &&
      !separated(chunks, first.chunk, h.chunk) &&
      !movesOn(doc, chunks, first, h) &&
      !otherPlace(first, h) &&
      !tellsOfPlace(doc, chunks, first, h)
    ) {
      absorb(first, h);
      first.rules.push('event.same-casualties');
      continue;
    }
    lead.set(h.group, h);
    kept.push(h);
  }
  return kept;
}

/** "five were killed in X, | and in Y three were killed", "and today three": of another place or day. */
function movesOn(doc: Doc, chunks: readonly Chunk[], first: Happening, h: Happening): boolean {
  for (let k = h.chunk - 1; k > first.chunk; k--) {
    const { kind, mark, start } = chunks[k];
    if (kind !== 'case' && kind !== 'place' && kind !== 'date' && mark !== 'comma') return false;
    if (kind === 'case' && mark !== 'in') return false;
    if (kind !== 'mark' && hasConjunction(doc, start)) return true;
  }
  return false;
}

function moveCasualty(target: Happening, h: Happening): void {
  // what suffered is now said of the attack; who did it too, unless the attack already has a doer
  if (target.actors.length > 0) h.actors = [];
  // a named target stands for whom it was aimed at; the victims are its figures
  if (target.recipients.some(isTarget)) h.recipients = [];
  // "the fall of a helicopter after clashes": a thing that fell is no victim of them, but "with shells that hit a house"
  else if (!hitsThing(h, h.recipients)) h.recipients = h.recipients.filter((r) => r.kind !== 'thing');
  absorb(target, h);
  if (target.types[0] === 'attack' && h.types[0] === 'suicide-bombing') setType(target, 'suicide-bombing');
  target.rules.push('event.attack-with-casualties');
}

/** "35 were killed | since the beginning of the war": the war is when they were counted, and the dead are the news. */
function isOnlySince(chunks: readonly Chunk[], a: Happening, h: Happening): boolean {
  if (a.chunk < h.chunk || a.finite) return false;
  const first = chunks[a.chunk - 1]?.kind === 'light' && !chunks[a.chunk - 1].finite ? a.chunk - 1 : a.chunk;
  return chunks[first - 1]?.kind === 'case' && chunks[first - 1].mark === 'since';
}

/** "shot dead by soldiers during clashes": who fired is told, and whom he hit bore no arms; the clash is only where it happened. */
function isShotAmid(chunks: readonly Chunk[], clash: Happening, h: Happening): boolean {
  if (clash.types[0] !== 'armed-clash' || clash.chunk < h.chunk || clash.actors.length > 0 || clash.figures.length > 0)
    return false;
  const link = chunks[clash.chunk - 1];
  if (link.kind !== 'case' || !within.has(link.mark)) return false;
  return h.actors.length + h.means.length > 0 && h.figures.length > 0 && h.figures.every((f) => f.who !== 'combatant');
}

function linked(chunks: readonly Chunk[], h: Happening, others: readonly Happening[]): Happening | null {
  for (const other of others) {
    if (other.group !== h.group || other.types[0] === 'detention') continue;
    if (other.chunk < h.chunk && chunks.slice(other.chunk, h.chunk).some((c) => c.kind === 'result')) return other;
    if (other.chunk > h.chunk && chunks[other.chunk - 1]?.kind === 'cause') return other;
  }
  return null;
}

function targetOf(doc: Doc, chunks: readonly Chunk[], h: Happening, attacks: readonly Happening[]): Happening | null {
  const near = attacks.filter((a) => a.group === h.group && !isFeared(chunks, a));
  if (near.length === 0) return null;
  const before = near.findLast((a) => a.chunk < h.chunk && !isOfOthers(doc, chunks, a, h));
  const after = near.find((a) => a.chunk > h.chunk && !isOfPart(doc, chunks, h, a) && !diedAnew(doc, chunks, before, h, a));
  const told = after !== undefined && tellsAnother(doc, chunks, before ?? null, h, after);
  if (after !== undefined && !told && linksBack(doc, chunks, h, after)) return after;
  if (before !== undefined) {
    const gap = chunks.slice(before.chunk + 1, h.chunk);
    // "escaped an attempt to kill him, while two were killed": the attempt failed, the deaths are real
    if (failed(doc, chunks, before, h)) return null;
    if (isAnswered(before, h, gap) || isTurnedFrom(before, h, gap)) return null;
    if (strikesDown(doc, chunks, h, gap)) return before;
    // "led the raids on X to the death of": the attack is the subject of what it led to
    const turned = gap.findLastIndex((c) => c.kind === 'reset');
    if (gap.some((c, n) => c.kind === 'result' && n > turned) || (turned < 0 && chunks[before.chunk - 1]?.kind === 'result'))
      return before;
    if (!separated(chunks, before.chunk, h.chunk) && !otherPlace(before, h)) return before;
  }
  if (
    after !== undefined &&
    !told &&
    !separated(chunks, h.chunk, after.chunk) &&
    !startsOver(doc, chunks, h.chunk, after.chunk) &&
    // "the death of a leader, on whom the group relies in its battles": they only describe him
    (after.finite || !chunks.slice(h.chunk, after.chunk).some((c) => c.kind === 'relative')) &&
    !isSeenThere(chunks, after)
  )
    return after;
  return null;
}

/** "120 were killed, ... and 20 | by mines", "12 were killed, among them 4 | under torture": how some of them died tells nothing of the whole. */
const isOfPart = (doc: Doc, chunks: readonly Chunk[], { figures }: Happening, attack: Happening): boolean => {
  const tie = chunks[attack.chunk - 1];
  const k = tie?.kind === 'case' || tie?.kind === 'cause' || tie?.kind === 'agent' ? attack.chunk - 2 : attack.chunk - 1;
  const part = figures.find((f) => f.chunk === k && f.partOf !== null);
  return (
    part !== undefined &&
    // "among them 4 displaced": what those are, and not how they died
    (part.noun.kind === 'number' || (part.noun.kind === 'outcome' && harmed.has(outcomeOfNoun(part.noun) ?? 'other'))) &&
    (hasConjunction(doc, part.start) || chunks[k - 1].kind === 'among')
  );
};

/** How some of the counted died is told with them, and is no happening of its own. */
function withoutWaysOfParts(doc: Doc, chunks: readonly Chunk[], happenings: Happening[]): Happening[] {
  return happenings.filter((way) => {
    if (way.finite || way.figures.length > 0) return true;
    const whole = happenings.find((h) => h !== way && h.chunk < way.chunk && isOfPart(doc, chunks, h, way));
    whole?.parts.push(...way.parts);
    return whole === undefined;
  });
}
