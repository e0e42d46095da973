/** Somebody else who begins right behind a noun phrase, told by case, number and gender: "the forces | a journalist", "gunmen | the journalist Salim". */
import { AL, BI, KA, LI, WA } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import { keepsAn, keepsOblique, keepsUn } from './case-endings.ts';
import type { Doc } from './doc.ts';
import { type NounPhrase, names } from './noun-parts.ts';
import { isArmed, isPower } from './parties.ts';
import { featuresOf, field, hasConjunction, isDefinite, isFiniteVerb, isWord, looseOfToken, nodeAmong, nodeOf } from './words.ts';

const bodies: ReadonlySet<string> = new Set(['person', 'actor', 'name', 'source', 'outlet']);
const owned = new Kinds(['person', 'thing']);
const callings = new Kinds(['person', 'title']);

const unarmed: ReadonlySet<string> = new Set(['civilian', 'child', 'woman', 'journalist', 'health-worker', 'aid-worker']);

/** Whether the word at `t` is nobody of the phrase before it. */
export function beginsPerson(doc: Doc, np: NounPhrase, t: number): boolean {
  if (np.count !== null || np.end !== t || doc.bits[t] & (WA | BI | LI | KA)) return false;
  // "the enemy | our positions": what has its owner describes nothing
  if (doc.info[t].pronoun !== null && nodeAmong(doc, t, owned) !== null && isClosed(doc, np, t)) return np.kind !== 'title';
  // a plural that no list holds is one of people
  const strangers = np.kind === 'other' || np.kind === 'thing';
  if (!strangers && !bodies.has(np.kind)) return false;
  const many = strangers && np.node === null && (keepsUn(doc, np.head) || keepsUn(doc, t - 1));
  if (isBareName(doc, np, t)) return true;
  if (beginsThing(doc, np, t) || (isDefinite(doc, t) && nodeOf(doc, t, 'vague') !== null)) return !strangers || many;
  // "the forces | the so-called X"
  // "a member of the forces, the so-called X": he
  if (isDefinite(doc, t) && np.kind !== 'name' && nodeOf(doc, t, 'called') !== null && isClosed(doc, np, t))
    return !isOneMan(doc, np);
  // "gunmen (nominative) | Chinese (oblique)"
  if (np.kind === 'person' && np.end === np.head + 1 && keepsUn(doc, np.head) && keepsOblique(doc, t) && !isDefinite(doc, t))
    return true;
  const person = nodeAmong(doc, t, callings);
  const own = person === null ? null : featuresOf(person);
  if (person === null || own === null || person.word?.exact !== true) return false;
  if (nodeOf(doc, t - 1, 'kunya') !== null || (!isDefinite(doc, t) && nodeOf(doc, t, 'given-name') !== null)) return false;
  const article = (person.word.proclitics & AL) !== 0 || (person.end > t + 1 && looseOfToken(doc, t).startsWith(ARTICLE));
  // "the forces | the two brothers X and Y"
  const several = own.number === 'du' && keepsOblique(doc, t) && !keepsOblique(doc, t - 1);
  if (article)
    return (
      ((own.number ?? 'sg') === 'sg' || several) &&
      (!strangers || np.node === null || isBody(np)) &&
      isNamedMan(doc, np, t, person.end)
    );
  if (own.pos !== 'noun' || field(person, 'describes') === 'yes' || doc.info[t].pronoun !== null) return false;
  const armed = field(person, 'who') === 'combatant' || field(person, 'side') === 'armed';
  if (own.state === 'accusative') return !(armed && nodeOf(doc, t, 'event-adjective') !== null) && !isAccusative(doc, np, t);
  // "(on board) a motor cycle | the deputy of the governor"
  if (strangers && !many)
    return (
      own.number === 'sg' &&
      field(person, 'unit') !== 'group' &&
      t > 1 &&
      doc.at[t - 2].some((n) => n.kind === 'thing' && n.end === t)
    );
  // "angry young men | the headman of": no singular describes a plural
  if (own.number === 'sg')
    return !isWord(doc, t - 1) || (keepsUn(doc, t - 1) && np.features?.gender !== 'f') || isPost(doc, np, t);
  // "gunmen | hostages": people who bear no arms describe nobody who does
  // but "Christian gunmen", both in the nominative, and "Jewish extremists"
  if (own.number === 'pl' && keepsUn(doc, t - 1) && unarmed.has(field(person, 'who') ?? ''))
    return nodeOf(doc, t, 'event-adjective') === null && nodeOf(doc, t, 'nationality') === null && !keepsUn(doc, t);
  return isManyBehindOne(doc, np, t, own.number) || (!armed && isTwoOrMore(doc, np, t, own.number));
}

