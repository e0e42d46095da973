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

/** `at`: a day; of what bulletins repeat word for word a spell of days, null where all spells are sought. */
export type BlockKey = { name: string; at: number | null; isRepeated: boolean };
export type BlockKeys = { own: BlockKey[]; seeks: BlockKey[] };

/** The keys of one happening: place cell and day, name words and day, figures and day where no place is known, near-duplicate text, named victims. */
export function blockKeys({ subject, input }: Pick<Happening, 'input' | 'subject'>): BlockKeys {
  const own = keySet();
  const seeks = keySet();
  const days = daysOf(subject, dayNumber(input.published));
  const around = [...new Set(days.flatMap((day) => [day - 1, day, day + 1]))];
  for (const place of subject.places) {
    own.add(days, placeKeys(place));
    seeks.add(around, soughtPlaceKeys(place));
  }
  const isPlaced = subject.places.length > 0;
  const facts = factKeys(subject);
  own.add(
    days,
    facts.map((key) => `${isPlaced ? 'placed' : 'unplaced'}:${key}`),
  );
  for (const key of facts) seeks.add(around, isPlaced ? [`unplaced:${key}`] : [`unplaced:${key}`, `placed:${key}`]);
  const spells = spellsOf(subject);
  const repeated = [...bandKeys(subject.print), ...subject.victims.map((victim) => `victim:${victim}`)];
  own.add(spells.own, repeated, true);
  seeks.add(spells.seeks, repeated, true);
  return { own: own.keys, seeks: seeks.keys };
}

/** Each key once. */
function keySet(): {
  keys: BlockKey[];
  add: (ats: readonly BlockKey['at'][], names: readonly string[], isRepeated?: boolean) => void;
} {
  const seen = new Set<string>();
  const keys: BlockKey[] = [];
  return {
    keys,
    add(ats, names, isRepeated = false) {
      for (const name of names) {
        for (const at of ats) {
          const key = `${at} ${name}`;
          if (seen.has(key)) continue;
          seen.add(key);
          keys.push({ name, at, isRepeated });
        }
      }
    },
  };
}

/** Days further apart than this are never one event, whatever else agrees: see `timeScore`. */
const FARTHEST_DAYS = 3;
const SPELL_DAYS = 4;
const MOST_SPELLS = 12;
/** In place of a spell: what happenings of no day or a long time are listed under. */
const ANY = -2;

/**
 * What bulletins repeat word for word every day must not make all of them meet: texts and names meet within a few days. A happening of no day, or of a long
 * time, meets all.
 */
function spellsOf({ begin, end }: Subject): { own: number[]; seeks: (number | null)[] } {
  const first = begin === null ? null : Math.floor((begin - FARTHEST_DAYS) / SPELL_DAYS);
  const last = end === null ? null : Math.floor((end + FARTHEST_DAYS) / SPELL_DAYS);
  if (begin === null || end === null || first === null || last === null || last - first >= MOST_SPELLS)
    return { own: [ANY], seeks: [null] };
  const own: number[] = [];
  for (let spell = Math.floor(begin / SPELL_DAYS); spell <= Math.floor(end / SPELL_DAYS); spell++) own.push(spell);
  const seeks = [ANY];
  for (let spell = first; spell <= last; spell++) seeks.push(spell);
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
