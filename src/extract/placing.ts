/**
 * Where each happening of a sentence took place. Every place that the sentence names is weighed for every happening: named before unnamed, the clause of
 * the happening before the head of the sentence, what stands after the object before what only tells where the subject is from.
 *   "the resistance in Taiz drove the militia from the district of X": X · "in Marib, nine were killed in clashes": Marib · "a raid, which hit a market in X"
 */
import type { EventType } from '../claim/reading.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { opensAnew } from './apart.ts';
import { isAround, isCutOff } from './around-place.ts';
import type { Attributed } from './attribution.ts';
import { placeOfBracket, TOLL_IN_BRACKETS } from './bracket-tolls.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening, LocatedPlace } from './happening.ts';
import { isHomeOf } from './noun-home.ts';
import { isNextOfThem } from './ordinals.ts';
import { isForce } from './parties.ts';
import type { PlacePhrase } from './place-names.ts';
import { isFromPosts, isOfNext, isOfPart, isOfParty, receives } from './places-of-others.ts';
import { OBJECT_BEHIND } from './put-between.ts';
import { isRanked } from './ranked.ts';
import { lightSense } from './senses.ts';
import { stretchesOf } from './time-apart.ts';
import { happensThere, isToldOf, opensClause } from './told-of-place.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

type Role = LocatedPlace['role'];

/** A place as it stands in a sentence. */
export type Spot = {
  chunk: number;
  place: PlacePhrase;
  role: Role;
  /** A preposition or a direction ties it to what happens; without one it is a genitive or a bare word. */
  located: boolean;
  /** It carries a name of its own: not only "the residential quarters". */
  named: boolean;
  /** It stands inside a noun phrase: "the market of X", "residents of X". */
  inside: 'thing' | 'person' | null;
  /** "people | from X" within their noun phrase: where they come from. */
  origin: boolean;
};

/** Prepositions after which a place tells not where something happens. */
const apart = new Set(['about', 'between', 'with', 'charge', 'purpose', 'support', 'favour', 'agent', 'without', 'means']);

export function spotsOf(doc: Doc, chunks: readonly Chunk[], attributed: Attributed): Spot[] {
  const spots: Spot[] = [];
  for (let k = 0; k < chunks.length; k++) {
    const { kind, noun, bits } = chunks[k];
    if (attributed.used[k] || (kind !== 'place' && kind !== 'noun')) continue;
    const place = chunks[k].place ?? noun?.place ?? null;
    const spot = place === null || bits & KA ? null : spotAt(doc, chunks, k, place, spots);
    if (spot !== null) spots.push(spot);
  }
  return spots;
}

/** The place as somewhere that something may have happened, behind those before it. */
function spotAt(doc: Doc, chunks: readonly Chunk[], k: number, place: PlacePhrase, spots: readonly Spot[]): Spot | null {
  const chunk = chunks[k];
  // "at three by the time of X"
  if (place.start > 0 && nodeOf(doc, place.start - 1, 'zone') !== null) return null;
  if (chunk.noun !== null && isHomeOf(doc, chunk.noun, place)) return null;
  // "all the villages | except the village of X"
  if (nodeOf(doc, chunk.start, 'excluding') !== null || (k > 0 && nodeOf(doc, chunks[k - 1].start, 'excluding') !== null))
    return null;
  // "in one of the villages"
  const share = k > 1 && chunks[k - 1].kind === 'word' && field(nodeOf(doc, chunks[k - 1].start, 'each'), 'one') === 'yes';
  const before = k > 0 ? chunks[share ? k - 2 : k - 1] : null;
  const preposition = before !== null && before.kind === 'case' && doc.info[before.start].pronoun === null ? before.mark : '';
  const between = preposition === 'between' && isBetween(doc, chunks, k);
  // "at the hands of Washington", but "by bullets | near the town"
  const acts = before?.kind === 'agent' && place.relation === null && (chunk.bits & BI) === 0;
  if ((apart.has(preposition) && !between && !isAround(chunks, k) && !isCutOff(chunks, k)) || acts) return null;
  if (place.anaphor !== null && isRanked(doc, place.start)) return null;
  // "to X and Y"
  const joined =
    k > 0 && hasConjunction(doc, chunk.start) && chunk.place !== null ? spots.findLast((s) => s.chunk === k - 1) : undefined;
  const role: Role =
    preposition === 'from' || firedFrom(chunks, k) || isFromPosts(doc, chunks, k)
      ? 'from'
      : preposition === 'to'
        ? 'to'
        : (joined?.role ?? 'at');
  const inner = chunk.place !== null && chunk.place.start === chunk.start ? null : chunk.noun;
  return {
    chunk: k,
    place,
    role,
    located: preposition !== '' || (chunk.bits & (BI | LI)) !== 0 || place.relation !== null || place.bearing !== null,
    named: isNamed(place),
    inside:
      inner === null ? null : inner.kind === 'person' || inner.kind === 'outcome' || inner.kind === 'actor' ? 'person' : 'thing',
    origin: inner !== null && place.start > chunk.start && (isFrom(doc, place.start - 1) || isStationed(doc, place.start - 1)),
  };
}