/** Nothing indefinite describes what ends so. */
const isClosed = (doc: Doc, np: NounPhrase, t: number): boolean =>
  isDefinite(doc, t - 1) || np.actor?.end === t || (np.end > np.head + 1 && nodeAmong(doc, t - 1, names) !== null);

/** "a man | worshippers", "an unknown man | two soldiers": one man who is told by no office has many neither for his quality nor for his owner. */
function isManyBehindOne(doc: Doc, np: NounPhrase, t: number, number: string | null): boolean {
  if ((number !== 'pl' && number !== 'du') || !keepsOblique(doc, t) || keepsOblique(doc, t - 1)) return false;
  const { kind, features, node, definite } = np;
  if (kind !== 'person' || definite || features?.number !== 'sg' || features.pos !== 'noun') return false;
  if (field(node, 'unit') === 'group' || field(node, 'kin') === 'yes' || doc.info[np.head].pronoun !== null) return false;
  return alone.has(field(node, 'who') ?? '') || field(node, 'of-things') === 'no';
}
const alone: ReadonlySet<string> = new Set(['man', 'woman', 'child']);

/** "(arrested) the security forces | Ahmad al-Khalil", "gunmen | Khalid al-Ali": a man told by his two names describes no armed body. */
function isBareName(doc: Doc, np: NounPhrase, t: number): boolean {
  const given = nodeOf(doc, t, 'given-name');
  if (given === null || given.word?.exact !== true || doc.bits[t] !== 0) return false;
  if (!isArmed(np) && np.kind !== 'actor') return false;
  const next = given.end;
  if (next >= doc.length || !isWord(doc, next) || (doc.bits[next] & ~AL) !== 0 || isFiniteVerb(doc, next)) return false;
  if (nodeAmong(doc, next, names) === null && !isDefinite(doc, next)) return false;
  // "the forces of the president Ali Abdullah", "the brigades of the martyr Ahmad Ali"
  for (let i = np.head + 1; i < t; i++)
    if (doc.at[i].some((n) => titles.has(n.kind)) && !doc.at[i].some((n) => n.kind === 'event-adjective')) return false;
  if (np.actor?.end === t && field(np.actor, 'kind') === 'person') return false;
  if (np.kind === 'actor') return np.actor?.end === t;
  const group = field(np.person ?? np.node, 'unit') === 'group';
  if (np.end > np.head + 1) return (isDefinite(doc, t - 1) || np.actor?.end === t) && (group || np.features?.number === 'pl');
  return isDefinite(doc, np.head) ? group : np.features?.number === 'pl' && keepsUn(doc, np.head);
}
const titles: ReadonlySet<string> = new Set(['title', 'outcome']);

const isOneMan = (doc: Doc, { kind, features, node, person, start }: NounPhrase): boolean =>
  kind === 'person' &&
  ((features?.number === 'sg' && field(person ?? node, 'unit') !== 'group') || nodeOf(doc, start, 'each') !== null);

/** "the party", "the union": a thing that people are in. */
const isBody = ({ node }: NounPhrase): boolean => field(node, 'category') === 'institution';

/** "a young man | a physician", all of them in the accusative, is one man. */
const isAccusative = (doc: Doc, { head, features, kind }: NounPhrase, t: number): boolean =>
  features?.state === 'accusative' ||
  [head, t - 1].some((i) => keepsOblique(doc, i) || doc.at[i].some((n) => featuresOf(n)?.state === 'accusative')) ||
  (kind !== 'actor' && doc.info[head].unknown && endsIn(doc, head, ALEF));

