/** Where: gives each happening its place, from its own sentence; "the town" stands for a place named before. */

import { harmed } from '../claim/outcomes.ts';
import type { EventType } from '../claim/reading.ts';
import { BI } from '../lexicon/analyze.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isAttack, isCasualty } from './families.ts';
import { ownSpots } from './gapped.ts';
import type { Happening, LocatedPlace } from './happening.ts';
import { opensAnother } from './opens-another.ts';
import { ORDEAL } from './own-ordeal.ts';
import { areApart, isFiner } from './place-apart.ts';
import { roleByPronoun } from './place-by-pronoun.ts';
import { type Gazetteer, type PlacePhrase, topOf } from './place-names.ts';
import { meantByPronoun, resumed, struckCity } from './place-taken-up.ts';
import { isNamed, type Spot, spotsOf, topicOf, vague, type Weighed, weighSpots } from './placing.ts';
import type { Judged } from './reality.ts';

import { wordsOfPlace } from './same-words.ts';
import type { Sentence } from './sentences.ts';
import { movement } from './sites.ts';
import { thereOf } from './there.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

export type Ground = {
  /** Places named so far with the sentence that named them. */
  places: { place: PlacePhrase; sentence: number }[];
  /** Where the happening told last took place. */
  last: { place: PlacePhrase; sentence: Sentence; frame: number; chunk: number } | null;
};

export const newGround = (): Ground => ({ places: [], last: null });

/** What one sentence says of places. */
export type Scene = { spots: Spot[]; topic: Spot | null };

/** Folded words of where it happened, without class words; where that is left open, of where the report is. */
export function placeWords(doc: Doc, h: Happening, ground: Ground): string[] {
  const at = h.places.find((p) => p.role === 'at') ?? h.places.find((p) => p.role === 'from');
  const place = at?.place ?? (h.rules.includes(LEFT_OPEN) ? ground.last?.place : undefined);
  return place === undefined ? [] : wordsOfPlace(doc, place);
}

const LEFT_OPEN = 'place.left-open';
export function sceneOf(doc: Doc, chunks: readonly Chunk[], attributed: Attributed, ground: Ground): Scene {
  const spots = spotsOf(doc, chunks, attributed);
  const topic = topicOf(chunks, spots);
  // a new topic begins: what was told before says nothing of where this is
  if (chunks[0]?.kind === 'reset' || opensAnother(doc, chunks)) ground.last = null;
  return { spots, topic };
}

/** How much less a place within the place may weigh. */
const NEARLY = 3;

