/** One group of happenings as an event: what, where and when most of its reports say it was, who stands behind it, and its counts. */
import type { Event, EventPlace } from '../claim/event.ts';
import type { EventType, PlaceMention } from '../claim/reading.ts';
import { order } from './cluster.ts';
import { codeOf } from './code.ts';
import { isGenericType } from './compare/type.ts';
import { countsOf } from './count.ts';
import { isoDay } from './days.ts';
import { gradeOf } from './grade.ts';
import type { Happening } from './happening.ts';
import type { Independence } from './independence.ts';
import type { Policy } from './policies/index.ts';

/** `happenings` sorted by key. */
export function eventOf(happenings: readonly Happening[], independence: Independence, policy: Policy): Event {
  const counts = countsOf(happenings, independence, policy);
  const [code, ...aliases] = happenings.map((happening) => codeOf(happening.claims[0].key));
  return {
    code,
    aliases: [...new Set(aliases)].filter((alias) => alias !== code),
    type: typeOf(happenings),
    place: placeOf(happenings),
    ...daysOf(happenings),
    claims: happenings.flatMap((happening) => happening.claims.map((stated) => stated.key)).sort(order),
    reports: [...new Set(happenings.map((happening) => happening.input.report))].sort(order),
    actors: actorsOf(happenings),
    origins: independence.origins,
    counts,
    grade: gradeOf(happenings, independence, counts),
  };
}

/** The value that most happenings give; of equals the one that sorts first. */
function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, n] of counts) {
    const top = best === null ? 0 : (counts.get(best) as number);
    if (n > top || (n === top && best !== null && order(value, best) < 0)) best = value;
  }
  return best;
}

/** A type that names the means is preferred to one that only says that people died. */
function typeOf(happenings: readonly Happening[]): EventType {
  const types = happenings.flatMap((happening) => [...new Set(happening.claims.map((stated) => stated.claim.event.type))]);
  const telling = types.filter((type) => !isGenericType(type));
  return commonest(telling.length > 0 ? telling : types) as EventType;
}

const FINENESS = ['exact', 'near', 'admin3', 'admin2', 'admin1', 'country', 'unknown'] as const;

/** The narrowest place that is given, the commonest of equally narrow ones. */
function placeOf(happenings: readonly Happening[]): EventPlace | null {
  const places = happenings.flatMap((happening) => happening.subject.places.map((place) => place.mention));
  if (places.length === 0) return null;
  const fineness = (mention: PlaceMention): number => FINENESS.indexOf(mention.resolved?.precision ?? 'unknown');
  const key = (mention: PlaceMention): string => mention.resolved?.id ?? mention.name;
  const finest = Math.min(...places.map(fineness));
  const fine = places.filter((mention) => fineness(mention) === finest);
  const chosen = commonest(fine.map(key));
  const mention = fine.filter((place) => key(place) === chosen).sort((a, b) => order(a.name, b.name))[0];
  const { resolved } = mention;
  return {
    name: mention.name,
    id: resolved?.id ?? null,
    lat: resolved?.lat ?? null,
    lon: resolved?.lon ?? null,
    precision: resolved?.precision ?? 'unknown',
    radiusKm: resolved?.radiusKm ?? null,
    admin: resolved?.admin ?? [],
  };
}

/** The days that most happenings state; implied ones only where none is stated. */
function daysOf(happenings: readonly Happening[]): { begin: string | null; end: string | null } {
  const dated = happenings.filter(({ subject }) => subject.begin !== null && subject.end !== null);
  const stated = dated.filter(({ subject }) => subject.isTimeStated);
  const used = stated.length > 0 ? stated : dated;
  const chosen = commonest(used.map(({ subject }) => `${isoDay(subject.begin as number)} ${isoDay(subject.end as number)}`));
  if (chosen === null) return { begin: null, end: null };
  const [begin, end] = chosen.split(' ');
  return { begin, end };
}

/** Actors, those named by most happenings first. */
function actorsOf(happenings: readonly Happening[]): string[] {
  const counts = new Map<string, number>();
  for (const { subject } of happenings) for (const actor of subject.actors) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || order(a[0], b[0])).map(([actor]) => actor);
}
