/** What an origin brought in or changed, and on which day: a toll that rose, another actor named, a denial after an assertion. */
import type { Change, Column } from '../claim/contradiction.ts';
import type { Event } from '../claim/event.ts';
import { order } from './cluster.ts';
import { figuresAgree, partiesAgree, partiesOf, type Voice, voicesOf, whoIn } from './contradictions.ts';
import type { Happening } from './happening.ts';
import type { Independence } from './independence.ts';
import { type Said, saidFigures } from './said-figures.ts';

/** Sorted by day. Reports without a day of publication cannot be placed and bring in nothing here. */
export function changesOf(event: Event, happenings: readonly Happening[], independence: Independence): Change[] {
  const published = new Map(happenings.map(({ input }) => [input.report, input.published?.slice(0, 10) ?? null]));
  const changes = voicesOf(event, happenings, independence).flatMap((voice) => changesOfVoice(event, voice, published));
  return changes.sort(
    (a, b) => order(a.day, b.day) || order(a.origin, b.origin) || order(a.report, b.report) || order(a.column, b.column),
  );
}

type Days = ReadonlyMap<string, string | null>;

function changesOfVoice(event: Event, voice: Voice, published: Days): Change[] {
  const reports = [...voice.origin.carriers].filter((report) => published.get(report));
  reports.sort((a, b) => order(published.get(a) as string, published.get(b) as string) || order(a, b));
  const changes: Change[] = [];
  let before: Stand | null = null;
  for (const report of reports) {
    const day = published.get(report) as string;
    const after = standIn(event, voice, report);
    const tell = (column: Column, was: string[], is: string[]) =>
      changes.push({ event: event.code, origin: voice.origin.key, report, day, column, before: was, after: is });
    if (before === null) {
      if (after.figures.length > 0) tell('how-many', [], wordsOf(after.figures));
      // That an origin asserts is no news beside what it asserts.
      if (after.stances.some((stance) => stance !== 'asserted')) tell('stance', [], after.stances);
      before = after;
      continue;
    }
    if (hasMoved(before.figures, after.figures)) tell('how-many', wordsOf(before.figures), wordsOf(after.figures));
    if (!partiesAgree(before.actors, after.actors)) tell('who', before.actors, after.actors);
    if (before.stances.includes('denied') !== after.stances.includes('denied')) tell('stance', before.stances, after.stances);
    before = {
      figures: after.figures.length > 0 ? after.figures : before.figures,
      actors: after.actors.length > 0 ? after.actors : before.actors,
      stances: after.stances,
    };
  }
  return changes;
}

/** What an origin stands by in one report that carries it. */
type Stand = { figures: Said[]; actors: string[]; stances: string[] };

function standIn(event: Event, { origin, speeches }: Voice, report: string): Stand {
  const own = speeches.filter(({ stated }) => stated.key.startsWith(`${report}/`));
  return {
    figures: saidFigures(event, origin.key, whoIn(own), true).filter((figure) => figure.report === report),
    actors: [...new Set(own.flatMap((speech) => partiesOf(speech, 'actor')))].sort(),
    stances: [...new Set(own.map(({ stated }) => stated.claim.stance))].sort(),
  };
}

/** A carrier that repeats less of it changes nothing; a number that cannot be the one before, or a higher floor, does. */
function hasMoved(before: readonly Said[], after: readonly Said[]): boolean {
  if (before.length === 0 || after.length === 0) return after.length > 0;
  if (!figuresAgree(before, after)) return true;
  return after.some((figure) => {
    const floors = before
      .filter((other) => other.outcome === figure.outcome && other.who === figure.who)
      .map((other) => other.from);
    return floors.length > 0 && figure.from > Math.max(...floors);
  });
}

function wordsOf(figures: readonly Said[]): string[] {
  return [...new Set(figures.map((figure) => figure.words))].sort();
}
