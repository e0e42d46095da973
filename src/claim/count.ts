/** How many people, per outcome and group, under one named policy; with every figure it came from. */
import type { Because } from './because.ts';
import type { Mod, Outcome } from './reading.ts';

/** `all` counts everybody; the others are the groups a figure can name. */
export type Group =
  | 'all'
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

/** Why a figure was not used for low, best or high. */
export type SetAside =
  | 'superseded'
  | 'repeated'
  | 'part-of'
  | 'denied'
  | 'doubted'
  | 'background'
  | 'larger-than-whole'
  | 'less-specific'
  | 'cumulative'
  | 'elsewhere'
  | 'expected';

/** One figure of one report, as the report gave it. `figure` is its index in the claim's figures. */
export type FigureUse = {
  report: string;
  claim: string;
  figure: number;
  /** Key of the independent origin that states it. */
  origin: string;
  low: number;
  high: number | null;
  mod: Mod;
  /** Null: it was used. */
  aside: SetAside | null;
  why: Because;
};

/** A range in people. `high: null` is open; `best: null` where the policy names no single number. `low <= best <= high`. */
export type Count = {
  outcome: Outcome;
  who: Group;
  low: number;
  best: number | null;
  high: number | null;
  /** Name of the policy. */
  policy: string;
  /** Number of independent origins whose figures were used. */
  origins: number;
  /** True where the policy wants more independent origins than there are. */
  provisional: boolean;
  /** How the range came about. */
  note: Because;
  figures: FigureUse[];
};

/** Asserts the order of a range and returns it. */
export function checkedCount(count: Count): Count {
  const { low, best, high } = count;
  const ordered =
    low >= 0 && (high === null || low <= high) && (best === null || (low <= best && (high === null || best <= high)));
  if (!ordered) throw new Error(`count ${count.outcome} ${count.who}: ${low} ${best} ${high} are not in order`);
  return count;
}
