/** Cumulative claims ("since 1 December, 1,200 left") as a series of one source about one subject; never added to events. */
import type { ClaimKey } from './judgement.ts';
import type { Mod, Outcome, Who } from './reading.ts';

export type TotalPoint = {
  claim: ClaimKey;
  figure: number;
  report: string;
  /** Day to which the total runs, ISO. */
  until: string | null;
  low: number;
  high: number | null;
  mod: Mod;
  /** How much it rose since the point before; null for the first, and where either is open or vague. */
  increment: number | null;
};

/** An event that lies inside the period of a total. `net`: people counted in it, low to high. */
export type TotalPart = { event: string; low: number; high: number | null };

export type RunningTotal = {
  id: string;
  origin: string;
  outcome: Outcome;
  who: Who;
  group: string | null;
  since: string | null;
  /** Where it counts, as the report says; null when it does not. */
  place: string | null;
  points: TotalPoint[];
  parts: TotalPart[];
  /** Sum over the parts. */
  sumLow: number;
  sumHigh: number | null;
  /** Claimed minus sum of parts (low against high and high against low); never below 0. */
  remainderLow: number;
  remainderHigh: number | null;
  /** By how many people the parts exceed the claimed total; 0 when they do not. */
  overlap: number;
};

/** An event inside a total that another counting rule counts otherwise. */
export type MovedPart = {
  event: string;
  before: Pick<TotalPart, 'low' | 'high'>;
  after: Pick<TotalPart, 'low' | 'high'>;
  /** The claims that give the ends of the new range, where single figures do. */
  lowClaim: ClaimKey | null;
  highClaim: ClaimKey | null;
};
/**
 * A total beside the same events under a named rule. What the source claimed stays as it is. `rule`: the rule by which the parts are counted here: another one
 * than asked for where there are too many events to count again.
 */
export type TotalUnder = RunningTotal & { rule: string; moved: MovedPart[] };
