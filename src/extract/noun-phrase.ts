/**
 * Noun phrases: a count (if any), a head, and what belongs to it.
 *   "13 at least of the fighters of the group", "two women of French nationality", "the spokesman of the «SDF», Mustafa Bali"
 */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { COUNTED } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { joinKinds } from './joined-kinds.ts';
import { countBehind, isOneOfThem, oneOf } from './noun-count.ts';
import { extend } from './noun-extend.ts';
import { readHead } from './noun-head.ts';
import { isTownAlone, joinedOwner } from './noun-owners.ts';
import { type Count, heads, type NounPhrase, names, newNoun } from './noun-parts.ts';
import { isOfEvery } from './out-of.ts';
import { settlements } from './place-kinds.ts';
import type { Gazetteer } from './place-names.ts';
import { readPlace } from './place-phrases.ts';
import { otherwiseEnd, secondQualityEnd } from './second-quality.ts';
import { speaksOfThem } from './speaks-of-them.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, nodeAmong, nodeOf, readings } from './words.ts';

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
    // "four | near (in the nearness of) the bridge"
    const near = t < end && (nodeOf(doc, t, 'relation')?.end ?? 0) > t + 1;
    if (t >= end || near || isTimeBehind(doc, t) || isOneOfThem(doc, t) || nodeOf(doc, t, 'that')?.word?.exact === true)
      return np;
    if (afterCount(doc, np, t, end, gazetteer)) {
      joinKinds(doc, np, end);
      return np;
    }
    t = np.end;
    if (t < end && np.kind === 'number' && speaksOfThem(doc, t)) return np;
    if (np.kind !== 'number' || countsAlone(doc, np, t, end)) return np;
  }
  if (t >= end) return count === null ? null : np;
  if (count === null && (doc.groups[t] & COUNTED) !== 0 && others(doc, np, t)) return np;
  if (!readHead(doc, np, t, end)) return count === null ? null : np;
  // "(blew) himself up | right as the guard came out": nothing describes a pronoun
  if (np.node === null && np.kind === 'other' && nodeOf(doc, np.head, 'same') !== null) return np;
  extend(doc, np, end, gazetteer);
  const qualities = Math.max(secondQualityEnd(doc, np, end), otherwiseEnd(doc, np, end));
  if (qualities > 0) np.end = qualities;
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

/** "(bore to their graves) the hundreds | a body": with its article a word for many counts no bodies; "(fell) the dozens dead" says what they became. */
const countsAlone = (doc: Doc, { count, countNode, start }: NounPhrase, t: number, end: number): boolean =>
  count!.mod === 'vague' &&
  countNode?.end === start + 1 &&
  t < end &&
  isDefinite(doc, start) &&
  field(nodeOf(doc, t, 'outcome'), 'remains') === 'yes';

function readCount(doc: Doc, t: number): { count: Count; node: Node<any> | null; end: number } | null {
  const one = oneOf(doc, t);
  if (one > t) return { count: { low: 1, high: 1, mod: 'exact' }, node: null, end: one };
  const quantity = nodeOf(doc, t, 'quantity');
  if (quantity !== null) {
    // written out: the copy of an object by its dots has a shape of its own each time
    const { low, high, mod } = quantity.value;
    return { count: { low, high, mod }, node: quantity, end: quantity.end };
  }
  const number = nodeOf(doc, t, 'number');
  if (number === null || nodeOf(doc, t, 'amount')?.value?.counts === false) return null;
  const value: number = number.value?.value ?? number.value;
  if (!Number.isInteger(value)) return null;
  return { count: { low: value, high: value, mod: 'exact' }, node: number, end: number.end };
}

/** "13 at least": a hedge after the number or after the counted noun. Changes the count; returns the token after it. */
function postposedHedge(doc: Doc, t: number, end: number, count: Count): number | null {
  if (t >= end) return null;
  // "thirty persons | and some"
  const odd = count.mod === 'exact' && count.low >= 10 ? nodeOf(doc, t, 'odd') : null;
  if (odd !== null && field(odd, 'after') === 'yes') {
    count.high = count.low < 100 ? count.low + 9 : null;
    count.mod = count.low < 100 ? 'range' : 'more-than';
    count.low++;
    return odd.end;
  }
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
  // "many of them, | their wounds are grave"
  if (t > np.start + 1 && nodeOf(doc, t - 1, 'among') !== null && doc.info[t].pronoun !== null) return true;
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
    // "five | out of twenty prisoners": those in all are told apart
    if (nodeOf(doc, t, 'among') !== null || isOfEvery(doc, preposition.end)) return false;
    // "five of both sides": people, and no party by itself
    const sides = nodeOf(doc, preposition.end, 'both-sides');
    if (sides !== null && sides.end <= end) {
      np.end = np.countedEnd = sides.end;
      return true;
    }
    // "(the flight of) the dozens | from their homes": what they left
    if (preposition.end < end && isDefinite(doc, np.start) && leaves(doc, preposition.end)) return false;
    if (isFromTown(doc, preposition.end, end, gazetteer)) return false;
    attachGroup(doc, np, preposition.end, end, gazetteer);
    return np.kind !== 'number';
  }
  return false;
}

/** "six from the governorate of X", "four from Jenin", which is written like "a foetus": where they are from, and nobody they belong to. */
function isFromTown(doc: Doc, from: number, end: number, gazetteer: Gazetteer): boolean {
  if (from >= end) return false;
  const node = nodeOf(doc, from, 'place-class');
  if (node !== null) {
    const kind = field(node, 'kind') ?? '';
    if (nodeOf(doc, from, 'person') === null && (!(settlements.has(kind) || kind === 'camp') || isDefinite(doc, from)))
      return false;
    return readPlace(doc, from, end, gazetteer, false)?.sure === true;
  }
  const group = readNoun(doc, from, end, gazetteer);
  return group !== null && isTownAlone(doc, group, gazetteer);
}

const leaves = (doc: Doc, t: number): boolean =>
  doc.info[t].pronoun?.startsWith('3') === true &&
  (nodeOf(doc, t, 'place-class') !== null || field(nodeOf(doc, t, 'thing'), 'category') === 'building');

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
  if (field(word, 'told') === 'yes' && !isOneOfThem(doc, t)) return false;
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

const somebody = new Kinds(['person', 'title', 'outcome']);

/** "in the last | raid", "the last | crime of", "the last of | those | raids" */
function followedByNoun(doc: Doc, t: number): boolean {
  if (doc.bits[t] & (BI | LI | KA)) return false;
  if (nodeOf(doc, t, 'demonstrative') !== null && isDefinite(doc, t + 1)) return followedByNoun(doc, t + 1);
  return ranked.some((kind) => readings(doc, t, kind).noun !== null);
}
const ranked: readonly string[] = ['event', 'outcome', 'person', 'thing', 'unit', 'carrier'];
