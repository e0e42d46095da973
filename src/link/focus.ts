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
    const found = plainly(request, gazetteer);
    if (found === null) continue;
    const { country, lat, lon, whole } = found;
    if (country !== undefined) votes.set(country, (votes.get(country) ?? 0) + 1);
    if (!whole) near.push({ lat, lon });
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  if (first === undefined) return { country: home, near };
  const clear = second === undefined || first[1] >= 1.5 * second[1];
  const country = clear ? first[0] : home !== null && votes.has(home) ? home : null;
  return { country, near, named: [...votes.keys()] };
}

/** An unmistakable place, with nothing else known of the report; `whole` where it is a country. */
type Plain = { country: string | undefined; lat: number; lon: number; whole: boolean };

/** What was found before: the reports of one war name the same places again and again. */
const asked = new WeakMap<Gazetteer, Map<string, Plain | null>>();
const MOST_ASKED = 5000;

function plainly(request: PlaceRequest, gazetteer: Gazetteer): Plain | null {
  if (request.offset !== null) return findPlain(request, gazetteer);
  let known = asked.get(gazetteer);
  if (known === undefined || known.size > MOST_ASKED) {
    known = new Map();
    asked.set(gazetteer, known);
  }
  let key = request.relation === null ? '' : '+';
  for (const name of request.names) key += `${name.class}/${name.keys.join(' ')}|`;
  let plain = known.get(key);
  if (plain === undefined) {
    plain = findPlain(request, gazetteer);
    known.set(key, plain);
  }
  return plain;
}

function findPlain(request: PlaceRequest, gazetteer: Gazetteer): Plain | null {
  if (isShared(request, gazetteer)) return null;
  const found = resolvePlace(request, gazetteer, nowhere);
  if (found === null || found.precision === 'unknown' || found.candidates > 1) return null;
  return { country: found.admin[0], lat: found.lat, lon: found.lon, whole: found.precision === 'country' };
}