/** "from | inside | X | on Y" */
const firedFrom = (chunks: readonly Chunk[], k: number): boolean =>
  k > 1 &&
  chunks[k - 2].kind === 'case' &&
  chunks[k - 2].mark === 'from' &&
  chunks[k - 1].mark === 'in' &&
  (chunks[k + 1]?.mark === 'on' || chunks[k + 1]?.mark === 'to');

/** "an ambush laid between the villages of X and Y"; not "clashes between the villages". */
function isBetween(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const node = nodeOf(doc, chunks[k].start, 'place-class');
  if (node === null || isDefinite(doc, chunks[k].start) || (k > 1 && chunks[k - 2].kind === 'event')) return false;
  const number = featuresOf(node)?.number;
  return (number === 'du' || number === 'pl') && chunks[k].place !== null && isNamed(chunks[k].place!);
}

/** "from X", "from the province of X" */
const isFrom = (doc: Doc, i: number): boolean =>
  i >= 0 && (field(nodeOf(doc, i, 'case'), 'role') === 'from' || (nodeOf(doc, i, 'place-class') !== null && isFrom(doc, i - 1)));

/** "(the forces) stationed | in" */
const isStationed = (doc: Doc, i: number): boolean =>
  i > 0 && field(nodeOf(doc, i, 'case'), 'role') === 'in' && nodeOf(doc, i - 1, 'belong') !== null;

/** Some level of it holds a name, it stands for a place named before, or lies in one. */
export const isNamed = (place: PlacePhrase): boolean =>
  place.anaphor !== null ||
  place.levels.length > 1 ||
  place.levels.some((level) => level.keys.length > 0) ||
  (place.offset?.from ?? []).some((l) => l.keys.length > 0);

const acts = (chunk: Chunk): boolean => chunk.kind === 'event' || chunk.kind === 'verb' || chunk.kind === 'light';
const closes = new Set(['contrast', 'reset', 'say', 'that', 'condition', 'background', 'hearsay', 'responsibility']);

/** "shelled lately | the town of X": an adverb in the clause, no word that opens one. */
const isLately = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].kind === 'background' && chunks[k + 1]?.kind === 'place';

/** First and last chunk of the clause of a happening. */
export function clauseOf(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  foreign: ReadonlySet<number>,
  frameOf: Int16Array,
): [number, number] {
  const first = Math.min(...h.parts);
  const last = Math.max(...h.parts);
  // what is put between a verb and its object does not end the clause
  let to = h.rules.includes(OBJECT_BEHIND) ? Math.max(last, Math.min(h.until, chunks.length - 1)) : last;
  for (let k = to + 1; k < chunks.length; k++) {
    const chunk = chunks[k];
    if ((closes.has(chunk.kind) && !isLately(chunks, k)) || foreign.has(k) || frameOf[k] !== frameOf[last]) break;
    if (isNextOfThem(doc, chunk)) break;
    if (chunk.kind === 'mark' && (chunk.mark === 'colon' || chunk.mark === 'semicolon')) break;
    // a new verb joined by "and" begins a new clause; without it the verb describes what stands before
    if (acts(chunk) && chunk.finite && hasConjunction(doc, chunk.start)) break;
    if (chunk.kind === 'conjunction' || chunk.kind === 'continue') break;
    to = k;
  }
  let from = first;
  for (let k = first - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (closes.has(chunk.kind) || foreign.has(k) || isNextOfThem(doc, chunk)) break;
    if (chunk.kind === 'mark' && (chunk.mark === 'colon' || chunk.mark === 'semicolon')) break;
    // "yesterday, too, ..."
    const too = chunk.kind === 'continue' && k > 0 && nodeOf(doc, chunk.start, 'adverb') !== null;
    if (chunk.kind === 'conjunction' || (chunk.kind === 'continue' && !too)) break;
    from = k;
  }
  return [from, to];
}

