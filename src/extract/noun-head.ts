/** The head of a noun phrase: which of the words of one spelling it is, a name between quotation marks, a party between brackets. */
import { BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import { heads, kinds, type NounPhrase, names, rank, stopAt, take } from './noun-parts.ts';
import { isBareParty, isPartyNameAt } from './party-words.ts';
import { ranksDeed } from './ranked.ts';
import { attackTypes, eventSense } from './senses.ts';
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
  readings,
  senseOf,
} from './words.ts';

export function readHead(doc: Doc, np: NounPhrase, t: number, end: number): boolean {
  if (!isWord(doc, t)) return markedHead(doc, np, t, end);
  const titled = behindShortTitle(doc, t, end);
  if (titled > t) {
    np.kind = 'name';
    np.head = titled;
    np.node = nodeAmong(doc, titled, names);
    np.definite = true;
    np.end = np.countedEnd = titled + 1;
    return true;
  }
  if (t === np.start && np.count === null && ranksDeed(doc, t)) return false;
  if (t > np.start && nodeOf(doc, t, 'and') !== null) return false;
  if (t > np.start && doc.bits[t] & (WA | FA | BI | LI | KA)) return false;
  let best = likeliestHead(doc, t);
  // "of | the Taliban" is written like "two students", but as a subject
  if (best !== null && t > 0 && featuresOf(best)?.number === 'du' && nodeOf(doc, t - 1, 'case') !== null) {
    const party = nodeOf(doc, t, 'actor');
    if (party?.word?.exact === true && party.end === best.end) best = party;
  }
  // "the two brothers Ahmad and Omar" are no Brotherhood, which is written with another hamza
  if (best?.kind === 'actor' && best.word?.exact === false && best.end === t + 1 && isNamed(doc, t + 1))
    best = doc.at[t].find((n) => n.kind === 'person' && n.word?.exact === true && featuresOf(n)?.number === 'du') ?? best;
  // "(beat back) an attack | by Houthis": an accusative behind one is no name of a party
  if (best?.kind === 'actor' && t === np.start && t > 0 && best.end === t + 1)
    best = (isAccusativeDeed(doc, t - 1) ? doc.at[t].find(describesDeed) : null) ?? best;
  // "at night" is written like a woman's name
  if (best !== null && names.has(best.kind) && t === np.start && nodeOf(doc, t, 'daypart') !== null && !isNamed(doc, t + 1))
    return false;
  // "the party", "the regime" are written like a man's name with an article
  if (best !== null && names.has(best.kind) && best.end === t + 1 && isBareParty(doc, t)) best = null;
  // "the front of the dignity"
  if (best?.kind === 'thing' && best.end === t + 1 && isPartyNameAt(doc, t)) best = null;
  if (best !== null && names.has(best.kind) && isDefinite(doc, t)) {
    // "the Turkish": a nationality that is also a family name is one only after another name
    const nationality = nodeOf(doc, t, 'nationality');
    if (nationality !== null && nationality.end >= best.end) best = nationality;
  } else if (best !== null && names.has(best.kind) && best.end === t + 1 && isOfAttack(doc, t))
    best = nodeOf(doc, t, 'nationality');
  // "Rami Abd al-Rahman", "Mujahid Hasan": a word for people before a name is one too
  if (best !== null && best.kind === 'person' && best.end === t + 1 && np.count === null && !isDefinite(doc, t)) {
    const given = nodeOf(doc, t, 'given-name');
    const next = t + 1 < end && isWord(doc, t + 1) && !hasConjunction(doc, t + 1) ? nodeAmong(doc, t + 1, names) : null;
    // "a civilian | at least" has the letters of "Ali"
    if (given !== null && next !== null && next.word?.exact !== false) best = given;
  }
  if (best !== null && best.kind === 'source') {
    // "positions" and "websites" are one word: what can be hit is taken for a thing, and may still speak
    const thing = nodeOf(doc, t, 'thing');
    if (thing !== null && field(thing, 'target') === 'yes' && thing.end >= best.end) {
      np.mayBeSource = true;
      best = thing;
    }
  }
  // "the field hospital": a kind of what may speak
  if (best?.kind === 'thing' && field(nodeOf(doc, t, 'source'), 'class') === 'body' && field(best, 'target') === 'yes')
    np.mayBeSource = true;
  // "40 | at the hands of" has the letters of "Ali"
  if (best !== null && names.has(best.kind) && np.count !== null && (stopAt(doc, t)?.end ?? 0) > best.end) return false;
  // "14 | was among them" has the letters of a foreign name
  if (best !== null && names.has(best.kind) && np.count !== null && nodeOf(doc, t, 'was')?.word?.exact === true) return false;
  // "35 | after": a small word is no noun to count, whatever other word has its letters
  if (best?.kind === 'vocabulary' && np.count !== null && stopAt(doc, t)?.word?.exact === true) return false;
  if (best === null) {
    if (stopAt(doc, t) !== null || isFiniteVerb(doc, t)) return false;
    if (
      nodeOf(doc, t, 'event') !== null ||
      nodeOf(doc, t, 'say') !== null ||
      nodeOf(doc, t, 'light') !== null ||
      nodeOf(doc, t, 'number') !== null ||
      isDoneTo(doc, t, end)
    )
      return false;
    np.kind = 'other';
  } else np.kind = kinds[best.kind];
  np.head = t;
  np.node = best;
  np.features = best === null ? null : featuresOf(best);
  np.end = np.countedEnd = best === null ? t + 1 : best.end;
  // a name that begins before its quotation mark takes the closing one along
  const closing = np.end < end ? markAt(doc, np.end) : '';
  if (closing === 'close' || closing === 'quote')
    for (let k = t + 1; k < np.end; k++)
      if (markAt(doc, k) === 'open' || markAt(doc, k) === 'quote') {
        np.end = np.countedEnd = np.end + 1;
        break;
      }
  np.definite = isDefinite(doc, t) || np.kind === 'actor' || np.kind === 'name' || np.kind === 'outlet';
  take(np, best);
  return true;
}

