/** What is exported: one case, as use cases give it to the formats. Everything comes in a settled order, so that the same case gives the same bytes. */
import type { Change, Contradictions } from '../../claim/contradiction.ts';
import type { Event } from '../../claim/event.ts';
import type { ClaimKey } from '../../claim/judgement.ts';
import type { Claim, Reading } from '../../claim/reading.ts';
import type { RunningTotal } from '../../claim/running-total.ts';

export type ExportedReport = {
  key: string;
  outlet: string | null;
  published: string | null;
  url: string | null;
  /** When and where it was received. */
  retrieved: string;
  source: string | null;
  mediaType: string;
  /** Of the bytes as they came. */
  sha256: string;
  bytes: Uint8Array;
  text: string;
  engine: string;
  /** As it stands: without claims that people rejected, with those that they corrected. */
  reading: Reading;
  /** As they were read: rejected claims, which count for nothing, and corrected ones by their ids. */
  rejected: Claim[];
  originals: Record<string, Claim>;
};

export type Statement = {
  key: ClaimKey;
  claim: Claim;
  quote: string;
  report: { key: string; outlet: string | null; published: string | null; url: string | null };
  review: string | null;
  /** What was read, where a person corrected it. */
  original: Claim | null;
};

export type ExportedEvent = {
  event: Event;
  contradictions: Contradictions | null;
  changes: Change[];
  statements: Statement[];
};

export type ExportedDecision = {
  id: number;
  kind: string;
  target: string;
  who: string;
  why: string;
  at: string;
  undoes: number | null;
  undone: boolean;
  /** Of a correction: what it changed. */
  edit: { field: string; before: string; after: string } | null;
};

/** Row of the journal of hashes, and the row it covers, for whoever verifies without the ledger. */
export type ExportedEntry = {
  seq: number;
  at: string;
  kind: string;
  first: number;
  last: number;
  payload: string;
  prev: string;
  hash: string;
};
export type ExportedRow = { kind: 'reports' | 'readings'; values: (string | number | null)[]; file: string };

export type ExportSource = {
  caseName: string;
  made: { at: string; version: string; policy: string /** Last hash of the journal. */; head: string };
  /** Neutral name of an id, or null. */
  nameOf: (id: string, lang: 'en' | 'ar') => string | null;
  /** The rule of the policy of `made`, in words. */
  ruleInWords: (lang: 'en' | 'ar') => string | null;
  /** What an actor is: `state`, `state-force`, `armed-group` …, or null. */
  kindOf: (id: string) => string | null;
  reports: () => AsyncIterable<ExportedReport>;
  /** With counts under a named policy; that of `made` when left out. */
  events: (policy?: string) => AsyncIterable<ExportedEvent>;
  totals: () => AsyncIterable<RunningTotal>;
  decisions: () => AsyncIterable<ExportedDecision>;
  journal: () => AsyncIterable<ExportedEntry>;
  rows: () => AsyncIterable<ExportedRow>;
};
