/**
 * Running totals: cumulative figures of one source about one subject as a series, laid beside the events inside their period. They are never added to events;
 * what the events do not explain is the remainder, what they have too much is the overlap.
 */
import type { Figure } from '../claim/reading.ts';
import type { RunningTotal, TotalPart, TotalPoint } from '../claim/running-total.ts';
import { order } from './cluster.ts';
import { codeOf } from './code.ts';
import { type CountedEvents, countKey } from './counted.ts';
import type { SubjectPlace } from './subject.ts';
import type { Told } from './told-totals.ts';

type Point = Told['point'];
type Series = { origin: string; figure: Figure; place: SubjectPlace | null; points: Point[] };

/** By origin, and those of one origin by their codes. `kinds`: as a shelf gives them; one origin's totals are held at a time. */
export function* totalsOf(kinds: Iterable<readonly Told[]>, events: Pick<CountedEvents, 'within'>): Iterable<RunningTotal> {
  // of the totals that wait for their turn only the words are held: the events inside one may be very many
  let own: Draft[] = [];
  let last: string | null = null;
  for (const told of kinds) {
    if (last !== null && last !== told[0].origin) {
      yield* byId(own);
      own = [];
    }
    const kind: Kind = { series: [], ofId: new Map(), ofWords: new Map(), ofUnresolved: new Map() };
    for (const { origin, figure, place, point } of told) put(kind, { origin, figure, place, points: [point] });
    const { origin, figure } = told[0];
    last = origin;
    const key = [origin, figure.outcome, figure.who, figure.group ?? '', figure.since ?? ''].join('|');
    for (const [n, one] of kind.series.entries()) {
      const id = codeOf(`${key}|${n}`).replace('ISN-', 'TOT-');
      own.push({ id, make: () => totalOf(id, one, events) });
    }
  }
  yield* byId(own);
}

type Draft = { id: string; make: () => RunningTotal };

function* byId(drafts: Draft[]): Iterable<RunningTotal> {
  for (const { make } of drafts.sort((a, b) => order(a.id, b.id))) yield make();
}

/** Series of one source about one subject, each with its place; the maps name the first series of an id, of words, of words where the place is not resolved. */
type Kind = { series: Series[]; ofId: Map<string, number>; ofWords: Map<string, number>; ofUnresolved: Map<string, number> };

/** A total without a place belongs to the series that has one; two places make two series. */
function put(kind: Kind, fresh: Series): void {
  const { series } = kind;
  const known = series.length > 0 && (series[0].place === null || fresh.place === null) ? 0 : seriesAt(kind, fresh.place);
  if (known !== null) series[known].points.push(...fresh.points);
  else series.push(fresh);
  const at = known ?? series.length - 1;
  if (fresh.place === null || (known !== null && series[at].place !== null)) return;
  series[at].place = fresh.place;
  const { words, mention } = fresh.place;
  const note = (index: Map<string, number>, key: string) => {
    if (!index.has(key)) index.set(key, at);
  };
  const name = words.join(' ');
  if (mention.resolved?.id) note(kind.ofId, mention.resolved.id);
  if (name !== '') note(kind.ofWords, name);
  if (name !== '' && !mention.resolved) note(kind.ofUnresolved, name);
}

/** The first series of the same place: by its id where both are resolved, by its words where either is not. */
function seriesAt({ ofId, ofWords, ofUnresolved }: Kind, place: SubjectPlace | null): number | null {
  if (place === null) return null;
  const { resolved } = place.mention;
  const name = place.words.join(' ');
  if (!resolved) return ofWords.get(name) ?? null;
  const found = [ofUnresolved.get(name), resolved.id === null ? undefined : ofId.get(resolved.id)];
  const first = Math.min(...found.map((at) => at ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(first) ? first : null;
}

function totalOf(id: string, { origin, figure, place, points }: Series, events: Pick<CountedEvents, 'within'>): RunningTotal {
  const ordered = withIncrements(points);
  const last = ordered[ordered.length - 1];
  const parts = partsOf(figure, place, last.until, events);
  return {
    id,
    origin,
    outcome: figure.outcome,
    who: figure.who,
    group: figure.group,
    since: figure.since,
    place: place?.mention.name ?? null,
    points: ordered,
    parts,
    ...againstParts(last, parts),
  };
}

type Sums = Pick<RunningTotal, 'sumLow' | 'sumHigh' | 'remainderLow' | 'remainderHigh' | 'overlap'>;

/** What a total claimed last, laid beside the sum of the events inside. */
export function againstParts(last: Pick<TotalPoint, 'low' | 'high'>, parts: readonly TotalPart[]): Sums {
  const sumLow = parts.reduce((sum, part) => sum + part.low, 0);
  const sumHigh = parts.reduce<number | null>((sum, part) => (sum === null || part.high === null ? null : sum + part.high), 0);
  const remainderLow = sumHigh === null ? 0 : Math.max(0, last.low - sumHigh);
  return {
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

/** Counts that some total may be laid beside, by their keys. */
export function soughtCounts(kinds: Iterable<readonly Told[]>): Set<string> {
  const sought = new Set<string>();
  for (const [{ figure }] of kinds) if (figure.since !== null) sought.add(countKey(figure.outcome, groupOf(figure.who)));
  return sought;
}

/** Where nobody knows the place, no events lie inside it. */
const isNowhere = (place: SubjectPlace | null): boolean => place !== null && place.mention.resolved === null;
/** The people of an event that a total is laid beside. */
export const groupOf = (who: Figure['who']): Figure['who'] | 'all' => (who === 'unknown' ? 'all' : who);

/** Events whose people the total must have counted: inside its period and its place, with the same outcome. */
function partsOf(
  { outcome, who, since }: Figure,
  place: SubjectPlace | null,
  until: string | null,
  events: Pick<CountedEvents, 'within'>,
): TotalPart[] {
  if (since === null || until === null || isNowhere(place)) return [];
  const inside = events.within(countKey(outcome, groupOf(who)), since, until, place?.mention.resolved ?? null);
  return inside.map(({ code, low, high }) => ({ event: code, low, high })).sort((a, b) => order(a.event, b.event));
}