/** "a Turkish (attack hit) | the village": a nationality that is also a man's name, behind what nobody of that name would be told to have done by it alone. */
function isOfAttack(doc: Doc, t: number): boolean {
  if (t === 0 || nodeOf(doc, t, 'nationality') === null || isDefinite(doc, t - 1) || isNamed(doc, t + 1)) return false;
  const attack = readings(doc, t - 1, 'event').noun;
  return (
    attack !== null && attackTypes.has(eventSense(senseOf(attack)!).types[0]) && eventSense(senseOf(attack)!).outcome === null
  );
}
const isAccusativeDeed = (doc: Doc, t: number): boolean =>
  doc.bits[t] === 0 &&
  doc.at[t].some((n) => n.kind === 'event' && n.word?.exact === true && featuresOf(n)?.state === 'accusative');

const describesDeed = (node: Node<any>): boolean => node.kind === 'person' && featuresOf(node)?.state === 'accusative';

/** A name between quotation marks, or a party between brackets. */
function markedHead(doc: Doc, np: NounPhrase, t: number, end: number): boolean {
  const mark = markAt(doc, t);
  if (mark === 'open' || mark === 'quote') {
    const close = closingOf(doc, t, end, 6);
    if (close <= t + 1 || opensCount(doc, t + 1)) return false;
    // "that-it «there is no | prisoner with us»": a sentence that is quoted
    if ((nodeOf(doc, t + 1, 'negation')?.end ?? 0) > t + 2) return false;
    for (let k = t + 1; k < close; k++)
      if (isWord(doc, k) && (actsInside(doc, k) || nodeOf(doc, k, 'was') !== null)) return false;
    for (let k = t + 1; k < close; k++)
      if (isWord(doc, k) && (nodeOf(doc, k, 'that') !== null || nodeOf(doc, k, 'relative') !== null)) return false;
    const inside = nodeAmong(doc, t + 1, heads);
    np.head = t + 1;
    np.node = inside;
    np.kind = inside === null ? 'name' : kinds[inside.kind];
    if (np.kind === 'other' || np.kind === 'thing') np.kind = 'name';
    take(np, inside);
    np.end = close + 1;
    np.definite = true;
    return true;
  }
  return mark === 'open-paren' && bracketed(doc, np, t, end);
}

/** The longest word that may be a head; of two as long the one that says more. */
function likeliestHead(doc: Doc, t: number): Node<any> | null {
  let best: Node<any> | null = null;
  for (const node of doc.at[t]) {
    if (!heads.has(node.kind)) continue;
    if (node.word !== null && node.word.pos === 'verb') continue;
    // "of land" (an adjective) is written like "my land": reports say "my" of people only
    if (node.word?.pronoun === '1s' && node.kind !== 'person') continue;
    const equal = best !== null && node.end === best.end;
    const freer = equal && rank[node.kind] === rank[best!.kind] && isCut(doc, best!) && !isCut(doc, node);
    // "the father" is written like the letters of an agency
    const initials = equal && best!.kind === 'person' && node.kind === 'outlet' && !isByline(doc, t);
    if (initials && (best!.word?.exact === true || isDefinite(doc, t))) continue;
    if (best === null || node.end > best.end || (equal && rank[node.kind] > rank[best.kind]) || freer) best = node;
  }
  return best;
}

