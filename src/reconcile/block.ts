/**
 * Blocking: the few happenings that are worth comparing, found by shared keys instead of comparing all with all. Every happening is listed under its `own`
 * keys and asks for its `seeks` keys; the relation is symmetric, so the order of adding does not matter.
 */
import { dayNumber } from './days.ts';
import { bandKeys } from './fingerprint.ts';
import type { Happening } from './happening.ts';
import type { Subject, SubjectPlace } from './subject.ts';

const CELL_DEGREES = 0.25;
const WIDE = new Set(['admin2', 'admin1', 'country', 'unknown']);
/** A happening told to span more days than this is listed under its first days only. */
const MAX_DAYS = 8;

export type BlockKeys = { own: string[]; seeks: string[] };

/** The keys of one happening: place cell and day, name words and day, figures and day where no place is known, near-duplicate text, named victims. */
export function blockKeys(happening: Happening): BlockKeys {
  const { subject } = happening;
  const own = new Set<string>();
  const seeks = new Set<string>();
  const days = daysOf(subject, dayNumber(happening.input.published));
  const around = new Set(days.flatMap((day) => [day - 1, day, day + 1]));
  for (const place of subject.places) {
    for (const day of days) for (const key of placeKeys(place)) own.add(`${key}:${day}`);
    for (const day of around) for (const key of soughtPlaceKeys(place)) seeks.add(`${key}:${day}`);
  }
  for (const key of factKeys(subject)) {
    const isPlaced = subject.places.length > 0;
    for (const day of days) own.add(`${isPlaced ? 'placed' : 'unplaced'}:${key}:${day}`);
    for (const day of around) {
      seeks.add(`unplaced:${key}:${day}`);
      if (!isPlaced) seeks.add(`placed:${key}:${day}`);
    }
  }
  const spells = spellsOf(subject);
  for (const key of [...bandKeys(subject.print), ...subject.victims.map((victim) => `victim:${victim}`)]) {
    for (const spell of spells.own) own.add(`${key}:${spell}`);
    for (const spell of spells.seeks) seeks.add(`${key}:${spell}`);
  }
  return { own: [...own], seeks: [...seeks] };
}

/** Days further apart than this are never one event, whatever else agrees: see `compareTime`. */
const FARTHEST_DAYS = 3;
const SPELL_DAYS = 4;
const MOST_SPELLS = 12;

/**
 * What bulletins repeat word for word every day must not make all of them meet: texts and names meet within a few days. A happening of no day, or of a long
 * time, meets all.
 */
function spellsOf({ begin, end }: Subject): BlockKeys {
  const first = begin === null ? null : Math.floor((begin - FARTHEST_DAYS) / SPELL_DAYS);
  const last = end === null ? null : Math.floor((end + FARTHEST_DAYS) / SPELL_DAYS);
  if (begin === null || end === null || first === null || last === null || last - first >= MOST_SPELLS)
    return { own: ['any', 'all'], seeks: ['all'] };
  const own = ['all'];
  for (let spell = Math.floor(begin / SPELL_DAYS); spell <= Math.floor(end / SPELL_DAYS); spell++) own.push(String(spell));
  const seeks = ['any'];
  for (let spell = first; spell <= last; spell++) seeks.push(String(spell));
  return { own, seeks };
}

function daysOf(subject: Subject, published: number | null): number[] {
  if (subject.begin === null || subject.end === null) return published === null ? [] : [published];
  const days: number[] = [];
  for (let day = subject.begin; day <= subject.end && days.length < MAX_DAYS; day++) days.push(day);
  return days;
}

function placeKeys(place: SubjectPlace): string[] {
  const { resolved } = place.mention;
  const keys = place.words.map((word) => `name:${word}`);
  if (!resolved) return keys;
  const [country, province] = resolved.admin;
  const isWide = WIDE.has(resolved.precision);
  if (!isWide) keys.push(cell(resolved.lat, resolved.lon, 0, 0));
  if (country !== undefined && province !== undefined) keys.push(`${isWide ? 'wide' : 'narrow'}:${country}/${province}`);
  return keys;
}

function soughtPlaceKeys(place: SubjectPlace): string[] {
  const { resolved } = place.mention;
  const keys = place.words.map((word) => `name:${word}`);
  if (!resolved) return keys;
  const [country, province] = resolved.admin;
  const isWide = WIDE.has(resolved.precision);
  if (!isWide) for (const y of [-1, 0, 1]) for (const x of [-1, 0, 1]) keys.push(cell(resolved.lat, resolved.lon, y, x));
  if (country !== undefined && province !== undefined) {
    keys.push(`wide:${country}/${province}`);
    if (isWide) keys.push(`narrow:${country}/${province}`);
  }
  return keys;
}

function cell(lat: number, lon: number, up: number, right: number): string {
  return `cell:${Math.floor(lat / CELL_DEGREES) + up},${Math.floor(lon / CELL_DEGREES) + right}`;
}

/** Facts by which happenings without a place are found. */
function factKeys(subject: Subject): string[] {
  const keys: string[] = [];
  for (const figure of subject.figures) if (!figure.vague) keys.push(`figure:${figure.outcome}:${figure.low}`);
  return keys;
}
