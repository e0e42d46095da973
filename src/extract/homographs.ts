/** Words of two classes, told apart by their spelling and inflection. */
import { AL, BI, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { ALEF, HEH, MEEM, TEH_MARBUTA, YEH } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import {
  attachedPreposition,
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isDigits,
  isWord,
  looseOfToken,
  markAt,
  nodeAmong,
  nodeOf,
  readings,
  senseOf,
} from './words.ts';

/**
 * A word for people that is spelled just so, where the acting word is rarer: written alike but for a hamza ("they ordered", "a woman"), the verbal noun with
 * "my" ("my wounding", "the wounded"), the dual of a verb ("they two gather", "a gathering").
 */
export function isRatherPeople(doc: Doc, i: number, acting: Node<any>, finite: boolean): boolean {
  const people = doc.at[i].filter((node) => (node.kind === 'outcome' || node.kind === 'person') && node.word?.exact === true);
  // "dead (people)" with its last letter dotted is written like "my killing" and "two killings of"
  if (people.length === 0 && !finite && (acting.word?.pronoun === '1s' || featuresOf(acting)?.number === 'du'))
    return doc.at[i].some((node) => node.kind === 'outcome' && featuresOf(node)?.number === 'pl');
  if (people.length === 0) return false;
  // "a bomber" rather than "my martyrdom"
  if (!finite && acting.word?.pronoun === '1s') return true;
  // "X, | the governor of Y,", rather than "tried"
  if (
    finite &&
    i > 0 &&
    markAt(doc, i - 1) === 'comma' &&
    nodeOf(doc, i, 'title')?.word?.proclitics === 0 &&
    acting.word?.pronoun === null
  )
    return true;
  // "according to | his family" is written like "she captured him": no verb stands behind it
  const link = i > 0 ? nodeOf(doc, i - 1, 'according') : null;
  if (finite && link !== null && link.end === i && people.some((node) => node.word?.pronoun != null)) return true;
  // "displaced families", "Palestinian families", rather than "captured"
  if (acting.word?.exact === true && people.some((node) => featuresOf(node)?.number === 'pl') && isDescribedAsMany(doc, i))
    return true;
  // "the owner of the house" is written like "he accompanied"
  if (finite && people.some((node) => node.end > acting.end && node.end > i + 1)) return true;
  // "the governor of the district of X", rather than "tried": a place is no defendant
  if (finite && i + 1 < doc.length && nodeOf(doc, i, 'title') !== null && nodeOf(doc, i + 1, 'place-class') !== null) return true;
  // "their father" as a whole, rather than "and the raid"
  if ((acting.word?.proclitics ?? 0) !== 0 && people.every((node) => node.word?.proclitics === 0)) return true;
  // "and his two sons" is written like "and I build it", "and her daughter" like "and I made her plain": news hardly ever says "I"
  const owned = doc.info[i].pronoun !== null && featuresOf(acting)?.person === 1;
  // "and his daughter", rather than "and she made it clear" with another hamza
  const respelled =
    acting.word?.exact === false && acting.word.pronoun !== null && people.some((node) => node.word?.pronoun != null);
  // "a prisoner" is written like "I walk"
  const { person, tense, number } = featuresOf(acting) ?? {};
  const mine = person === 1 && tense === 'present' && number === 'sg' && people.some((node) => node.kind === 'outcome');
  // "two sons of X" is written like "we clear": of two people none says so of himself
  const two = person === 1 && tense === 'present' && people.some((node) => isTwoOf(node));
  if (finite) return owned || respelled || mine || two || featuresOf(acting)?.number === 'du';
  if (areInjuries(doc, i, acting)) return true;
  const isPlural = people.some((node) => featuresOf(node)?.number === 'pl');
  // "the capture of three soldiers", rather than "the families of"
  if (isPlural && acting.word?.exact === true && takesCounted(doc, i)) return false;
  // "the capture by the forces of X of five men", "its capture of a number of": who was taken is counted behind who took them
  if (isPlural && acting.word?.exact === true && countsBehindDoer(doc, i)) return false;
  // "her wounded" is written like "her two wounds"
  return acting.word?.exact === false || (isPlural && featuresOf(acting)?.number !== 'pl');
}

const isTwoOf = (node: Node<any>): boolean => featuresOf(node)?.number === 'du' && featuresOf(node)?.state === 'construct';

/** An adjective in the feminine singular, as many take it, and no word for a woman; also one who was displaced or hurt. */
function isDescribedAsMany(doc: Doc, i: number): boolean {
  const t = i + 1;
  if (t >= doc.length || doc.bits[t] !== 0 || doc.info[i].pronoun !== null || isDefinite(doc, i)) return false;
  return doc.at[t].some((n) => {
    const features = featuresOf(n);
    if (features?.gender !== 'f' || features.number !== 'sg') return false;
    return features.pos === 'adjective' || n.kind === 'outcome';
  });
}

/** How many words the name of those who took them may be long. */
const DOER = 3;

/** A pronoun or an armed body, and a number behind it. */
function countsBehindDoer(doc: Doc, i: number): boolean {
  let t = i + 1;
  if (doc.info[i].pronoun === null) {
    if (t >= doc.length || doc.bits[t] !== 0 || field(nodeOf(doc, t, 'person'), 'unit') !== 'group') return false;
    t++;
    while (t < doc.length && t <= i + DOER && isWord(doc, t) && isDefinite(doc, t)) t++;
    if (t < doc.length && markAt(doc, t) === 'semicolon') t++;
  }
  if (t >= doc.length || doc.bits[t] !== 0) return false;
  return nodeOf(doc, t, 'number') !== null || nodeOf(doc, t, 'quantity') !== null || nodeOf(doc, t, 'vague') !== null;
}

/** A number, or one or two of somebody, behind a word without the article. */
const takesCounted = (doc: Doc, i: number): boolean => {
  if (isDefinite(doc, i) || doc.info[i].pronoun !== null || i + 1 >= doc.length || doc.bits[i + 1] !== 0) return false;
  // "of 14 gunmen", "the families of 14 killed"
  if (isDigits(doc, i + 1)) return i + 2 < doc.length && nodeOf(doc, i + 2, 'outcome') === null;
  if (!isWord(doc, i + 1)) return false;
  const counted = nodeOf(doc, i + 1, 'quantity') ?? nodeOf(doc, i + 1, 'number');
  // "the families of three detainees"
  if (counted !== null) return nodeOf(doc, counted.end, 'outcome') === null;
  // "the capture of others": families are others in the feminine
  if (nodeOf(doc, i + 1, 'another') !== null) return true;
  const number = featuresOf(nodeOf(doc, i + 1, 'person') ?? NOBODY)?.number;
  return number === 'du' || number === 'sg';
};
const NOBODY = { word: null } as Node<any>;

/** "injuries by shelling": a plural of harm that names nobody behind it stands for those harmed. */
function areInjuries(doc: Doc, i: number, acting: Node<any>): boolean {
  if (acting.end !== i + 1) return false;
  const many = (number: string | null | undefined): boolean => number === 'pl' || number === 'du';
  if (!doc.at[i].some((node) => node.kind === 'outcome' && node.end === i + 1 && many(featuresOf(node)?.number))) return false;
  const t = i + 1;
  const counted = t < doc.length && (markAt(doc, t) === 'colon' || isDigits(doc, t) || nodeOf(doc, t, 'number') !== null);
  if (isDefinite(doc, i)) return counted;
  if (t >= doc.length || !isWord(doc, t) || hasConjunction(doc, t) || attachedPreposition(doc, t) !== 0) return true;
  return nodeAmong(doc, t, harmed) === null;
}

const harmed = new Kinds(['person', 'actor', 'actor-short', 'thing', 'title', 'given-name']);

/** "in the prison of X", rather than "in the jailing of": behind a preposition of place, and no people are counted behind it. */
const isPrisonName = (doc: Doc, i: number, acting: Node<any>): boolean =>
  acting.end === i + 1 &&
  featuresOf(acting)?.pos === 'masdar' &&
  !isDefinite(doc, i) &&
  i + 1 < doc.length &&
  isWord(doc, i + 1) &&
  nodeOf(doc, i, 'place-class') !== null &&
  (attachedPreposition(doc, i) !== 0 || (i > 0 && leadsIn.has(field(nodeOf(doc, i - 1, 'case'), 'role') ?? ''))) &&
  nodeOf(doc, i + 1, 'person') === null &&
  nodeOf(doc, i + 1, 'number') === null &&
  nodeOf(doc, i + 1, 'quantity') === null;

const leadsIn: ReadonlySet<string> = new Set(['in', 'from', 'to']);

/** "the town of Maaraka (battle)": behind a word for a town without the article a noun that has none is its name. */
export const isTownName = (doc: Doc, i: number, acting: Node<any>): boolean =>
  isPrisonName(doc, i, acting) || isNamedTown(doc, i, acting);

export const isNamedTown = (doc: Doc, i: number, acting: Node<any>): boolean =>
  i > 0 &&
  acting.end === i + 1 &&
  (featuresOf(acting)?.pos === 'noun' || featuresOf(acting)?.pos === 'masdar') &&
  featuresOf(acting)?.number === 'sg' &&
  !isDefinite(doc, i) &&
  !hasConjunction(doc, i) &&
  attachedPreposition(doc, i) === 0 &&
  doc.info[i].pronoun === null &&
  !isDefinite(doc, i - 1) &&
  doc.info[i - 1].pronoun === null &&
  towns.has(field(nodeOf(doc, i - 1, 'place-class'), 'kind') ?? '');

/** "(in) the prison of X", "stormed the prison": where people are held, unless somebody who is put there stands in its genitive. */
export function isRatherSite(doc: Doc, i: number, acting: Node<any>, before: readonly Chunk[]): boolean {
  const storms = before.slice(-2).some((c) => c.finite && field(c.node, 'storms') === 'yes');
  const { pos, number } = featuresOf(acting) ?? {};
  if (pos !== 'masdar' || number !== 'sg' || acting.end !== i + 1 || (doc.bits[i] & BI) !== 0) return false;
  if (field(nodeOf(doc, i, 'place-class'), 'kind') !== 'site' || doc.info[i].pronoun !== null) return false;
  if (isDefinite(doc, i)) return i > 0 && (nodeOf(doc, i - 1, 'case') !== null || (storms && (doc.bits[i] & LI) === 0));
  const next = i + 1;
  if (next >= doc.length || !isWord(doc, next)) return true;
  if (nodeOf(doc, next, 'quantity') !== null || nodeOf(doc, next, 'unit') !== null) return false;
  return nodeAmong(doc, next, harmed) === null || isDefinite(doc, next);
}

const towns: ReadonlySet<string> = new Set(['town', 'village', 'city', 'camp']);

/** "Yasser" is written like "he takes captive" but for a hamza: spelled just so it is the name. */
export const isRatherName = (doc: Doc, i: number, acting: Node<any>): boolean =>
  acting.word?.exact === false &&
  doc.at[i].some(
    (n) =>
      (n.kind === 'given-name' || n.kind === 'family-name') &&
      n.end === acting.end &&
      n.word?.exact !== false &&
      n.word?.proclitics === acting.word?.proclitics,
  );

/**
 * "a force that attacks", "the force that raids": the participle of the third form is written like its verbal noun. Behind a feminine noun for those who act,
 * as definite as the noun, it describes them.
 */
export function describesForce(doc: Doc, i: number, noun: NounPhrase | null): boolean {
  if (noun === null || noun.end !== i || noun.count !== null || (noun.kind !== 'person' && noun.kind !== 'actor')) return false;
  if (!isWord(doc, i) || hasConjunction(doc, i) || attachedPreposition(doc, i) !== 0 || !hasShapeOfThird(doc, i)) return false;
  if (doc.info[i].pronoun !== null || noun.features?.gender !== 'f' || nodeOf(doc, i, 'event') === null) return false;
  return isDefinite(doc, i) === (noun.definite || isDefinite(doc, noun.end - 1));
}

function hasShapeOfThird(doc: Doc, i: number): boolean {
  const word = doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]);
  const at = isDefinite(doc, i) ? 2 : 0;
  return word.length - at === 6 && word[at] === MEEM && word[at + 2] === ALEF && word.endsWith(TEH_MARBUTA);
}