/** Fills the places of a happening from its own sentence. */
export function fillPlace(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  all: readonly Happening[],
  scene: Scene,
  attributed: Attributed,
  ground: Ground,
  gazetteer: Gazetteer,
): void {
  // where a victim is from is not where it happened, while another place is told
  const every = weighSpots(doc, chunks, h, all, ownSpots(h, scene.spots), scene.topic, attributed.frameOf);
  const elsewhereTold = every.filter(({ spot }) => !isHome(chunks, h, spot));
  // "two men of the peacekeepers from Nigeria": of what nation they are
  const weighed =
    elsewhereTold.some(({ spot }) => spot.named) || isHurt(h)
      ? elsewhereTold
      : every.filter(
          ({ spot }) =>
            elsewhereTold.some((w) => w.spot === spot) || field(chunks[spot.chunk].noun?.actor ?? null, 'kind') !== 'state',
        );
  const leaves = movement(h) || h.types[0] === 'territory';
  // who moves comes from where they are from: "300 people of the tribes left, from X"
  // a blow that is dealt "to" a district falls there
  const falls = fired.has(h.types[0]) || h.types[0] === 'bombing' || (h.types[0] === 'attack' && h.light >= 0);
  const roleOf = (spot: Spot): LocatedPlace['role'] =>
    spot.origin && movement(h) ? 'from' : spot.role === 'to' && falls && spot.chunk > h.chunk ? 'at' : spot.role;
  const best = (role: LocatedPlace['role']): Weighed | undefined => {
    const first = weighed.find((w) => roleOf(w.spot) === role && w.spot.named);
    // "killed in Kashmir in an attack that took place in the district of X"
    const finer = weighed.find(
      (w) =>
        first !== undefined &&
        roleOf(w.spot) === role &&
        w.spot.chunk > first.spot.chunk &&
        w.spot.inside === null &&
        !hasConjunction(doc, chunks[w.spot.chunk].start) &&
        w.weight > first.weight - NEARLY &&
        chunks.slice(first.spot.chunk, w.spot.chunk).every(
          ({ kind, mark, start }) =>
            (kind !== 'mark' || mark === 'comma') &&
            kind !== 'among' &&
            // "a village was shelled, which killed two in another", "in Aleppo, most of them in the town of X"
            kind !== 'result' &&
            nodeOf(doc, start, 'proportion') === null,
        ) &&
        isFiner(first.spot.place, w.spot.place, gazetteer),
    );
    return finer ?? first;
  };
  const from = best('from');
  const to = movement(h) || h.types.includes('force-movement') ? best('to') : undefined;
  const at = leaves && from !== undefined ? undefined : (best('at') ?? (scene.topic?.role === 'to' ? best('to') : undefined));
  // "the fighting reached to X", "stole into X"
  const reached = at === undefined && from === undefined && h.types[0] === 'armed-clash' ? best('to') : undefined;
  // "the resistance in Taiz drove them from X": the battle was where they were driven from
  const elsewhere = !leaves && !fired.has(h.types[0]) && from !== undefined && at !== undefined && from.weight > at.weight;
  const unnamed = h.places.filter((p) => p.role === 'at' && !isNamed(p.place));
  const kept = h.places;
  h.places = [];
  const put = (role: LocatedPlace['role'], { place, chunk }: Pick<Spot, 'place' | 'chunk'>): void => {
    if (place.anaphor === null) {
      h.places.push({ role, place });
      return;
    }
    const means = find([...ground.places, ...namedBefore(scene, chunk)], place.anaphor, gazetteer);
    const same = withSame(doc, place);
    // "the town" is quoted by its name; "the area", "north of the city", "the same town" as they stand, and found on the map by what they stand for
    if (
      means !== null &&
      place.relation === null &&
      place.bearing === null &&
      !isWithin(doc, place) &&
      !vague.has(place.anaphor) &&
      same === place
    ) {
      h.places.push({ role, place: means });
      return;
    }
    const levels = means === null ? place.levels : means.levels;
    h.places.push({ role, place: { ...same, levels, anaphor: null }, means: means ?? undefined });
  };
  // "fled from the village after the attack on it": what the pronoun names was struck, whatever else it is to the verb
  const struckBefore = h.rules.includes(ORDEAL)
    ? scene.spots.find((s) => kept.some((p) => p.place.start === s.place.start))
    : undefined;
  if (struckBefore !== undefined) {
    put('at', struckBefore);
    return;
  }
  if (at !== undefined && !elsewhere) {
    put('at', at.spot);
    if (!kept.some((p) => p.place.start === at.spot.place.start)) h.rules.push('place.from-sentence');
  }
  if (reached !== undefined) put('at', reached.spot);
  // where a shell was fired from is not where it fell
  if (from !== undefined && (at !== undefined || !fired.has(h.types[0]))) put('from', from.spot);
  if (to !== undefined) put('to', to.spot);
  if (h.places.length === 0 && unnamed.length > 0) h.places.push(...unnamed.slice(0, 1));
  const again = resumed(doc, chunks, h);
  if (again !== null && !movement(h) && (h.places.length === 0 || ((at ?? from)?.spot.chunk ?? 0) < Math.min(...h.parts))) {
    h.places = h.places.filter((p) => p.role !== 'at');
    put('at', again);
    h.rules.push('place.taken-up');
  }
  const meant =
    h.places.length > 0
      ? null
      : meantByPronoun(doc, chunks, h, [
          ...(ground.last === null ? [] : [ground.last.place]),
          ...scene.spots.filter((spot) => spot.chunk < h.chunk && spot.inside !== 'person').map(({ place }) => place),
        ]);
  if (meant !== null) {
    h.places.push({ role: 'at', place: meant });
    h.rules.push('place.by-pronoun');
  }
  const before = h.places.length > 0 || scene.spots.some((spot) => spot.chunk < h.chunk) ? null : ground.last;
  const byPronoun = before !== null && isNext(before.sentence, chunks) ? roleByPronoun(doc, chunks, h, before.place) : null;
  if (byPronoun !== null) {
    h.places.push({ role: byPronoun, place: before!.place });
    h.rules.push('place.by-pronoun');
  }
  const there = h.places.length > 0 ? -1 : thereOf(doc, chunks, h);
  if (there >= 0) {
    const before = namedBefore(scene, there).filter(({ place }) => isNamed(place));
    const said = (before.at(-1) ?? ground.last ?? ground.places.at(-1))?.place;
    // of two places that the sentence named, nothing says which is meant
    if (said !== undefined && !before.some(({ place }) => areApart(doc, place, said, gazetteer))) {
      h.places.push({ role: 'at', place: said });
      h.rules.push('place.there');
    }
  }
  const struck = h.places.length > 0 ? null : struckCity(doc, h, gazetteer);
  if (struck !== null) {
    h.places.push({ role: 'at', place: struck });
    h.rules.push('place.struck');
  }
  const nameless =
    h.places.length > 0
      ? undefined
      : weighed.find(
          ({ spot: { named, located, inside, place }, spot }) =>
            !named && located && inside === null && place.sure && roleOf(spot) === 'at',
        );
  if (nameless !== undefined) {
    put('at', nameless.spot);
    h.rules.push('place.nameless');
  }
  const seen = h.places.length === 0 && !movement(h) ? placeOfSource(doc, chunks, attributed, h, gazetteer) : null;
  if (seen !== null) {
    h.places.push({ role: 'at', place: seen });
    h.rules.push('place.of-witness');
  }
}