/** Chunk after the place at the head of the sentence ("In Marib, east of Yemen, ..."), or -1. */
export function topicOf(chunks: readonly Chunk[], spots: readonly Spot[]): Spot | null {
  for (let k = 0; k < chunks.length; k++) {
    const chunk = chunks[k];
    const spot = spots.find((s) => s.chunk === k);
    if (spot !== undefined) {
      const after = chunks[k + 1];
      if (spot.role === 'to' && !(after?.kind === 'mark' && after.mark === 'comma')) return null;
      return spot.named && spot.inside === null && spot.role !== 'from' ? spot : null;
    }
    if (
      chunk.kind === 'case' ||
      chunk.kind === 'reset' ||
      chunk.kind === 'continue' ||
      chunk.kind === 'date' ||
      chunk.kind === 'contrast' ||
      chunk.kind === 'word' ||
      chunk.kind === 'conjunction' ||
      (chunk.kind === 'mark' && chunk.mark !== 'colon') ||
      // "the province of X saw clashes"
      isSeeing(chunk)
    )
      continue;
    return null;
  }
  return null;
}

function isSeeing(chunk: Chunk): boolean {
  const sense = chunk.kind === 'light' ? senseOf(chunk.node) : null;
  return sense !== null && lightSense(sense).subject === 'place';
}

export type Weighed = { spot: Spot; weight: number };

/** Weighs a spot for a happening; 0 when it does not belong to it. */
function weigh(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  spot: Spot,
  clause: [number, number],
  topic: Spot | null,
  foreign: ReadonlySet<number>,
): number {
  const first = Math.min(...h.parts);
  const last = Math.max(...h.parts);
  const k = spot.chunk;
  // "the forces stationed in X shelled posts of Y": where they fired from
  if (spot.origin && fires.has(h.types[0]) && isFiredFrom(chunks, h, k)) return 0;
  if (h.rules.includes(TOLL_IN_BRACKETS)) return k === placeOfBracket(chunks, first) ? OWN : 0;
  if (spot.role !== 'to' && isOfPart(chunks, h, k)) return 0;
  if (k > last + 2 && isOfNext(doc, chunks, last, k)) return 0;
  if (k > first + 2 && isOfParty(chunks, h, k)) return 0;
  if (k < first && !spot.located && receives(doc, chunks[k], h)) return 0;
  const within = k >= clause[0] && k <= clause[1];
  if (chunks[k].kind === 'place' && isToldOf(doc, chunks, k)) {
    if (k === first - 2) return OWN;
    // "then Anbar, where": what is told of it stands behind it
    if (k > last && !spot.located) return 0;
  }
  if (spot.named && opensClause(doc, chunks, k, first)) return OWN;
  if (!within && chunks[k].kind === 'place' && spot.named && happensThere(chunks, k, first)) return THERE;
  if (!within && spot !== topic) return spot.named && trails(doc, chunks, last, k, foreign) ? LAST_RESORT : 0;
  // "held five in X, and killed a soldier | in Y": the clause before has its place, this one its own
  const verb = h.light >= 0 ? Math.min(h.light, first) : first;
  if (k < verb && spot !== topic && opensAnew(doc, chunks, verb)) return spot.named && spot.role === 'at' ? BEFORE_AND : 0;
  // "the area" may be any place named before
  let weight = spot.named ? (vague.has(spot.place.anaphor ?? '') && spot.place.bearing === null ? 2.5 : 4) : 0;
  if (!within) weight += 1;
  else if (k > last) weight += 3 - Math.min(1.5, (k - last) * 0.1);
  else if (k > first || isLentTo(chunks, h, k)) weight += 3;
  else weight += spot === topic ? 2 : 1.2;
  if (spot.located) weight += 0.8;
  // "in (the province of) X, the forces shelled | the town of Y": its object
  else if (
    k > last &&
    spot.role === 'at' &&
    spot.inside === null &&
    h.places.some((p) => p.role === 'at' && p.place === spot.place)
  )
    weight += 1;
  // "the town of X saw clashes"
  else if (k > 0 && k < first && isSeeing(chunks[k - 1]) && seesOnly(chunks, h, k)) weight += 2;
  // "the shelling of X", "the battle of X"
  else if (h.parts.includes(k - 1) && spot.inside === null) weight += 1.5;
  if (spot.inside === 'thing') weight -= 0.3;
  if (spot.inside === 'person') weight -= 1.5;
  if (tellsOfSubject(doc, chunks, h, k)) weight -= 1.8;
  if (k > last && described(chunks, last, k)) weight -= 1.5;
  // "shelling of the villages around X, which killed two in Y"
  if (k > last && chunks.slice(last + 1, k).some((c) => c.kind === 'result')) weight -= 1;
  // "for frightening the people in the middle of the country"
  if (k > last && chunks.slice(last, k).some((c) => c.kind === 'case' && c.mark === 'purpose')) weight -= 2;
  return weight;
}

