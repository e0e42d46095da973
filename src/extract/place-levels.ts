/** One level of a place phrase: a name, a class word with its name, or a class word that points back. "the town of X", "the eastern countryside of X", "the town" */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { PLACE } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { saysWhichBorder } from './neighbours.ts';
import { isOfPartyName } from './party-words.ts';
import { describes, isPlaceAdjective, isSomebody } from './place-adjectives.ts';
import { areas, divisions, hamlets, settlements } from './place-kinds.ts';
import { ADJECTIVE, townBehindRelation } from './place-led.ts';
import { bareKey, coreKey, type Gazetteer, nameAt, topOf } from './place-names.ts';
import { namesakeEnd } from './place-namesake.ts';
import { readPlace } from './place-phrases.ts';
import { keysOf, quotedName } from './place-quoted.ts';
import {
  hyphenated,
  isCrowdOrRemoval,
  isEveryday,
  isInNamesake,
  isLedTo,
  isNoName,
  isObjectWord,
  isOtherWord,
  isPerson,
  isRatherWhole,
  isSecondHalf,
  openedName,
  standsAlone,
} from './place-strangers.ts';
import { type Level, pointsBack, unnamed } from './place-unnamed.ts';
import { featuresOf, field, hasConjunction, isDefinite, isFiniteVerb, isWord, looseOfToken, markAt, nodeOf } from './words.ts';

/** Bearings of two directions side by side. */
export function join(a: number | null, b: number): number {
  if (a === null) return b;
  // north + west = north-west; 360 counts as 0 beside 270
  const x = a === 0 && b > 180 ? 360 : a;
  const y = b === 0 && a > 180 ? 360 : b;
  return ((x + y) / 2) % 360;
}

export function readLevel(
  doc: Doc,
  t: number,
  end: number,
  gazetteer: Gazetteer,
  prefixed: boolean,
  strict: boolean,
): Level | null {
  if (!isWord(doc, t)) return quotedName(doc, t, end, null, gazetteer);
  const kindNode = (doc.groups[t] & PLACE) === 0 ? null : nodeOf(doc, t, 'place-class');
  const match = nameAt(doc, t, end, gazetteer);
  const back = kindNode === null && (prefixed || !strict) ? nodeOf(doc, t, 'anaphor') : null;
  if (back !== null && back.end <= end && back.end - t >= (match?.length ?? 0)) return pointsBack(back);
  if (kindNode !== null && !(match !== null && match.length > 1))
    return isOfPartyName(doc, t, kindNode) ? null : classLevel(doc, t, end, kindNode, gazetteer);
  if (match !== null && isPerson(doc, t, match, gazetteer)) return null;
  if (match === null) return prefixed ? behindDirection(doc, t, end) : strict ? null : unlisted(doc, t, end, gazetteer);
  const top = Math.max(...match.rows.map(gazetteer.rankOf));
  const common = match.length === 1 && isEveryday(doc, t, match.exact, top);
  // "the drone, the Turkish": no village of these letters
  if (common && strict && isDefinite(doc, t) && nodeOf(doc, t, 'nationality') !== null) return null;
  // "at noon" has the letters of a village
  if (common && top < 5 && nodeOf(doc, t, 'daypart') !== null) return null;
  // "a fire broke out in the depot", "put out the fire": a district is called "the Fire"; where it was told with its class before, that is meant
  const known = isDefinite(doc, t) && gazetteer.learned.has(bareKey(doc, t));
  if (common && !known && doc.at[t].some((node) => field(node, 'never-place') === 'yes')) return null;
  // a bare name that is also an everyday word, or a hamlet's name, is no place unless something says so
  // but "the quarter of X" says so itself, also where the list holds it with its class
  if (strict && kindNode === null && (common ? top < 7 && !known : top < 3)) return null;
  // "a father" has the letters of Ibb
  if (strict && common && bareKey(doc, t).length < 3) return null;
  if (prefixed && common && top < 2) return null;
  // "were called grave": "by" with an adjective more often than "in" with a hamlet
  if (
    !strict &&
    !prefixed &&
    common &&
    top < 3 &&
    doc.bits[t] & BI &&
    match.rows.every((row) => hamlets.has(gazetteer.kindOf(row))) &&
    !placeFollows(doc, t + match.length, end, gazetteer)
  )
    return null;
  // "in (the) stopping of": after a preposition too an everyday word is a place only with its article, or when it is a big one
  if (
    !strict &&
    !prefixed &&
    common &&
    (!isDefinite(doc, t) || (top < 2 && doc.at[t].some((node) => node.kind === 'vocabulary' && node.word?.exact === true))) &&
    top < (nodeOf(doc, t, 'event') === null || (match.exact && isLedTo(doc, t)) ? 5 : 7) &&
    !gazetteer.learned.has(bareKey(doc, t)) &&
    !isInNamesake(doc, t) &&
    !placeFollows(doc, t + 1, end, gazetteer)
  )
    return null;
  let after = t + match.length;
  // "San Medrano": a hamlet is called like the first word of the name
  if (match.length === 1 && top < 3 && !common && doc.bits[t] === 0)
    while (after < end && after < t + 3 && goesOn(doc, after) && !ADJECTIVE.test(looseOfToken(doc, after))) after++;
  const whole = after === t + match.length;
  return {
    level: {
      start: t,
      end: after,
      kind: null,
      keys: [bareKey(doc, t), ...keysOf(doc, t + 1, after)],
      rows: whole ? match.rows : [],
      bearing: null,
    },
    after,
    anaphor: null,
    sure: !common || top >= 5 || match.length > 1 || !whole,
  };
}

