/**
 * Noun phrases: a count (if any), a head, and what belongs to it.
 *   "13 at least of the fighters of the group", "two women of French nationality", "the spokesman of the «SDF», Mustafa Bali"
 */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { COUNTED } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { joinKinds } from './joined-kinds.ts';
import { countBehind, isOneOfThem, oneOf } from './noun-count.ts';
import { extend } from './noun-extend.ts';
import { joinedOwner } from './noun-owners.ts';
import { type Count, heads, kinds, type NounPhrase, names, newNoun, rank, stopAt, take } from './noun-parts.ts';
import type { Gazetteer } from './place-names.ts';
import { readPlace } from './place-phrases.ts';
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
} from './words.ts';

/** Reads the noun phrase that begins at token `i`, or null. Proclitics of its first token are the caller's to judge. */
export function readNoun(doc: Doc, i: number, end: number, gazetteer: Gazetteer): NounPhrase | null {
  let t = i;
  const counted = (doc.groups[t] & COUNTED) === 0 ? null : readCount(doc, t);
  let count: Count | null = null;
  let countNode: Node<any> | null = null;
  if (counted !== null) {
    count = counted.count;
    countNode = counted.node;
    t = counted.end;
    t = postposedHedge(doc, t, end, count) ?? t;
  }
  const np = newNoun(i, t, t, 'number');
  np.count = count;
  np.countNode = countNode;
  if (count !== null) {
    // "a man in his fifties | (said) that"
    if (t >= end || isTimeBehind(doc, t) || nodeOf(doc, t, 'that')?.word?.exact === true) return np;
    if (afterCount(doc, np, t, end, gazetteer)) {
      joinKinds(doc, np, end);
      return np;
    }
    t = np.end;
    if (np.kind !== 'number') return np;
  }
  if (t >= end) return count === null ? null : np;
  if (count === null && (doc.groups[t] & COUNTED) !== 0 && others(doc, np, t)) return np;
  if (!readHead(doc, np, t, end)) return count === null ? null : np;
  extend(doc, np, end, gazetteer);
  if (count !== null) np.countedEnd = Math.max(np.countedEnd, np.head + 1);
  const after = count === null ? null : postposedHedge(doc, np.end, end, count);
  if (after !== null) {
    np.end = after;
    extend(doc, np, end, gazetteer);
  }
  if (count !== null && joinKinds(doc, np, end)) extend(doc, np, end, gazetteer);
  countBehind(doc, np, end);
  // "wounded two at least", "a civilian at least"
  const single = count === null && np.count === null && isSomeone(np) ? { low: 1, high: 1, mod: 'exact' } : np.count;
  const behind = count === null && single !== null ? postposedHedge(doc, np.end, end, single) : null;
  if (behind !== null) {
    np.count = single;
    np.end = np.countedEnd = behind;
  }
  return np;
}

const isSomeone = ({ kind, definite, features }: NounPhrase): boolean =>
  (kind === 'person' || kind === 'outcome') && !definite && features?.number === 'sg' && features.state !== 'construct';

/** "25 at least | on Wednesday", "dozens | on Friday": a day whose letters are also a given name is no name behind a number. */
function isTimeBehind(doc: Doc, t: number): boolean {
  const date = nodeOf(doc, t, 'date');
  if (date === null) return false;
  // "three | on the night of Friday": what begins a longer time is no counted night
  if (date.end > t + 1) return true;
  const head = nodeAmong(doc, t, heads);
  return head === null || names.has(head.kind);
}

function readCount(doc: Doc, t: number): { count: Count; node: Node<any> | null; end: number } | null {
  const one = oneOf(doc, t);
  if (one > t) return { count: { low: 1, high: 1, mod: 'exact' }, node: null, end: one };
  const quantity = nodeOf(doc, t, 'quantity');
  if (quantity !== null) return { count: { ...quantity.value }, node: quantity, end: quantity.end };
  const number = nodeOf(doc, t, 'number');
  if (number === null || nodeOf(doc, t, 'amount')?.value?.counts === false) return null;
  const value: number = number.value?.value ?? number.value;
  if (!Number.isInteger(value)) return null;
  return { count: { low: value, high: value, mod: 'exact' }, node: number, end: number.end };
}

