/**
 * The day of a report that tells of one scene on one day: what it goes on to tell of the scene was on that day too. A report of several towns or days, or
 * what goes on or is told of at large, takes no day.
 */
import { isOneTime } from './date-values.ts';
import type { Doc } from './doc.ts';
import { isAttack, isCasualty, ONLY_AFTER } from './families.ts';
import { areApart, areInOtherTowns, placeOf, townOf } from './place-apart.ts';
import { type Gazetteer, isCountry, type PlacePhrase } from './place-names.ts';
import type { Telling } from './story.ts';

const ONLY_DAY = 'time.only-one-told';
/** So many sentences behind what was told with the day, or took it, the report is still there. */
const REACH = 4;

/** Gives the day on. `told`: all tellings, in the order of the text. */
export function giveOnlyDay(doc: Doc, told: readonly Telling[], gazetteer: Gazetteer): void {
  const current = told.filter(({ judged, sentence }) => judged.reality === 'current' && !sentence.headline);
  if (current.every(({ dayless }) => dayless === undefined)) return;
  const day = dayOfLead(current);
  const scene = day === null ? null : sceneOf(doc, current, gazetteer);
  if (day === null || scene === null) return;
  let last = day.sentence.index;
  for (const t of current) {
    if (t.turns || t.sentence.index > last + REACH || scene.some((place) => areApart(doc, t.topic, place, gazetteer))) return;
    if (t.date === null) {
      if (t.dayless === undefined || !isOfScene(t, day)) continue;
      t.date = day.date;
      t.h.rules.push(ONLY_DAY);
    }
    last = t.sentence.index;
  }
}

/** What the lead tells with its day, where that is the only day of the report. */
function dayOfLead(told: readonly Telling[]): Telling | null {
  const day = told.find(({ date, sentence }) => date !== null && sentence === told[0].sentence);
  if (day === undefined || !isOneTime(day.date!, day.h.date) || day.h.rules.includes(ONLY_AFTER)) return null;
  return told.some(({ date }) => date !== null && date.value !== day.date!.value) ? null : day;
}

/** The places of the report; null where it tells of two towns. */
function sceneOf(doc: Doc, told: readonly Telling[], gazetteer: Gazetteer): PlacePhrase[] | null {
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

function isOfScene({ h, sentence, dayless }: Telling, day: Telling): boolean {
  const { said, meanwhile, beside } = dayless!;
  if (said !== null && said !== day.date!.begin) return false;
  // "while reports told of seven wounded": of the same clash, as far as no doer of their own is told
  if (meanwhile && sentence === day.sentence && !(isCasualty(h) && h.figures.length > 0 && h.actors.length === 0)) return false;
  const place = placeOf(h);
  // "a mine also killed two": wherever that was
  if (place === null) return !beside;
  // "yesterday warplanes flew over. ... The raid on X killed one": it has a place of its own, and what was told with a day had none
  return placeOf(day.h) !== null || isAttack(day.h) || isCasualty(day.h);
}
