/** Where a noun phrase ends although another noun stands right behind it: that noun is the object of the verb before both. */
import { AL, BI, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { ALEF } from '../text/letters.ts';
import { keepsNominative, keepsOblique, keepsUn } from './case-endings.ts';
import type { Doc } from './doc.ts';
import { tellsHowOneFell } from './fallen.ts';
import { isWholeState } from './noun-owners.ts';
import { type NounPhrase, names } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { type Gazetteer, nameAt } from './place-names.ts';
import { isTownHit } from './town-hit.ts';
import { isUnitOf } from './unit-names.ts';
import {
  attachedPreposition,
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isFiniteVerb,
  isWord,
  looseOfToken,
  markAt,
  nodeAmong,
  nodeOf,
  readings,
} from './words.ts';

const FEMININE = ['\u0629', '\u0647'];

/** "settlers | a herdsman", "gunmen | two policemen", "four gunmen | an officer", "a sniper | a woman": no adjective and no genitive of the first. */
export function otherCase(doc: Doc, np: NounPhrase, head: Node<any>): boolean {
  const person = nodeOf(doc, head.start, 'person');
  if (person === null || person.end < head.end) return false;
  const features = featuresOf(person);
  const own = np.features?.number;
  // an adjective of the first ends like it
  const closed = np.end === np.head + 1 || (!isDefinite(doc, np.end - 1) && keepsNominative(doc, np.end - 1));
  if (closed && keepsNominative(doc, np.head) && (own === 'pl' || own === 'du'))
    return (
      features?.state === 'accusative' ||
      (features?.number === 'du' && features.state === 'construct') ||
      keepsOblique(doc, head.start)
    );
  // "(killed) soldiers | demonstrators (oblique)": behind its verb a bare broken plural is the subject, and no adjective of it is oblique
  if (own === 'pl' && isBareSubject(doc, np) && keepsOblique(doc, head.start) && nodeOf(doc, head.start, 'nationality') === null)
    return true;
  if (features?.pos !== 'noun') return false;
  if (np.count !== null) return own !== 'sg' && np.head < np.end && features.state === 'accusative' && features.number === 'sg';
  return own === 'sg' && isArmed(np) && np.features?.gender !== 'f' && features.gender === 'f' && features.number === 'sg';
}

const isBareSubject = (doc: Doc, { start, head, end, features, definite }: NounPhrase): boolean =>
  start === head &&
  end === head + 1 &&
  head > 0 &&
  !definite &&
  doc.bits[head] === 0 &&
  features?.state !== 'accusative' &&
  !keepsOblique(doc, head) &&
  !looseOfToken(doc, head).endsWith(ALEF) &&
  isFiniteVerb(doc, head - 1) &&
  doc.info[head - 1].pronoun === null;

const endsWith = (doc: Doc, i: number, endings: readonly string[]): boolean =>
  endings.some((ending) => looseOfToken(doc, i).endsWith(ending));

/** "local sources", "local militias | three": the adjective is written like a class of places, which has a name behind it. */
export function isLocal(doc: Doc, { kind, node, head, end }: NounPhrase, t: number): boolean {
  // "military groups, local ones": behind another adjective too
  const first = end === (node?.end ?? head + 1) || (end === head + 2 && isQuality(doc, end - 1));
  if (!first || !doc.at[t].some((n) => featuresOf(n)?.pos === 'adjective')) return false;
  if (kind === 'source') return true;
  const next = t + 1;
  return kind === 'person' && (next >= doc.length || !isWord(doc, next) || nodeAmong(doc, next, nameless) !== null);
}

const nameless = new Kinds(['number', 'quantity', 'date', 'case', 'relative', 'that']);

/** "the group itself": said of a body or of many; one man of whom it stands behind a verb did it to himself. */
export const isEmphatic = (doc: Doc, { kind, node, person, features, head }: NounPhrase): boolean =>
  isDefinite(doc, head) && (kind === 'actor' || field(person ?? node, 'unit') === 'group' || features?.number === 'pl');

/** An adjective of a happening told in the dual: "two (blasts) that ..." with the same ending. */
export const isDualAdjective = (doc: Doc, i: number): boolean =>
  i > 0 &&
  doc.at[i - 1].some((n) => n.kind === 'event' && featuresOf(n)?.number === 'du') &&
  [keepsNominative, keepsOblique].some((keeps) => keeps(doc, i) && keeps(doc, i - 1));

/** "the government | its part in", "the army | the accusations": after a closed name, what was denied or announced is no part of who did. */
export function beginsMatter(doc: Doc, np: NounPhrase, t: number): boolean {
  // "activists | news of", "loyal pages | the names of": what is passed on
  const passed = nodeOf(doc, t, 'hearsay') ?? nodeOf(doc, t, 'roster');
  if (passed !== null && isPassedOn(doc, np, t)) return true;
  const matter = nodeOf(doc, t, 'matter');
  if (matter === null || np.count !== null || np.kind === 'thing' || np.kind === 'other') return false;
  // "activists | the number of the dead"
  if (matter.end > t + 1) return true;
  const owned = doc.info[t].pronoun !== null;
  if (!owned && !isDefinite(doc, t)) return false;
  const named = np.kind === 'actor' && np.actor !== null && np.actor.end === np.end;
  return ((doc.bits[t - 1] & AL) !== 0 || named) && (owned || np.actor !== null || isArmed(np));
}

const isPassedOn = (doc: Doc, { kind, head, end, features, count }: NounPhrase, t: number): boolean =>
  (kind === 'person' || kind === 'source') &&
  count === null &&
  features?.number === 'pl' &&
  !isDefinite(doc, t) &&
  doc.bits[t] === 0 &&
  (end > head + 1 || keepsUn(doc, head) || isDefinite(doc, head));

/** "the people of X | the body of Y": after what somebody belongs to, a body is what they carry. */
export function beginsBody(doc: Doc, np: NounPhrase, t: number): boolean {
  if (np.kind !== 'person' && np.kind !== 'actor') return false;
  // "the movement | the martyr X"
  if (np.actor?.end === np.end && np.kind === 'actor' && isDefinite(doc, t) && isOneDead(doc, t)) return true;
  if (np.end === np.head + 1 && np.actor === null) return false;
  const body = nodeOf(doc, t, 'person');
  return body !== null && field(body, 'outcome') === 'killed' && !isDefinite(doc, t);
}

const isOneDead = (doc: Doc, t: number): boolean => {
  const dead = nodeOf(doc, t, 'outcome');
  return dead !== null && dead.end === t + 1 && field(dead, 'value') === 'killed' && featuresOf(dead)?.number === 'sg';
};

/** Two definite words of which the second describes the first in no way: one is a feminine singular and the other not. */
export const disagree = (doc: Doc, i: number, t: number): boolean =>
  isDefinite(doc, i) && isDefinite(doc, t) && isSingular(doc, i) && endsWith(doc, i, FEMININE) !== endsWith(doc, t, FEMININE);

const isSingular = (doc: Doc, i: number): boolean =>
  doc.at[i].some((n) => n.word !== null && n.word.surface.features.number === 'sg') &&
  !doc.at[i].some((n) => n.word !== null && n.word.surface.features.number === 'pl');

/** "the army | forces of X", "the army | the government", "the police | the demonstrators", "activists | the army": accuser and accused, doer and sufferer. */
export function beginsParty(doc: Doc, np: NounPhrase, head: Node<any>): boolean {
  // "aircraft of X (Y) | an office": a bracket closes the phrase
  if (markAt(doc, head.start - 1) === 'close-paren' && !isDefinite(doc, head.start)) return true;
  if (beginsVictim(doc, np, head.start) || isServedByOthers(doc, np, head)) return true;
  // "the aircraft | the residents"
  const fires = np.kind === 'thing' && field(np.node, 'means') === 'yes' && isDefinite(doc, np.head);
  if ((fires || (np.kind === 'actor' && np.actor?.end === np.end)) && isDefinite(doc, head.start)) {
    const isPlural = (n: Node<any>): boolean => {
      const people = n.kind === 'person' ? featuresOf(n) : null;
      // "the men of X | the youth Ahmad"
      if (people?.pos === 'noun' && people.number === 'sg' && single.has(field(n, 'who') ?? '')) return true;
      return people?.pos === 'noun' && people.number === 'pl' && people.gender !== 'f';
    };
    if (doc.at[head.start].some(isPlural)) return true;
  }
  // "the organization X | the armed forces": a registered name is closed
  if (np.kind === 'outlet' && np.outlet?.end === np.end && isDefinite(doc, head.start) && head.start > np.head + 1) {
    const person = nodeOf(doc, head.start, 'person');
    if (
      head.kind === 'actor' ||
      (person !== null &&
        featuresOf(person)?.pos === 'noun' &&
        (field(person, 'side') === 'armed' || field(person, 'unit') === 'group'))
    )
      return true;
  }
  if (np.count !== null || np.end !== np.head + 1 || (np.kind !== 'person' && np.kind !== 'source' && np.kind !== 'actor'))
    return false;
  const t = head.start;
  const person = nodeOf(doc, t, 'person') ?? nodeOf(doc, t, 'source');
  const own = np.features;
  if (!isDefinite(doc, np.head))
    return (
      isDefinite(doc, t) && (head.kind === 'actor' || person !== null) && own?.number === 'pl' && keepsNominative(doc, np.head)
    );
  if (head.kind === 'actor' && !isDefinite(doc, t))
    return head.end > t + 1 && (person ?? nodeOf(doc, t, 'thing') ?? nodeOf(doc, t, 'party')) !== null;
  if (!isDefinite(doc, t)) return false;
  // "the opposition | the regime": a registered name that is no adjective of origin
  if ((head.kind === 'actor' || head.kind === 'actor-short') && (own === null || own.number === 'sg'))
    return disagree(doc, np.head, t);
  if (own === null) return false;
  const other = person === null ? null : featuresOf(person);
  if (person === null || other === null || other.pos !== 'noun') return false;
  // "the soldiers | the villagers": nobody armed is called so
  if (own.number === 'pl' && other.number === 'pl' && isArmed(np) && field(person, 'side') !== 'armed' && !isQuality(doc, t))
    return field(person, 'who') !== 'child' && nodeOf(doc, t, 'event-adjective') === null && !RELATIVE.test(looseOfToken(doc, t));
  if (own.number === 'sg' && (other.number === 'pl' || other.number === 'du')) return true;
  // "the soldiers | the youth": many are described by many
  const many = own.number === 'pl' && np.kind === 'person' && field(np.node, 'unit') !== 'group';
  if (many && other.number === 'sg' && isOneMan(person) && !endsWith(doc, t, FEMININE)) return true;
  // "the authorities | the group", "the government | the police": no body describes another
  if (field(person, 'unit') === 'group' && !isQuality(doc, t)) return true;
  // an adjective would agree
  const feminine = own.gender === 'f' || endsWith(doc, np.head, FEMININE);
  return own.number === 'sg' && other.number === 'sg' && feminine !== endsWith(doc, t, FEMININE);
}

/** "(attacked) youths | the forces of security", "members of X | the forces of the army": neither a crowd nor the men of a party serve in the body behind them. */
function isServedByOthers(doc: Doc, np: NounPhrase, head: Node<any>): boolean {
  if (np.kind !== 'person' || np.count !== null || isDefinite(doc, head.start)) return false;
  if (head.end === head.start + 1 && (head.end >= doc.length || !isDefinite(doc, head.end))) return false;
  const body = head.kind === 'actor' || (field(head, 'unit') === 'group' && field(head, 'side') === 'armed');
  if (!body || nodeOf(doc, head.start, 'person') === null) return false;
  if (np.actor !== null && np.actor.end === np.end && np.end > np.head + 1) return true;
  return !isDefinite(doc, np.head) && np.end === np.head + 1 && np.features?.number === 'pl' && field(np.node, 'who') === 'man';
}

const isOneMan = (person: Node<any>): boolean => field(person, 'unit') !== 'group' && field(person, 'describes') !== 'yes';

/** "the group X | the journalist Salim", "the security forces | the residents": behind a party stands somebody else, who has a name or is many. */
function beginsVictim(doc: Doc, np: NounPhrase, t: number): boolean {
  if (np.count !== null || !isDefinite(doc, t) || np.end < np.head + 2) return false;
  const many = np.features?.number === 'pl' || field(np.person ?? np.node, 'unit') === 'group';
  if (!(np.kind === 'actor' && np.actor?.end === np.end) && !(np.kind === 'person' && isArmed(np) && many)) return false;
  const person = nodeOf(doc, t, 'person') ?? nodeOf(doc, t, 'title');
  const other = person === null ? null : featuresOf(person);
  if (person === null || other?.pos !== 'noun' || person.end >= doc.length) return false;
  if (other.number === 'sg')
    return (
      field(person, 'unit') !== 'group' &&
      // "the Kurdish units | the army": an adjective of origin is nobody where no name follows it
      !(nodeOf(doc, t, 'nationality') !== null && isDefinite(doc, person.end)) &&
      nodeOf(doc, person.end, 'given-name') !== null &&
      nodeOf(doc, person.end, 'case') === null
    );
  const quality = isQuality(doc, t) || nodeOf(doc, t, 'event-adjective') !== null || RELATIVE.test(looseOfToken(doc, t));
  return other.number === 'pl' && !quality && field(person, 'side') !== 'armed' && field(person, 'who') !== 'child';
}

/** "(accused) the brigadier X | militias of": behind one man with his name stands a body without its article. */
export function beginsBodyBehindMan(doc: Doc, np: NounPhrase, t: number): boolean {
  if (np.kind !== 'person' || np.count !== null || np.end < np.head + 2 || np.features?.number !== 'sg' || isDefinite(doc, t))
    return false;
  if (field(np.node, 'unit') === 'group' || nodeAmong(doc, np.head + 1, names) === null) return false;
  const body = nodeOf(doc, t, 'person');
  return body?.word?.exact === true && featuresOf(body)?.pos === 'noun' && field(body, 'unit') === 'group' && doc.bits[t] === 0;
}

/** The ending of an adjective of origin in the plural. */
const RELATIVE = /\u064A(?:\u0648\u0646|\u064A\u0646)$/u;

const isQuality = (doc: Doc, t: number): boolean => doc.at[t].some((n) => n.word !== null && featuresOf(n)?.pos === 'adjective');

const single: ReadonlySet<string> = new Set(['man', 'woman', 'child']);

const areNames = (doc: Doc, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isWord(doc, i) || nodeAmong(doc, i, names) === null) return false;
  return to > from + 1;
};

