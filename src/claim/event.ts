/** What several claims are about: one happening at one place and time, with its independent origins and its counts. */
import type { Because } from './because.ts';
import type { Count } from './count.ts';
import type { ClaimKey } from './judgement.ts';
import type { EventType, Precision } from './reading.ts';

export type EventPlace = {
  name: string;
  id: string | null;
  lat: number | null;
  lon: number | null;
  precision: Precision;
  radiusKm: number | null;
  admin: string[];
};

/** Who stands behind statements: ten outlets that quote one monitor are one origin with ten carriers. */
export type Origin = {
  /** Registry id, `name:` and folded words, `report:` and id, or `anonymous:` before the key of whoever quotes unnamed sources. */
  key: string;
  label: string;
  kind: 'named' | 'own-voice' | 'anonymous';
  /** Ids of the reports that carry it, sorted. */
  carriers: string[];
  outlets: string[];
  claims: ClaimKey[];
  /** How it was computed, step by step. */
  because: Because[];
};

export type Grade = 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted';

/** A suggestion by a stated rule, never a stored truth. */
export type SuggestedGrade = { grade: Grade; rule: Because; because: Because[] };

export type Event = {
  /** Short and stable: `ISN-` and six signs, from the earliest claim. */
  code: string;
  /** Codes that this event had or could have had before others were merged into it; all of them still lead here. */
  aliases: string[];
  type: EventType;
  place: EventPlace | null;
  /** ISO days; null when no claim settles them. */
  begin: string | null;
  end: string | null;
  claims: ClaimKey[];
  reports: string[];
  actors: string[];
  origins: Origin[];
  counts: Count[];
  grade: SuggestedGrade;
};
