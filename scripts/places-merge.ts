/** Merges rows of one place: the same name and sort within a few kilometres of each other. */
import { nameKey } from '../src/link/place-key.ts';

export type Place = {
  id: string;
  country: string;
  kind: string;
  names: string[];
  en: string;
  lat: number;
  lon: number;
  admin1: string;
  admin2: string;
  rank: number;
  precision: number;
  openStreetMap: boolean;
};

const reachKm: Record<string, number> = { settlement: 4, quarter: 2.5, admin: 80, country: 5000, other: 6 };

function sortOf(kind: string): string {
  if (kind === 'city' || kind === 'town' || kind === 'village') return 'settlement';
  if (kind === 'quarter' || kind === 'country') return kind;
  return kind.startsWith('admin') ? 'admin' : 'other';
}

/** Quarters count as settlements when they lie close by: sources disagree on what a suburb is. */
function mayBeOne(a: Place, b: Place): boolean {
  const sorts = [sortOf(a.kind), sortOf(b.kind)];
  const km = Math.hypot((a.lat - b.lat) * 111.2, (a.lon - b.lon) * 111.2 * Math.cos((a.lat * Math.PI) / 180));
  if (sorts[0] === sorts[1]) return km <= (sorts[0] === 'admin' && a.kind !== b.kind ? -1 : reachKm[sorts[0]]);
  return sorts.includes('settlement') && sorts.includes('quarter') && km <= reachKm.quarter;
}

/** Places with their duplicates folded in; the input stays as it is. */
export function mergePlaces(places: readonly Place[]): Place[] {
  const merged: Place[] = [];
  const byName = new Map<string, Place[]>();
  for (const place of [...places].sort((a, b) => b.rank - a.rank || b.precision - a.precision)) {
    const keys = place.names.map((name) => `${place.country} ${nameKey(name)}`);
    const twin = keys.flatMap((key) => byName.get(key) ?? []).find((other) => mayBeOne(place, other));
    if (twin === undefined) {
      const own = { ...place, names: [...place.names] };
      merged.push(own);
      for (const key of keys) byName.set(key, [...(byName.get(key) ?? []), own]);
    } else if (!place.openStreetMap || twin.openStreetMap) absorb(twin, place);
  }
  return merged;
}

function absorb(into: Place, from: Place): void {
  for (const name of from.names) {
    if (into.names.length < 8 && !into.names.some((own) => nameKey(own) === nameKey(name))) into.names.push(name);
  }
  into.rank = Math.max(into.rank, from.rank);
  if (from.id.startsWith('gn') && !into.id.startsWith('gn')) into.id = from.id;
  if (from.precision > into.precision) {
    into.lat = from.lat;
    into.lon = from.lon;
    into.precision = from.precision;
  }
  into.en ||= from.en;
  into.admin1 ||= from.admin1;
  into.admin2 ||= from.admin2;
}