/** "al-Ali" and "Ali" behind a name: the letters of a preposition that takes no article and ends no clause. */
export function isName(doc: Doc, np: NounPhrase, t: number, end: number): boolean {
  const node = nodeOf(doc, t, 'case');
  if (node === null || node.word === null || nodeAmong(doc, t, names) === null) return false;
  // "the former president on (Ali) Abdullah Saleh": some write the last letter of the name like that of the preposition
  if (node.word.exact) return nodeOf(doc, np.end - 1, 'past') !== null && areNames(doc, t + 1, Math.min(end, t + 3));
  if (node.word.proclitics & AL) return true;
  // "Abu Ali": nobody is called by the first word alone
  if (nodeOf(doc, np.end - 1, 'kunya') !== null && nodeOf(doc, t, 'given-name') !== null) return true;
  const after = t + 1;
  // "the former president Ali Abdullah": behind a title, where a name follows
  if (after < end && isWord(doc, after) && nodeAmong(doc, after, names) !== null)
    for (let i = np.end - 1; i >= np.head && i >= np.end - 2; i--)
      if (isDefinite(doc, i) && nodeOf(doc, i, 'title') !== null) return true;
  if (nodeAmong(doc, np.end - 1, names) === null) return false;
  // "at a distance of", "at the hands of"
  if (doc.at[t].some((n) => n.end > after && (n.kind === 'case' || n.kind === 'agent' || n.kind === 'relation'))) return false;
  // "Sadiq Ali, Ali's own", "Sadiq Ali the spokesman"
  if (after < end && isWord(doc, after) && !hasConjunction(doc, after))
    if (nodeAmong(doc, after, names) !== null || (isDefinite(doc, after) && nodeOf(doc, after, 'title') !== null)) return true;
  return (
    after >= end ||
    !isWord(doc, after) ||
    hasConjunction(doc, after) ||
    attachedPreposition(doc, after) !== 0 ||
    // "(fell) Ahmad Ali | dead (accusative)", "Ahmad Ali | fell"
    tellsHowOneFell(doc, after) ||
    doc.at[after].some((n) => governsNot.has(n.kind) || ((n.word?.proclitics ?? 0) & (BI | LI)) !== 0)
  );
}
/** What no preposition stands before: "Sadiq Ali | in", "Sadiq Ali | yesterday". */
const governsNot: ReadonlySet<string> = new Set([
  'case',
  'that',
  'day',
  'daypart',
  'weekday',
  'according',
  'relative',
  'agent',
  'means',
  'cause',
  'result',
]);

