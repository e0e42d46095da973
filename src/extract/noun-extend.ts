/** What a noun phrase takes in after its head: genitives, adjectives, names, brackets, "of the group", "belonging to". */

import { BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import { bareYearsEnd, yearsEnd } from './ages.ts';
import { endsInManner } from './asides.ts';
import { beginsBodyBehindMany } from './body-behind-many.ts';
import { keepsUn } from './case-endings.ts';
import { circumstanceAt } from './circumstances.ts';
import { ACTING, BRANCH, CLOSING, LIVES, OPENING, PLACE, TYING } from './class-groups.ts';
import {
  closesBeforeParty,
  closesBeforeTarget,
  closesInstrument,
  isAccusativeThing,
  isClosedByAdjective,
  isItsAdjective,
  isWhatItHas,
  isWhichOfTwo,
} from './closed-bodies.ts';
import type { Doc } from './doc.ts';
import { joinsName } from './joined-name.ts';
import { namelessEnd } from './nameless.ts';
import { beginsObject, beginsPeople, isClosedThing, isMachine, isWeapon, isWeaponAtPlace } from './next-object.ts';
import { beginsPerson } from './next-person.ts';
import { isActing } from './noun-acting.ts';
import {
  areIndefinite,
  areTwoHit,
  beginsSomething,
  closedByOwner,
  endsLikeFeminine,
  isAdjectiveOfDeed,
  isFormer,
  isOneMore,
  takesNoGenitive,
} from './noun-closed.ts';
import { beginsPlace, carriesEvent, closedByClass, isAroundTarget, isNoPart, isOfDeed, isStruckFromAir } from './noun-closers.ts';
import { isAndSome, isSeveral } from './noun-count.ts';
import {
  beginsBody,
  beginsBodyBehindMan,
  beginsMatter,
  beginsParty,
  beginsTown,
  goesOnName,
  isDualAdjective,
  isEmphatic,
  isLocal,
  isName,
} from './noun-ends.ts';
import { gradeEnd } from './noun-grade.ts';
import { behindShortTitle } from './noun-head.ts';
import { extendMark, isBehindQuotedName, isPartyBehindQuoted, isQuotedWhole, ownerBehindQuote } from './noun-marks.ts';
import { absorb, extendBelong, extendFrom, extendIn, extendOf, isWholeState, sortOfCounted, stateBehind } from './noun-owners.ts';
import { common, heads, kinds, type NounPhrase, names, take } from './noun-parts.ts';
import { readNoun } from './noun-phrase.ts';
import { numberOfName } from './numbered-names.ts';
import { isArmed } from './parties.ts';
import { beginsMovement, hasName, isBareParty, isBodyWord, isForceOf, isHit } from './party-words.ts';
import { describesHead, isDistrictOf } from './place-adjectives.ts';
import type { Gazetteer } from './place-names.ts';
import { isWhere, isWhereOrTowns, readPlace } from './place-phrases.ts';
import { unitNameEnd } from './unit-names.ts';
import { featuresOf, field, isDefinite, isFiniteVerb, isWord, looksVerbal, markAt, nodeAmong, nodeOf } from './words.ts';

/** Adds what belongs to the head: genitives, adjectives, names, brackets, "of the group", "belonging to". */
export function extend(doc: Doc, np: NounPhrase, end: number, gazetteer: Gazetteer): void {
  const limit = Math.min(end, np.head + 14);
  let t = np.end;
  let counted = np.countedEnd === t;
  while (t < limit) {
    const tying = (doc.groups[t] & TYING) !== 0;
    const day = tying ? nodeOf(doc, t, 'named-day') : null;
    if (day !== null) t = np.end = day.end;
    if (day !== null && nodeOf(doc, t, 'belong') === null) break;
    // "the martyr, God willing, X"
    const wish = tying ? nodeOf(doc, t, 'wish') : null;
    if (wish !== null && wish.end < end) {
      t = wish.end;
      continue;
    }
    const mark = markAt(doc, t);
    if (mark !== '') {
      const next = extendMark(doc, np, t, end, mark);
      if (next < 0) break;
      t = np.end = next;
      continue;
    }
    if (numberOfName(doc, t, end)) {
      t = np.end = unitNameEnd(doc, { ...np, end: t + 1 }, t + 1, end);
      if (t < end && isWord(doc, t) && !isDefinite(doc, t) && doc.bits[t] === 0 && nodeOf(doc, t, 'case') === null) break;
      continue;
    }
    const grade = Math.max(gradeEnd(doc, np, t, end, gazetteer), bareYearsEnd(doc, np, t, end));
    if (grade > 0) {
      t = np.end = grade;
      continue;
    }
    if (!isWord(doc, t) || (tying && nodeOf(doc, t, 'and') !== null) || isAndSome(doc, np, t)) break;
    const bits = doc.bits[t];
    if (joinsName(doc, np, t)) {
      t = np.end = t + 1;
      continue;
    }
    if (bits & (WA | FA | BI | KA)) break;
    if (bits & LI) {
      const next = extendOf(doc, np, t, end, gazetteer);
      if (next < 0) break;
      t = np.end = next;
      continue;
    }
    if (tying && endsInManner(doc, t)) break;
    const belong = tying ? nodeOf(doc, t, 'belong') : null;
    if (belong !== null && belong.end < end) {
      const next = extendBelong(doc, np, belong.end, end, gazetteer);
      if (next > 0) {
        t = np.end = next;
        counted = false;
        continue;
      }
    }
    const preposition = !tying || isName(doc, np, t, end) ? null : nodeOf(doc, t, 'case');
    if (preposition !== null) {
      let next = extendFrom(doc, np, preposition, end, gazetteer);
      if (next < 0) next = extendIn(doc, np, preposition, end, gazetteer);
      if (next < 0) break;
      t = np.end = next;
      continue;
    }
    const ranks = tying ? nodeOf(doc, t, 'rank') : null;
    if (ranks !== null) {
      const group = ranks.end < end ? readNoun(doc, ranks.end, end, gazetteer) : null;
      if (group === null) break;
      absorb(np, group);
      t = np.end = group.end;
      continue;
    }
    const additional = tying ? nodeOf(doc, t, 'additional') : null;
    if (additional !== null && additional.end === t + 1 && (np.count !== null || isOneMore(doc, np))) {
      t = np.end = additional.end;
      continue;
    }
    // "groups several of the remnants": an adjective
    if (tying && isSeveral(doc, np, t)) {
      t = np.end = np.countedEnd = t + 1;
      counted = false;
      continue;
    }
    const next = extendWord(doc, np, t, end, gazetteer);
    if (next < 0) break;
    if (counted && !isDefinite(doc, t)) np.countedEnd = next;
    counted = counted && !isDefinite(doc, t);
    t = np.end = next;
  }
}

const deeds = new Kinds(['matter', 'light', 'event', 'say']);

function extendWord(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): number {
  const groups = doc.groups[t];
  const closing = (groups & CLOSING) !== 0;
  if (closing && isNoPart(doc, np, t)) return -1;
  if (namelessEnd(doc, t, end) > t || (closing && isOfDeed(doc, np.start, t))) return -1;
  // "the government of South Sudan": a state whose name begins with a direction
  const state = sortOfCounted(doc, np, t) ?? ((groups & PLACE) === 0 ? null : stateBehind(doc, np, t));
  if (state !== null) {
    take(np, state);
    return state.end;
  }
  const whose = ownerBehindQuote(doc, np, t);
  if (whose !== null) {
    take(np, whose);
    return whose.end;
  }
  if (isPartyBehindQuoted(doc, np, t)) return -1;
  const unit = (groups & BRANCH) === 0 ? t : unitNameEnd(doc, np, t, end);
  if (unit > t) return unit;
  const doctor = behindShortTitle(doc, t, end);
  if (doctor > t) return doctor + 1;
  const years = closing ? yearsEnd(doc, t, end) : -1;
  if (years > 0) return years;
  // "the guard | but-it": the same letters are everyday words
  if (closing && nodeOf(doc, t, 'contrast') !== null && doc.info[t].pronoun !== null) return -1;
  // "(reaped) a shell | the lives of"
  if (
    (groups & LIVES) !== 0 &&
    !isDefinite(doc, t) &&
    field(nodeOf(doc, t, 'person'), 'lives') === 'yes' &&
    (isWeapon(np) || np.kind === 'other')
  )
    return -1;
  if ((closing && isFormer(doc, np, t)) || isItsAdjective(doc, np, t)) return t + 1;
  if (areTwoHit(doc, np, t) || isWhichOfTwo(doc, np, t) || isAccusativeThing(doc, np, t) || isStruckFromAir(doc, np, t))
    return -1;
  // "(the strikes of the army) from the air | a convent": a lone adjective takes nothing indefinite
  if (np.kind === 'other' && !isDefinite(doc, t) && isDefinite(doc, np.head) && nodeOf(doc, np.head, 'event-adjective') !== null)
    return -1;
  const closed = closing ? closedByClass(doc, np, t, end) : 0;
  if (closed !== 0) return closed;
  if (goesOnName(doc, np, t, end) || isDistrictOf(doc, np, t, gazetteer)) return t + 1;
  if (isFiniteVerb(doc, t) || looksVerbal(doc, t) || ((groups & OPENING) !== 0 && circumstanceAt(doc, t, end) !== null))
    return -1;
  // "unknown gunmen | was": the letters of a foreign name
  // "a civilian | (who) was": the word is a given name too
  const named = np.kind === 'name' && (np.end > np.head + 1 || nodeOf(doc, np.head, 'person') === null);
  if (closing && nodeOf(doc, t, 'was') !== null && !named) return -1;
  if (closing && (nodeOf(doc, t, 'cause') !== null || nodeOf(doc, t, 'agent') !== null)) return -1;
  if ((closing && beginsMatter(doc, np, t)) || beginsBody(doc, np, t) || beginsPerson(doc, np, t)) return -1;
  if (beginsBodyBehindMan(doc, np, t) || beginsBodyBehindMany(doc, np, t)) return -1;
  const definite = isDefinite(doc, t);
  // "the «Israeli» army | a series of": what is quoted keeps its article
  // "the warplanes" as one word of two: its second has the letters of a surname
  const wholeThing = np.kind === 'thing' && np.node?.end === np.end && np.end > np.head + 1 && isDefinite(doc, np.head);
  const previousDefinite = wholeThing || isDefinite(doc, isWord(doc, np.end - 1) ? np.end - 1 : np.end - 2);
  // a registered name of several words is not cut by what its first word may mean
  const registered = nodeAmong(doc, t, registers);
  const head = isForceOf(np, registered) ? registered : nodeAmong(doc, t, heads);
  // "soldiers of the occupation": the name of a party, as written
  const owner =
    (head?.kind.startsWith('actor') || field(head, 'unit') === 'group') &&
    // "bulldozers of the municipality of the occupation"
    (np.end === np.head + 1 || (isMachine(np) && np.end === np.head + 2 && nodeOf(doc, t - 1, 'source') !== null)) &&
    !np.definite &&
    !isDefinite(doc, t - 1) &&
    (isArmed(np) || isMachine(np) || isHit(np)) &&
    (definite || isForceOf(np, registered));
  const acts = (groups & ACTING) !== 0;
  if (acts && (registered === null || registered.end === t + 1) && !owner && isActing(doc, t, definite)) return -1;
  // two parties side by side are two phrases: subject and object
  if (head !== null && head.kind === 'actor' && np.kind === 'actor' && np.actor !== null) return -1;
  if (head !== null && (beginsParty(doc, np, head) || closesBeforeParty(doc, np, t, head))) return -1;
  // "(threatened) Israel | with-an-answer", "(struck) Israel | Damascus": the name of a state is whole
  if (!definite && isWholeState(np, t) && (head === null || head.kind === 'actor-short' || names.has(head.kind))) return -1;
  // "the ministry | a statement", "the office of the government | the agency X"
  if (
    !definite &&
    (previousDefinite || np.end > np.head + 1) &&
    (field(nodeOf(doc, t, 'source'), 'class') === 'statement' || (head?.kind === 'outlet' && head.end > t + 1))
  )
    return -1;
  // "activists | video clips"
  if (
    closing &&
    !definite &&
    nodeOf(doc, t, 'evidence') !== null &&
    (previousDefinite || np.actor?.end === t || np.kind === 'person' || takesNoGenitive(doc, np))
  )
    return -1;
  // "(accused) the organization X | the forces of Y"
  if (np.kind === 'outlet' && np.outlet?.end === np.end && head?.kind === 'actor' && head.end > t + 1) return -1;
  // "(told) the agency | a medical source"
  if (np.kind === 'outlet' && np.outlet?.end === np.end && head !== null && !definite && common.has(head.kind)) return -1;
  // "a bomber | himself"
  const self = closing ? (nodeOf(doc, t, 'reflexive') ?? nodeOf(doc, t, 'same')) : null;
  if (self !== null && isEmphatic(doc, np)) return t + 1;
  if (self !== null && (doc.info[t].pronoun !== null || self.kind === 'same')) return -1;
  // "Israeli (raids) | villages": an adjective takes no genitive
  if (np.kind === 'other' && np.count === null && np.node?.kind === 'nationality' && beginsSomething(doc, t))
    if (!definite || !isDefinite(doc, np.head)) return -1;
  if (isAdjectiveOfDeed(doc, np, t, head)) return -1;
  if (isBehindQuotedName(doc, np, t)) return -1;
  // "«the observatory» | the continuation of": a name that is quoted as a whole is closed
  if (!definite && isQuotedWhole(doc, np, t) && nodeAmong(doc, t, deeds) !== null) return -1;
  const carrier = acts ? nodeOf(doc, t, 'carrier') : null;
  if (carrier !== null && carrier.end < end && !definite && carriesEvent(doc, carrier.end, end)) return -1;
  const placed = (groups & PLACE) !== 0;
  // "the forces of X | the town of Y", "(hit) a rocket | the base of X": a party and a weapon take no indefinite place for their genitive
  if (
    placed &&
    !definite &&
    (previousDefinite || np.kind === 'actor' || hasName(doc, np) || isWeaponAtPlace(doc, np, t) || takesNoGenitive(doc, np)) &&
    (np.kind !== 'source' || isBareParty(doc, np.head)) &&
    (nodeOf(doc, t, 'place-class') !== null || isAroundTarget(doc, np, t)) &&
    !isLocal(doc, np, t)
  )
    return -1;
  if (placed && np.count !== null && !definite && isWhere(doc, t, end, gazetteer)) return -1;
  // "the forces of X | the town", "the artillery | the villages": a noun with its article describes no noun that has one
  if (
    placed &&
    definite &&
    beginsPlace(doc, t) &&
    (previousDefinite || (np.actor?.end === t && (np.kind === 'actor' || np.kind === 'person')))
  )
    return -1;
  // "a member of the party X | north of Mosul"
  if (placed && !definite && (previousDefinite || np.actor?.end === t) && isWhereOrTowns(doc, t, end, gazetteer)) return -1;
  if (beginsMovement(doc, np, t) || isClosedByAdjective(doc, np, t, gazetteer)) return -1;
  if (closesBeforeTarget(doc, np, t) || closesInstrument(doc, np, t) || isWhatItHas(doc, np, t)) return -1;
  // "(claimed) the movement | the two operations"
  if (definite && np.end === np.head + 1 && isDefinite(doc, np.head) && carrier !== null && nodeOf(doc, t, 'party') === null)
    return -1;
  const thing = nodeOf(doc, t, 'thing');
  if (
    thing !== null &&
    (head === null || thing.end >= head.end) &&
    head?.kind !== 'actor' &&
    beginsObject(doc, np, thing, definite)
  )
    return -1;
  if (head !== null && (beginsPeople(doc, np, head, definite) || isClosedThing(doc, np, head, definite))) return -1;
  if (closedByOwner(doc, np, t, head)) return -1;
  // "settlers | shrines", "gunmen | a bus": a sound masculine plural has no adjective in the feminine
  // "settlers | the village": nor one with the article
  // "mutinous soldiers | the president"
  const open = np.kind === 'person' && !np.definite && (np.end === np.head + 1 ? keepsUn(doc, np.head) : areIndefinite(doc, np));
  if (open && (definite || (np.end === np.head + 1 && endsLikeFeminine(doc, t)))) return -1;
  // "two simultaneous (blasts) | losses": a dual that keeps its noon has no genitive, though no list holds it
  if (np.node === null && np.end === np.head + 1 && isDualAdjective(doc, np.head)) return -1;
  // "a Turkish column | west of Idlib": behind a noun the letters of a name are a direction, where a place follows
  if (
    placed &&
    !definite &&
    nodeOf(doc, t, 'direction') !== null &&
    t + 1 < end &&
    readPlace(doc, t, end, gazetteer, true) !== null
  )
    return -1;
  if (beginsTown(doc, np, t, end, gazetteer, head)) return -1;
  if (head !== null && head.kind !== 'vocabulary') {
    // after a definite word an indefinite common noun begins something else, unless it is a name or an adjective
    if (
      !definite &&
      previousDefinite &&
      (!names.has(head.kind) || isBareParty(doc, np.head)) &&
      head.kind !== 'actor' &&
      !(head.kind === 'nationality' && nodeOf(doc, t - 1, 'belong') !== null) &&
      np.kind !== 'name' &&
      np.kind !== 'title' &&
      // "(blamed) the radio of X | the air force"
      (np.kind !== 'source' ||
        isBareParty(doc, np.head) ||
        nodeOf(doc, t, 'person') !== null ||
        field(thing, 'means') === 'yes' ||
        field(head, 'kind') === 'anonymous' ||
        (np.end === np.head + 1 && isEveryday(doc, t)))
    )
      return -1;
    if (
      (head.kind === 'person' || head.kind === 'outcome') &&
      !definite &&
      np.count !== null &&
      np.countedEnd > np.head &&
      np.kind !== 'other' &&
      field(head, 'unit') !== 'group' &&
      field(head, 'describes') !== 'yes'
    ) {
      // "six civilians children", "three civilians two children": a new count begins
      const number = featuresOf(head)?.number;
      if (
        featuresOf(head)?.pos === 'noun' &&
        // "a number of leaders of | one of the groups"
        nodeOf(doc, t, 'each') === null &&
        (number === 'du' ? np.features?.number !== 'sg' : number === 'pl' && np.features?.number === 'pl' && np.kind === 'person')
      )
        return -1;
    }
    take(np, head);
    if (np.kind === 'other' && np.count !== null && (head.kind === 'person' || head.kind === 'outcome')) {
      np.kind = kinds[head.kind];
      np.node = head;
      np.features = featuresOf(head);
    }
    return head.end;
  }
  if (!isLocal(doc, np, t) && (!isDefinite(doc, np.head) || definite)) {
    const place = readPlace(doc, t, end, gazetteer, true);
    if (place !== null && (place.sure || nodeOf(doc, t, 'place-class') !== null)) {
      // "the brigade of the desert | in the town of X"
      if (place.anaphor !== null && isBodyWord(doc, np)) return t + 1;
      if (place.levels[0].end > t + 1 || !describesHead(doc, np.head, t)) np.place ??= place;
      return place.end;
    }
  }
  if (placed && (nodeOf(doc, t, 'relation') !== null || (nodeOf(doc, t, 'direction') !== null && !definite))) return -1;
  if (
    !definite &&
    previousDefinite &&
    !doc.info[t].unknown &&
    np.kind !== 'name' &&
    np.kind !== 'title' &&
    // "(did not give) the ministry | the place of the attack"
    (np.kind !== 'source' || (np.end === np.head + 1 && isEveryday(doc, t))) &&
    np.kind !== 'actor'
  )
    return -1;
  return t + 1;
}

/** A noun of everyday prose, and nobody's name. */
const isEveryday = (doc: Doc, t: number): boolean =>
  doc.at[t].some((n) => n.word?.exact === true && nouns.has(featuresOf(n)?.pos ?? '')) &&
  !doc.at[t].some((n) => n.kind === 'given-name' || n.kind === 'nationality' || featuresOf(n)?.pos === 'adjective');
const nouns: ReadonlySet<string> = new Set(['noun', 'masdar']);

const registers = new Kinds(['actor', 'outlet']);