/** How many tokens stand between two sentences: the stop and a break. */
const STOP = 3;
const isNext = ({ end }: Sentence, chunks: readonly Chunk[]): boolean => chunks[0].start >= end && chunks[0].start - end <= STOP;

/** "a man from the town of X was killed": where a victim is from is not where it happened. */
const isHome = (chunks: readonly Chunk[], h: Happening, { chunk, role }: Spot): boolean =>
  role === 'from' &&
  (isAttack(h) || isCasualty(h) || taken.has(h.types[0])) &&
  chunks[chunk - 1]?.kind === 'case' &&
  people.has(chunks[chunk - (chunks[chunk - 2]?.mark === 'comma' ? 3 : 2)]?.noun?.kind ?? '');

/** Where those who were killed or hurt are from is never where it was; where people were taken from may be. */
const isHurt = (h: Happening): boolean =>
  !taken.has(h.types[0]) && h.figures.some((f) => harmed.has(f.outcome)) && (isAttack(h) || isCasualty(h));

const taken: ReadonlySet<EventType> = new Set<EventType>(['detention', 'abduction', 'release']);

const people: ReadonlySet<string> = new Set(['person', 'outcome', 'number', 'name']);

/** "residents of the town of X said that soldiers stormed a house": unnamed people of a place tell what they saw there. */
function placeOfSource(
  doc: Doc,
  chunks: readonly Chunk[],
  { frames }: Attributed,
  h: Happening,
  gazetteer: Gazetteer,
): PlacePhrase | null {
  const noun = h.frame < 0 ? null : (frames[h.frame].chain.at(-1)?.noun ?? null);
  if (noun === null) return null;
  const source = nodeOf(doc, noun.head, 'source');
  const kind = field(source, 'kind');
  if (kind !== 'anonymous' && kind !== 'correspondent') return null;
  const place = noun.place ?? behindSource(chunks, noun);
  if (place === null || place.anaphor !== null || !isNamed(place)) return null;
  return field(source, 'class') === 'person' && kind === 'anonymous' ? place : isScene(doc, place, gazetteer) ? place : null;
}

/** A capital, where those sit who speak for the whole country, or as great a town. */
const CAPITAL = 8;
const towns: ReadonlySet<string> = new Set(['city', 'town', 'village']);

/** "a medical source in the town of X", "our correspondent in X": a town or a district, no country and no building. */
function isScene(doc: Doc, { start, levels: [{ kind, rows }] }: PlacePhrase, gazetteer: Gazetteer): boolean {
  if (kind !== null) return scenes.has(kind) && field(nodeOf(doc, start, 'place-class'), 'treats') !== 'yes';
  const called = rows.filter((row) => towns.has(gazetteer.kindOf(row)));
  if (called.length > 0) return topOf(called, gazetteer) < CAPITAL;
  return rows.length > 0 && rows.every((row) => gazetteer.kindOf(row) !== 'country');
}
const scenes: ReadonlySet<string> = new Set([
  'city',
  'town',
  'village',
  'quarter',
  'camp',
  'admin1',
  'admin2',
  'admin3',
  'countryside',
  'area',
]);

/** "residents | in | the town of X" */
function behindSource(chunks: readonly Chunk[], { start, end }: { start: number; end: number }): PlacePhrase | null {
  const k = chunks.findIndex((c) => c.kind === 'place' && c.end === end);
  if (k < 1 || chunks[k - 1].start < start) return null;
  const tied = (chunks[k].bits & BI) !== 0 || (chunks[k - 1].kind === 'case' && chunks[k - 1].mark === 'in');
  return tied ? chunks[k].place : null;
}

/** "the villages of the directorate": more than the class word that points back. */
const isWithin = (doc: Doc, place: PlacePhrase): boolean =>
  nodeOf(doc, place.start, 'place-class') !== null && !isDefinite(doc, place.start);

/** "the same area", "the area itself": with the word that says so. */
function withSame(doc: Doc, place: PlacePhrase): PlacePhrase {
  const before = place.start > 0 && nodeOf(doc, place.start - 1, 'same-before') !== null;
  const after = place.end < doc.length ? nodeOf(doc, place.end, 'same') : null;
  if (!before && after === null) return place;
  return { ...place, start: before ? place.start - 1 : place.start, end: after?.end ?? place.end };
}

