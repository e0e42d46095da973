/**
 * Place phrases: (relation)* (class)? name (direction)? ((in|of|comma) place)*, with offsets in kilometres.
 *   "the outskirts of the town of Baghouz in the countryside of eastern Deir ez-Zor", "10 km north-west of the city of Raqqa"
 */
import { BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import { AWAY, COUNTED, PLACE } from './class-groups.ts';
import { countedLevel, isShare } from './counted-places.ts';
import type { Doc } from './doc.ts';
import { betweenNeighbours, isBorder } from './neighbours.ts';
import { numberOfName } from './numbered-names.ts';
import { adjectivesEnd } from './place-adjectives.ts';
import { areas } from './place-kinds.ts';
import { join, readLevel } from './place-levels.ts';
import { listEnd } from './place-lists.ts';
import {
  bareKey,
  type Gazetteer,
  isCountry,
  isUnnamed,
  nameAt,
  type PlaceLevel,
  type PlacePhrase,
  topOf,
} from './place-names.ts';
import { readAway, readOffset } from './place-offsets.ts';
import { siteLevel } from './place-sites.ts';
import { isTownInTown } from './town-in-town.ts';
import { closingOf, featuresOf, field, isDefinite, isDigits, isWord, markAt, nodeOf } from './words.ts';

/** Reads a place phrase that begins at token `i`. `strict`: a bare name must be an important place or be sure by its class. */
export function readPlace(
  doc: Doc,
  i: number,
  end: number,
  gazetteer: Gazetteer,
  strict: boolean,
  depth = 0,
): PlacePhrase | null {
  if (i >= end || (strict && isNowhere(doc, i))) return null;
  // "highwaymen" is written like "the sector of the roads"
  if ((doc.groups[i] & PLACE) !== 0 && (isPeopleOfTwoWords(doc, i) || isHomeOf(doc, i, end))) return null;
  let t = i;
  let relation: string | null = null;
  let bearing: number | null = null;
  let ofSite = false;
  // relations and directions before the name
  while (t < end && isWord(doc, t)) {
    if ((doc.groups[t] & PLACE) === 0 || (t > i && doc.bits[t] & (WA | FA | KA) && !joinsDirection(doc, t))) break;
    const word = nodeOf(doc, t, 'relation');
    if (
      word !== null &&
      !(isDefinite(doc, t) && (nodeOf(doc, t, 'place-class') !== null || isGreatName(doc, t, end, gazetteer))) &&
      (t === i || !(doc.bits[t] & (BI | LI)))
    ) {
      relation ??= field(word, 'kind') ?? 'near';
      ofSite = field(word, 'of-site') === 'yes';
      t = word.end;
      continue;
    }
    const direction = nodeOf(doc, t, 'direction');
    if (direction !== null && (t === i || !(doc.bits[t] & (BI | LI)))) {
      // "(the state of) East Equatoria": its name, where the rest of it names nothing
      const named = direction.end === t + 1 ? nameAt(doc, t, end, gazetteer) : null;
      if (named !== null && named.length > 1 && nameAt(doc, t + 1, end, gazetteer) === null) break;
      if (
        t === i &&
        isDefinite(doc, t) &&
        t + 1 < end &&
        nodeOf(doc, t + 1, 'place-class') === null &&
        nameAt(doc, t + 1, end, gazetteer) === null
      )
        return null;
      bearing = join(bearing, Number(field(direction, 'bearing') ?? 0));
      t = direction.end;
      continue;
    }
    break;
  }
  const prefixed = t > i;
  if (t >= end) return null;
  const away = depth === 0 && !prefixed ? readAway(doc, t, end, gazetteer, depth) : null;
  if (away !== null) return { ...away, start: i, relation: away.bearing === null ? 'near' : away.relation, sure: true };
  // "in the | 28th of February": an article apart from its number
  if (t + 1 < end && isDigits(doc, t + 1) && nodeOf(doc, t, 'article') !== null) return null;
  const level =
    (prefixed || (doc.groups[t] & COUNTED) === 0 ? null : countedLevel(doc, t, end)) ??
    readLevel(doc, t, end, gazetteer, prefixed, t > i ? false : strict) ??
    (ofSite ? siteLevel(doc, t, end) : null);
  if (level === null) return null;
  // "the camp of brigade 15"
  t = numberOfName(doc, level.after, end) ? level.after + 1 : level.after;
  const place: PlacePhrase = {
    start: i,
    end: t,
    levels: [level.level],
    relation,
    bearing,
    offset: null,
    anaphor: level.anaphor,
    sure: level.sure || (prefixed && level.level.rows.length > 0),
  };
  if (depth < 4) readTail(doc, place, end, gazetteer, depth);
  return place;
}

/** No name, no class of place, no number, no direction and no distance begins at the word: most words are told apart by this. */
const isNowhere = (doc: Doc, i: number): boolean =>
  isUnnamed(doc, i) && isWord(doc, i) && ((doc.groups[i] | doc.groups[i + 1]) & (PLACE | COUNTED | AWAY)) === 0;

/** "the Ghouta", "the eastern Ghouta", rather than "the oasis of": with its article it is a name. */
function isGreatName(doc: Doc, t: number, end: number, gazetteer: Gazetteer): boolean {
  const match = nameAt(doc, t, end, gazetteer);
  return match?.exact === true && topOf(match.rows, gazetteer) >= 5;
}

/** "the east and south of": a second direction of the same place. */
const joinsDirection = (doc: Doc, t: number): boolean =>
  doc.bits[t] === WA &&
  nodeOf(doc, t, 'direction') !== null &&
  nodeOf(doc, t - 1, 'direction') !== null &&
  !isDefinite(doc, t - 1);

const isPeopleOfTwoWords = (doc: Doc, i: number): boolean =>
  doc.at[i].some(
    (node) =>
      node.end === i + 2 &&
      // "of local make" is written like "the locality of"
      (node.kind === 'event-adjective' || (node.kind === 'person' && featuresOf(node)?.number === 'pl')),
  );

/** "the house of the leader Ahmad": whose it is, and no name of a place. */
const isHomeOf = (doc: Doc, i: number, end: number): boolean =>
  i + 2 < end && field(nodeOf(doc, i, 'thing'), 'home') === 'yes' && (isHomeOfTwoWords(doc, i) || isHomeOfNamed(doc, i));

/** "the house of | a tribal leader" */
const isHomeOfTwoWords = (doc: Doc, i: number): boolean =>
  !isDefinite(doc, i + 1) && doc.at[i + 1].some((n) => n.kind === 'person' && n.end > i + 2 && featuresOf(n)?.number === 'sg');

const isHomeOfNamed = (doc: Doc, i: number): boolean =>
  isDefinite(doc, i + 1) &&
  doc.at[i + 1].some((n) => callings.has(n.kind) && n.end === i + 2 && featuresOf(n)?.number === 'sg') &&
  nodeOf(doc, i + 2, 'given-name')?.word?.exact === true &&
  !isDefinite(doc, i + 2);

const callings: ReadonlySet<string> = new Set(['person', 'title']);

/** A place in quotation marks: "on «Ain Qana» in the district of X". */
export function quotedPlace(doc: Doc, i: number, end: number, gazetteer: Gazetteer): PlacePhrase | null {
  const close = closingOf(doc, i, end, 5);
  if (close <= i + 1) return null;
  const inside = readPlace(doc, i + 1, close, gazetteer, true);
  if (inside === null || inside.end < close || !inside.sure || inside.anaphor !== null) return null;
  const place: PlacePhrase = { ...inside, start: i, end: close + 1 };
  readTail(doc, place, end, gazetteer, 0);
  return place;
}

/** The place whose name, which no list holds, ends at token `after`; null where it does not begin. */
export function strangerPlace(doc: Doc, i: number, after: number, end: number, gazetteer: Gazetteer): PlacePhrase | null {
  if (after === i) return null;
  const place = calledPlace(doc, i, after, end, gazetteer, []);
  gazetteer.learned.add(place.levels[0].keys.join(' '));
  return place;
}

/** The place that the words up to token `after` are the name of. */
export function calledPlace(
  doc: Doc,
  i: number,
  after: number,
  end: number,
  gazetteer: Gazetteer,
  rows: readonly number[],
): PlacePhrase {
  const level = { start: i, end: after, kind: null, keys: [bareKey(doc, i)], rows, bearing: null };
  for (let k = i + 1; k < after; k++) level.keys.push(bareKey(doc, k));
  const place: PlacePhrase = {
    start: i,
    end: after,
    levels: [level],
    relation: null,
    bearing: null,
    offset: null,
    anaphor: null,
    sure: true,
  };
  readTail(doc, place, end, gazetteer, 0);
  return place;
}

/** Parentheses, offsets and containing places after the name. */
function readTail(doc: Doc, place: PlacePhrase, end: number, gazetteer: Gazetteer, depth: number): void {
  let t = (place.end = shelterEnd(doc, place, listEnd(doc, place, end, gazetteer), end));
  t = place.end = adjectivesEnd(doc, place, end, gazetteer);
  while (t < end) {
    const mark = markAt(doc, t);
    if (mark === 'open-paren') {
      const close = closingOf(doc, t, end, 9);
      if (close < 0) return;
      const offset = readOffset(doc, t + 1, close, gazetteer, depth);
      if (offset !== null) place.offset ??= offset;
      else if (!placeInside(doc, t + 1, close, gazetteer, place, depth)) return;
      t = close + 1;
      place.end = t;
      continue;
    }
    // "the town of X, 20 km north of the capital"
    const offset = readOffset(doc, mark === 'comma' && t + 1 < end ? t + 1 : t, end, gazetteer, depth);
    if (offset !== null) {
      place.offset ??= offset;
      place.end = t = offset.end;
      continue;
    }
    const away = readAway(doc, t, end, gazetteer, depth);
    if (away !== null) {
      place.end = t = away.end;
      continue;
    }
    let from = t;
    let comma = false;
    // "killed east of Rafah" south of the Strip": what was quoted ends, the place goes on
    if (
      (mark === 'quote' || mark === 'close') &&
      t + 1 < end &&
      !isDefinite(doc, t + 1) &&
      nodeOf(doc, t + 1, 'direction') !== null
    ) {
      from = t + 1;
    } else if (mark === 'comma' || mark === 'dash') {
      comma = true;
      from = t + 1;
      if (from >= end) return;
    }
    const container = readContainer(doc, place.levels, from, end, gazetteer, comma, depth);
    if (container === null) return;
    place.levels.push(...container.levels);
    if (container.offset !== null) place.offset ??= container.offset;
    if (container.bearing !== null && place.bearing === null && place.levels[0].bearing === null)
      place.levels[place.levels.length - 1].bearing ??= container.bearing;
    place.sure ||= container.sure;
    place.end = t = container.end;
    return;
  }
}

/** "the camp of X | for the displaced", "for the Palestinian refugees": whom it shelters is part of its name. */
function shelterEnd(doc: Doc, { levels: [{ start, kind }] }: PlacePhrase, t: number, end: number): number {
  if (t >= end || (doc.bits[t] & LI) === 0 || !isDefinite(doc, t)) return t;
  if (!shelters.has(kind ?? field(nodeOf(doc, start, 'place-class'), 'kind') ?? '')) return t;
  if (field(nodeOf(doc, t, 'outcome'), 'value') !== 'displaced') return t;
  return t + 1 < end && isDefinite(doc, t + 1) && nodeOf(doc, t + 1, 'nationality') !== null ? t + 2 : t + 1;
}
const shelters: ReadonlySet<string> = new Set(['camp', 'base', 'site', 'facility']);

function placeInside(doc: Doc, from: number, to: number, gazetteer: Gazetteer, place: PlacePhrase, depth: number): boolean {
  if (nodeOf(doc, from, 'direction') !== null && to - from <= 3) return true;
  // "(centre)"
  if (to - from === 1 && nodeOf(doc, from, 'relation') !== null) return true;
  const inside = readPlace(doc, from, to, gazetteer, false, depth + 1);
  if (inside === null || inside.end < to) return to - from === 1 && doc.info[from].unknown;
  place.levels.push(...inside.levels);
  return true;
}

function readContainer(
  doc: Doc,
  held: readonly PlaceLevel[],
  from: number,
  end: number,
  gazetteer: Gazetteer,
  comma: boolean,
  depth: number,
): PlacePhrase | null {
  if (!isWord(doc, from) || doc.bits[from] & (WA | FA | KA)) return null;
  const [level] = held;
  let t = from;
  const belong = nodeOf(doc, t, 'belong');
  if (belong !== null) t = belong.end;
  if (t >= end || !isWord(doc, t)) return null;
  // "the roundabout X | in the middle of the city of Y" ties a place as "in" does
  const preposition = isMiddle(doc, t) && !isCountry(level, gazetteer) ? null : nodeOf(doc, t, 'case');
  let tied = false;
  // "to the south of Kabul" is a direction
  if (preposition !== null && (nodeOf(doc, t, 'direction')?.end ?? 0) <= preposition.end) {
    const role = field(preposition, 'role');
    if (role === 'between') return betweenNeighbours(doc, level, from, preposition.end, end, gazetteer, readPlace);
    const across = role === 'with' && isBorder(doc, level, from);
    const share = role === 'from' && (isShare(doc, level) || isSide(level));
    if (role !== 'in' && !across && !share && !(role === 'from' && belong !== null)) return null;
    // "(the raids that) Russia (carries out) | in Syria": a country lies in no other
    if (role === 'in' && (liesInNone(doc, held, preposition.end) || (level.start < level.end && isCountry(level, gazetteer))))
      return null;
    if (role === 'in' && isTownInTown(doc, held, preposition.end)) return null;
    if (share && !isLand(readPlace(doc, preposition.end, end, gazetteer, false, depth + 1), gazetteer)) return null;
    t = preposition.end;
    tied = true;
  } else if (doc.bits[t] & BI) tied = true;
  else if (doc.bits[t] & LI) {
    if (belong === null) return null;
    tied = true;
  } else if (nodeOf(doc, t, 'direction') === null && nodeOf(doc, t, 'relation') === null) {
    // juxtaposed: only a class word or a big name may follow ("the quarter X, Aleppo")
    if (belong !== null) return null;
    if (!comma && nodeOf(doc, t, 'place-class') === null && !isName(doc, t, gazetteer)) return null;
    if (isDefinite(doc, t) && nodeOf(doc, t, 'place-class') !== null) return null;
    if (!comma && (standsBefore(doc, level, t, gazetteer) || isBesideTown(doc, held, t))) return null;
  }
  if (t >= end) return null;
  const place = readPlace(doc, t, end, gazetteer, !tied, depth + 1);
  if (place === null || (!place.sure && !tied)) return null;
  if (place.anaphor !== null && place.bearing === null && !tied) return null;
  // "the town of X in the countryside | itself"
  const same = place.anaphor !== null && place.end < end ? nodeOf(doc, place.end, 'same') : null;
  return same === null ? place : { ...place, end: same.end };
}

/** "(forces in) the town of X (shelled) | the city of Y", "the camp of X | the village of Y": a town holds no town; a quarter or a street may stand in one. */
const isBesideTown = (doc: Doc, held: readonly PlaceLevel[], t: number): boolean => {
  const node = nodeOf(doc, t, 'place-class');
  // "the residential quarters | the hospital X"
  if (areas.has(held[0].kind ?? '') && sites.has(field(node, 'kind') ?? '')) return true;
  // "Mekelle, the capital of"
  if (!townish.has(field(node, 'kind') ?? '') || field(node, 'seat') === 'yes') return false;
  return !held.some(({ kind }) => kind !== null && inTowns.has(kind));
};
const sites: ReadonlySet<string> = new Set(['site', 'market', 'street', 'square', 'bridge', 'base', 'checkpoint', 'airport']);
const inTowns: ReadonlySet<string> = new Set(['quarter', 'street', 'road', 'site', 'square', 'facility', 'market', 'camp']);

/** "(a prisoner) from X | in the prison of Y": where he is from lies in no building. */
const liesInNone = (doc: Doc, [{ start, kind }]: readonly PlaceLevel[], t: number): boolean =>
  kind === null &&
  sites.has(field(nodeOf(doc, t, 'place-class'), 'kind') ?? '') &&
  start > 0 &&
  field(nodeOf(doc, start - 1, 'case'), 'role') === 'from';

const isMiddle = (doc: Doc, t: number): boolean =>
  field(nodeOf(doc, t, 'case'), 'role') === 'amid' && nodeOf(doc, t, 'relation') !== null;

/** "Israel (struck) | the city of X", "(from) the base X | the village of Y": a country holds no town named right behind it, and no base does. */
const standsBefore = (doc: Doc, { kind, rows }: PlaceLevel, t: number, gazetteer: Gazetteer): boolean =>
  isCountry({ kind, rows }, gazetteer) || (kind === 'base' && townish.has(field(nodeOf(doc, t, 'place-class'), 'kind') ?? ''));

const townish: ReadonlySet<string> = new Set(['city', 'town', 'village', 'quarter', 'camp']);

/** "the northern area of the town of X", "the eastern quarters of the city": a side of the larger place, with no name. */
const isSide = ({ kind, bearing, keys }: PlaceLevel): boolean =>
  bearing !== null && keys.length === 0 && kind !== null && areas.has(kind);

const lands: ReadonlySet<string> = new Set([
  'country',
  'admin1',
  'admin2',
  'admin3',
  'region',
  'city',
  'town',
  'area',
  'countryside',
]);

const isLand = (place: PlacePhrase | null, gazetteer: Gazetteer): boolean =>
  place?.sure === true &&
  (place.levels[0].kind !== null
    ? lands.has(place.levels[0].kind)
    : place.levels[0].rows.some((row) => lands.has(gazetteer.kindOf(row))));

const isName = (doc: Doc, t: number, gazetteer: Gazetteer): boolean => doc.info[t].unknown && gazetteer.isName(bareKey(doc, t));

/** "four gunmen | north of X": a direction that begins a place. */
export const isWhere = (doc: Doc, t: number, end: number, gazetteer: Gazetteer): boolean =>
  nodeOf(doc, t, 'direction') !== null && readPlace(doc, t, end, gazetteer, true) !== null;

/** The same, or "(the fighters of X) | towns". */
export const isWhereOrTowns = (doc: Doc, t: number, end: number, gazetteer: Gazetteer): boolean =>
  townish.has(field(nodeOf(doc, t, 'place-class'), 'kind') ?? '') || isWhere(doc, t, end, gazetteer);
