/**
 * From the words of a place to a point with a radius. Containers in the phrase, the kind of place, and the other places of the report decide between places
 * of one name; where nothing decides, the most important one is given with the number of candidates.
 */
import type { Precision, ResolvedPlace } from '../claim/reading.ts';
import type { Gazetteer, PlaceRow } from './places.ts';

/** Names innermost first; `class` as in `data/ar/places.yml`. `from`: names of the place an offset is measured from. */
export type PlaceName = { keys: string[]; class: string | null; asked?: Asked };
/** What a gazetteer answered for a name: it is asked several times for each place. */
type Asked = { gazetteer: Gazetteer; rows: PlaceRow[] };
export type PlaceRequest = {
  names: PlaceName[];
  relation: string | null;
  offset: { km: number; bearing: number } | null;
  from?: PlaceName[];
};
/** `named`: the countries of its unmistakable places, where none of them is what the report is about. */
export type PlaceContext = { country: string | null; near: { lat: number; lon: number }[]; named?: string[] };

/** Radius in km of a kind of place; its centre stands for all of it. */
const radii: Record<string, number> = {
  country: 300,
  governorate: 80,
  region: 80,
  admin1: 80,
  district: 25,
  admin2: 25,
  subdistrict: 12,
  admin3: 12,
  city: 5,
  town: 3,
  village: 2,
  quarter: 1,
  camp: 1,
  facility: 1,
};
const precisions: Record<string, Precision> = {
  country: 'country',
  governorate: 'admin1',
  region: 'admin1',
  admin1: 'admin1',
  district: 'admin2',
  admin2: 'admin2',
  subdistrict: 'admin3',
  admin3: 'admin3',
};
/** Two rows farther apart than this are two places. */
const APART_KM = 15;
/** Squares and streets are called after people and far places: a village of that name is not meant. */
const honorary = new Set(['square', 'street', 'road', 'market', 'site', 'bridge', 'checkpoint', 'facility', 'base']);
const settlements = new Set(['city', 'town', 'village']);
const governed = new Set(['governorate', 'admin1', 'region']);

export function resolvePlace(request: PlaceRequest, gazetteer: Gazetteer, context: PlaceContext): ResolvedPlace | null {
  if (request.offset !== null) {
    const anchor = pick(request.from ?? [], gazetteer, context) ?? pick(request.names, gazetteer, context);
    if (anchor === null) return null;
    const moved = move(anchor.row.lat, anchor.row.lon, request.offset.km, request.offset.bearing);
    return {
      id: null,
      lat: moved.lat,
      lon: moved.lon,
      precision: 'near',
      radiusKm: Math.max(2, Math.round(request.offset.km * 0.25)),
      admin: adminOf(anchor.row),
      candidates: anchor.candidates,
    };
  }
  const found = pick(request.names, gazetteer, context);
  if (found === null) return null;
  const { row, candidates, decided } = found;
  const radius = (radii[row.kind] ?? 3) * (request.relation === null ? 1 : 2);
  const inner = request.names[0];
  const approximate = found.level > 0 && inner !== undefined;
  const precision: Precision = !decided
    ? 'unknown'
    : approximate
      ? 'near'
      : request.relation !== null
        ? 'near'
        : (precisions[row.kind] ?? 'exact');
  return {
    id: row.id,
    lat: row.lat,
    lon: row.lon,
    precision,
    radiusKm: approximate ? Math.max(radius, 5) : radius,
    admin: adminOf(row),
    candidates,
  };
}

const adminOf = (row: PlaceRow): string[] =>
  [row.country, row.admin1, row.admin2].filter((x) => x !== '' && x !== undefined) as string[];

type Picked = { row: PlaceRow; candidates: number; decided: boolean; level: number };