/** "13 at least": a hedge after the number or after the counted noun. Changes the count; returns the token after it. */
function postposedHedge(doc: Doc, t: number, end: number, count: Count): number | null {
  if (t >= end) return null;
  const hedge = nodeOf(doc, t, 'hedge');
  if (hedge === null) return null;
  const position = field(hedge, 'position');
  if (position !== 'after' && position !== 'both') return null;
  const mod = field(hedge, 'mod');
  if (mod === 'at-least') count.high = null;
  else if (mod === 'at-most') count.low = 0;
  else if (mod === 'more-than') {
    count.low = count.low + 1;
    count.high = null;
  }
  if (mod !== undefined) count.mod = mod;
  return hedge.end;
}

/** What may follow a number instead of its noun: "of the fighters of ...", "others", "in the ranks of ...". True when the phrase is complete. */
function afterCount(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): boolean {
  // "rose to 600 | the number of the dead"
  if (nodeOf(doc, t, 'total') !== null && !hasConjunction(doc, t)) return true;
  const additional = nodeOf(doc, t, 'additional');
  if (additional !== null && additional.end === t + 1 && field(additional, 'postposed') !== 'no') {
    np.additional = true;
    np.end = np.countedEnd =
      np.count === null ? additional.end : (postposedHedge(doc, additional.end, end, np.count) ?? additional.end);
    return true;
  }
  const ranks = nodeOf(doc, t, 'rank');
  if (ranks !== null) {
    attachGroup(doc, np, ranks.end, end, gazetteer);
    // "of the fighters of X": the group's own word stands in the rank
    const people = ranks.end > ranks.start + 1 ? nodeOf(doc, ranks.end - 1, 'person') : null;
    if (people !== null) np.group = ranks.end - 1;
    // "seven of the fighters of the party": people, whatever they belong to
    if (people !== null && np.kind === 'thing' && np.actor === null)
      Object.assign(np, { kind: 'person', node: people, person: people });
    return true;
  }
  const preposition = nodeOf(doc, t, 'case');
  if (
    preposition !== null &&
    field(preposition, 'role') === 'from' &&
    doc.info[t].pronoun === null &&
    (doc.bits[t] & (WA | FA)) === 0
  ) {
    // "five of both sides": people, and no party by itself
    const sides = nodeOf(doc, preposition.end, 'both-sides');
    if (sides !== null && sides.end <= end) {
      np.end = np.countedEnd = sides.end;
      return true;
    }
    // "six from the governorate of X": where they are from
    const from = preposition.end;
    const land = from < end && nodeOf(doc, from, 'place-class') !== null && nodeOf(doc, from, 'person') !== null;
    if (land && readPlace(doc, from, end, gazetteer, false)?.sure === true) return false;
    attachGroup(doc, np, preposition.end, end, gazetteer);
    return np.kind !== 'number';
  }
  return false;
}

function attachGroup(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): void {
  if (t >= end) return;
  const group = readNoun(doc, t, end, gazetteer);
  if (group === null || group.count !== null) return;
  np.kind =
    group.kind === 'actor' || group.kind === 'outcome'
      ? group.kind === 'actor'
        ? 'actor'
        : 'outcome'
      : group.kind === 'thing'
        ? 'thing'
        : 'person';
  np.head = group.head;
  np.node = group.node;
  np.features = null;
  np.actor = group.actor;
  np.place = group.place;
  np.person = group.person;
  np.end = np.countedEnd = group.actor === null ? group.end : joinedOwner(doc, group.end, end, gazetteer);
}

/** "others", "another", "two others": people counted without a noun. */
function others(doc: Doc, np: NounPhrase, t: number): boolean {
  const word = nodeOf(doc, t, 'another');
  if (word === null || doc.bits[t] & (AL | BI | LI | KA)) return false;
  const joined = joinedTo(doc, t);
  // "a third raid", "a third victim" put before the noun
  if (
    !isOneOfThem(doc, t) &&
    isWord(doc, word.end) &&
    word.end < doc.length &&
    !hasConjunction(doc, word.end) &&
    nodeOf(doc, word.end, 'date') === null &&
    followedByNoun(doc, word.end) &&
    joined === null
  )
    return false;
  const value = field(word, 'value');
  np.count = value === 'many' ? { low: 2, high: null, mod: 'vague' } : { low: Number(value), high: Number(value), mod: 'exact' };
  np.countNode = word;
  np.additional = true;
  np.end = np.countedEnd = joined?.end ?? word.end;
  return true;
}