/** "angry residents | a convoy", "the fighters of X | a car": what an adjective or a name closes takes no genitive, and no adjective that is a noun. */
function beginsThing(doc: Doc, np: NounPhrase, t: number): boolean {
  const last = np.end - 1;
  if (np.end < np.head + 2 || doc.info[t].pronoun !== null) return false;
  if (isDefinite(doc, t))
    return (
      (isNameAt(doc, last) || nodeOf(doc, last, 'branch') !== null || isDefinite(doc, last) || keepsUn(doc, last)) &&
      isMany(np) &&
      (isSite(doc, t) || isWeapon(doc, t))
    );
  if (nodeOf(doc, t, 'event-adjective') !== null || nodeOf(doc, t, 'nationality') !== null) return false;
  // "the militias of X | crops"
  const group = np.kind === 'person' && field(np.person ?? np.node, 'unit') === 'group';
  const thing = group && isNameAt(doc, last) ? nodeOf(doc, t, 'thing') : null;
  if (thing !== null && featuresOf(thing)?.pos === 'noun') return true;
  const one = doc.at[t].some((n) => {
    const thrown = !isWord(doc, last) && field(n, 'means') === 'yes';
    const thing = n.kind === 'thing' && (thrown || field(n, 'target') === 'yes') && field(n, 'category') !== 'military';
    const { pos, number, gender } = featuresOf(n) ?? {};
    return (
      (thing || (n.kind === 'person' && field(n, 'unit') === 'group')) && pos === 'noun' && number === 'sg' && gender === 'f'
    );
  });
  if (!one) return false;
  return (
    keepsUn(doc, last) ||
    (!isDefinite(doc, last) && nodeOf(doc, last, 'event-adjective') !== null && !isPlainPerson(doc, last)) ||
    isNameAt(doc, last)
  );
}

/** "a sniper | of the brigade": a noun for one man, though it describes deeds as well. */
const isPlainPerson = (doc: Doc, i: number): boolean => {
  const features = nodeOf(doc, i, 'person');
  return (
    features !== null && featuresOf(features)?.number === 'sg' && featuresOf(features)?.pos === 'noun' && !endsIn(doc, i, HEH)
  );
};

/** "the army of X | the artillery" */
const isWeapon = (doc: Doc, t: number): boolean => field(nodeOf(doc, t, 'thing'), 'means') === 'yes';

/** "the forces of X | the police post": the article, and no adjective. */
const isSite = (doc: Doc, t: number): boolean =>
  doc.at[t].some(
    (n) => n.kind === 'place-class' || (n.kind === 'thing' && (field(n, 'target') === 'yes' || field(n, 'means') === 'yes')),
  ) && !doc.at[t].some((n) => featuresOf(n)?.pos === 'adjective' || n.kind === 'nationality' || names.has(n.kind));

/** A name, a mark or a number, which take no genitive. */
const isNameAt = (doc: Doc, i: number): boolean =>
  !isWord(doc, i) || nodeAmong(doc, i, names) !== null || (doc.info[i].unknown && !endsIn(doc, i, HEH));

/** "the authorities | the headman of the village": who has an owner behind him describes no body that is closed. */
const isPost = (doc: Doc, np: NounPhrase, t: number): boolean =>
  t + 1 < doc.length &&
  isDefinite(doc, t + 1) &&
  isMany(np) &&
  (isDefinite(doc, t - 1) || (np.end > np.head + 1 ? isNameAt(doc, t - 1) : keepsUn(doc, np.head) || isNominativeDual(doc, np)));

const isMany = ({ kind, node, person, features, actor }: NounPhrase): boolean =>
  features?.number === 'pl' ||
  features?.number === 'du' ||
  field(person ?? node, 'unit') === 'group' ||
  kind === 'source' ||
  kind === 'outlet' ||
  field(node, 'category') === 'institution' ||
  (kind === 'actor' && field(actor, 'kind') !== 'person');

