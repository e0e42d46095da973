/** Nouns that take no genitive: a dual or sound plural that keeps its noon, a noun that an adjective or the article has closed. */
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { ALEF } from '../text/letters.ts';
import { keepsNoon, keepsOblique, keepsUn } from './case-endings.ts';
import type { Doc } from './doc.ts';
import { common, heads, type NounPhrase, names } from './noun-parts.ts';
import {
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isWord,
  looseOfToken,
  nodeAmong,
  nodeOf,
  strictOfToken,
} from './words.ts';

/** A dual or sound plural that keeps its noon, or a noun that an adjective has closed, has no genitive after it. */
export function takesNoGenitive(doc: Doc, np: NounPhrase): boolean {
  const { features } = np;
  if (isDefinite(doc, np.head)) return true;
  if (np.end - np.head > 1 && np.actor === null && isAdjective(doc, np.end - 1)) return true;
  // "30 settlers (accusative)", "15 drones": what a number above ten counts stands in the singular
  const counts = np.count !== null && (features?.state === 'accusative' || (np.count.low > 10 && np.count.low < 100));
  if (counts && features?.number === 'sg') return true;
  return (
    features !== null &&
    features.state !== 'construct' &&
    (features.number === 'du' || (features.number === 'pl' && keepsNoon(doc, np.head)))
  );
}

export const isAdjective = (doc: Doc, i: number): boolean =>
  nodeOf(doc, i, 'event-adjective') !== null ||
  nodeOf(doc, i, 'nationality') !== null ||
  (!isDefinite(doc, i) && (nodeAmong(doc, i, heads)?.kind ?? 'vocabulary') === 'vocabulary' && endsFeminine(doc, i));

const endsFeminine = (doc: Doc, i: number): boolean => strictOfToken(doc, i).endsWith('\u0629');

/** "mutinous soldiers", "gunmen Kurds": a plural that an adjective describes and nothing has made definite. */
export const areIndefinite = (doc: Doc, { head, end }: NounPhrase): boolean =>
  !isDefinite(doc, head) &&
  !isDefinite(doc, end - 1) &&
  nodeAmong(doc, end - 1, names) === null &&
  (keepsUn(doc, head) || keepsUn(doc, end - 1)) &&
  doc.at[end - 1].some((n) => featuresOf(n)?.number === 'pl');

export const endsLikeFeminine = (doc: Doc, i: number): boolean => /(?:\u0629|\u0627\u062A)$/u.test(strictOfToken(doc, i));

/** "officially" behind a noun that is no accusative: it describes no noun. */
export const isAdverbial = (doc: Doc, t: number): boolean =>
  nodeOf(doc, t, 'adverb')?.word?.exact === true &&
  !isDefinite(doc, t) &&
  nodeAmong(doc, t, names) === null &&
  !doc.at[t - 1].some((n) => featuresOf(n)?.state === 'accusative');

/** "another soldier", "two other soldiers": the word that stands behind a bare noun for people is its adjective. */
export const isOneMore = (doc: Doc, np: NounPhrase): boolean =>
  (np.kind === 'person' || np.kind === 'outcome') && !np.definite && doc.info[np.head].pronoun === null;

/** "a leader | former" in the accusative, whose letters say "earlier" elsewhere. */
export const isFormer = (doc: Doc, np: NounPhrase, t: number): boolean =>
  np.kind === 'person' &&
  t === np.head + 1 &&
  np.features?.state === 'accusative' &&
  !hasConjunction(doc, t) &&
  // "20 gunmen | (who) had (stolen in)" is no adjective
  nodeOf(doc, t, 'background')?.end === t + 1 &&
  looseOfToken(doc, t).endsWith(ALEF);

/** "a shell (killed) | two children", "a Russian raid (killed) | two farmers": two people are no genitive of a weapon or of an adjective of a nation. */
export function areTwoHit(doc: Doc, { kind, node, head }: NounPhrase, t: number): boolean {
  const hits = kind === 'thing' ? field(node, 'means') === 'yes' : kind === 'other' && nodeOf(doc, head, 'nationality') !== null;
  if (!hits || isDefinite(doc, t)) return false;
  const people = doc.at[t].filter((n) => n.kind === 'person');
  return people.length > 0 && people.every((n) => featuresOf(n)?.number === 'du');
}

/** "gunmen" in the nominative, of people. */
export const isNominativePlural = (doc: Doc, i: number): boolean =>
  i < doc.length &&
  isWord(doc, i) &&
  doc.bits[i] === 0 &&
  keepsUn(doc, i) &&
  doc.at[i].some((n) => n.kind === 'person' && featuresOf(n)?.number === 'pl');

/** "its forces | a mosque", "his men | two youths", "its rockets | X": nothing indefinite and no party describes a noun that has its owner. */
export function closedByOwner(doc: Doc, np: NounPhrase, t: number, head: Node<any> | null): boolean {
  if (np.end !== np.head + 1 || doc.info[np.head].pronoun === null || np.count !== null) return false;
  return (np.kind === 'thing' && isParty(head)) || (!isDefinite(doc, t) && (owns(head) || beginsSomething(doc, t)));
}

const isParty = (head: Node<any> | null): boolean =>
  head !== null &&
  (head.kind === 'actor' || head.kind === 'actor-short' || (head.kind === 'person' && featuresOf(head)?.number === 'pl'));

const owns = (head: Node<any> | null): boolean =>
  head !== null && common.has(head.kind) && featuresOf(head)?.pos === 'noun' && head.kind !== 'title';

/**
 * "(killed) an Israeli (raid) | the commander X", "(killed) an Israeli drone | the commander of": what agrees with no person describes the deed, the weapon or
 * the body before it, and the person is whom it hit.
 */
export function isAdjectiveOfDeed(doc: Doc, np: NounPhrase, t: number, head: Node<any> | null): boolean {
  if (np.count !== null || head === null || head.kind === 'thing' || !(common.has(head.kind) || names.has(head.kind)))
    return false;
  const last = np.end - 1;
  const [nation, of] = np.kind === 'other' ? [np.node, np.features] : [nodeOf(doc, last, 'nationality'), np.features];
  if (nation?.kind !== 'nationality' || isDefinite(doc, last) || np.end !== t || nodeOf(doc, t, 'event-adjective') !== null)
    return false;
  if (np.kind === 'other') {
    if (np.end !== np.head + 1) return false;
    if (isDefinite(doc, t) || (names.has(head.kind) && nodeOf(doc, t, 'person') === null)) return true;
  } else if (last === np.head || !wields.some((name) => field(np.node, name) !== undefined)) return false;
  if (head.kind === 'person' && keepsOblique(doc, t)) return true;
  return doc.at[t].some((n) => {
    const other = n.kind === 'title' || common.has(n.kind) ? featuresOf(n) : null;
    if (other === null || other.pos !== 'noun') return false;
    return (
      other.state === 'accusative' ||
      (of?.number === 'sg' && (other.number === 'pl' || (of.gender === 'f' && other.gender === 'm')))
    );
  });
}

/** A weapon, what bears one, a body of armed men. */
const wields: readonly string[] = ['means', 'armed', 'unit'];

export const beginsSomething = (doc: Doc, t: number): boolean => nodeAmong(doc, t, beginnings) !== null;
const beginnings = new Kinds(['thing', 'place-class', 'carrier', 'relation']);