/** "a youth and another | (of) unknown (identity)" */
function joinedTo(doc: Doc, t: number): Node<any> | null {
  if (t === 0 || !hasConjunction(doc, t) || !isWord(doc, t - 1) || isDefinite(doc, t - 1)) return null;
  const before = nodeAmong(doc, t - 1, somebody);
  const described = nodeOf(doc, t + 1, 'person');
  if (before === null || described === null || featuresOf(before)?.number !== 'sg' || isDefinite(doc, t + 1)) return null;
  return field(described, 'faceless') === 'yes' || featuresOf(described)?.pos !== 'noun' ? described : null;
}

const somebody: ReadonlySet<string> = new Set(['person', 'title', 'outcome']);

const followedByNoun = (doc: Doc, t: number): boolean =>
  doc.bits[t] & (BI | LI | KA)
    ? false
    : ['event', 'outcome', 'person', 'thing', 'unit'].some((kind) => readings(doc, t, kind).noun !== null);

function readHead(doc: Doc, np: NounPhrase, t: number, end: number): boolean {
  const mark = markAt(doc, t);
  if (mark === 'open' || mark === 'quote') {
    const close = closingOf(doc, t, end, 6);
    if (close <= t + 1 || opensCount(doc, t + 1)) return false;
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
  if (mark === 'open-paren') return bracketed(doc, np, t, end);
  const titled = behindShortTitle(doc, t, end);
  if (titled > t) {
    np.kind = 'name';
    np.head = titled;
    np.node = nodeAmong(doc, titled, names);
    np.definite = true;
    np.end = np.countedEnd = titled + 1;
    return true;
  }
  if (!isWord(doc, t) || (t > np.start && nodeOf(doc, t, 'and') !== null)) return false;
  if (t > np.start && doc.bits[t] & (WA | FA | BI | LI | KA)) return false;
  let best: Node<any> | null = null;
  for (const node of doc.at[t]) {
    if (!heads.has(node.kind)) continue;
    if (node.word !== null && node.word.surface.features.pos === 'verb') continue;
    // "of land" (an adjective) is written like "my land": reports say "my" of people only
    if (node.word?.pronoun === '1s' && node.kind !== 'person') continue;
    const equal = best !== null && node.end === best.end;
    const freer = equal && rank[node.kind] === rank[best!.kind] && isCut(doc, best!) && !isCut(doc, node);
    // "the father" is written like the letters of an agency
    if (equal && best!.kind === 'person' && node.kind === 'outlet' && best!.word?.exact === true && !isByline(doc, t)) continue;
    if (best === null || node.end > best.end || (equal && rank[node.kind] > rank[best.kind]) || freer) best = node;
  }
  // "at night" is written like a woman's name
  if (best !== null && names.has(best.kind) && t === np.start && nodeOf(doc, t, 'daypart') !== null && !isNamed(doc, t + 1))
    return false;
  if (best !== null && names.has(best.kind) && isDefinite(doc, t)) {
    // "the Turkish": a nationality that is also a family name is one only after another name
    const nationality = nodeOf(doc, t, 'nationality');
    if (nationality !== null && nationality.end >= best.end) best = nationality;
  }
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
  // "40 | at the hands of" has the letters of "Ali"
  if (best !== null && names.has(best.kind) && np.count !== null && (stopAt(doc, t)?.end ?? 0) > best.end) return false;
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

/**
 * A form that asks for a genitive ("two gendarmes of") or says "my", where nothing follows that it could belong to: "a gendarme" is written alike. And the
 * accusative "a soldier" right before the article, which is written like "two soldiers of".
 */
function isCut(doc: Doc, { kind, word, end }: Node<any>): boolean {
  if (word === null) return false;
  if (word.pronoun === '1s') return true;
  const { state } = word.surface.features;
  if (state === 'accusative')
    return kind === 'person' && end < doc.length && isDefinite(doc, end) && nodeOf(doc, end, 'date') === null;
  if (state !== 'construct') return false;
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

const people: ReadonlySet<string> = new Set(['person', 'title', 'outcome', 'given-name', 'kunya']);

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
  return (nodeOf(doc, quantity.end, 'outcome') ?? nodeOf(doc, quantity.end, 'person')) !== null;
};

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