/**
 * A form that asks for a genitive ("two gendarmes of") or says "my", where nothing follows that it could belong to: "a gendarme" is written alike. And the
 * accusative "a soldier" right before the article, which is written like "two soldiers of".
 */
function isCut(doc: Doc, { kind, word, start, end }: Node<any>): boolean {
  if (word === null) return false;
  if (word.pronoun === '1s') return true;
  const { state } = word.surface.features;
  if (state === 'accusative')
    return kind === 'person' && end < doc.length && isDefinite(doc, end) && nodeOf(doc, end, 'date') === null;
  // "two officers of police" has its genitive
  if (state !== 'construct' || end > start + 1) return false;
  return end >= doc.length || !isWord(doc, end) || hasConjunction(doc, end) || (doc.bits[end] & (BI | LI | KA)) !== 0;
}

/** "(AP)": the letters of an agency stand alone in a bracket or before a dash. */
const isByline = (doc: Doc, t: number): boolean =>
  !isDefinite(doc, t) && (t + 1 >= doc.length || doc.isBreak(t + 1) || byline.has(markAt(doc, t + 1)));

const byline: ReadonlySet<string> = new Set(['close-paren', 'dash', 'colon', 'bar', 'slash']);

const DOT = 0x2e;

/** "Dr. Ahmad", "Eng. Sami": the name behind one letter and a full stop; `t` where there is none. */
export function behindShortTitle(doc: Doc, t: number, end: number): number {
  if (t + 2 >= end || doc.tokens.mark[t + 1] !== DOT || !isWord(doc, t) || !isWord(doc, t + 2)) return t;
  const letters = doc.tokens.end[t] - doc.tokens.start[t] - (hasConjunction(doc, t) ? 1 : 0);
  const named = nodeAmong(doc, t + 2, names) !== null || doc.info[t + 2].unknown;
  return letters === 1 && named && doc.tokens.end[t + 2] - doc.tokens.start[t + 2] > 2 ? t + 2 : t;
}

const people = new Kinds(['person', 'title', 'outcome', 'given-name', 'kunya']);

/** "the burial | of the youth X": what is done to people is no part of who they are. */
const isDoneTo = (doc: Doc, t: number, end: number): boolean =>
  t + 1 < end &&
  isWord(doc, t + 1) &&
  !hasConjunction(doc, t + 1) &&
  readings(doc, t, 'verb').noun !== null &&
  nodeAmong(doc, t + 1, people) !== null;

const isNamed = (doc: Doc, t: number): boolean => t < doc.length && nodeAmong(doc, t, names) !== null;

/** "about 20 dead" between quotation marks: people counted, no name. */
const opensCount = (doc: Doc, t: number): boolean => {
  const quantity = nodeOf(doc, t, 'quantity');
  if (quantity === null) return false;
  // "seven of the fighters of X"
  const group = nodeOf(doc, quantity.end, 'rank') ?? nodeOf(doc, quantity.end, 'case');
  if (group !== null) return group.kind === 'rank' || field(group, 'role') === 'from';
  return nodeAmong(doc, quantity.end, counted) !== null;
};

const counted = new Kinds(['outcome', 'person', 'nationality']);

/** "members of (X)": a registered party between brackets, as some papers write names. */
function bracketed(doc: Doc, np: NounPhrase, t: number, end: number): boolean {
  const actor = nodeOf(doc, t + 1, 'actor');
  if (actor === null || actor.end >= end || markAt(doc, actor.end) !== 'close-paren') return false;
  np.head = t + 1;
  np.node = actor;
  np.kind = 'actor';
  take(np, actor);
  np.end = actor.end + 1;
  np.definite = true;
  return true;
}

/** A finite verb inside quotation marks: speech, not a name. */
function actsInside(doc: Doc, k: number): boolean {
  if (doc.info[k].nominal || isDefinite(doc, k)) return false;
  return (
    readings(doc, k, 'event').verb !== null ||
    readings(doc, k, 'light').verb !== null ||
    readings(doc, k, 'verb').verb !== null ||
    readings(doc, k, 'say').verb !== null
  );
}
