/** What comparisons look at: the facts of one claim, or of all claims of one report about one happening, folded and ready. */
import type { Claim, EventType, Figure, Outcome, PlaceMention } from '../claim/reading.ts';
import { dayNumber } from './days.ts';
import { type Fingerprint, NO_FINGERPRINT } from './fingerprint.ts';
import { fold } from './fold.ts';
import type { ReportFacts } from './input.ts';
import { headWords, placeWords } from './words.ts';

/** `head`: the words that name the place itself, see {@link headWords}. */
export type SubjectPlace = { mention: PlaceMention; words: string[]; head: ReturnType<typeof headWords> };

export type Subject = {
  types: EventType[];
  places: SubjectPlace[];
  /** Day numbers; from the day of publication where the text says nothing. */
  begin: number | null;
  end: number | null;
  /** True when the text itself settles the day. */
  isTimeStated: boolean;
  /** Registry ids, or `name:` and folded words. */
  actors: string[];
  recipients: string[];
  figures: { outcome: Outcome; low: number; high: number | null; vague: boolean }[];
  /** Folded names of single people counted. */
  victims: string[];
  means: string[];
  print: Fingerprint;
};

/** Facts of one claim as it stands in its report. */
export function subjectOfClaim(claim: Claim, input: ReportFacts): Subject {
  const { event } = claim;
  const published = dayNumber(input.published);
  const begin = dayNumber(event.time?.begin);
  const end = dayNumber(event.time?.end) ?? begin;
  return {
    types: [event.type],
    places: placesOf(event.places),
    begin: begin ?? published,
    end: end === null || (begin !== null && end < begin) ? (begin ?? published) : end,
    isTimeStated: begin !== null,
    actors: event.actor.map((mention) => mention.entity ?? `name:${fold(mention.name)}`),
    recipients: event.recipient.map((mention) => mention.entity ?? `name:${fold(mention.name)}`),
    figures: event.figures
      .filter(isWhole)
      .map((f) => ({ outcome: f.outcome, low: f.low, high: f.high, vague: f.mod === 'vague' })),
    victims: victimsOf(claim),
    means: event.means.map((mention) => fold(mention.name)).filter((name) => name !== ''),
    print: input.fingerprint,
  };
}

function isWhole(figure: Figure): boolean {
  return figure.partOf === null && figure.scope === 'event' && figure.mod !== 'zero';
}

function placesOf(mentions: PlaceMention[]): SubjectPlace[] {
  const at = mentions.filter((mention) => mention.role === 'at');
  const chosen = at.length > 0 ? at : mentions.filter((mention) => mention.role === 'from');
  return chosen.map((mention) => ({ mention, words: placeWords(mention.name), head: headWords(mention.name) }));
}

/** Names of single people whom a claim counts as one: two to six words, no digits. */
function victimsOf(claim: Claim): string[] {
  const names = new Set<string>();
  for (const figure of claim.event.figures) {
    if (figure.low !== 1 || figure.high !== 1) continue;
    const name = fold(figure.text);
    const length = name.split(' ').length;
    if (length >= 3 && length <= 6 && !/\d/.test(name)) names.add(name);
  }
  return [...names].sort();
}

/** The facts of two subjects together: places, parties and figures added, a stated day wins over an implied one. */
export function mergeSubjects(a: Subject, b: Subject): Subject {
  const time = b.isTimeStated && !a.isTimeStated ? b : a;
  return {
    types: union(a.types, b.types),
    places: [...a.places, ...b.places.filter((place) => !a.places.some((known) => known.mention.name === place.mention.name))],
    begin: time.begin,
    end: time.end,
    isTimeStated: time.isTimeStated,
    actors: union(a.actors, b.actors),
    recipients: union(a.recipients, b.recipients),
    figures: [...a.figures, ...b.figures],
    victims: union(a.victims, b.victims),
    means: union(a.means, b.means),
    print: a.print.size > 0 ? a.print : b.print,
  };
}

function union<T>(a: T[], b: T[]): T[] {
  return b.length === 0 ? a : [...new Set([...a, ...b])];
}

/** The subject without its report's text: inside one report the text says nothing about sameness. */
export function withoutText(subject: Subject): Subject {
  return { ...subject, print: NO_FINGERPRINT };
}
