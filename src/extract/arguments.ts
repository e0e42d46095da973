/** The arguments of a happening: what stands after its word, handed to its role. */

import type { EventType } from '../claim/reading.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isForce } from './parties.ts';
import { field, hasConjunction } from './words.ts';

export type Found = {
  /** Phrases without a preposition after the word, group by group. */
  direct: NounPhrase[][];
  directAt: number[];
  until: number;
};

const refinable: ReadonlySet<EventType> = new Set<EventType>([
  'attack',
  'shelling',
  'air-strike',
  'armed-clash',
  'bombing',
  'killing',
  'other',
]);

export function setType(h: Happening, type: EventType): void {
  const now = h.types[0];
  if (now === type || !refinable.has(now)) return;
  if (now === 'killing' && type === 'attack') return;
  h.types = [type, ...h.types.filter((t) => t !== type)];
}

/** Walks to the right and hands each argument to its role. */
export function walk(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array, nominal: boolean): Found {
  const found: Found = { direct: [], directAt: [], until: k };
  let j = k + 1;
  let pending = '';
  for (; j < chunks.length; j++) {
    const chunk = chunks[j];
    if (used[j] && chunk.kind !== 'mark') {
      if (chunk.kind === 'according') {
        // an inserted "according to" does not end the clause
        while (j + 1 < chunks.length && used[j + 1]) j++;
        continue;
      }
      break;
    }
    const stop = stops(doc, chunks, j, k, pending, nominal);
    if (stop) break;
    switch (chunk.kind) {
      case 'case':
        pending = doc.info[chunk.start].pronoun === null ? chunk.mark : '';
        continue;
      case 'agent':
        pending = 'agent';
        continue;
      case 'date':
        h.date ??= chunk.node;
        pending = '';
        break;
      case 'place':
        placeArgument(chunks, j, h, pending, nominal);
        pending = '';
        break;
      case 'noun': {
        const taken = nounArgument(doc, chunks, j, h, pending, found, nominal, k);
        pending = '';
        if (taken < 0) return { ...found, until: j - 1 };
        j = taken;
        break;
      }
      case 'mark':
        if (chunk.mark === 'comma' && nominal && !continuesAfterComma(chunks, j)) return { ...found, until: j };
        break;
      case 'among':
        // subsets belong to the figures; the parties end here
        return { ...found, until: j };
      default:
        break;
    }
    found.until = j;
  }
  return found;
}

function continuesAfterComma(chunks: readonly Chunk[], j: number): boolean {
  const next = chunks[j + 1];
  return (
    next !== undefined &&
    (next.kind === 'case' || next.kind === 'date' || next.kind === 'agent' || next.kind === 'place' || (next.bits & BI) !== 0)
  );
}

function stops(doc: Doc, chunks: readonly Chunk[], j: number, k: number, pending: string, nominal: boolean): boolean {
  const chunk = chunks[j];
  switch (chunk.kind) {
    case 'that':
    case 'contrast':
    case 'reset':
    case 'continue':
    case 'relative':
    case 'result':
    case 'cause':
    case 'say':
    case 'hearsay':
    case 'responsibility':
    case 'according':
    case 'conjunction':
    case 'condition':
    case 'background':
      return true;
    case 'event':
      return true;
    case 'verb':
    case 'light':
      return true;
    case 'negation':
    case 'was':
      return j > k + 1;
    case 'mark':
      if (chunk.mark === 'colon' || chunk.mark === 'semicolon' || chunk.mark === 'bar') return true;
      if (chunk.mark === 'comma') {
        const next = chunks[j + 1];
        return (
          next === undefined ||
          ((next.kind === 'event' || next.kind === 'verb' || next.kind === 'light') && true) ||
          (next.kind === 'noun' && hasConjunction(doc, next.start) && nominal)
        );
      }
      return false;
    case 'noun':
      return nominal && pending === '' && hasConjunction(doc, chunk.start) && chunk.noun !== null && startsClause(chunks, j);
    default:
      return false;
  }
}

const startsClause = (chunks: readonly Chunk[], j: number): boolean => {
  const next = chunks[j + 1];
  return next?.finite;
};

function placeArgument(chunks: readonly Chunk[], j: number, h: Happening, pending: string, nominal: boolean): void {
  const place = chunks[j].place!;
  const bits = chunks[j].bits;
  const noun = chunks[j].noun;
  if (pending === 'agent' && noun !== null) {
    h.actors.push(noun);
    return;
  }
  if (pending === 'from') add(h, movement(h) || h.sense?.of === 'from' ? 'from' : 'from', place);
  else if (pending === 'to' || (bits & LI && movement(h))) add(h, 'to', place);
  else if (
    pending === 'between' ||
    pending === 'about' ||
    pending === 'with' ||
    pending === 'charge' ||
    pending === 'purpose' ||
    pending === 'support'
  )
    return;
  else if (bits & KA) return;
  else add(h, 'at', place);
  void nominal;
}

