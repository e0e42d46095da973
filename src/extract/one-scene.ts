/**
 * A report that tells of one scene on the day of its lead: what it goes on to tell was there, and on that day. A report of several towns or days, or what goes
 * on or is told of at large, takes neither.
 */
import { isOneTime } from './date-values.ts';
import type { Doc } from './doc.ts';
import { isAttack, isCasualty, isViolent, ONLY_AFTER } from './families.ts';
import { areApart, areInOtherTowns, placeOf, townOf } from './place-apart.ts';
import { type Gazetteer, isCountry, type PlacePhrase } from './place-names.ts';
import type { Telling } from './story.ts';

const ONLY_DAY = 'time.only-one-told';
const OF_SCENE = 'place.of-scene';
/** So many sentences behind what was told with the day or the place, or took it, the report is still there. */
const REACH = 4;

/** Gives day and place on. `told`: all tellings, in the order of the text. */
export function giveScene(doc: Doc, told: readonly Telling[], gazetteer: Gazetteer): void {
  const current = told.filter(({ judged, sentence }) => judged.reality === 'current' && !sentence.headline);
  if (current.every(({ goesOn, date, h }) => goesOn === undefined || (date !== null && h.places.length > 0))) return;
  const towns = townsOf(doc, current, gazetteer);
  if (towns === null) return;
  const day = dayOfLead(current);
  if (day === null) return;
  giveDay(doc, current, day, towns, gazetteer);
  if (towns.length > 0) givePlace(doc, current, towns, gazetteer);
}

function giveDay(doc: Doc, told: readonly Telling[], day: Telling, towns: readonly PlacePhrase[], gazetteer: Gazetteer): void {
  let last = day.sentence.index;
  for (const t of told) {
    if (turns(doc, t, towns, gazetteer) || t.sentence.index > last + REACH) return;
    if (t.date === null) {
      if (!isOfScene(t, day) || (t.goesOn!.said !== null && t.goesOn!.said !== day.date!.begin)) continue;
      t.date = day.date;
      t.h.rules.push(ONLY_DAY);
    }
    last = t.sentence.index;
  }
}

function givePlace(doc: Doc, told: readonly Telling[], towns: readonly PlacePhrase[], gazetteer: Gazetteer): void {
  let last: Telling | null = null;
  for (const t of told) {
    if (last !== null && (turns(doc, t, towns, gazetteer) || t.sentence.index > last.sentence.index + REACH)) return;
    const at = t.h.places.find(({ role }) => role === 'at');
    if (at !== undefined) {
      if (isSettled(at.means ?? at.place, gazetteer)) last = t;
    } else if (last !== null && t.h.places.length === 0 && isOfScene(t, last) && isThere(t, last)) {
      t.h.places.push(last.h.places.find(({ role }) => role === 'at')!);
      t.h.rules.push(OF_SCENE);
      last = t;
    }
  }
}

/** "the police held 13 in a quarter of X": what its sentence names may be where it was; a count of hundreds is none of one scene. */
const isThere = ({ h, named, sentence }: Telling, before: Telling): boolean =>
  (isViolent(h) || befalls.has(h.types[0])) &&
  (!named || sentence === before.sentence) &&
  h.figures.every(({ low }) => low < 100);

/** In a town or village that is named: a street or a quarter may be but one of those it has. */
function isSettled(place: PlacePhrase, gazetteer: Gazetteer): boolean {
  const town = townOf(place)?.levels[0];
  if (town === undefined || place.anaphor !== null || town.keys.length === 0) return false;
  return town.kind === null ? town.rows.some((row) => settled.has(gazetteer.kindOf(row))) : settled.has(town.kind);
}
const settled: ReadonlySet<string> = new Set(['city', 'town', 'village', 'camp', 'island']);
const befalls: ReadonlySet<string> = new Set(['detention', 'abduction', 'riot']);

const turns = (doc: Doc, { turns, topic }: Telling, towns: readonly PlacePhrase[], gazetteer: Gazetteer): boolean =>
  turns || towns.some((place) => areApart(doc, topic, place, gazetteer));

/** What the lead tells with its day, where that is the only day of the report. */
function dayOfLead(told: readonly Telling[]): Telling | null {
  const day = told.find(({ date, sentence }) => date !== null && sentence === told[0].sentence);
  if (day === undefined || !isOneTime(day.date!, day.h.date) || day.h.rules.includes(ONLY_AFTER)) return null;
  return told.some(({ date }) => date !== null && date.value !== day.date!.value) ? null : day;
}

/** The town of the report, as often as it is told; null where it tells of two. */
function townsOf(doc: Doc, told: readonly Telling[], gazetteer: Gazetteer): PlacePhrase[] | null {
  const places: PlacePhrase[] = [];
  for (const { h } of told) {
    const at = placeOf(h);
    const place = at === null ? null : townOf(at);
    if (place === null || isCountry(place.levels[0], gazetteer)) continue;
    if (places.some((other) => areInOtherTowns(doc, other, place, gazetteer))) return null;
    places.push(place);
  }
  return places;
}

function isOfScene({ h, sentence, goesOn }: Telling, before: Telling): boolean {
  if (goesOn === undefined) return false;
  // "while reports told of seven wounded": of the same clash, as far as no doer of their own is told
  const isToll = isCasualty(h) && h.figures.length > 0 && h.actors.length === 0;
  if (goesOn.meanwhile && sentence === before.sentence && !isToll) return false;
  const place = placeOf(h);
  // "a mine also killed two": wherever that was
  if (place === null) return !goesOn.beside;
  // "yesterday warplanes flew over. ... The raid on X killed one": it has a place of its own, and what was told with a day had none
  return placeOf(before.h) !== null || isAttack(before.h) || isCasualty(before.h);
}