/** "the son of | their uncle": kin of kin, whatever verb the second is written like. */
const isKinOfKin = (doc: Doc, { head, end, node }: NounPhrase, t: number): boolean =>
  doc.info[t].pronoun !== null &&
  end === head + 1 &&
  !isDefinite(doc, head) &&
  doc.info[head].pronoun === null &&
  field(node, 'kin') === 'yes' &&
  !hasConjunction(doc, t) &&
  attachedPreposition(doc, t) === 0 &&
  doc.at[t].some((n) => n.kind === 'person' && n.word?.exact === true && field(n, 'kin') === 'yes');

const isArmyAlone = (doc: Doc, { head, end, kind }: NounPhrase): boolean =>
  end === head + 1 && kind !== 'name' && isDefinite(doc, head);

/** "the two youths | Hasan and Husayn": as many names as people, the first of them written like a verb. */
const areTwoNamed = (doc: Doc, { kind, features, head, end: from }: NounPhrase, t: number, end: number): boolean =>
  kind === 'person' &&
  features?.number === 'du' &&
  from === head + 1 &&
  isDefinite(doc, head) &&
  doc.bits[t] === 0 &&
  nodeOf(doc, t, 'given-name')?.end === t + 1 &&
  t + 1 < end &&
  hasConjunction(doc, t + 1) &&
  nodeOf(doc, t + 1, 'given-name') !== null;