/**
 * A phrase of the lists that is longer than the acting word at its beginning ("penalty kick"), and a verb or name that is the whole word where the acting word
 * takes its first letter for "and" or "so" ("described him", "and liquidated him").
 */
export function isRatherWhole(doc: Doc, i: number, acting: Node<any>): boolean {
  for (const node of doc.at[i]) {
    if (node.kind === 'vocabulary' && node.end > acting.end) return true;
    if (node.word === null || node.end !== acting.end || node.word.proclitics !== 0 || !node.word.exact) continue;
    // "voiced" is written like "I annihilated": news hardly ever says "I"
    const { person, number } = featuresOf(acting) ?? {};
    if (person === 1 && number === 'sg' && node.kind === 'say' && featuresOf(node)?.person === 3) return true;
    if ((acting.word?.proclitics ?? 0) !== 0 && (node.kind === 'say' || node.kind === 'verb' || node.kind === 'given-name'))
      return field(node, 'hides') !== 'no' || !flees(doc, i);
    // "rivers" is written like "collapsed" but for a hamza
    if (node.kind === 'vocabulary' && acting.word?.exact === false) return true;
    // "herds" is written like "two cuts"
    if (node.kind === 'vocabulary' && featuresOf(acting)?.number === 'du' && featuresOf(node)?.number !== 'du') return true;
  }
  return false;
}

