/**
 * What a report is about, on the map: the country that most of its unmistakable places lie in, and where those are. Names that several places share are then
 * read as the one nearest to it.
 */
import type { Gazetteer } from './places.ts';
import { isShared, type PlaceContext, type PlaceRequest, resolvePlace } from './resolve-place.ts';

const nowhere: PlaceContext = { country: null, near: [] };
/** Places that are looked at; a report that names more is no clearer for them. */
const MOST = 80;

/** @param home country of the outlet: decides where the places do not */
export function focusOf(requests: readonly PlaceRequest[], gazetteer: Gazetteer, home: string | null): PlaceContext {
  const votes = new Map<string, number>();
  const near: PlaceContext['near'] = [];
  for (const request of requests.slice(0, MOST)) {
    if (isShared(request, gazetteer)) continue;
    const found = resolvePlace(request, gazetteer, nowhere);
    if (found === null || found.precision === 'unknown' || found.candidates > 1) continue;
    const [country] = found.admin;
    if (country !== undefined) votes.set(country, (votes.get(country) ?? 0) + 1);
    if (found.precision !== 'country') near.push({ lat: found.lat, lon: found.lon });
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  if (first === undefined) return { country: home, near };
  const clear = second === undefined || first[1] >= 1.5 * second[1];
  const country = clear ? first[0] : home !== null && votes.has(home) ? home : null;
  return { country, near, named: [...votes.keys()] };
}
