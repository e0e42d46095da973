/** Lists of places under one class word: "the villages of A, B and C"; and each with its own: "the town of A and the city of B". */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Doc } from './doc.ts';
import { readLevel } from './place-levels.ts';
import { type Gazetteer, nameAt, type PlacePhrase } from './place-names.ts';
import { closingOf, featuresOf, field, hasConjunction, isDefinite, isFiniteVerb, isWord, markAt, nodeOf } from './words.ts';

/** Names that one list goes on with at most. */
const MOST = 20;

/** Token behind the last name of the list that begins with the place; the end of the place where it begins none. */
export function listEnd(doc: Doc, place: PlacePhrase, end: number, gazetteer: Gazetteer): number {
  return joinedEnd(doc, place, underOneEnd(doc, place, end, gazetteer), end, gazetteer);
}

/** Places that may stand beside one another, each with its class word. */
const besides: ReadonlySet<string> = new Set([
  'city',
  'town',
  'village',
  'quarter',
  'camp',
  'hill',
  'admin2',
  'admin3',
  'area',
  'road',
  'street',
  'checkpoint',
  'mountain',
]);

/** "the town of A | and the city of B | and the outskirts of the village of C": token behind the last of them. */
function joinedEnd(
  doc: Doc,
  { start, levels: [level], anaphor }: PlacePhrase,
  from: number,
  end: number,
  gazetteer: Gazetteer,
): number {
  if (
    from >= end ||
    anaphor !== null ||
    level.keys.length === 0 ||
    !besides.has(level.kind ?? field(nodeOf(doc, level.start, 'place-class'), 'kind') ?? '')
  )
    return from;
  if (start > 0 && field(nodeOf(doc, start - 1, 'case'), 'role') === 'between') return from;
  let after = from;
  for (let n = 0; n < MOST && after < end; n++) {
    const k = markAt(doc, after) === 'comma' ? after + 1 : after;
    if (k >= end || !isWord(doc, k) || doc.bits[k] !== WA) break;
    const relation = nodeOf(doc, k, 'relation');
    const t = relation === null ? k : relation.end;
    if (t >= end || (t > k && doc.bits[t] !== 0)) break;
    const kind = field(nodeOf(doc, t, 'place-class'), 'kind') ?? '';
    const next = besides.has(kind) ? readLevel(doc, t, end, gazetteer, false, true) : null;
    if (next === null || next.anaphor !== null || next.level.keys.length === 0) break;
    // "and the village of B saw": another clause
    if (next.after < end && isWord(doc, next.after) && opensClause(doc, next.after)) break;
    after = next.after;
  }
  return after;
}

const opensClause = (doc: Doc, t: number): boolean =>
  !hasConjunction(doc, t) && (isFiniteVerb(doc, t) || nodeOf(doc, t, 'was') !== null);

function underOneEnd(doc: Doc, place: PlacePhrase, end: number, gazetteer: Gazetteer): number {
  const [level] = place.levels;
  // "the outskirts of the towns of A and B"
  let start = place.start;
  while (start < level.start && place.relation !== null && nodeOf(doc, start, 'relation') !== null)
    start = nodeOf(doc, start, 'relation')!.end;
  const head = nodeOf(doc, start, 'place-class');
  if (level.kind === 'road' && head !== null) return roadEnd(doc, place, end, gazetteer);
  if (head === null && level.kind === null) return namesEnd(doc, place, end, gazetteer);
  const number = head === null ? null : featuresOf(head)?.number;
  if ((number !== 'pl' && number !== 'du') || isDefinite(doc, start) || level.keys.length === 0) return place.end;
  let after = place.end;
  for (let n = 0; n < MOST && after < end; n++) {
    const listed = nextName(doc, after, end, gazetteer);
    const next = listed < 0 ? namedAnyhow(doc, after, end, gazetteer, number === 'du') : listed;
    if (next < 0) break;
    after = next;
    if (number === 'du') break;
  }
  return after;
}

