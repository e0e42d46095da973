/** The rows that one reading gives: a pure function of the reading and the dictionary, so that `verify` can make them again and compare. */
import type { Claim, PlaceMention, Reading, ResolvedPlace } from '../claim/reading.ts';
import type { Value } from './rows.ts';

export const CLAIM_COLUMNS = [
  'id',
  'report',
  'reading',
  'ord',
  'claim',
  'begins',
  'ends',
  'type',
  'stance',
  'reality',
  'outlet',
  'source',
  'place',
  'day_from',
  'day_to',
] as const;
export const FIGURE_COLUMNS = [
  'claim',
  'ord',
  'begins',
  'ends',
  'outcome',
  'who',
  'low',
  'high',
  'mod',
  'part_of',
  'running',
  'since',
] as const;

export type Ids = { report: number; reading: number; firstClaim: number };
export type Lookup = { name: (text: string) => number; place: (key: string) => number };

export function claimRows(reading: Reading, ids: Ids, lookup: Lookup): { claims: Value[][]; figures: Value[][] } {
  const claims: Value[][] = [];
  const figures: Value[][] = [];
  const nameOrNull = (text: string | null) => (text === null ? null : lookup.name(text));
  for (const [ord, claim] of reading.claims.entries()) {
    const id = ids.firstClaim + ord;
    const { event } = claim;
    const place = mainPlace(claim)?.resolved ?? null;
    claims.push([
      id,
      ids.report,
      ids.reading,
      ord,
      claim.id,
      claim.content.start,
      claim.content.end,
      lookup.name(event.type),
      lookup.name(claim.stance),
      lookup.name(claim.reality),
      nameOrNull(reading.report.outlet),
      nameOrNull(sourceOf(claim)),
      place ? lookup.place(placeKey(place)) : null,
      dayOf(event.time?.begin ?? null),
      dayOf(event.time?.end ?? event.time?.begin ?? null),
    ]);
    for (const [n, figure] of event.figures.entries()) {
      figures.push([
        id,
        n,
        figure.span.start,
        figure.span.end,
        lookup.name(figure.outcome),
        lookup.name(figure.who),
        figure.low,
        figure.high,
        lookup.name(figure.mod),
        figure.partOf,
        figure.scope === 'running-total' ? 1 : 0,
        dayOf(figure.since),
      ]);
    }
  }
  return { claims, figures };
}

/** Everything of a reading that goes into the dictionary. */
export function namesOf(reading: Reading): string[] {
  const names: string[] = [];
  if (reading.report.outlet !== null) names.push(reading.report.outlet);
  for (const claim of reading.claims) {
    const { event } = claim;
    names.push(event.type, claim.stance, claim.reality);
    for (const hop of claim.attribution) names.push(hop.entity ?? hop.name);
    for (const mention of [...event.actor, ...event.recipient]) names.push(mention.entity ?? mention.name);
    for (const figure of event.figures) names.push(figure.outcome, figure.who, figure.mod);
    for (const place of event.places) {
      names.push(place.resolved ? placeKey(place.resolved) : place.name, place.name, ...(place.resolved?.admin ?? []));
    }
  }
  return names;
}

/** Who says it, in the end; null is the outlet's own voice. */
export function sourceOf(claim: Claim): string | null {
  const last = claim.attribution.at(-1);
  return last ? (last.entity ?? last.name) : null;
}

export function mainPlace(claim: Claim): PlaceMention | null {
  const { places } = claim.event;
  return (
    places.find((place) => place.role === 'at' && place.resolved) ?? places.find((place) => place.resolved) ?? places[0] ?? null
  );
}

export function placeKey(place: ResolvedPlace): string {
  return `${place.id ?? 'point'}@${place.lat.toFixed(4)},${place.lon.toFixed(4)}/${place.precision}/${place.radiusKm}`;
}

/** 20190212 for `2019-02-12`; null for anything that is no whole day. */
export function dayOf(iso: string | null): number | null {
  const found = iso === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  return found ? Number(found[1] + found[2] + found[3]) : null;
}

export function isoOf(day: number | null): string | null {
  if (day === null) return null;
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
