/**
 * `isnad.reading/1`: what one report says. This is the public output of the engine, the API and the exports.
 * All offsets are UTF-16 code units into the original text. Terms: PARC 3 (source, cue, content), PLOVER (actor, recipient), UCDP (low, high).
 */
import type { Span } from './span.ts';
import type { Trace } from './trace.ts';

export const READING_FORMAT = 'isnad.reading/1';

/** The report as the engine was given it. */
export type Report = {
  /** `sha256:…` of the text when the caller gives none. */
  id?: string;
  /** Name or id of the outlet that published it. */
  outlet?: string | null;
  /** ISO day of publication; null when unknown: relative times then stay symbolic. */
  published?: string | null;
  text: string;
};

export type Stance = 'asserted' | 'denied' | 'probable' | 'unknown' | 'accused' | 'claimed-responsibility' | 'expected';
export type Reality = 'current' | 'background' | 'unreal';
export type Outcome =
  | 'killed'
  | 'injured'
  | 'killed-or-injured'
  | 'missing'
  | 'detained'
  | 'abducted'
  | 'captured'
  | 'released'
  | 'displaced'
  | 'surrendered'
  | 'other';
export type Who =
  | 'civilian'
  | 'combatant'
  | 'child'
  | 'woman'
  | 'man'
  | 'journalist'
  | 'health-worker'
  | 'aid-worker'
  | 'police'
  | 'official'
  | 'unknown';
export type Mod = 'exact' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'range' | 'vague' | 'zero';
export type EventType =
  | 'air-strike'
  | 'shelling'
  | 'bombing'
  | 'suicide-bombing'
  | 'mine'
  | 'chemical-attack'
  | 'armed-clash'
  | 'attack'
  | 'killing'
  | 'execution'
  | 'sexual-violence'
  | 'detention'
  | 'abduction'
  | 'release'
  | 'surrender'
  | 'displacement'
  | 'force-movement'
  | 'territory'
  | 'destruction'
  | 'service-cut'
  | 'protest'
  | 'riot'
  | 'agreement'
  | 'weapons-disrupted'
  | 'toll'
  | 'situation'
  | 'other';

/** One hop of the chain of transmission. `inferred` says how a source that is not named here was found. */
export type Attribution = {
  name: string;
  span: Span;
  entity: string | null;
  cue: Span;
  inferred: 'carry-over' | 'elided' | 'definite' | 'byline' | null;
};

/** An outlet's own loaded word, kept beside the neutral name. */
export type Loaded = { span: Span; label: string; neutral: string | null };

/** Words that stand for a person, group or thing. `entity` is a registry id such as `actor:us-led-coalition`, or null. */
export type Mention = { name: string; span: Span; entity: string | null; loaded?: Loaded[] };

export type Precision = 'exact' | 'near' | 'admin3' | 'admin2' | 'admin1' | 'country' | 'unknown';

/** Where a place phrase was found to be. `candidates`: how many rows of the gazetteer still fitted. */
export type ResolvedPlace = {
  id: string | null;
  lat: number;
  lon: number;
  precision: Precision;
  radiusKm: number;
  admin: string[];
  candidates: number;
};

export type PlaceMention = { role: 'at' | 'from' | 'to'; name: string; span: Span; resolved: ResolvedPlace | null };

/** `value`: an ISO day or `from/to`; null parts stay null when the text cannot settle them. */
export type TimeMention = {
  span: Span;
  value: string | null;
  begin: string | null;
  end: string | null;
  anchor: 'publication' | 'previous' | 'stated' | null;
};

/** People counted. `partOf` is the index in the same array of the figure this one is a part of; `high: null` is open. */
export type Figure = {
  span: Span;
  text: string;
  outcome: Outcome;
  who: Who;
  group: string | null;
  low: number;
  high: number | null;
  mod: Mod;
  partOf: number | null;
  scope: 'event' | 'running-total';
  since: string | null;
};

export type EventMention = {
  type: EventType;
  trigger: Span;
  actor: Mention[];
  recipient: Mention[];
  places: PlaceMention[];
  time: TimeMention | null;
  means: Mention[];
  figures: Figure[];
};

export type Claim = {
  /** Stable: same text + same engine + same data = same id. */
  id: string;
  content: Span;
  /** Outermost first; the outlet itself is not repeated; [] = the outlet's own voice. */
  attribution: Attribution[];
  stance: Stance;
  reality: Reality;
  event: EventMention;
  trace: Trace;
};

export type Reading = {
  format: typeof READING_FORMAT;
  engine: string;
  report: {
    id: string;
    outlet: string | null;
    publishedAt: string | null;
    language: string;
    headline: Span | null;
    sha256: string;
    length: number;
  };
  claims: Claim[];
  /** Stretches holding a number of people or a violence word from which no claim was made. */
  unread: Span[];
};
