/** A happening as one sentence tells it: its words, its parties, its figures; not yet a claim. */
import type { EventType, Figure, Mod, Outcome, Who } from '../claim/reading.ts';
import type { Node } from '../rules/node.ts';
import { rewritten } from '../rules/rewritten.ts';
import type { Counted } from './count-of.ts';
import type { Toll } from './figure-rise.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import type { PlacePhrase } from './place-names.ts';
import type { EventSense } from './senses.ts';

export type FigureDraft = {
  /** Tokens of the quote. */
  start: number;
  end: number;
  outcome: Outcome;
  who: Who;
  low: number;
  high: number | null;
  mod: Mod;
  partOf: FigureDraft | null;
  scope: Figure['scope'];
  since: string | null;
  /** A definite noun without a name ("the soldier"): counts only where nobody was counted before. */
  known: boolean | undefined;
  /** Words of the toll that it is, where it belongs to no single happening. */
  toll: Toll | null;
  /** It is said to have grown to so many. */
  risen: boolean;
  /** Some of a group told of before ("among the dead are 3 children"): never more people than that group. */
  among: boolean;
  /** Plural, masculine or feminine, for finding what a subset belongs to; 0 unknown. */
  noun: NounPhrase;
  /** The people of whom a bare word for the dead or hurt is said ("in the ranks of"). */
  group: NounPhrase | null;
  chunk: number;
  /** Token of the word that says what state they are in, where it stands apart from them; else -1. */
  state: number;
};

/** `means`: the place named before that "the town" stands for. */
export type LocatedPlace = { role: 'at' | 'from' | 'to'; place: PlacePhrase; means?: PlacePhrase };

export type Happening = {
  /** Index of the trigger's chunk in its sentence. */
  chunk: number;
  /** Chunks of its sentence whose words tell it: its trigger and what was joined to it. */
  parts: number[];
  start: number;
  end: number;
  types: EventType[];
  sense: EventSense | null;
  node: Node<any> | null;
  finite: boolean;
  definite: boolean;
  actors: NounPhrase[];
  recipients: NounPhrase[];
  places: LocatedPlace[];
  means: NounPhrase[];
  date: Node<any> | null;
  figures: FigureDraft[];
  /** Outcome that the word itself gives to those it counts. */
  outcome: Outcome | null;
  /** Index of the frame, -1 for the outlet's own voice. */
  frame: number;
  /** The first frame of the sentence with the same chain: what one source says in two breaths is told together. */
  group: number;
  negated: boolean;
  unreal: boolean;
  background: boolean;
  weak: boolean;
  /** The chunk after which its arguments end. */
  until: number;
  /** Light verb that carries it, by chunk. */
  light: number;
  /** Names of the rules that filled it. */
  rules: string[];
};

/** What is done to whoever is taken or let go. */
export const takes: ReadonlySet<Outcome> = new Set<Outcome>(['detained', 'abducted', 'captured', 'released']);

/** A figure of an event, whole and of nobody known; what reads it fills in the rest. */
export function newFigure(
  { low, high, mod, start, end, known }: Counted,
  outcome: Outcome,
  noun: NounPhrase,
  chunk: number,
): FigureDraft {
  return {
    start,
    end,
    outcome,
    who: 'unknown',
    low,
    high,
    mod,
    partOf: null,
    scope: 'event',
    since: null,
    known,
    toll: null,
    risen: false,
    among: false,
    noun,
    group: null,
    chunk,
    state: -1,
  };
}
rewritten(newFigure({ low: 0, high: null, mod: 'zero', start: 0, end: 0 }, 'killed', newNoun(0, 0, 0, 'other'), 0), {
  low: null,
  high: 1,
});

export function newHappening(chunk: number, start: number, end: number): Happening {
  return {
    chunk,
    parts: [chunk],
    start,
    end,
    types: [],
    sense: null,
    node: null,
    finite: false,
    definite: false,
    actors: [],
    recipients: [],
    places: [],
    means: [],
    date: null,
    figures: [],
    outcome: null,
    frame: -1,
    group: -1,
    negated: false,
    unreal: false,
    background: false,
    weak: false,
    until: chunk,
    light: -1,
    rules: [],
  };
}

rewritten(newHappening(0, 0, 0));

/** Moves what `from` holds into `into` and keeps the better words. */
export function absorb(into: Happening, from: Happening): void {
  into.figures.push(...from.figures);
  into.parts.push(...from.parts);
  for (const actor of from.actors)
    if (into.actors.length < 4 && !into.actors.some((a) => a.start === actor.start)) into.actors.push(actor);
  for (const recipient of from.recipients)
    if (!into.recipients.some((r) => r.start === recipient.start)) into.recipients.push(recipient);
  for (const place of from.places) {
    const n = into.places.findIndex((p) => p.role === place.role);
    if (n < 0) into.places.push(place);
  }
  for (const means of from.means) if (!into.means.some((m) => m.start === means.start)) into.means.push(means);
  into.date ??= from.date;
  into.rules.push(...from.rules);
  into.until = Math.max(into.until, from.until);
}
