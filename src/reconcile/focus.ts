/**
 * What an event is about: the place that most of its reports name and the day most of them state. A claim of another place or day may stand in the same
 * report, and its figures must not leak into the event's counts.
 */
import type { Claim } from '../claim/reading.ts';
import { dayNumber } from './days.ts';
import { kilometers } from './distance.ts';
import type { Stated } from './happening.ts';
import type { ReportFacts } from './input.ts';
import { headWords } from './words.ts';

export type Focus = { words: ReadonlySet<string>; points: readonly { lat: number; lon: number }[]; day: number | null };

/** How well a claim fits the event: 2 it names the place, 1 it names none or a wider one, 0 another place or day. */
export type Fit = 0 | 1 | 2;

const NEAR_KM = 5;
/** A word counts for the focus when more than this share of the reports that name the commonest word name it too. */
const SHARE = 0.5;
const WIDE = new Set(['admin2', 'admin1', 'country', 'unknown']);

export function focusOf(parts: readonly { input: ReportFacts; claims: readonly Stated[] }[]): Focus {
  const byWord = new Map<string, Set<string>>();
  const byDay = new Map<number, Set<string>>();
  for (const { input, claims } of parts) {
    for (const { claim } of claims) {
      for (const word of narrowWords(claim)) put(byWord, word, input.report);
      const day = dayNumber(claim.event.time?.begin);
      if (day !== null && claim.reality === 'current') put(byDay, day, input.report);
    }
  }
  const top = Math.max(0, ...[...byWord.values()].map((reports) => reports.size));
  const words = new Set([...byWord].filter(([, reports]) => reports.size > top * SHARE).map(([word]) => word));
  return { words, points: pointsOf(parts, words), day: commonestDay(byDay) };
}

function put<K>(index: Map<K, Set<string>>, key: K, report: string): void {
  const set = index.get(key);
  if (set) set.add(report);
  else index.set(key, new Set([report]));
}

function commonestDay(byDay: Map<number, Set<string>>): number | null {
  let best: number | null = null;
  for (const [day, reports] of byDay) {
    const size = best === null ? 0 : (byDay.get(best) as Set<string>).size;
    if (reports.size > size || (reports.size === size && best !== null && day > best)) best = day;
  }
  return best;
}

function narrowWords(claim: Claim): string[] {
  return atPlaces(claim).flatMap((place) => {
    const { words, isWide } = headWords(place.name);
    return isWide ? [] : words;
  });
}

const atPlaces = ({ event }: Claim) => event.places.filter((place) => place.role === 'at');

function pointsOf(parts: readonly { claims: readonly Stated[] }[], words: ReadonlySet<string>): { lat: number; lon: number }[] {
  const points = new Map<string, { lat: number; lon: number }>();
  for (const { claims } of parts) {
    for (const { claim } of claims) {
      for (const { name, resolved } of atPlaces(claim)) {
        if (!resolved || WIDE.has(resolved.precision) || resolved.candidates > 1) continue;
        if (headWords(name).words.some((word) => words.has(word))) points.set(`${resolved.lat} ${resolved.lon}`, resolved);
      }
    }
  }
  return [...points.values()];
}

export function fitOf(claim: Claim, focus: Focus): Fit {
  const day = dayNumber(claim.event.time?.begin);
  const end = dayNumber(claim.event.time?.end) ?? day;
  if (day !== null && end !== null && focus.day !== null && (day > focus.day + 1 || end < focus.day - 1)) return 0;
  const places = atPlaces(claim);
  if (places.length === 0 || focus.words.size === 0) return 1;
  let isWider = false;
  for (const place of places) {
    const { words, isWide } = headWords(place.name);
    if (words.some((word) => focus.words.has(word)) && !isWide) return 2;
    const { resolved } = place;
    if (resolved && !WIDE.has(resolved.precision) && focus.points.some((point) => kilometers(point, resolved) <= NEAR_KM))
      return 2;
    if (isWide || words.length === 0 || (resolved !== null && WIDE.has(resolved.precision))) isWider = true;
  }
  return isWider ? 1 : 0;
}