/** The row of the innermost name that the gazetteer holds, chosen by the names around it. */
function pick(names: readonly PlaceName[], gazetteer: Gazetteer, context: PlaceContext): Picked | null {
  for (let level = 0; level < names.length; level++) {
    const rows = fitting(rowsOf(names[level], gazetteer), names[level]);
    if (rows.length === 0) continue;
    const around = names
      .slice(level + 1)
      .map((name) => rowsOf(name, gazetteer))
      .filter((r) => r.length > 0);
    let best: PlaceRow | null = null;
    let bestScore = -Infinity;
    const scores = rows.map((row) => scoreOf(row, names[level], around, context));
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n];
      const score = scores[n];
      if (score > bestScore || (score === bestScore && best !== null && row.id < best.id)) {
        best = row;
        bestScore = score;
      }
    }
    if (best === null) continue;
    // a namesake far from every place it is said to lie in is not the one meant: the container is
    const chosen = best;
    if (around.length > 0 && !around.some((containers) => containers.some((c) => lies(chosen, c)))) continue;
    if (around.length === 0 && isAbroad(chosen, rows, context)) continue;
    const rivals = rows.filter((row, n) => scores[n] >= bestScore - 0.5 && isFarther(row, chosen, APART_KM));
    return { row: best, candidates: 1 + rivals.length, decided: rivals.length === 0, level };
  }
  return null;
}

function fitting(rows: PlaceRow[], name: PlaceName): PlaceRow[] {
  if (name.class === null || !honorary.has(name.class)) return rows;
  return rows.filter((row) => row.kind === name.class || (row.kind === 'quarter' && name.class === 'market'));
}

/** Less important than this, a place is not meant in a report about other countries, unless it lies close to what the report tells of. */
const KNOWN_ABROAD = 5;
/** The same for a name that places of several countries bear. */
const SHARED_ABROAD = 7;
const ACROSS_KM = 100;

function isAbroad(row: PlaceRow, rows: readonly PlaceRow[], { country, near, named = [] }: PlaceContext): boolean {
  const countries = country === null ? named : [country];
  if (countries.length === 0 || countries.includes(row.country)) return false;
  const shared = rows.some((other) => other.country !== row.country);
  if (row.rank >= (shared ? SHARED_ABROAD : KNOWN_ABROAD)) return false;
  return near.every((point) => isFarther(point, row, ACROSS_KM));
}

/** The name, with nothing around it, is borne by places of several countries that are not too unequal. */
export function isShared(request: PlaceRequest, gazetteer: Gazetteer): boolean {
  const [name, ...around] = request.offset === null ? request.names : (request.from ?? request.names);
  if (name === undefined || around.length > 0) return false;
  const rows = fitting(rowsOf(name, gazetteer), name);
  const top = Math.max(...rows.map((row) => row.rank));
  return new Set(rows.filter((row) => row.rank >= top - 3 && row.rank > 0).map((row) => row.country)).size > 1;
}

/** Whether a place can lie in, or close to, another. */
const lies = (row: PlaceRow, container: PlaceRow): boolean =>
  (container.kind === 'country' && container.country === row.country) ||
  (container.admin1 !== '' && container.admin1 === row.admin1 && container.country === row.country) ||
  inRegion(row, container) ||
  !isFarther(row, container, 60);

/** The south of a country is wide, and its row is but a rough centre. */
const REGION_KM = 400;
const inRegion = (row: PlaceRow, { kind, admin1, country, lat, lon }: PlaceRow): boolean =>
  kind === 'region' && admin1 === '' && country === row.country && !isFarther(row, { lat, lon }, REGION_KM);

/** Rows of names asked for before: the names of one report, and of one war, come again and again. */
const asked = new WeakMap<Gazetteer, Map<string, PlaceRow[]>>();
const MOST_ASKED = 5000;

function rowsOf(name: PlaceName, gazetteer: Gazetteer): PlaceRow[] {
  if (name.asked?.gazetteer !== gazetteer) name.asked = { gazetteer, rows: rowsNamed(name, gazetteer) };
  return name.asked.rows;
}

function rowsNamed(name: PlaceName, gazetteer: Gazetteer): PlaceRow[] {
  if (name.keys.length === 0) return [];
  let known = asked.get(gazetteer);
  if (known === undefined || known.size > MOST_ASKED) {
    known = new Map();
    asked.set(gazetteer, known);
  }
  const key = name.keys.join(' ');
  let rows = known.get(key);
  if (rows === undefined) {
    rows = lookUp(name.keys, gazetteer);
    known.set(key, rows);
  }
  return rows;
}