/** "the youth Ahmad Hasan | in": a name behind a name, written like a verb ("improved"), with nothing behind it that a verb would take. */
export function goesOnName(doc: Doc, np: NounPhrase, t: number, end: number): boolean {
  if (isKinOfKin(doc, np, t)) return true;
  // "Abu Ali", which is written like "on"
  if (nodeOf(doc, np.end - 1, 'kunya') !== null && nodeOf(doc, t, 'given-name') !== null && doc.bits[t] === 0) return true;
  if (beginsName(doc, np, t, end) || areTwoNamed(doc, np, t, end)) return true;
  if (nodeOf(doc, np.end - 1, 'given-name') === null || isDefinite(doc, t)) return false;
  // "the army | Ahmad", "the regime | Ahmad": somebody may be called by a word of the same letters
  if (np.kind === 'actor' ? np.actor?.end === np.end && field(np.actor, 'kind') !== 'person' : isArmyAlone(doc, np)) return false;
  const name = nodeOf(doc, t, 'given-name') ?? nodeOf(doc, t, 'family-name');
  if (name === null || name.end !== t + 1 || name.word === null || !name.word.exact || name.word.proclitics !== 0) return false;
  const after = t + 1;
  if (after >= end || !isWord(doc, after)) return markAt(doc, after) !== 'quote' && markAt(doc, after) !== 'open';
  return (
    hasConjunction(doc, after) ||
    // no two verbs stand side by side
    isFiniteVerb(doc, after) ||
    readings(doc, after, 'say').verb !== null ||
    nodeOf(doc, after, 'modal') !== null ||
    nodeOf(doc, after, 'case') !== null ||
    nodeOf(doc, after, 'cause') !== null ||
    nodeOf(doc, after, 'agent') !== null ||
    nodeOf(doc, after, 'age') !== null ||
    nodeOf(doc, after, 'relative') !== null ||
    nodeOf(doc, after, 'that') !== null ||
    nodeOf(doc, after, 'date') !== null ||
    nodeOf(doc, after, 'given-name') !== null ||
    nodeOf(doc, after, 'family-name') !== null ||
    // "X Y, son of the town of Z"
    field(nodeOf(doc, after, 'person'), 'of-towns') === 'yes' ||
    // a surname that no list holds
    (doc.info[after].unknown && isDefinite(doc, after)) ||
    attachedPreposition(doc, after) !== 0
  );
}

