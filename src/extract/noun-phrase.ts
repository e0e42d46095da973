/**
 * Noun phrases: a count (if any), a head, and what belongs to it.
 *   "13 at least of the fighters of the group", "two women of French nationality", "the spokesman of the «SDF», Mustafa Bali"
 */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Features } from '../lexicon/features.ts';
import type { Node } from '../rules/node.ts';
import type { Doc } from './doc.ts';
import { type Gazetteer, type PlacePhrase, readPlace } from './place-phrases.ts';
import {
  closingOf,
  featuresOf,
  field,
  isDefinite,
  isFiniteVerb,
  isWord,
  looksVerbal,
  markAt,
  nodeAmong,
  nodeOf,
  readings,
} from './words.ts';

export type Count = { low: number; high: number | null; mod: string };

export type NounKind =
  | 'actor'
  | 'outlet'
  | 'source'
  | 'person'
  | 'outcome'
  | 'name'
  | 'title'
  | 'thing'
  | 'place'
  | 'number'
  | 'other';

export type NounPhrase = {
  start: number;
  end: number;
  head: number;
  kind: NounKind;
  /** Word of the head, when a list holds it. */
  node: Node<any> | null;
  features: Features | null;
  count: Count | null;
  countNode: Node<any> | null;
  /** End of the counted noun (head and its adjectives), without what follows. */
  countedEnd: number;
  definite: boolean;
  /** Registered actor or outlet that stands in the phrase (head or what it belongs to). */
  actor: Node<any> | null;
  outlet: Node<any> | null;
  place: PlacePhrase | null;
  /** A person noun inside ("gunmen of", "members of"), used for who the counted people are. */
  person: Node<any> | null;
  /** "others": takes its noun from the count before it. */
  additional: boolean;
  /** Its head is also a word for a source ("sites"). */
  mayBeSource: boolean;
};

const heads = new Set([
  'actor',
  'outlet',
  'outcome',
  'person',
  'source',
  'title',
  'kunya',
  'given-name',
  'family-name',
  'thing',
  'actor-short',
  'outlet-short',
  'nationality',
  'vocabulary',
]);
const rank: Record<string, number> = {
  actor: 14,
  outlet: 13,
  outcome: 12,
  person: 11,
  title: 10,
  source: 9,
  thing: 8,
  kunya: 7,
  'actor-short': 6,
  'outlet-short': 5,
  'given-name': 4,
  'family-name': 3,
  nationality: 2,
  vocabulary: 1,
};
const kinds: Record<string, NounKind> = {
  actor: 'actor',
  'actor-short': 'actor',
  outlet: 'outlet',
  'outlet-short': 'outlet',
  outcome: 'outcome',
  person: 'person',
  source: 'source',
  title: 'title',
  thing: 'thing',
  kunya: 'name',
  'given-name': 'name',
  'family-name': 'name',
  nationality: 'other',
  vocabulary: 'other',
};
const stops = new Set([
  'case',
  'preposition',
  'that',
  'relative',
  'negation',
  'adverb',
  'was',
  'modal',
  'future',
  'condition',
  'conjunction',
  'contrast',
  'reset',
  'cause',
  'result',
  'agent',
  'according',
  'background',
  'among',
  'pronoun',
  'none',
  'furniture',
  'rank',
  'hearsay',
  'responsibility',
  'additional',
  'demonstrative',
  'unreal',
]);
const names = new Set(['given-name', 'family-name', 'kunya']);

/** Reads the noun phrase that begins at token `i`, or null. Proclitics of its first token are the caller's to judge. */
export function readNoun(doc: Doc, i: number, end: number, gazetteer: Gazetteer): NounPhrase | null {
  let t = i;
  const counted = readCount(doc, t);
  let count: Count | null = null;
  let countNode: Node<any> | null = null;
  if (counted !== null) {
    count = counted.count;
    countNode = counted.node;
    t = counted.end;
    t = postposedHedge(doc, t, end, count) ?? t;
  }
  const np: NounPhrase = {
    start: i,
    end: t,
    head: t,
    kind: 'number',
    node: null,
    features: null,
    count,
    countNode,
    countedEnd: t,
    definite: false,
    actor: null,
    outlet: null,
    place: null,
    person: null,
    additional: false,
    mayBeSource: false,
  };
  if (count !== null) {
    if (t >= end) return np;
    if (afterCount(doc, np, t, end, gazetteer)) return np;
    t = np.end;
    if (np.kind !== 'number') return np;
  }
  if (t >= end) return count === null ? null : np;
  if (count === null && others(doc, np, t)) return np;
  if (!readHead(doc, np, t, end)) return count === null ? null : np;
  extend(doc, np, end, gazetteer);
  if (count !== null) np.countedEnd = Math.max(np.countedEnd, np.head + 1);
  const after = count === null ? null : postposedHedge(doc, np.end, end, count);
  if (after !== null) {
    np.end = after;
    extend(doc, np, end, gazetteer);
  }
  return np;
}