/** "came under, | in the village, | an attack": between the light verb and what it lends itself to, and nothing else is added there. */
const isLentTo = (chunks: readonly Chunk[], { light, chunk }: Happening, k: number): boolean =>
  light >= 0 && k > light && chunks.slice(light + 1, chunk).every((c) => !adds.has(c.kind));
const adds: ReadonlySet<string> = new Set(['additional', 'contrast', 'continue', 'reset', 'event', 'cause', 'that']);

/** Nothing else is seen between the place and the happening. */
function seesOnly(chunks: readonly Chunk[], h: Happening, k: number): boolean {
  for (let j = k + 1; j < Math.min(...h.parts); j++) if (chunks[j].kind === 'relative' || acts(chunks[j])) return false;
  return true;
}

/** Nouns that mean any place. */
export const vague: ReadonlySet<string> = new Set(['area', 'site']);

/** More than any other place. */
const OWN = 9;
/** Less than any place of the clause itself. */
const LAST_RESORT = 0.5;
/** Less than any place of a clause that "and" opens. */
const BEFORE_AND = 0.8;
/** Less than any place named behind "where". */
const THERE = 1;
/** Chunks that may stand between. */
const TRAIL = 24;

/** Behind an inserted "believed to be of the group", "ascribed to X": the clause of the happening goes on. */
function trails(doc: Doc, chunks: readonly Chunk[], last: number, k: number, foreign: ReadonlySet<number>): boolean {
  if (k <= last || k - last > TRAIL) return false;
  for (let j = last + 1; j < k; j++) {
    const chunk = chunks[j];
    // ", and that the hospital of X": another thing that is said
    if (chunk.kind === 'that' && hasConjunction(doc, chunk.start)) return false;
    if (foreign.has(j) || (chunk.kind !== 'say' && chunk.kind !== 'that' && closes.has(chunk.kind))) return false;
    if (chunk.kind === 'mark' && (chunk.mark === 'colon' || chunk.mark === 'semicolon')) return false;
    if (chunk.kind === 'conjunction' || chunk.kind === 'continue') return false;
    if (chunk.finite && hasConjunction(doc, chunk.start)) return false;
  }
  return true;
}

const isFiredFrom = (chunks: readonly Chunk[], h: Happening, k: number): boolean =>
  h.actors.some((a) => a === chunks[k].noun) && (h.recipients.length > 0 || chunks[k + 1]?.kind === 'place');
const fires: ReadonlySet<EventType> = new Set<EventType>(['shelling', 'air-strike', 'attack']);