const mayBeNamed: ReadonlySet<string> = new Set(['person', 'title', 'outcome']);

/** "the detainee | Hasan Muhammad": behind one person with the article the letters of a verb are his first name, where a second name follows. */
function beginsName(doc: Doc, { kind, count, features, head, end: after, node }: NounPhrase, t: number, end: number): boolean {
  if (!mayBeNamed.has(kind) || count !== null || after !== head + 1 || !isDefinite(doc, head)) return false;
  if ((features?.number ?? 'sg') !== 'sg' || field(node, 'unit') === 'group' || isDefinite(doc, t) || t + 1 >= end) return false;
  if (nodeOf(doc, t, 'given-name')?.word?.exact !== true || doc.bits[t] !== 0) return false;
  const next = nodeOf(doc, t + 1, 'given-name') ?? nodeOf(doc, t + 1, 'family-name');
  return next?.word?.exact === true && (doc.bits[t + 1] & ~AL) === 0;
}

/** "the forces | Bayt Hantush", "the army | Khartoum": a body or a weapon with its article has no proper name behind it. */
export function beginsTown(
  doc: Doc,
  np: NounPhrase,
  t: number,
  end: number,
  gazetteer: Gazetteer,
  head: Node<any> | null,
): boolean {
  // "Russia (shelled) | Kyiv": a state has no town for its genitive; "gunmen (attacked) | Mogadishu": nor has a plural that keeps its noon
  const alone = np.end === np.head + 1 && np.kind === 'person' && !np.definite && np.count === null && keepsUn(doc, np.head);
  if (isTownHit(doc, np, t, end, gazetteer)) return true;
  if (isWholeState(np, t) || alone) return doc.bits[t] === (doc.bits[t] & AL) && isTown(doc, t, end, gazetteer);
  const isNamesake = head !== null && names.has(head.kind);
  if (isUnitOf(doc, np)) return !isNamesake && isTown(doc, t, end, gazetteer, 3);
  if (!isClosedBody(np)) return false;
  // "the forces of X | Madaya": a body that the registry names takes no town for its genitive
  if (!isDefinite(doc, np.end - 1)) return np.actor !== null && !isNamesake && isTown(doc, t, end, gazetteer, 3);
  if (isDefinite(doc, t)) return isTown(doc, t, end, gazetteer);
  return head === null || isNamesake || (head.kind === 'vocabulary' && isTown(doc, t, end, gazetteer, 3));
}

/** A name with its article that is nothing else, or a well-known one. */
const isTown = (doc: Doc, t: number, end: number, gazetteer: Gazetteer, least = 5): boolean => {
  const match = nodeOf(doc, t, 'nationality') === null ? nameAt(doc, t, end, gazetteer) : null;
  return match?.exact === true && Math.max(...match.rows.map(gazetteer.rankOf)) >= (doc.info[t].unknown ? 2 : least);
};

const isClosedBody = ({ kind, node, person, actor, head, end }: NounPhrase): boolean =>
  kind === 'actor'
    ? actor !== null && actor.end === end && field(actor, 'kind') !== 'person'
    : end === head + 1 &&
      (kind === 'thing' ? field(node, 'means') === 'yes' : kind === 'person' && field(person ?? node, 'unit') === 'group');
