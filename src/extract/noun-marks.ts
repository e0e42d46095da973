/** What a noun phrase takes in behind a mark: a name in quotation marks, a bracket, an alias behind a dash. */

import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { setApartEnd } from './ages.ts';
import { quotedManner } from './asides.ts';
import { sourceBracket } from './bracket-sources.ts';
import { keepsNoon, keepsUn } from './case-endings.ts';
import type { Doc } from './doc.ts';
import { isWeapon } from './next-object.ts';
import { heads, type NounPhrase, take } from './noun-parts.ts';
import { countsBehindBracket } from './numbered-names.ts';
import {
  closingOf,
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isFiniteVerb,
  isWord,
  markAt,
  nodeAmong,
  nodeOf,
} from './words.ts';

/** The mark before token `t` closes what was opened right before the phrase. */
export const isQuotedWhole = (doc: Doc, np: NounPhrase, t: number): boolean =>
  (np.actor !== null || np.outlet !== null) &&
  (markAt(doc, t - 1) === 'close' || markAt(doc, t - 1) === 'quote') &&
  (markAt(doc, np.start) === 'open' ||
    markAt(doc, np.start) === 'quote' ||
    (np.start > 0 && markAt(doc, np.start - 1) === 'open'));

/** The mark before token `t` closes what the phrase was opened with. */
const isQuoted = (doc: Doc, np: NounPhrase, t: number): boolean =>
  np.end === t && quotes.has(markAt(doc, t - 1)) && quotes.has(markAt(doc, np.start));
const quotes: ReadonlySet<string> = new Set(['open', 'close', 'quote']);

/** Somebody with the article at token `t`: a party, a body of people. */
const partyAt = (doc: Doc, t: number): Node<any> | null => {
  if (!isDefinite(doc, t) || hasConjunction(doc, t)) return null;
  const body = nodeOf(doc, t, 'person');
  return nodeOf(doc, t, 'actor') ?? nodeOf(doc, t, 'actor-short') ?? (field(body, 'unit') === 'group' ? body : null);
};

/** "the «army» | of the occupation": an outlet sets one word of a name in quotation marks, and whose it is stands behind them. */
export const ownerBehindQuote = (doc: Doc, np: NounPhrase, t: number): Node<any> | null =>
  isQuoted(doc, np, t) && np.end === np.head + 2 && np.count === null && !isDefinite(doc, np.head) && isBodyAt(doc, np.head)
    ? partyAt(doc, t)
    : null;

const isBodyAt = (doc: Doc, i: number): boolean =>
  field(nodeOf(doc, i, 'person'), 'unit') === 'group' || nodeOf(doc, i, 'regime') !== null;

/** "(attacked) «X» | the army": behind a party that is quoted as a whole another one begins. */
export const isPartyBehindQuoted = (doc: Doc, np: NounPhrase, t: number): boolean =>
  (np.actor !== null || np.outlet !== null) &&
  isQuoted(doc, np, t) &&
  nodeOf(doc, t, 'nationality') === null &&
  partyAt(doc, t) !== null;

/** "the fighters of «X» | two towns", "the group «X» | two carts": a name in quotation marks takes no indefinite noun for what can be hit, nor for many people. */
export function isBehindQuotedName(doc: Doc, np: NounPhrase, t: number): boolean {
  const mark = markAt(doc, t - 1);
  if ((mark !== 'close' && mark !== 'quote') || np.end !== t || np.count !== null || isDefinite(doc, t)) return false;
  if (np.kind === 'title' || np.kind === 'name' || doc.info[t].unknown || nodeAmong(doc, t, called) !== null) return false;
  return doc.at[t].some((node) => hit.has(node.kind) && node.word?.exact === true && featuresOf(node)?.pos === 'noun');
}

const hit: ReadonlySet<string> = new Set(['thing', 'place-class', 'person']);