/** "an attack to take control of X": fighting for a place is at the place. */
const fights: ReadonlySet<EventType> = new Set<EventType>(['armed-clash', 'attack', 'shelling', 'air-strike']);
function soughtBy(chunks: readonly Chunk[], h: Happening, other: Happening): boolean {
  if (!fights.has(h.types[0]) || other.types[0] !== 'territory' || other.finite || other.chunk < h.chunk) return false;
  const before = chunks[other.chunk - 1];
  return (chunks[other.chunk].bits & LI) !== 0 || (before?.kind === 'case' && before.mark === 'purpose');
}

/** "were arrested during raids on homes in X", "was killed in an operation in X": what the deed was part of was there too. */
function isSettingOf(chunks: readonly Chunk[], h: Happening, other: Happening): boolean {
  const first = Math.min(...other.parts);
  const tie = chunks[first - 1];
  const last = Math.max(...h.parts);
  if (other.chunk < h.chunk || chunks[first].finite) return false;
  // "the dispersal of | a protest in X"
  if (first === last + 1 && h.types.includes('riot')) return true;
  if (tie?.kind !== 'case' || !settings.has(tie.mark)) return false;
  for (let k = last + 1; k < first - 1; k++)
    if (acts(chunks[k]) || closes.has(chunks[k].kind) || (chunks[k].place !== null && chunks[k - 1].mark !== 'from'))
      return false;
  return true;
}
const settings: ReadonlySet<string> = new Set(['during', 'frame', 'in', 'amid']);

/** "the resistance in Taiz": where a doer or a source is from, more than where it happens. */
function tellsOfSubject(doc: Doc, chunks: readonly Chunk[], h: Happening, k: number): boolean {
  let j = k - 1;
  // "the reinforcements to X", "fighters on X": where they act
  if (j >= 0 && chunks[j].kind === 'case' && aims.has(chunks[j].mark)) return false;
  // "the forces besiege | the town": its object
  const { bits, place } = chunks[k];
  if (j >= 0 && chunks[j].kind !== 'case' && place?.relation === null && place.bearing === null && !(bits & BI)) return false;
  if (j >= 0 && chunks[j].kind === 'case') j--;
  const noun = j >= 0 && chunks[j].kind === 'noun' ? chunks[j].noun : null;
  if (noun === null) return false;
  return noun.kind === 'source' || noun.kind === 'title' || isForce(doc, noun) || h.actors.some((a) => a.start === noun.start);
}

const aims: ReadonlySet<string> = new Set(['to', 'on', 'against']);

/** A relative clause, or a list of who is among those counted, opens between the word of the happening and the place. */
function described(chunks: readonly Chunk[], last: number, k: number): boolean {
  for (let j = last + 2; j < k; j++) if (chunks[j].kind === 'relative' || chunks[j].kind === 'among') return true;
  return false;
}

/** Chunks of the acting words that tell other happenings. */
export function foreignTo(h: Happening, all: readonly Happening[]): Set<number> {
  const foreign = new Set<number>();
  for (const other of all) if (other !== h) for (const k of other.parts) foreign.add(k);
  return foreign;
}

export function weighSpots(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  all: readonly Happening[],
  spots: readonly Spot[],
  topic: Spot | null,
  frameOf: Int16Array,
): Weighed[] {
  if (spots.length === 0) return [];
  const others = all.filter((other) => other === h || !(soughtBy(chunks, h, other) || isSettingOf(chunks, h, other)));
  const foreign = foreignTo(h, others);
  const clause = clauseOf(doc, chunks, h, foreign, frameOf);
  const stretch = stretchesOf(doc, chunks);
  // ", and in Y | three were killed": Y is not where what stands before it happened
  const next = (k: number): boolean =>
    h.chunk < k && all.some((o) => o.chunk > k && opensClause(doc, chunks, k, Math.min(...o.parts)));
  return spots
    .filter((spot) => stretch[spot.chunk] === stretch[h.chunk] && !next(spot.chunk))
    .map((spot) => ({ spot, weight: weigh(doc, chunks, h, spot, clause, topic, foreign) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.spot.chunk - b.spot.chunk);
}