export const movement = (h: Happening): boolean => h.types[0] === 'displacement' || h.types[0] === 'force-movement';

export function add(h: Happening, role: 'at' | 'from' | 'to', place: NonNullable<Chunk['place']>): void {
  if (!h.places.some((p) => p.role === role)) h.places.push({ role, place });
}

function nounArgument(
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  h: Happening,
  pending: string,
  found: Found,
  nominal: boolean,
  k: number,
): number {
  const chunk = chunks[j];
  const noun = chunk.noun!;
  const { nouns, last } = coordinated(doc, chunks, j, null);
  const bits = chunk.bits;
  switch (pending) {
    case 'agent':
      h.actors.push(...nouns);
      h.rules.push('event.agent-marker');
      return last;
    case 'on':
    case 'against':
      if (h.types[0] === 'territory' && noun.actor === null && noun.kind !== 'person') {
        if (!h.places.some((p) => p.role === 'at')) facility(h, noun, 'at');
      } else if (noun.kind !== 'number' && (noun.kind !== 'other' || noun.actor !== null)) {
        h.recipients.push(...nouns);
        h.rules.push('event.target-after-preposition');
      }
      if (noun.place !== null && !h.places.some((p) => p.role === 'at')) h.places.push({ role: 'at', place: noun.place });
      return last;
    case 'between':
      // "20 between dead and wounded" is a count
      if (noun.kind === 'outcome') return last;
      if (nouns.length > 1 || noun.features?.number === 'du' || noun.actor !== null) {
        h.actors.push(...nouns);
        h.rules.push('event.between-parties');
      }
      return last;
    case 'with':
      if (h.types[0] === 'armed-clash' || h.types[0] === 'agreement') {
        h.actors.push(...nouns);
        h.rules.push('event.with-other-side');
      }
      return last;
    case 'means':
      h.means.push(...nouns);
      meansType(h, nouns);
      return last;
    case 'in':
      if (noun.place !== null) add(h, 'at', noun.place);
      else if (noun.kind === 'thing' && field(noun.node, 'target') === 'yes') facility(h, noun, 'at');
      return last;
    case 'from':
      if (noun.place !== null) add(h, 'from', noun.place);
      else if (noun.kind === 'thing' && movement(h) && field(noun.node, 'target') === 'yes') facility(h, noun, 'from');
      else if (nominal && found.direct.length === 0 && j === k + 2 && isForce(doc, noun)) h.actors.push(...nouns);
      return last;
    case 'to':
      if (noun.place !== null) add(h, 'to', noun.place);
      else if (noun.kind === 'thing' && field(noun.node, 'target') === 'yes') {
        if (movement(h)) facility(h, noun, 'to');
        else h.recipients.push(...nouns);
      }
      return last;
    case '':
      break;
    default:
      return last;
  }
  if (bits & BI) {
    if (noun.kind === 'thing' && field(noun.node, 'means') === 'yes') {
      h.means.push(...nouns);
      meansType(h, nouns);
    } else if (noun.place !== null) add(h, 'at', noun.place);
    return last;
  }
  if (bits & KA) return last;
  if (bits & LI) {
    if (nominal || h.sense?.of === 'recipient') ofArgument(doc, h, nouns);
    return last;
  }
  if (nominal && (hasConjunction(doc, chunk.start) || j > k + 1)) {
    // a verbal noun takes its genitive at once; what comes later belongs elsewhere
    if (j === k + 1 || hasConjunction(doc, chunk.start)) return -1;
    const between = chunks.slice(k + 1, j);
    if (
      !between.every(
        (c) => c.kind === 'word' || c.kind === 'mark' || (c.kind === 'noun' && c.noun !== null && c.noun.kind === 'other'),
      )
    )
      return -1;
    if (between.some((c) => c.kind === 'mark' && c.mark === 'comma')) return -1;
  }
  found.direct.push(nouns);
  found.directAt.push(j);
  return last;
}

/** A facility is where it happens; kept as a place without a row of the gazetteer. */
export function facility(h: Happening, noun: NounPhrase, role: 'at' | 'from' | 'to'): void {
  add(h, role, {
    start: noun.start,
    end: noun.end,
    relation: null,
    bearing: null,
    offset: null,
    anaphor: null,
    sure: false,
    levels: [{ start: noun.start, end: noun.end, kind: 'facility', keys: [], rows: [], bearing: null }],
  });
}

function meansType(h: Happening, nouns: readonly NounPhrase[]): void {
  for (const noun of nouns) {
    const type = field(noun.node, 'type') as EventType | undefined;
    if (type !== undefined) setType(h, type);
  }
}

function ofArgument(doc: Doc, h: Happening, nouns: NounPhrase[]): void {
  const casualty = h.outcome !== null;
  if (!casualty && isForce(doc, nouns[0])) h.actors.push(...nouns);
  else h.recipients.push(...nouns);
  h.rules.push('event.of-party');
}