/**
 * "the two provinces of X and Daraa", which is written like "shields": a pair has a second name, whatever else its letters may say. "the towns of A, and B,
 * and C": so has a list that a known name goes on with. Token behind such a name, or -1.
 */
function namedAnyhow(doc: Doc, t: number, end: number, gazetteer: Gazetteer, pair: boolean): number {
  if (t >= end || !isWord(doc, t) || (doc.bits[t] & ~AL) !== WA || !mayName(doc, t) || nodeOf(doc, t, 'and') !== null) return -1;
  const match = nameAt(doc, t, end, gazetteer);
  let after = t + (match?.length ?? 1);
  while (after < end && after < t + 3 && isWord(doc, after) && doc.bits[after] === AL && mayName(doc, after)) {
    if (nodeOf(doc, after, 'direction') !== null || match !== null) break;
    after++;
  }
  if (pair) return match !== null || (!isFiniteVerb(doc, t) && doc.at[t].every(({ kind }) => kind !== 'verb')) ? after : -1;
  if (after >= end || !isWord(doc, after) || (doc.bits[after] & ~AL) !== WA || !doc.info[after].unknown) return -1;
  return nameAt(doc, after, end, gazetteer) === null ? -1 : after;
}

const mayName = (doc: Doc, t: number): boolean => doc.at[t].every(({ kind }) => !nameless.has(kind));
const nameless: ReadonlySet<string> = new Set(['event', 'that', 'case', 'date', 'place-class', 'quantity', 'number', 'relative']);

/** Token behind ", B" or "and B", or -1. */
function nextName(doc: Doc, t: number, end: number, gazetteer: Gazetteer): number {
  let k = markAt(doc, t) === 'comma' ? t + 1 : t;
  const and = k < end ? nodeOf(doc, k, 'and') : null;
  if (and !== null) k = and.end;
  if (k >= end || (k === t && !hasConjunction(doc, k))) return -1;
  const mark = markAt(doc, k);
  if (mark === 'open' || mark === 'quote' || mark === 'slash') {
    const close = closingOf(doc, k, end, 5);
    return close > k + 1 ? close + 1 : -1;
  }
  if (!isWord(doc, k) || doc.bits[k] & (BI | LI | KA | FA)) return -1;
  const match = nameAt(doc, k, end, gazetteer);
  if (match !== null && (match.length > 1 || doc.info[k].unknown)) return k + match.length;
  // "and the gate": an everyday word goes on with the list only with its article
  if (match !== null) return isDefinite(doc, k) && nodeOf(doc, k, 'person') === null ? k + 1 : -1;
  if (!isStranger(doc, k)) return -1;
  let after = k + 1;
  while (after < end && after < k + 3 && isWord(doc, after) && doc.bits[after] === 0 && isStranger(doc, after)) after++;
  return after;
}

/** "(in) X and Y": two towns that only their names tell, behind what ties the first. Capitals and countries may be parties. */
function namesEnd(
  doc: Doc,
  { start, end: from, levels, relation, bearing, anaphor }: PlacePhrase,
  end: number,
  gazetteer: Gazetteer,
): number {
  if (relation !== null || bearing !== null || anaphor !== null || levels.length > 1 || levels[0].bearing !== null) return from;
  if (!isTown(doc, start, levels[0].rows, gazetteer) || !isTied(doc, start)) return from;
  let after = from;
  for (let n = 0; n < MOST && after < end; n++) {
    const k = markAt(doc, after) === 'comma' ? after + 1 : after;
    if (k >= end || !isWord(doc, k) || (doc.bits[k] & ~AL) !== WA) break;
    const match = nameAt(doc, k, end, gazetteer);
    const town = match !== null && isTown(doc, k, match.rows, gazetteer) && (match.length > 1 || doc.info[k].unknown);
    // "each of X, Y and Z": whatever is joined to the first is a place as well
    if (!town && !(isShared(doc, start - 1) && (match !== null || isStranger(doc, k)))) break;
    const next = k + (match?.length ?? 1);
    // "and Y sees clashes"
    if (next < end && isWord(doc, next) && (isFiniteVerb(doc, next) || nodeOf(doc, next, 'was') !== null)) break;
    after = next;
  }
  return after;
}