/** "and fled | thousands", "and fled | the residents | to": whoever provides something has it behind them. */
function flees(doc: Doc, i: number): boolean {
  const at = i + 1;
  // "and fled | towards": what is provided needs no way
  if (field(at < doc.length ? nodeOf(doc, at, 'case') : null, 'role') === 'to' && doc.info[at].pronoun === null) return true;
  const counted = at < doc.length && (nodeOf(doc, at, 'quantity') ?? nodeOf(doc, at, 'hedge')) !== null;
  for (let t = at; t < Math.min(at + (counted ? COUNTED : 1), doc.length) && isWord(doc, t); t++) {
    const hundreds =
      isDefinite(doc, t) && nodeOf(doc, t, 'vague') !== null && t + 1 < doc.length && nodeOf(doc, t + 1, 'case') !== null;
    if (hundreds) return true;
    if (nodeOf(doc, t, 'person') === null && nodeOf(doc, t, 'outcome') === null) continue;
    return counted || t + 1 >= doc.length || !isWord(doc, t + 1) || nodeOf(doc, t + 1, 'case') !== null;
  }
  return false;
}

/** How many words may count people: "more than two thousand". */
const COUNTED = 5;

/** "(in) the prisons of X" is written like "women detained by X": behind a preposition of place, with their owner, the plural of the feminine is where people are held. */
export const isPrison = (doc: Doc, { kind, node, count, features, head, end }: NounPhrase): boolean =>
  kind === 'outcome' &&
  count === null &&
  features?.number === 'pl' &&
  features.gender === 'f' &&
  node !== null &&
  field(node, 'value') === 'detained' &&
  (doc.info[head].pronoun !== null || (end > head + 1 && isDefinite(doc, end - 1) && !isDefinite(doc, head)));