/** "the group of X | two journalists", "settlers | journalists": the oblique of a dual or sound plural, which nothing before it shares. */
function isTwoOrMore(doc: Doc, np: NounPhrase, t: number, number: string | null): boolean {
  if ((number !== 'pl' && number !== 'du') || !keepsOblique(doc, t)) return false;
  if (keepsOblique(doc, t - 1) || keepsOblique(doc, np.head)) return false;
  const counted = nodeOf(doc, t + 1, 'number');
  return (
    isDefinite(doc, t - 1) ||
    np.actor?.end === t ||
    keepsUn(doc, np.head) ||
    keepsUn(doc, t - 1) ||
    isNominativeDual(doc, np) ||
    (np.end > np.head + 1 && isNameAt(doc, t - 1)) ||
    (counted !== null && !hasConjunction(doc, t + 1) && np.features?.number !== 'du')
  );
}

/** "the people of the village | the journalist Salim": one man with his name describes neither many nor what stands right before him. */
function isNamedMan(doc: Doc, np: NounPhrase, t: number, end: number): boolean {
  if (!isMemberOf(doc, end)) {
    const named = end < doc.length && isWord(doc, end) && !isDefinite(doc, end) && !hasConjunction(doc, end);
    if (!named || isFiniteVerb(doc, end) || nodeOf(doc, end, 'case')?.word?.exact === true) return false;
    if (nodeOf(doc, end, 'given-name') === null && nodeOf(doc, end, 'kunya') === null) return false;
  }
  if (field(nodeOf(doc, t, 'person'), 'unit') === 'group') return false;
  const alone = np.end === np.head + 1;
  // "the opposition | the lady Salma", "Hamas | the journalist Salim": the name of a party is whole
  if (isPower(doc, np) || (np.actor?.end === np.end && field(np.actor, 'kind') !== 'person' && !isDefinite(doc, t - 1)))
    return true;
  // "an old man | the journalist Salim": nor does a definite word describe an indefinite one
  if (
    !alone &&
    !isDefinite(doc, np.head) &&
    !isDefinite(doc, t - 1) &&
    nodeOf(doc, t - 1, 'vocabulary') !== null &&
    np.kind === 'person'
  )
    return true;
  const unit = !alone && field(nodeOf(doc, np.head, 'place-class'), 'unit') === 'yes';
  if (!isMany(np) && !unit && np.node !== null) return false;
  if (keepsUn(doc, t - 1) || (alone && (isNominativeDual(doc, np) || isDefinite(doc, np.head)))) return true;
  if (alone || !(isDefinite(doc, t - 1) || isNameAt(doc, t - 1))) return false;
  // "the forces of the colonel, the rebel X": he is called by both words
  const before = nodeAmong(doc, t - 1, callings);
  const man = before === null ? null : featuresOf(before);
  return man === null || man.number !== 'sg' || man.gender === 'f' || field(before, 'unit') === 'group';
}

/** "(arrested) the army | the leader in the movement of": "in" and a body that people are in. */
function isMemberOf(doc: Doc, end: number): boolean {
  const link = end + 1 < doc.length ? nodeOf(doc, end, 'case') : null;
  if (field(link, 'role') !== 'in' || link!.end !== end + 1 || doc.info[end].pronoun !== null) return false;
  const person = nodeOf(doc, end + 1, 'person');
  if (person !== null) return field(person, 'unit') === 'group' || nodeOf(doc, end + 1, 'place-class') !== null;
  const actor = nodeOf(doc, end + 1, 'actor');
  return actor !== null && field(actor, 'kind') !== 'state';
}

const isNominativeDual = (doc: Doc, { head, features }: NounPhrase): boolean => features?.number === 'du' && keepsAn(doc, head);

const ARTICLE = '\u0627\u0644';
const ALEF = '\u0627';
const HEH = '\u0647';
const endsIn = (doc: Doc, i: number, ending: string): boolean => looseOfToken(doc, i).endsWith(ending);