function lookUp(keys: readonly string[], gazetteer: Gazetteer): PlaceRow[] {
  const whole = gazetteer.find(keys);
  const match = whole ?? gazetteer.longestMatch(keys, 0);
  // "Ain" alone is half of a hundred names, and the first word of a longer name no list holds is none
  if (match === null || (whole === null && match.length === 1 && (keys[0].length < 4 || keys.length > 1))) return [];
  return match.rows.map((row) => gazetteer.row(row));
}

function scoreOf(row: PlaceRow, name: PlaceName, around: readonly PlaceRow[][], context: PlaceContext): number {
  let score = row.rank * 0.3;
  if (name.class !== null && name.class === row.kind) score += 2;
  else if (name.class !== null && settlements.has(name.class) && settlements.has(row.kind)) score += 1.2;
  // a bare name that a city shares with its governorate is the city's
  if ((name.class === null || settlements.has(name.class)) && governed.has(row.kind)) score -= 1.5;
  // a countryside or governorate is meant by its governorate row
  if ((name.class === 'countryside' || name.class === 'governorate') && (row.kind === 'governorate' || row.kind === 'admin1'))
    score += 2;
  for (const containers of around) {
    const near = nearest(containers, row);
    const inside = containers.some(
      (c) =>
        (c.admin1 !== '' && c.admin1 === row.admin1 && c.country === row.country) ||
        (c.kind === 'country' && c.country === row.country) ||
        inRegion(row, c),
    );
    score += inside ? 3 : near < 60 ? 2 : near < 150 ? 0.5 : -1;
  }
  if (context.country !== null && row.country === context.country) score += 1.5;
  if (context.near.length > 0) {
    const near = nearest(context.near, row);
    score += near < 60 ? 1.5 : near < 200 ? 1 : near < 600 ? 0.3 : 0;
  }
  return score;
}

/** Beyond this nothing is near; and no two points are closer than the degrees of latitude between them, at not quite so many kilometres each. */
const FAR_KM = 600;
const DEGREE_KM = 111;

/** Kilometres to the nearest of the points, or {@link FAR_KM} when all are as far. */
function nearest(points: readonly { lat: number; lon: number }[], row: PlaceRow): number {
  let least = FAR_KM;
  for (const { lat, lon } of points)
    if (Math.abs(lat - row.lat) * DEGREE_KM < least && !isFarAcross(lat, lon, row, least))
      least = Math.min(least, kilometres(lat, lon, row.lat, row.lon));
  return least;
}

type Point = { lat: number; lon: number };

/** Below this latitude, north and south, a degree of longitude is no shorter than so many kilometres, however far around. */
const MIDDLE = 60;
const LEAST_ACROSS_KM = 35;
/** Surely no closer than that, by its longitude alone: most places of other countries are. */
const isFarAcross = (lat: number, lon: number, other: Point, km: number): boolean =>
  Math.abs(lon - other.lon) * LEAST_ACROSS_KM > km &&
  Math.abs(lon - other.lon) <= 180 &&
  Math.abs(lat) < MIDDLE &&
  Math.abs(other.lat) < MIDDLE;

const isFarther = (a: Point, b: Point, km: number): boolean =>
  Math.abs(a.lat - b.lat) * DEGREE_KM > km || isFarAcross(a.lat, a.lon, b, km) || kilometres(a.lat, a.lon, b.lat, b.lon) > km;

/** Great-circle distance. */
export function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** The point `km` away in the direction of the bearing, degrees clockwise from north. */
export function move(lat: number, lon: number, km: number, bearing: number): { lat: number; lon: number } {
  const rad = Math.PI / 180;
  const north = (km * Math.cos(bearing * rad)) / 111.2;
  const east = (km * Math.sin(bearing * rad)) / (111.2 * Math.cos(lat * rad));
  return { lat: Math.round((lat + north) * 10_000) / 10_000, lon: Math.round((lon + east) * 10_000) / 10_000 };
}
