/** Whether two happenings took place at different places, as far as their words tell: "the town" is in its country, one village is not another. */
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { coreKey, type Gazetteer, type PlaceLevel, type PlacePhrase } from './place-names.ts';
import { isNamed } from './placing.ts';
import { isWord } from './words.ts';

/** Where it happened, or where it began; null when its words name no place. */
export function placeOf(h: Happening): PlacePhrase | null {
  const at = h.places.find((p) => p.role === 'at') ?? h.places.find((p) => p.role === 'from');
  const place = at?.means ?? at?.place ?? null;
  return place !== null && isNamed(place) ? place : null;
}

/** The two are not one place, and neither holds the other. */
export function areApart(doc: Doc, a: PlacePhrase | null, b: PlacePhrase | null, gazetteer: Gazetteer): boolean {
  if (a === null || b === null) return false;
  const inner = named(a);
  const other = named(b);
  if (inner === null || other === null) return false;
  const x = a.levels.map((level) => keyOf(doc, level));
  const y = b.levels.map((level) => keyOf(doc, level));
  if (x.includes(keyOf(doc, other)) || y.includes(keyOf(doc, inner))) return false;
  return !holds(inner, other, gazetteer) && !holds(other, inner, gazetteer);
}

const sizes: Record<string, number> = { country: 4, admin1: 3, region: 3, admin2: 2, admin3: 1 };

/** They are two towns or lands; a street or a hospital may stand in any town. */
export const areInOtherTowns = (doc: Doc, a: PlacePhrase | null, b: PlacePhrase | null, gazetteer: Gazetteer): boolean =>
  a !== null && b !== null && isTown(a.levels[0]) && isTown(b.levels[0]) && areApart(doc, a, b, gazetteer);

/** The town, camp or land in which it is, with what that lies in; null for a street or a house in none that is told. */
export function townOf(place: PlacePhrase): PlacePhrase | null {
  const at = place.levels.findIndex(isTown);
  return at < 0 ? null : at === 0 ? place : { ...place, levels: place.levels.slice(at) };
}

const towns: ReadonlySet<string> = new Set([...Object.keys(sizes), 'city', 'town', 'village', 'camp', 'island']);
const isTown = ({ start, end, kind, rows }: PlaceLevel): boolean =>
  start < end && (kind === null ? rows.length > 0 : towns.has(kind));

/** The two are told with the same name. */
export function isSamePlace(doc: Doc, a: PlacePhrase, b: PlacePhrase | null): boolean {
  const inner = named(a);
  const other = b === null ? null : named(b);
  return inner !== null && other !== null && keyOf(doc, inner) === keyOf(doc, other);
}

/** The second lies in the first, as far as lists and words tell. */
export function isFiner(outer: PlacePhrase, inner: PlacePhrase, gazetteer: Gazetteer): boolean {
  const a = named(outer);
  const b = named(inner);
  // "in Burkina Faso ... in the north of the country"
  if (a !== null && b === null && inner.anaphor === 'country' && inner.bearing !== null)
    return (
      outer.bearing === null && outer.relation === null && outer.levels.length === 1 && sizeOf(a, gazetteer) === sizes.country
    );
  return a !== null && b !== null && inner.relation !== 'outside' && holds(a, b, gazetteer);
}

const named = (place: PlacePhrase): PlaceLevel | null => place.levels.find((level) => level.start < level.end) ?? null;

function keyOf(doc: Doc, level: PlaceLevel): string {
  const keys: string[] = [];
  for (let i = level.start; i < level.end; i++) if (isWord(doc, i)) keys.push(coreKey(doc, i));
  return keys.join(' ');
}

function sizeOf(level: PlaceLevel, gazetteer: Gazetteer): number {
  if (level.kind !== null) return sizes[level.kind] ?? 0;
  return Math.max(0, ...level.rows.map((row) => sizes[gazetteer.kindOf(row)] ?? 0));
}

/** The outer one is of a larger kind, and no list says that the inner one lies elsewhere. */
function holds(outer: PlaceLevel, inner: PlaceLevel, gazetteer: Gazetteer): boolean {
  if (sizeOf(outer, gazetteer) <= sizeOf(inner, gazetteer)) return false;
  if (outer.rows.length === 0 || inner.rows.length === 0) return true;
  return inner.rows.some((i) => outer.rows.some((o) => gazetteer.encloses(o, i)));
}