/** Where the phrase goes on behind the mark at token `t`; -1 where it ends before it. */
export function extendMark(doc: Doc, np: NounPhrase, t: number, end: number, mark: string): number {
  if (mark === 'open' || mark === 'quote') {
    // "(condemned) the council | «in the strongest terms»"
    if (quotedManner(doc, t, end) > t) return -1;
    // "the government a «humanitarian truce»": what is quoted is a happening, not a name
    if (
      t + 1 < end &&
      nodeOf(doc, t + 1, 'event') !== null &&
      nodeOf(doc, t + 1, 'actor') === null &&
      nodeOf(doc, t + 1, 'outlet') === null
    )
      return -1;
    // a name in quotation marks belongs to the noun before it; a longer quotation is speech
    const close = closingOf(doc, t, end, 5);
    if (close < 0 || isNoNameOf(doc, np, t + 1) || isAnotherParty(doc, np, t + 1)) return -1;
    // "(suffered) the army «losses»": an everyday word without its article is no name of a party that has one
    if (
      close === t + 2 &&
      np.kind !== 'thing' &&
      np.kind !== 'other' &&
      isDefinite(doc, np.head) &&
      !isDefinite(doc, t + 1) &&
      (nodeOf(doc, t + 1, 'outcome') ?? nodeOf(doc, t + 1, 'vocabulary') ?? severalAt(doc, t + 1))?.word?.exact === true &&
      nodeAmong(doc, t + 1, called) === null
    )
      return -1;
    // "the ship «Ruen»": one word behind a definite thing is its name, whatever else its letters say
    const named = close === t + 2 && np.kind === 'thing' && isDefinite(doc, np.head);
    for (let k = t + 1; k < close && !named; k++) {
      if (!isWord(doc, k)) continue;
      if (nodeOf(doc, k, 'that') !== null || isFiniteVerb(doc, k)) return -1;
      take(np, nodeAmong(doc, k, heads));
    }
    return close + 1;
  }
  const age = mark === 'comma' || mark === 'dash' ? setApartEnd(doc, np, t, end) : -1;
  if (age > t) return age;
  if (mark === 'open-paren') {
    const close = closingOf(doc, t, end, 8);
    // "the spokesman (yesterday)"
    if (close < 0 || sourceBracket(doc, t) >= 0 || asides.some((kind) => nodeOf(doc, t + 1, kind) !== null)) return -1;
    if (np.count === null ? listsPeople(doc, t + 1, close) : countsPeople(doc, t + 1)) return -1;
    if (np.count === null && countsBehindBracket(doc, t + 1, close, end)) return -1;
    for (let k = t + 1; k < close; k++) {
      if (!isWord(doc, k)) continue;
      if (nodeOf(doc, k, 'distance') !== null || (np.count === null && isFiniteVerb(doc, k))) return -1;
      take(np, nodeAmong(doc, k, heads));
    }
    return close + 1;
  }
  if (mark === 'dash' && np.kind === 'actor' && t + 1 < end) {
    // "X - Y": an apposition that introduces an alias
    const alias = nodeOf(doc, t + 1, 'actor') ?? (markAt(doc, t + 1) === 'open' ? nodeOf(doc, t + 2, 'actor') : null);
    if (alias !== null && alias.value === np.actor?.value) return markAt(doc, t + 1) === 'open' ? alias.end + 1 : alias.end;
  }
  return -1;
}

/** "the army «terrorists»": several people. */
const severalAt = (doc: Doc, t: number): Node<any> | null =>
  doc.at[t].find(
    (n) => n.kind === 'person' && n.end === t + 1 && (featuresOf(n)?.number === 'pl' || featuresOf(n)?.number === 'du'),
  ) ?? null;

/** "(accused) the man X | «the national front»": a man is not called like a party. */
function isAnotherParty(doc: Doc, { kind, node, actor, head }: NounPhrase, t: number): boolean {
  const man = kind === 'name' || (kind === 'other' && node === null && doc.info[head].unknown);
  if (!man || actor !== null || !isWord(doc, t) || doc.detached[t - 2] === 1) return false;
  const body = nodeOf(doc, t, 'person');
  return nodeOf(doc, t, 'party') !== null || nodeOf(doc, t, 'actor') !== null || field(body, 'unit') === 'group';
}

/** "unknown men | «Ali X»", "(with) a gun shot | «Ali X»": what takes no genitive is not called after one man. */
function isNoNameOf(doc: Doc, np: NounPhrase, t: number): boolean {
  if (nodeAmong(doc, t, people) === null || np.actor !== null || isDefinite(doc, np.head)) return false;
  const { kind, node, features, head, end } = np;
  if (kind === 'thing') return isWeapon(np) && node!.end === end && node!.end > node!.start + 1;
  return kind === 'person' && features?.number === 'pl' && (keepsNoon(doc, head) || keepsUn(doc, head));
}

const people = new Kinds(['given-name', 'kunya']);

/** "(among them", "(most of them children)", "(yesterday)", "(by the account of the army)": no part of the phrase. */
const asides = ['among', 'proportion', 'date', 'according'];

/** "(13 dead)", "of one family (a man, two women and three children)". */
const listsPeople = (doc: Doc, t: number, close: number): boolean =>
  nodeOf(doc, t, 'quantity') !== null ||
  (close > t + 1 && hasConjunction(doc, t + 1) && nodeOf(doc, t + 1, 'person') !== null && countsPeople(doc, t));

/** "5 civilians (two children and a woman)": who they are is a list of its own. */
function countsPeople(doc: Doc, t: number): boolean {
  if (nodeOf(doc, t, 'quantity') !== null) return true;
  const person = nodeOf(doc, t, 'person') ?? nodeOf(doc, t, 'outcome');
  return person !== null && !isDefinite(doc, t) && featuresOf(person)?.pos === 'noun';
}

/** "a «humanitarian truce»": what is quoted is a happening, not a name. */
export const quotesHappening = (doc: Doc, noun: NounPhrase): boolean =>
  noun.kind === 'name' && noun.actor === null && noun.outlet === null && nodeOf(doc, noun.head, 'event') !== null;

/** What parties, outlets and people are called. */
const called = new Kinds(['actor', 'outlet', 'given-name', 'family-name', 'kunya']);
