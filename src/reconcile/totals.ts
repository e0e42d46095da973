/**
 * Running totals: cumulative figures of one source about one subject as a series, laid beside the events inside their period. They are never added to events;
 * what the events do not explain is the remainder, what they have too much is the overlap.
 */
import type { Event } from '../claim/event.ts';
import type { Figure } from '../claim/reading.ts';
import type { RunningTotal, TotalPart, TotalPoint } from '../claim/running-total.ts';
import { order } from './cluster.ts';
import { codeOf } from './code.ts';
import { kilometers } from './distance.ts';
import type { SubjectPlace } from './subject.ts';
import type { Told } from './told-totals.ts';

type Point = Told['point'];
type Series = { origin: string; figure: Figure; place: SubjectPlace | null; points: Point[] };

/** What a total is laid beside. */
export type Counted = Pick<Event, 'code' | 'begin' | 'place'> & {
  counts: readonly Pick<Event['counts'][number], 'outcome' | 'who' | 'low' | 'high'>[];
};

export function totalsOf(told: readonly Told[], events: readonly Counted[]): RunningTotal[] {
  const series = new Map<string, Series[]>();
  for (const { origin, figure, place, point } of [...told].sort((a, b) => order(a.report, b.report))) {
    const key = [origin, figure.outcome, figure.who, figure.group ?? '', figure.since ?? ''].join('|');
    put(series, key, { origin, figure, place, points: [point] });
  }
  const totals = [...series].flatMap(([key, list]) => list.map((one, n) => totalOf(`${key}|${n}`, one, events)));
  return totals.sort((a, b) => order(a.origin, b.origin) || order(a.id, b.id));
}

/** A total without a place belongs to the series that has one; two places make two series. */
function put(series: Map<string, Series[]>, key: string, fresh: Series): void {
  const list = series.get(key) ?? [];
  series.set(key, list);
  const known = list.find((one) => one.place === null || fresh.place === null || isSamePlace(one.place, fresh.place));
  if (!known) return void list.push(fresh);
  known.place ??= fresh.place;
  known.points.push(...fresh.points);
}

function isSamePlace(a: SubjectPlace, b: SubjectPlace): boolean {
  const [p, q] = [a.mention.resolved, b.mention.resolved];
  if (p && q) return p.id !== null && p.id === q.id;
  return a.words.length > 0 && a.words.join(' ') === b.words.join(' ');
}

function totalOf(key: string, { origin, figure, place, points }: Series, events: readonly Counted[]): RunningTotal {
  const ordered = withIncrements(points);
  const last = ordered[ordered.length - 1];
  const parts = partsOf(figure, place, last.until, events);
  const sumLow = parts.reduce((sum, part) => sum + part.low, 0);
  const sumHigh = parts.reduce<number | null>((sum, part) => (sum === null || part.high === null ? null : sum + part.high), 0);
  const remainderLow = sumHigh === null ? 0 : Math.max(0, last.low - sumHigh);
  return {
    id: codeOf(key).replace('ISN-', 'TOT-'),
    origin,
    outcome: figure.outcome,
    who: figure.who,
    group: figure.group,
    since: figure.since,
    place: place?.mention.name ?? null,
    points: ordered,
    parts,
    sumLow,
    sumHigh,
    remainderLow,
    remainderHigh: last.high === null ? null : Math.max(remainderLow, last.high - sumLow),
    overlap: last.high === null ? 0 : Math.max(0, sumLow - last.high),
  };
}

/** By day; ten outlets that carry one total on one day are one point, of the report that had it first. */
function withIncrements(points: Point[]): TotalPoint[] {
  const sorted = [...points].sort(
    (a, b) =>
      order(a.until ?? '9999', b.until ?? '9999') ||
      a.low - b.low ||
      order(a.published, b.published) ||
      order(a.claim, b.claim) ||
      a.figure - b.figure,
  );
  const kept: TotalPoint[] = [];
  for (const { published, ...point } of sorted) {
    const before = kept.at(-1);
    if (before && before.low === point.low && before.high === point.high) continue;
    const isExact = (one: TotalPoint) => one.high !== null && one.mod !== 'vague' && one.mod !== 'range';
    kept.push({ ...point, increment: before && isExact(before) && isExact(point) ? point.low - before.low : null });
  }
  return kept;
}

/** Events whose people the total must have counted: inside its period and its place, with the same outcome. */
function partsOf(
  { outcome, who, since }: Figure,
  place: SubjectPlace | null,
  until: string | null,
  events: readonly Counted[],
): TotalPart[] {
  if (since === null || until === null) return [];
  const parts: TotalPart[] = [];
  for (const event of events) {
    if (event.begin === null || event.begin < since || event.begin > until || !lies(event, place)) continue;
    const group = who === 'unknown' ? 'all' : who;
    const count = event.counts.find((one) => one.outcome === outcome && one.who === group);
    if (count) parts.push({ event: event.code, low: count.low, high: count.high });
  }
  return parts.sort((a, b) => order(a.event, b.event));
}

function lies(event: Counted, place: SubjectPlace | null): boolean {
  const wide = place?.mention.resolved;
  if (!wide) return place === null;
  const { place: own } = event;
  if (!own || own.lat === null || own.lon === null) return false;
  if (wide.admin.length > 0 && wide.precision.startsWith('admin'))
    return wide.admin.every((name, level) => own.admin[level] === name);
  if (wide.precision === 'country') return own.admin[0] === wide.admin[0];
  return kilometers({ lat: own.lat, lon: own.lon }, wide) <= wide.radiusKm + (own.radiusKm ?? 0);
}