/** "a farmer" is written like "farms": one man where something befell him, or where an adjective in the masculine follows. */
export function isRatherFarmer(doc: Doc, { kind, head, end, count, features }: NounPhrase, previous: Chunk | null): boolean {
  if (kind !== 'person' || count !== null || features?.number !== 'sg' || isDefinite(doc, head)) return false;
  if (!doc.at[head].some((node) => node.kind === 'place-class' && featuresOf(node)?.number === 'pl')) return false;
  const sense = previous?.kind === 'event' ? senseOf(previous.node) : null;
  if (sense !== null && eventSense(sense).outcome !== null) return true;
  return end > head + 1 && doc.at[head + 1].some((n) => featuresOf(n)?.pos === 'adjective' && featuresOf(n)?.gender === 'm');
}

/** A name, or a word that no list holds. */
const beginsName = (doc: Doc, i: number): boolean =>
  i < doc.length && isWord(doc, i) && (doc.info[i].unknown || nodeOf(doc, i, 'given-name') !== null);

/** "in the region of X, the separatist (one)", "in Gaza, the besieged": an adjective of the place before it, and nobody. */
export const isOfPlace = (doc: Doc, { kind, start, end, definite, count, features, actor }: NounPhrase): boolean =>
  (definite && !hasConjunction(doc, start) && belongs(doc, kind, start, end)) ||
  (end === start + 1 && count === null && actor === null && isLoneAdjective(doc, start)) ||
  ((kind === 'person' ||
    tellsPlace(doc, start) ||
    (kind === 'name' && nodeOf(doc, start, 'direction') !== null) ||
    ((kind === 'actor' || kind === 'name' || kind === 'other') && nodeOf(doc, start, 'nationality') !== null)) &&
    end === start + 1 &&
    definite &&
    count === null &&
    // "the Syrian" in the feminine is also the country's name with an article
    (kind === 'name' || kind === 'actor' || features?.number === 'sg') &&
    !hasConjunction(doc, start) &&
    !beginsName(doc, end) &&
    (tellsPlace(doc, start) || looseOfToken(doc, start).endsWith(YEH) || looseOfToken(doc, start).endsWith(YEH + HEH)));

