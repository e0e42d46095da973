/** Place: the same point or one place inside the other speaks for one event, two places further apart than their radii against it. */
import type { ResolvedPlace } from '../../claim/reading.ts';
import { kilometers } from '../distance.ts';
import type { Subject, SubjectPlace } from '../subject.ts';

const WIDE = new Set(['admin2', 'admin1', 'country', 'unknown']);

export function placeScore(a: Subject, b: Subject): number {
  // neither says where: that both are silent is no reason to take them for one
  if (a.places.length === 0 && b.places.length === 0) return -0.4;
  if (a.places.length === 0 || b.places.length === 0) return 0;
  let best = -1;
  for (const x of a.places) for (const y of b.places) best = Math.max(best, comparePair(x, y));
  return best;
}

export function sayPlace(subject: Subject): string {
  return subject.places.map((place) => place.mention.name).join(' + ');
}

function comparePair(a: SubjectPlace, b: SubjectPlace): number {
  const p = a.mention.resolved;
  const q = b.mention.resolved;
  const names = sharedWords(a.words, b.words);
  if (isSameName(a, b)) return p && q && comparePoints(p, q) < 0 && p.candidates === 1 && q.candidates === 1 ? 0.3 : 0.9;
  if (!p || !q) return names > 0 ? names * 0.9 : -0.3;
  if (p.id !== null && p.id === q.id) {
    // One of several namesakes, but named with the same words: the same one, wherever it lies.
    if (p.precision === 'unknown') return names === 1 ? 0.9 : breadth(p);
    return WIDE.has(p.precision) ? breadth(p) : 1;
  }
  const isAmbiguous = p.candidates > 1 || q.candidates > 1;
  const points = comparePoints(p, q);
  if (names === 1 && points < 0 && isAmbiguous) return 0.6;
  return isAmbiguous && points < -0.5 ? -0.5 : points;
}

/** Both call the place itself by one name, whatever they say it lies in. */
function isSameName(a: SubjectPlace, b: SubjectPlace): boolean {
  const x = a.head;
  const y = b.head;
  return (
    !x.isWide &&
    !y.isWide &&
    x.words.length > 0 &&
    x.words.length === y.words.length &&
    x.words.every((word) => y.words.includes(word))
  );
}

/** 1 when all words of the shorter name are in the longer one, 0.5 when some are. */
function sharedWords(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const shared = short.filter((word) => long.includes(word)).length;
  return shared === short.length ? 1 : shared > 0 ? 0.5 : 0;
}

function comparePoints(p: ResolvedPlace, q: ResolvedPlace): number {
  const km = kilometers(p, q);
  const isWideP = WIDE.has(p.precision);
  const isWideQ = WIDE.has(q.precision);
  if (isWideP || isWideQ) {
    const wide = isWideP && (!isWideQ || p.radiusKm >= q.radiusKm) ? p : q;
    const other = wide === p ? q : p;
    if (isInside(other, wide) || km <= wide.radiusKm) return breadth(wide);
    return km > wide.radiusKm + other.radiusKm + 30 ? -1 : -0.3;
  }
  const slack = p.radiusKm + q.radiusKm;
  if (km <= 3 + slack) return 1;
  if (km <= 10 + slack) return 0.4;
  return km <= 20 + slack ? -0.4 : -1;
}

function isInside(inner: ResolvedPlace, outer: ResolvedPlace): boolean {
  return outer.admin.length > 0 && outer.admin.every((name, level) => inner.admin[level] === name);
}

/** How much it says that both lie in one wide place: little for a country, more for a district. */
function breadth(place: ResolvedPlace): number {
  return place.precision === 'admin2' ? 0.5 : place.precision === 'admin1' ? 0.3 : 0.1;
}