function readCount(doc: Doc, t: number): { count: Count; node: Node<any> | null; end: number } | null {
  const quantity = nodeOf(doc, t, 'quantity');
  if (quantity !== null) return { count: { ...quantity.value }, node: quantity, end: quantity.end };
  const number = nodeOf(doc, t, 'number');
  if (number === null) return null;
  const value: number = number.value?.value ?? number.value;
  if (!Number.isInteger(value)) return null;
  return { count: { low: value, high: value, mod: 'exact' }, node: number, end: number.end };
}

/** "13 at least": a hedge after the number or after the counted noun. Changes the count; returns the token after it. */
function postposedHedge(doc: Doc, t: number, end: number, count: Count): number | null {
  if (t >= end) return null;
  const paren = markAt(doc, t) === 'comma' ? 0 : 0;
  const hedge = nodeOf(doc, t + paren, 'hedge');
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
  const additional = nodeOf(doc, t, 'additional');
  if (additional !== null && additional.end === t + 1 && field(additional, 'postposed') !== 'no') {
    np.additional = true;
    np.end = np.countedEnd = additional.end;
    return true;
  }
  const ranks = nodeOf(doc, t, 'rank');
  if (ranks !== null) {
    attachGroup(doc, np, ranks.end, end, gazetteer);
    return true;
  }
  const preposition = nodeOf(doc, t, 'case');
  if (
    preposition !== null &&
    field(preposition, 'role') === 'from' &&
    doc.info[t].pronoun === null &&
    (doc.bits[t] & (WA | FA)) === 0
  ) {
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
  np.end = np.countedEnd = group.end;
}

/** "others", "another", "two others": people counted without a noun. */
function others(doc: Doc, np: NounPhrase, t: number): boolean {
  const word = nodeOf(doc, t, 'another');
  if (word === null || doc.bits[t] & (AL | BI | LI | KA)) return false;
  const value = field(word, 'value');
  np.count = value === 'many' ? { low: 2, high: null, mod: 'vague' } : { low: Number(value), high: Number(value), mod: 'exact' };
  np.countNode = word;
  np.additional = true;
  np.end = np.countedEnd = word.end;
  return true;
}

function readHead(doc: Doc, np: NounPhrase, t: number, end: number): boolean {
  const mark = markAt(doc, t);
  if (mark === 'open' || mark === 'quote') {
    const close = closingOf(doc, t, end, 6);
    if (close <= t + 1) return false;
    for (let k = t + 1; k < close; k++) if (isWord(doc, k) && actsInside(doc, k)) return false;
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
  if (!isWord(doc, t)) return false;
  if (t > np.start && doc.bits[t] & (WA | FA | BI | LI | KA)) return false;
  let best: Node<any> | null = null;
  for (const node of doc.at[t]) {
    if (!heads.has(node.kind)) continue;
    if (node.word !== null && node.word.surface.features.pos === 'verb') continue;
    if (best === null || node.end > best.end || (node.end === best.end && rank[node.kind] > rank[best.kind])) best = node;
  }
  if (best !== null && best.kind === 'source') {
    // "positions" and "websites" are one word: what can be hit is taken for a thing, and may still speak
    const thing = nodeOf(doc, t, 'thing');
    if (thing !== null && field(thing, 'target') === 'yes' && thing.end >= best.end) {
      np.mayBeSource = true;
      best = thing;
    }
  }
  if (best === null) {
    if (nodeAmong(doc, t, stops) !== null || isFiniteVerb(doc, t)) return false;
    if (
      nodeOf(doc, t, 'event') !== null ||
      nodeOf(doc, t, 'say') !== null ||
      nodeOf(doc, t, 'light') !== null ||
      nodeOf(doc, t, 'number') !== null
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
  if (closing === 'close' || closing === 'quote') for (let k = t + 1; k < np.end; k++) if (markAt(doc, k) === 'open' || markAt(doc, k) === 'quote') {
    np.end = np.countedEnd = np.end + 1;
    break;
  }
  np.definite = isDefinite(doc, t) || np.kind === 'actor' || np.kind === 'name' || np.kind === 'outlet';
  take(np, best);
  return true;
}

/** A finite verb inside quotation marks: speech, not a name. */
function actsInside(doc: Doc, k: number): boolean {
  if (doc.info[k].nominal || isDefinite(doc, k)) return false;
  return readings(doc, k, 'event').verb !== null || readings(doc, k, 'light').verb !== null || readings(doc, k, 'verb').verb !== null || readings(doc, k, 'say').verb !== null;
}

function take(np: NounPhrase, node: Node<any> | null): void {
  if (node === null) return;
  if (node.kind === 'actor' || node.kind === 'actor-short') np.actor ??= node;
  else if (node.kind === 'outlet' || node.kind === 'outlet-short') np.outlet ??= node;
  else if (node.kind === 'person' || node.kind === 'outcome') np.person ??= node;
}

/** Adds what belongs to the head: genitives, adjectives, names, brackets, "of the group", "belonging to". */
function extend(doc: Doc, np: NounPhrase, end: number, gazetteer: Gazetteer): void {
  const limit = Math.min(end, np.head + 14);
  let t = np.end;
  let counted = np.countedEnd === t;
  while (t < limit) {
    const mark = markAt(doc, t);
    if (mark !== '') {
      const next = extendMark(doc, np, t, end, mark);
      if (next < 0) break;
      t = np.end = next;
      continue;
    }
    if (!isWord(doc, t)) break;
    const bits = doc.bits[t];
    if (bits & (WA | FA | BI | KA)) break;
    if (bits & LI) {
      const next = extendOf(doc, np, t, end, gazetteer);
      if (next < 0) break;
      t = np.end = next;
      continue;
    }
    const belong = nodeOf(doc, t, 'belong');
    if (belong !== null && belong.end < end) {
      const next = extendBelong(doc, np, belong.end, end, gazetteer);
      if (next > 0) {
        t = np.end = next;
        counted = false;
        continue;
      }
    }
    const preposition = nodeOf(doc, t, 'case');
    if (preposition !== null) {
      const next = extendFrom(doc, np, preposition, end, gazetteer);
      if (next < 0) break;
      t = np.end = next;
      continue;
    }
    const ranks = nodeOf(doc, t, 'rank');
    if (ranks !== null) {
      const group = ranks.end < end ? readNoun(doc, ranks.end, end, gazetteer) : null;
      if (group === null) break;
      absorb(np, group);
      t = np.end = group.end;
      continue;
    }
    const additional = nodeOf(doc, t, 'additional');
    if (additional !== null && additional.end === t + 1 && np.count !== null) {
      t = np.end = additional.end;
      continue;
    }
    const next = extendWord(doc, np, t, end, gazetteer);
    if (next < 0) break;
    if (counted && !isDefinite(doc, t)) np.countedEnd = next;
    counted = counted && !isDefinite(doc, t);
    t = np.end = next;
  }
}

function absorb(np: NounPhrase, group: NounPhrase): void {
  np.actor ??= group.actor;
  np.outlet ??= group.outlet;
  np.place ??= group.place;
  np.person ??= group.person;
}

function extendMark(doc: Doc, np: NounPhrase, t: number, end: number, mark: string): number {
  if (mark === 'open' || mark === 'quote') {
    // a name in quotation marks belongs to the noun before it; a longer quotation is speech
    const close = closingOf(doc, t, end, 5);
    if (close < 0) return -1;
    for (let k = t + 1; k < close; k++) {
      if (!isWord(doc, k)) continue;
      if (nodeOf(doc, k, 'that') !== null || isFiniteVerb(doc, k)) return -1;
      take(np, nodeAmong(doc, k, heads));
    }
    return close + 1;
  }
  if (mark === 'open-paren') {
    const close = closingOf(doc, t, end, 8);
    if (close < 0) return -1;
    for (let k = t + 1; k < close; k++) {
      if (!isWord(doc, k)) continue;
      if (nodeOf(doc, k, 'distance') !== null) return -1;
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

/** "of" written as a clitic: "aircraft of the coalition", "positions of the group". */
function extendOf(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): number {
  if (np.kind === 'name' || np.kind === 'number') return -1;
  if (readings(doc, t, 'verb').verb !== null || isFiniteVerb(doc, t)) return -1;
  const owner = readNoun(doc, t, end, gazetteer);
  if (owner === null || owner.count !== null) return -1;
  // "a source told the agency": whom one speaks to is no part of the source
  if ((owner.kind === 'outlet' || owner.actor === null) && (np.kind === 'source' || np.kind === 'person' || np.kind === 'title')) return -1;
  if (owner.actor === null && owner.outlet === null && !(owner.definite && (owner.kind === 'person' || owner.kind === 'actor')))
    return -1;
  absorb(np, owner);
  return owner.end;
}

function extendBelong(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): number {
  let k = t;
  const preposition = nodeOf(doc, k, 'case');
  if (preposition !== null) k = preposition.end;
  else if (!(doc.bits[k] & (LI | BI))) return -1;
  if (k >= end) return -1;
  const place = readPlace(doc, k, end, gazetteer, true);
  const owner = readNoun(doc, k, end, gazetteer);
  if (owner !== null && (owner.actor !== null || place === null)) {
    absorb(np, owner);
    return owner.end;
  }
  if (place !== null) {
    np.place ??= place;
    return place.end;
  }
  return -1;
}

/** "five of the men of the resistance", "gunmen from the group": only when the phrase so far is indefinite. */
function extendFrom(doc: Doc, np: NounPhrase, preposition: Node<any>, end: number, gazetteer: Gazetteer): number {
  if (field(preposition, 'role') !== 'from' || preposition.end >= end || doc.info[preposition.start].pronoun !== null) return -1;
  if (np.kind !== 'person' && np.kind !== 'outcome' && np.kind !== 'thing' && np.kind !== 'other') return -1;
  if (isDefinite(doc, np.head)) return -1;
  const group = readNoun(doc, preposition.end, end, gazetteer);
  if (group === null || group.count !== null) return -1;
  if (group.actor === null && group.kind !== 'person' && group.kind !== 'outcome' && group.kind !== 'name') return -1;
  if (np.kind === 'thing' || np.kind === 'other') if (group.actor === null) return -1;
  absorb(np, group);
  return group.end;
}

function extendWord(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): number {
  if (nodeAmong(doc, t, stops) !== null && nodeAmong(doc, t, heads) === null) return -1;
  if (nodeOf(doc, t, 'that') !== null || nodeOf(doc, t, 'relative') !== null || nodeOf(doc, t, 'date') !== null) return -1;
  if (nodeOf(doc, t, 'number') !== null || nodeOf(doc, t, 'quantity') !== null) {
    // "brigade 93", "the first regiment": numbers that name a unit
    const number = nodeOf(doc, t, 'number');
    if (number !== null && number.end === t + 1 && doc.tokens.kind[t] === 2 && (np.kind === 'thing' || np.kind === 'actor'))
      return t + 1;
    return -1;
  }
  const multi = nodeAmong(doc, t, stops);
  if (multi !== null && multi.end > t + 1) return -1;
  if (isFiniteVerb(doc, t) || looksVerbal(doc, t)) return -1;
  if (nodeOf(doc, t, 'cause') !== null || nodeOf(doc, t, 'agent') !== null) return -1;
  const definite = isDefinite(doc, t);
  const previousDefinite = isDefinite(doc, np.end - 1);
  if (isActing(doc, t, definite)) return -1;
  const head = nodeAmong(doc, t, heads);
  if (head !== null && head.kind !== 'vocabulary') {
    // after a definite word an indefinite common noun begins something else, unless it is a name or an adjective
    if (
      !definite &&
      previousDefinite &&
      !names.has(head.kind) &&
      head.kind !== 'nationality' &&
      head.kind !== 'actor' &&
      np.kind !== 'name' &&
      np.kind !== 'title' &&
      np.kind !== 'source'
    )
      return -1;
    if (
      (head.kind === 'person' || head.kind === 'outcome') &&
      !definite &&
      np.count !== null &&
      np.countedEnd > np.head &&
      np.kind !== 'other'
    ) {
      // "six civilians children": a new count begins
      if (
        np.features?.number === 'pl' &&
        featuresOf(head)?.number === 'pl' &&
        featuresOf(head)?.pos === 'noun' &&
        np.kind === 'person'
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
  if (!isDefinite(doc, np.head) || definite) {
    const place = readPlace(doc, t, end, gazetteer, true);
    if (place !== null && (place.sure || nodeOf(doc, t, 'place-class') !== null)) {
      np.place ??= place;
      return place.end;
    }
  }
  if (nodeOf(doc, t, 'relation') !== null) return -1;
  if (nodeOf(doc, t, 'direction') !== null && !definite) return -1;
  if (
    !definite &&
    previousDefinite &&
    doc.info[t].kinds.size > 0 &&
    np.kind !== 'name' &&
    np.kind !== 'title' &&
    np.kind !== 'source' &&
    np.kind !== 'actor'
  )
    return -1;
  return t + 1;
}

/** A word that acts in the clause (a verb of saying, an event, a light verb) ends the phrase, unless it can only be an adjective here. */
function isActing(doc: Doc, t: number, definite: boolean): boolean {
  for (const kind of ['event', 'say', 'light', 'result', 'verb']) {
    const word = readings(doc, t, kind);
    if (word.verb === null && word.noun === null) continue;
    if (word.verb !== null && !definite && !(doc.bits[t] & AL)) return true;
    const pos = word.noun === null ? null : featuresOf(word.noun)?.pos;
    if (pos === 'participle' || pos === 'passive-participle') return !definite && kind === 'say';
    if (kind === 'event') return true;
  }
  return false;
}