const fired: ReadonlySet<EventType> = new Set<EventType>(['shelling', 'air-strike']);

/** Remembers what the sentence named. */
export function rememberPlaces(scene: Scene, sentence: Sentence, ground: Ground): void {
  for (const { place } of scene.spots) {
    if (place.anaphor !== null || !place.sure || ground.places.some((g) => g.place.start === place.start)) continue;
    ground.places.push({ place, sentence: sentence.index });
    if (ground.places.length > 40) ground.places.shift();
  }
}

/** How many sentences a place goes on being the place of what is told. */
const STAYS = 3;

/**
 * Remembers where the report is. A happening told without a place is left without one: that the report is somewhere does not say that this is there too;
 * it only helps to tell one happening from another.
 */
export function leaveOpen(chunks: readonly Chunk[], h: Happening, judged: Judged, sentence: Sentence, ground: Ground): void {
  const at = h.places.find((p) => p.role === 'at');
  if (at !== undefined && (isNamed(at.place) || at.place.bearing !== null || at.means !== undefined))
    ground.last = { place: at.means ?? at.place, sentence, frame: h.frame, chunk: h.chunk };
  else if (!h.places.some((p) => p.role === 'from') && ground.last !== null && stays(h, judged, sentence, ground.last.sentence))
    goesOnThere(chunks, h, sentence, ground.last);
}

/** "raided the town, fired gas and held 30": what the same voice goes on to tell in the same sentence was there too. */
function goesOnThere(chunks: readonly Chunk[], h: Happening, sentence: Sentence, last: NonNullable<Ground['last']>): void {
  h.rules.push(LEFT_OPEN);
  if (last.sentence.index !== sentence.index || h.frame !== last.frame || h.places.length > 0 || states.has(h.types[0])) return;
  // "while the police arrested": another story, which may be told of another place
  for (let k = Math.min(last.chunk, h.chunk) + 1; k < Math.max(last.chunk, h.chunk); k++) if (turns.has(chunks[k].kind)) return;
  h.places.push({ role: 'at', place: last.place });
  h.rules.push(GOES_ON);
}
/** Rule of a place that what was told before lends. */
export const GOES_ON = 'place.goes-on';
const turns: ReadonlySet<string> = new Set(['contrast', 'reset', 'continue', 'say']);
/** What is so, agreed or told of at length, nowhere. */
const states: ReadonlySet<EventType> = new Set<EventType>(['situation', 'agreement', 'toll', 'other']);

function stays(h: Happening, judged: Judged, now: Sentence, then: Sentence): boolean {
  if (now.headline !== then.headline || now.index - then.index > STAYS) return false;
  if (judged.reality !== 'current') return false;
  // a count over many happenings has no place of its own
  if (h.figures.some((f) => f.scope === 'running-total')) return false;
  // "the attack" is where the attack told before was, not where the last happening was: the story joins the two
  if (h.definite && !h.finite) return false;
  return !movement(h);
}

/** Kinds that one noun covers: "the city" may have been named without its class. */
const settled = new Set(['city', 'town', 'village']);
const samePlaceKind = (noun: string, kind: string): boolean => noun === kind || (settled.has(noun) && settled.has(kind));

/** Places that the same sentence named before. */
const namedBefore = (scene: Scene, chunk: number): { place: PlacePhrase }[] =>
  scene.spots.filter((spot) => spot.chunk < chunk && spot.place.anaphor === null && spot.place.sure);

function find(places: readonly { place: PlacePhrase }[], kind: string, gazetteer: Gazetteer): PlacePhrase | null {
  if (vague.has(kind)) return places.at(-1)?.place ?? null;
  // the nearest, though it was named without its class: "in the town of X. ... In Y, the town saw"
  for (let n = places.length - 1; n >= 0; n--) {
    const { levels } = places[n].place;
    if (levels.some((level) => level.kind === kind)) return places[n].place;
    if (levels[0].kind === null && levels[0].rows.some((row) => samePlaceKind(kind, gazetteer.kindOf(row))))
      return places[n].place;
  }
  for (let n = places.length - 1; n >= 0; n--) {
    const [level] = places[n].place.levels;
    if (level.kind !== null && samePlaceKind(kind, level.kind)) return places[n].place;
  }
  return null;
}

/** A function of its own: what loops inside a step that is taken once a report is compiled late. */
export function addPlaces(chunks: readonly Chunk[], places: PlacePhrase[]): void {
  for (const c of chunks) {
    const place = c.place ?? c.noun?.place ?? null;
    if (place !== null) places.push(place);
  }
}