/** "(in the camp,) the crowded, the coastal, the disputed": one definite word that is nothing but an adjective, or that no list holds and that is shaped like one. */
function isLoneAdjective(doc: Doc, i: number): boolean {
  // "Bab Tabbaneh, supporting the opposition": what it goes on with is read
  if (doc.bits[i] !== AL || (i + 1 < doc.length && doc.bits[i + 1] & LI)) return false;
  const key = looseOfToken(doc, i);
  if (doc.info[i].unknown) return key.endsWith(YEH) || key.endsWith(HEH) || key[2] === MEEM;
  return doc.at[i].every(
    ({ kind, word }) => qualities.has(word?.surface.features.pos ?? '') || (kind === 'thing' && isDestroyed(doc, i)),
  );
}
const qualities: ReadonlySet<string> = new Set(['adjective', 'participle', 'passive-participle']);
const isDestroyed = (doc: Doc, i: number): boolean => nodeOf(doc, i, 'event-adjective') !== null;

/** "the checkpoint «X» | belonging to the forces of Y", "the streets | near to": the letters of a woman's relative too, who is near to nobody. */
const belongs = (doc: Doc, kind: NounPhrase['kind'], start: number, end: number): boolean =>
  nodeOf(doc, start, 'belong') !== null &&
  (kind === 'other' || (kind === 'person' && end === start + 1 && end < doc.length && nodeOf(doc, end, 'case') !== null));

/** "besieged", "stricken": said of places as often as of people. */
export const tellsPlace = (doc: Doc, i: number): boolean =>
  doc.at[i].some((node) => (node.kind === 'outcome' || node.kind === 'person') && field(node, 'tells-place') === 'yes');

/** "Turkish" in the masculine singular. */
export function nationOf(doc: Doc, i: number): Node<any> | null {
  const node = isWord(doc, i) && looseOfToken(doc, i).endsWith(YEH) ? nodeOf(doc, i, 'nationality') : null;
  return node !== null && featuresOf(node)?.number === 'sg' ? node : null;
}

/** "gunmen": people in the plural, however their word may describe a deed. */
export const areSeveral = (doc: Doc, i: number): boolean => {
  const person = nodeOf(doc, i, 'person');
  return person !== null && featuresOf(person)?.number === 'pl';
};

/** "(by a charge) that X laid(it)" */
export const laysIt = (doc: Doc, i: number, charge: NounPhrase | null): boolean =>
  charge?.kind === 'thing' && charge.end === i && doc.at[i].some((n) => n.kind === 'verb' && field(n, 'lays') === 'yes');

/** "a mine (that) X planted(it)" */
export const plants = (doc: Doc, i: number): boolean =>
  doc.at[i].some((node) => {
    const sense = node.kind === 'event' && featuresOf(node)?.pos === 'verb' ? senseOf(node) : null;
    const type = sense === null ? null : eventSense(sense).types[0];
    return type === 'mine' || type === 'bombing';
  });

/** "the killing | and wounding | of ten" is written like "killed": a verb has its subject or object before what is joined to it. */
export function isPairedNoun(doc: Doc, i: number): boolean {
  if (i + 1 >= doc.length || !hasConjunction(doc, i + 1)) return false;
  const { verb, noun } = readings(doc, i + 1, 'event');
  if (noun === null || verb !== null || noun.end !== i + 2 || doc.info[i + 1].pronoun !== null) return false;
  const own = readings(doc, i, 'event').noun;
  const [a, b] = [senseOf(own), senseOf(noun)];
  if (a === null || b === null || featuresOf(own!)?.pos !== 'masdar' || featuresOf(noun)?.pos !== 'masdar') return false;
  return eventSense(a).outcome !== null && eventSense(b).outcome !== null;
}

/** "the destruction of | vehicles" is written like "complex ones": the plural is no adjective of a verbal noun in the singular. */
export const areThings = (doc: Doc, t: number): boolean =>
  !isDefinite(doc, t) &&
  doc.at[t].some((n) => n.kind === 'thing' && n.end === t + 1 && featuresOf(n)?.number === 'pl') &&
  doc.at[t - 1].some((n) => n.kind === 'event' && featuresOf(n)?.pos === 'masdar' && featuresOf(n)?.number === 'sg');