/** "west of Niyala": a stranger behind a direction. */
function behindDirection(doc: Doc, t: number, end: number): Level | null {
  const leads = t > 0 && !isDefinite(doc, t - 1) && doc.at[t - 1].some(({ kind, end: at }) => kind === 'direction' && at === t);
  const stranger = leads && doc.info[t].unknown && doc.at[t].length === 0 && doc.bits[t] === 0 && !isFiniteVerb(doc, t);
  let after = stranger ? t + 1 : townBehindRelation(doc, t, end);
  if (after === t) return null;
  if (stranger) while (after < end && after < t + 3 && goesOn(doc, after)) after++;
  const level = { start: t, end: after, kind: null, keys: keysOf(doc, t, after), rows: [], bearing: null };
  return withDirection(doc, { level, after, anaphor: null, sure: true }, end);
}

/** A name no list holds, after "in" or "from": sure when a direction, a bracket or a containing place follows, or when it was read as a place before. */
function unlisted(doc: Doc, t: number, end: number, gazetteer: Gazetteer): Level | null {
  if (doc.bits[t] === 0 && gazetteer.learned.has(bareKey(doc, t)) && nodeOf(doc, t, 'case') === null) {
    const level = { start: t, end: t + 1, kind: null, keys: [bareKey(doc, t)], rows: [], bearing: null };
    return { level, after: t + 1, anaphor: null, sure: true };
  }
  // "in Lashkar Gah": a preposition ruled out leaves a stranger
  const stranger = doc.info[t].unknown || (doc.info[t].bits & ~doc.bits[t]) !== 0;
  if (!stranger || doc.at[t].length > 0 || isFiniteVerb(doc, t) || doc.bits[t] & KA) return null;
  let after = t + 1;
  while (after < end && after < t + 3 && goesOn(doc, after)) after++;
  const keys = [bareKey(doc, t), ...keysOf(doc, t + 1, after)];
  const known = gazetteer.learned.has(keys.join(' '));
  const level = { start: t, end: after, kind: null, keys, rows: [], bearing: null };
  const named = withDirection(doc, { level, after, anaphor: null, sure: true }, end);
  return known || placeFollows(doc, after, end, gazetteer) || standsAlone(doc, t, named.after, end) ? named : null;
}

function placeFollows(doc: Doc, k: number, end: number, gazetteer: Gazetteer): boolean {
  if (k >= end) return false;
  if (markAt(doc, k) === 'open-paren') return k + 1 < end && nodeOf(doc, k + 1, 'direction') !== null;
  if (!isWord(doc, k)) return false;
  const next = nodeOf(doc, k, 'direction');
  if (next !== null)
    return !isDefinite(doc, k) && (next.end < end ? readPlace(doc, next.end, end, gazetteer, false, 4) !== null : false);
  // "in X, capital of Y"
  if (field(nodeOf(doc, k, 'place-class'), 'kind') === 'city' && !isDefinite(doc, k) && !hasConjunction(doc, k))
    return readPlace(doc, k, end, gazetteer, false, 4)?.sure === true;
  const within = nodeOf(doc, k, 'case');
  // "in X, in the district of Y"
  if (within !== null && within.end < end && field(within, 'role') === 'in' && nodeOf(doc, within.end, 'place-class') !== null)
    return readPlace(doc, within.end, end, gazetteer, false, 4)?.sure === true;
  if (!(doc.bits[k] & BI) && nodeOf(doc, k, 'relation') === null) return false;
  return readPlace(doc, k, end, gazetteer, false, 4)?.sure === true;
}