const isTown = (doc: Doc, t: number, rows: readonly number[], gazetteer: Gazetteer): boolean =>
  rows.length > 0 &&
  !rows.some((row) => gazetteer.kindOf(row) === 'country' || gazetteer.rankOf(row) >= CAPITAL) &&
  nodeOf(doc, t, 'actor') === null &&
  nodeOf(doc, t, 'given-name') === null;

const CAPITAL = 9;

/** "in", "on", "from" and the like right before it; not "between". */
const isTied = (doc: Doc, t: number): boolean =>
  (doc.bits[t] & BI) !== 0 || (t > 0 && ties.has(field(nodeOf(doc, t - 1, 'case'), 'role') ?? '')) || isShared(doc, t - 1);

const ties: ReadonlySet<string> = new Set(['in', 'on', 'from', 'to']);

/** "each of" */
const isShared = (doc: Doc, t: number): boolean => t > 0 && nodeOf(doc, t - 1, 'each')?.end === t + 1;

/** "the road X - Y", "the road X Y", "the road between the cities of X and Y", "the road that joins X and Y". */
function roadEnd(doc: Doc, place: PlacePhrase, end: number, gazetteer: Gazetteer): number {
  let t = place.end;
  const named = place.levels[0].keys.length > 0;
  if (named) {
    const dash = t < end && (markAt(doc, t) === 'dash' || markAt(doc, t) === 'slash');
    const k = dash ? t + 1 : t;
    const match = k < end && isWord(doc, k) && doc.bits[k] === (doc.bits[k] & AL) ? nameAt(doc, k, end, gazetteer) : null;
    if (match !== null && (dash || match.length > 1 || doc.info[k].unknown)) t = k + match.length;
  }
  // "the international road"
  while (t < end && isWord(doc, t) && doc.bits[t] === AL && isRoadWord(doc, t)) t++;
  if (named || t >= end || field(nodeOf(doc, t, 'case'), 'role') !== 'between') return named ? t : place.end;
  let k = t + 1;
  const pair = k < end ? nodeOf(doc, k, 'place-class') : null;
  if (pair !== null) k = pair.end;
  const first = roadTown(doc, k, end, gazetteer);
  if (first === null) return place.end;
  k += first.length;
  if (k >= end || !isWord(doc, k) || !hasConjunction(doc, k)) return place.end;
  const again = nodeOf(doc, k, 'place-class');
  if (again !== null) k = again.end;
  const second = roadTown(doc, k, end, gazetteer);
  if (second === null) return place.end;
  place.anaphor = null;
  place.levels[0] = { ...place.levels[0], rows: [...first.rows] };
  return k + second.length;
}

/** A town that a road joins, whether or not a list holds it. */
const roadTown = (doc: Doc, k: number, end: number, gazetteer: Gazetteer): { length: number; rows: readonly number[] } | null => {
  if (k >= end || !isWord(doc, k)) return null;
  return nameAt(doc, k, end, gazetteer) ?? (isStranger(doc, k) ? { length: 1, rows: [] } : null);
};

/** An adjective of roads: "international", "coastal", "joining". */
const isRoadWord = (doc: Doc, t: number): boolean =>
  !isFiniteVerb(doc, t) &&
  nodeOf(doc, t, 'date') === null &&
  nodeOf(doc, t, 'place-class') === null &&
  (doc.info[t].unknown ||
    nodeOf(doc, t, 'road-word') !== null ||
    nodeOf(doc, t, 'vocabulary') !== null ||
    nodeOf(doc, t, 'belong') !== null);

const isStranger = (doc: Doc, k: number): boolean => doc.info[k].unknown && doc.at[k].length === 0 && !isFiniteVerb(doc, k);
