/**
 * Counted events as running totals look for them: by outcome and group, place and day, so that a total is laid beside those it may hold and not beside all
 * of a large case.
 */
import type { Count } from '../claim/count.ts';
import type { Event, EventPlace } from '../claim/event.ts';
import type { ResolvedPlace } from '../claim/reading.ts';
import { kilometers } from './distance.ts';

export type Counted = Pick<Count, 'outcome' | 'who' | 'low' | 'high'>;
export type CountedEvent = { code: string; low: number; high: number | null };
type Listed = CountedEvent & { begin: string; place: EventPlace | null };
export type CountedEvents = {
  add: (event: Pick<Event, 'begin' | 'place'> & { counts: readonly Counted[] }, code: string) => void;
  /** Those that begin in the period (both days included) and lie in the place; all of the period where the place is null. */
  within: (count: string, since: string, until: string, place: ResolvedPlace | null) => CountedEvent[];
};

type Lists = Map<string, Listed[]>;
/** Events of a radius up to so many kilometers are found by cells of so many degrees; wider ones are few. */
const TIERS = [
  { km: 10, degrees: 0.5 },
  { km: 120, degrees: 4 },
];
const FAR = 'far';
const ALL = 'all';
const ADMIN = 'admin ';
const KM_A_DEGREE = 111;

export const countKey = (outcome: string, who: string): string => `${outcome} ${who}`;

/** Of a large case only what is `wanted` is held, by its {@link countKey}. */
export function countedEvents(wanted: ReadonlySet<string>): CountedEvents {
  const index = new Map<string, Lists>();
  let isSorted = true;

  function put(lists: Lists, key: string, event: Listed): void {
    const list = lists.get(key);
    if (list) list.push(event);
    else lists.set(key, [event]);
  }

  function sort(): void {
    if (isSorted) return;
    for (const lists of index.values())
      for (const list of lists.values()) list.sort((a, b) => (a.begin < b.begin ? -1 : a.begin > b.begin ? 1 : 0));
    isSorted = true;
  }

  return {
    add({ begin, place, counts }, code) {
      if (begin === null) return;
      for (const [key, { low, high }] of wantedOf(counts, wanted)) {
        const lists: Lists = index.get(key) ?? new Map();
        index.set(key, lists);
        const event = { code, begin, place, low, high };
        for (const name of listsOf(place)) put(lists, name, event);
      }
      isSorted = false;
    },
    within(count, since, until, place) {
      const lists = index.get(count);
      if (!lists) return [];
      sort();
      const found: CountedEvent[] = [];
      for (const name of soughtBy(place)) {
        const list = lists.get(name) ?? [];
        for (let i = firstFrom(list, since); i < list.length && list[i].begin <= until; i++)
          if (lies(list[i].place, place)) found.push(list[i]);
      }
      return found;
    },
  };
}

function isAdmin(place: ResolvedPlace): boolean {
  return place.admin.length > 0 && place.precision.startsWith('admin');
}

/** Counts of the kinds that are wanted, by kind: the first of a kind is the event's count. */
export function wantedOf(counts: readonly Counted[], wanted: ReadonlySet<string>): Map<string, Counted> {
  const found = new Map<string, Counted>();
  for (const count of counts) {
    const key = countKey(count.outcome, count.who);
    if (wanted.has(key) && !found.has(key)) found.set(key, count);
  }
  return found;
}

/** Names under which an event of this place is listed: of all, of the wider places it lies in, and of its cell. */
export function listsOf(place: EventPlace | null): string[] {
  if (place === null || place.lat === null || place.lon === null) return [ALL];
  return [ALL, ...namesOf(place)];
}

function namesOf(place: EventPlace): string[] {
  const names = place.admin.map((_, level) => adminName(place.admin.slice(0, level + 1)));
  const tier = TIERS.findIndex(({ km }) => (place.radiusKm ?? 0) <= km);
  if (tier < 0) return [...names, FAR];
  const { degrees } = TIERS[tier];
  names.push(cellName(tier, Math.floor((place.lat as number) / degrees), Math.floor((place.lon as number) / degrees)));
  return names;
}

/** Every event that lies in the place is listed under one of these. */
export function soughtBy(place: ResolvedPlace | null): string[] {
  if (place === null) return [ALL];
  if (isAdmin(place)) return [adminName(place.admin)];
  if (place.precision === 'country') return place.admin.length > 0 ? [adminName(place.admin.slice(0, 1))] : [ALL];
  const names = [FAR];
  for (const [tier, { km, degrees }] of TIERS.entries()) {
    const reach = (place.radiusKm + km) / KM_A_DEGREE;
    const wide = reach / Math.max(0.01, Math.cos((Math.min(89, Math.abs(place.lat) + reach) * Math.PI) / 180));
    // a place that reaches far, or over the line where 180 becomes -180, is looked for everywhere
    if (!(wide < degrees * 8) || Math.abs(place.lon) + wide > 180) return [ALL];
    for (let y = Math.floor((place.lat - reach) / degrees); y <= Math.floor((place.lat + reach) / degrees); y++)
      for (let x = Math.floor((place.lon - wide) / degrees); x <= Math.floor((place.lon + wide) / degrees); x++)
        names.push(cellName(tier, y, x));
  }
  return names;
}

const adminName = (admin: readonly string[]): string => `${ADMIN}${admin.join('/')}`;
const cellName = (tier: number, y: number, x: number): string => `cell ${tier} ${y} ${x}`;

function firstFrom(list: readonly Listed[], day: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].begin < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whatever stands in this list lies in the place: it need not be looked at. */
export function isExact(list: string, place: ResolvedPlace | null): boolean {
  return place === null || list.startsWith(ADMIN);
}

/** All of the period where the place is null. */
export function lies(own: EventPlace | null, wide: ResolvedPlace | null): boolean {
  if (wide === null) return true;
  if (!own || own.lat === null || own.lon === null) return false;
  if (isAdmin(wide)) return wide.admin.every((name, level) => own.admin[level] === name);
  if (wide.precision === 'country') return own.admin[0] === wide.admin[0];
  return kilometers({ lat: own.lat, lon: own.lon }, wide) <= wide.radiusKm + (own.radiusKm ?? 0);
}