/** "the town of NAME", "countryside of NAME + direction", "the town" alone. */
function classLevel(doc: Doc, t: number, end: number, kindNode: Node<any>, gazetteer: Gazetteer): Level | null {
  const kind = field(kindNode, 'kind') ?? 'place';
  let k = kindNode.end;
  const plain = { start: t, end: t, kind, keys: [] as string[], rows: [] as number[], bearing: null as number | null };
  // "the local police": an adjective of the same letters
  if (
    field(kindNode, 'adjective') === 'yes' &&
    isDefinite(doc, t) &&
    t > 0 &&
    doc.bits[t - 1] & AL &&
    !(doc.bits[t] & (BI | LI | WA | FA))
  )
    return null;
  if (isDefinite(doc, t)) {
    // "the eastern countryside of ...": a direction, then "of"
    let bearing: number | null = null;
    while (
      k < end &&
      isWord(doc, k) &&
      (isDefinite(doc, k) || isPlaceAdjective(doc, k)) &&
      !hasConjunction(doc, k) &&
      !(doc.bits[k] & (BI | LI | KA))
    ) {
      const direction = nodeOf(doc, k, 'direction');
      if (direction !== null) bearing = join(bearing, Number(field(direction, 'bearing') ?? 0));
      else if (
        k > kindNode.end + 1 ||
        isFiniteVerb(doc, k) ||
        nodeOf(doc, k, 'event') !== null ||
        nodeOf(doc, k, 'date') !== null ||
        // "(held) in the capital | the spokesman": he is no adjective of it
        isSomebody(doc, k)
      )
        break;
      k++;
    }
    plain.bearing = bearing;
    if (k < end && doc.bits[k] & LI) {
      const of = readLevel(doc, k, end, gazetteer, true, false);
      if (of !== null) return { level: { ...of.level, kind, bearing }, after: of.after, anaphor: null, sure: true };
    }
    // "the Afghan capital Kabul"
    const own = bearing === null && k < end && doc.bits[k] === 0 ? nameAt(doc, k, end, gazetteer) : null;
    const told = k > kindNode.end || (kind === 'city' && nodeOf(doc, k, 'event') === null && nodeOf(doc, k, 'date') === null);
    if (own !== null && told && topOf(own.rows, gazetteer) >= 5) {
      const after = k + own.length;
      const level = { ...plain, start: k, end: after, keys: keysOf(doc, k, after), rows: own.rows };
      return { level, after, anaphor: null, sure: true };
    }
    // "the border" alone may be any border
    if (kind === 'border' && k === kindNode.end && !saysWhichBorder(doc, k, end, gazetteer)) return null;
    // "the Syrian-Iraqi border"
    if (kind === 'border' && k > kindNode.end)
      return { level: { ...plain, end: k, keys: keysOf(doc, t, k) }, after: k, anaphor: null, sure: true };
    return {
      level: { ...plain, end: k, start: k },
      after: k,
      anaphor: bearing === null && k === kindNode.end && featuresOf(kindNode)?.number !== 'pl' ? kind : null,
      sure: true,
    };
  }
  if (k >= end) return null;
  // "a house" with the ending of an indefinite object takes no name
  if (featuresOf(kindNode)?.state === 'accusative' || isObjectWord(doc, k)) return null;
  const quoted = quotedName(doc, k, end, kind, gazetteer);
  if (quoted !== null) return withDirection(doc, quoted, end);
  // "20 Ramadan Street"
  const day = nodeOf(doc, k, 'named-day');
  if (day !== null) {
    const level = { ...plain, start: k, end: day.end, keys: keysOf(doc, k, day.end) };
    return { level, after: day.end, anaphor: null, sure: true };
  }
  // "a camp | for the displaced (near X)"
  if (kind === 'camp' && doc.bits[k] & LI && field(nodeOf(doc, k, 'outcome'), 'value') === 'displaced')
    return unnamed(plain, k + 1);
  if (!isWord(doc, k) || ((doc.bits[k] & (BI | LI | KA | WA | FA)) !== 0 && !isRatherWhole(doc, k))) return null;
  // "quarters | west of Kabul"
  const towards = isDefinite(doc, k) ? null : nodeOf(doc, k, 'direction');
  if (towards !== null) {
    // "the governorate of North Kordofan", "the district of South Waziristan"
    const named =
      divisions.has(kind) && featuresOf(kindNode)?.number !== 'pl'
        ? readLevel(doc, towards.end, end, gazetteer, true, false)
        : null;
    if (named === null || named.anaphor !== null || named.level.kind !== null) return unnamed(plain, k);
    const keys = [...keysOf(doc, k, towards.end), ...named.level.keys];
    const whole = {
      ...plain,
      start: k,
      end: named.after,
      keys,
      rows: named.level.rows,
      bearing: Number(field(towards, 'bearing') ?? 0),
    };
    return withDirection(doc, { level: whole, after: named.after, anaphor: null, sure: true }, end);
  }
  if (isCrowdOrRemoval(doc, t, k, kindNode)) return null;
  // "the cities of the country"
  const back = nodeOf(doc, k, 'place-class') === null ? nodeOf(doc, k, 'anaphor') : null;
  if (back !== null) return unnamed(plain, back.end);
  // "a mosque belonging to"
  if (nodeOf(doc, k, 'belong') !== null && !isDefinite(doc, k)) return unnamed(plain, k);
  // "countryside of the city of NAME"
  const inner = nodeOf(doc, k, 'place-class');
  const match = nameAt(doc, k, end, gazetteer);
  // "the directorate of health", "the centre of studies": an office, no district
  if (kind === 'admin2' && isDefinite(doc, k) && !doc.info[k].unknown && match?.exact !== true) return null;
  // "a residential area", "a border town": an adjective is no name
  if (areas.has(kind) && describes(doc, k, kindNode, match, gazetteer)) {
    let after = k + 1;
    while (after < end && after < k + 3 && describes(doc, after, kindNode, nameAt(doc, after, end, gazetteer), gazetteer))
      after++;
    return unnamed(plain, after);
  }
  // "the city of al-Mayadin": a class word with its article is a name after another, unless it points back ("the market of the town")
  const named = match !== null && isDefinite(doc, k) && nodeOf(doc, k, 'anaphor') === null;
  if (inner !== null && !named && (match === null || match.length === 1)) {
    const nested = classLevel(doc, k, end, inner, gazetteer);
    if (nested !== null) return { ...withDirection(doc, nested, end), sure: true };
  }
  // "quarters of it"
  if (match === null && !isDefinite(doc, k) && nodeOf(doc, k, 'among') !== null && areas.has(kind)) return unnamed(plain, k + 1);
  // "in a house | or a car": a hamlet of South Sudan is called so
  const isHamlet = match?.length === 1 && topOf(match.rows, gazetteer) < 2;
  // "the house of Hajj X" is a home
  const namesake = field(nodeOf(doc, t, 'thing'), 'home') === 'yes' ? k : namesakeEnd(doc, k, end, kind);
  const called = namesake > k + (match?.length ?? 0);
  if ((match === null || isHamlet) && !called && isNoName(doc, k))
    return areas.has(kind) || divisions.has(kind) ? unnamed(plain, k) : null;
  let after =
    areas.has(kind) || divisions.has(kind) || nodeOf(doc, k, 'kunya') !== null ? openedName(doc, k, end, match?.length ?? 0) : k;
  if (called) after = Math.max(after, namesake);
  let rows: readonly number[] = [];
  const keys: string[] = after > k ? keysOf(doc, k, after) : [];
  if (after > k) {
    // a name in several words that no list holds
  } else if (match !== null) {
    after = k + match.length;
    rows = match.rows;
    keys.push(bareKey(doc, k), ...keysOf(doc, k + 1, after));
    // "the area of Sultan Baili": strangers after a known first word belong to the name, but a well-known name is whole
    if (match.length === 1 && topOf(rows, gazetteer) < 5)
      while (after < end && after < k + 3 && goesOn(doc, after)) {
        keys.push(bareKey(doc, after));
        after++;
      }
  } else {
    if (isOtherWord(doc, k, end)) return null;
    // "a village (that is) ascribed to"
    if (
      doc.at[k].some((n) => featuresOf(n)?.pos === 'verb') &&
      field(nodeOf(doc, k + 1 < end ? k + 1 : k, 'case'), 'role') === 'to'
    )
      return unnamed(plain, k);
    const small = nodeOf(doc, k, 'case');
    if (
      (small !== null && small.word?.pronoun?.startsWith('2') !== true) ||
      // "the quarter of al-Najjar" (the carpenter): a family name keeps its article
      (nodeOf(doc, k, 'person') !== null && !isDefinite(doc, k) && !(areas.has(kind) && coreKey(doc, k) !== bareKey(doc, k)))
    )
      return null;
    // "houses of the residents"
    if (nodeOf(doc, k, 'person') !== null && isDefinite(doc, k) && field(nodeOf(doc, t, 'thing'), 'target') === 'yes')
      return unnamed(plain, k + 1);
    keys.push(bareKey(doc, k));
    after = k + 1;
    // a second word of the name: another article word, or the second half of a compound of unknown words
    if (
      after < end &&
      isWord(doc, after) &&
      doc.bits[after] === AL &&
      !isFiniteVerb(doc, after) &&
      nodeOf(doc, after, 'event') === null &&
      nodeOf(doc, after, 'direction') === null &&
      nodeOf(doc, after, 'date') === null &&
      // "the village of X | belonging to Y"
      nodeOf(doc, after, 'belong') === null
    ) {
      if (!isDefinite(doc, k) || doc.info[after].unknown || nodeOf(doc, after, 'vocabulary') !== null) {
        keys.push(looseOfToken(doc, after));
        after++;
      }
    }
  }
  // "Lashkar Gah", "Black Sea": the second half of a foreign name has the letters of another word
  if (after === k + 1 && (rows.length === 0 || topOf(rows, gazetteer) < 2) && isSecondHalf(doc, after, end)) {
    keys.push(looseOfToken(doc, after));
    after++;
    rows = [];
  }
  // "the prisons of the movement | of X": a party's name is whole
  const party = match === null || kind === 'site' ? nodeOf(doc, k, 'actor') : null;
  if (party !== null && party.end > after) {
    for (; after < party.end; after++) keys.push(bareKey(doc, after));
    rows = [];
  }
  // "the quarter of Yarmouk | the second"
  if (kind === 'quarter' && after < end && isNth(doc, after)) {
    keys.push(looseOfToken(doc, after));
    after++;
  }
  // "Tin-Zaouatine": one name in two words
  if (kind !== 'road' && hyphenated(doc, after, end)) {
    keys.push(looseOfToken(doc, after + 1));
    after += 2;
    rows = [];
  }
  if (rows.length === 0 || settlements.has(kind)) gazetteer.learned.add(keys.join(' '));
  return withDirection(
    doc,
    { level: { start: k, end: after, kind, keys, rows, bearing: null }, after, anaphor: null, sure: true },
    end,
  );
}

const isNth = (doc: Doc, k: number): boolean =>
  isWord(doc, k) && !hasConjunction(doc, k) && nodeOf(doc, k, 'nth') !== null && nodeOf(doc, k, 'date') === null;

/** A word that nothing knows and nothing ties: the rest of a foreign name. */
const goesOn = (doc: Doc, k: number): boolean =>
  isWord(doc, k) && doc.info[k].unknown && doc.bits[k] === 0 && !isFiniteVerb(doc, k) && doc.at[k].length === 0;

/** "countryside of Deir ez-Zor, the eastern": a direction adjective after the name. */
function withDirection(doc: Doc, level: Level, end: number): Level {
  let k = level.after;
  let bearing: number | null = level.level.bearing;
  while (k < end && isWord(doc, k) && doc.bits[k] === AL) {
    const direction = nodeOf(doc, k, 'direction');
    if (direction === null) break;
    bearing = join(bearing, Number(field(direction, 'bearing') ?? 0));
    k++;
  }
  if (k === level.after) return level;
  return { ...level, level: { ...level.level, bearing }, after: k };
}
