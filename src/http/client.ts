/** What goes over the wire, as types: shared by the routes and the screens. Nothing here is localized; numbers are numbers, days are ISO. */

import type { Copy, Named } from '../app/copies.ts';
import type { Preview as FoundPreview } from '../app/preview.ts';
import type { Because } from '../claim/because.ts';
import type { Change, Column, Contradictions, Standing } from '../claim/contradiction.ts';
import type { Count } from '../claim/count.ts';
import type { Event, Grade, Origin } from '../claim/event.ts';
import type { Reason } from '../claim/judgement.ts';
import type { RangeClaims } from '../claim/range-claims.ts';
import type { Claim, EventType, Figure, Outcome, Reading, Stance } from '../claim/reading.ts';
import type { TotalPart, TotalUnder } from '../claim/running-total.ts';
import type { FieldAgreement, FieldPair } from '../claim/second-reading.ts';
import type { Span } from '../claim/span.ts';
import type { Columns, SeenTable, TableColumns } from '../formats/import/index.ts';
import type { Pace, StageCounts } from '../ledger/index.ts';
import type { PackedCounts } from './packed-counts.ts';

/** `isMore`: there are more than `total`; they were not all counted. `next`: give it back as `after`. */
export type Page<T> = { items: T[]; total: number; isMore: boolean; next: string | null };
export type Problem = { type: string; title: string; status: number; code: string; detail?: string };

export type ReadInput = { text: string; outlet?: string | null; published?: string | null };
export type KeepInput = ReadInput & { case?: string; url?: string | null };
export type Kept = { id: string; held: boolean; case: string };

export type ReviewState = 'accepted' | 'rejected' | 'edited' | 'unsure';
export type DecisionKind = 'accept' | 'reject' | 'edit' | 'unsure' | 'second' | 'merge' | 'split' | 'same' | 'different' | 'undo';
/** `target`: key of a claim (`report/claim`) or code of an event. */
export type NewDecision = {
  kind: DecisionKind;
  target: string;
  who: string;
  why: string;
  undoes?: number;
  payload?: unknown;
  with?: string;
  /** Case in which a code of an event is looked for. */
  case?: string;
};
export type Decision = {
  id: number;
  kind: DecisionKind;
  target: string;
  payload: any;
  who: string;
  why: string;
  at: string;
  undoes: number | null;
  undone: boolean;
  /** In the list of all decisions: the words of the claim that it is about. */
  words?: string | null;
};

export type ReportRow = {
  id: string;
  outlet: string | null;
  published: string | null;
  headline: string;
  claims: number;
  sha256: string;
  kept: string;
};
export type Custody = { step: number; kind: string; tool: string; input: string | null; output: string; at: string };
export type ReportDetail = ReportRow & {
  text: string;
  reading: Reading;
  custody: Custody[];
  url: string | null;
  /** Names of the cases it lies in. */
  cases: string[];
  /** Event of each claim, by the claim's id. */
  events: Record<string, string>;
  review: Record<string, ReviewState>;
  /** Claims that people rejected, as they were read: `reading` holds them no longer. */
  rejected: Claim[];
  /** Of claims that people corrected: what was read, by the claim's id. */
  originals: Record<string, Claim>;
  decisions: Decision[];
  /** Decisions whose claim another version of the engine, or of the report, has no longer. */
  strays: Stray[];
};
/** `case`: only those about claims and events of that case. */
export type DecisionQuery = {
  target?: string;
  kind?: DecisionKind;
  who?: string;
  case?: string;
  limit: number;
  after?: string;
};
/** `words`: those that the claim rested on, where they are known. */
export type Stray = Omit<Decision, 'payload' | 'undone'> & { words: string | null };

/** One claim in a list: enough to show it and to open its words. */
export type ClaimRow = {
  key: string;
  report: string;
  claim: string;
  outlet: string | null;
  published: string | null;
  quote: string;
  span: Span;
  type: EventType;
  stance: Stance;
  /** Outermost first, as written. */
  chain: string[];
  actor: string[];
  recipient: string[];
  place: string | null;
  day: string | null;
  figures: Figure[];
  event: string | null;
  review: ReviewState | null;
  /** The rule that read who says it: claims of one type and one rule are alike. */
  how: string;
};
/** Claims that were read alike: of one type, by one rule. `first`: the newest of them. */
export type AlikeGroup = { type: EventType; how: string; count: number; first: ClaimRow };
/** `looked`: so many of the newest claims were looked through; `isMore`: there are older ones. */
export type AlikePage = Page<AlikeGroup> & { looked: number };

export type EventRow = {
  code: string;
  type: EventType;
  place: string | null;
  lat: number | null;
  lon: number | null;
  begin: string | null;
  end: string | null;
  grade: Grade;
  reports: number;
  origins: number;
  killedLow: number | null;
  killedHigh: number | null;
  contested: boolean;
  /** Where it was asked for: the claims that give both ends of the killed. */
  killedFrom?: RangeClaims;
};
/** One event in the matrix; chains without a cell are silent. `others`: chains that have no column. */
export type MatrixRow = EventRow & { cells: MatrixCell[]; others: number };
/** What one chain says of an event: in which questions it differs or denies, and how many killed it gives. `claim`: the way to its words. */
export type MatrixCell = {
  origin: string;
  claim: string;
  carriers: number;
  standing: Standing;
  columns: Column[];
  killed: { low: number; high: number | null } | null;
};
export type EventMatrix = Page<MatrixRow> & { columns: { key: string; label: string; events: number }[] };
export type PolicyRow = { name: string; rule: string };
/** The counts of one event under one policy, with their figures. */
export type EventCounts = { code: string; policy: string; counts: Count[] };
/** The same for a page: as `packed=1` gives them. */
export type EventCountsPacked = { code: string; policy: string; packed: PackedCounts };
/** The counts of one event under every policy. */
export type Ranges = { code: string; ranges: PolicyRange[] };
export type PolicyRange = Pick<Count, 'policy' | 'outcome' | 'who' | 'low' | 'best' | 'high' | 'provisional'> & RangeClaims;
export type EventDetail = {
  event: Event;
  contradictions: Contradictions | null;
  changes: Change[];
  claims: ClaimRow[];
  /** How many claims there are when not all are given. */
  claimCount: number;
  /** How many of `claims`, the last ones, people rejected: they are shown as they were read and count for nothing. */
  rejected: number;
  policy: string;
  policies: PolicyRow[];
  decisions: Decision[];
  /** Events that may be this one, for a person to decide; `because` compares the strongest pair of claims. */
  suggestions: { other: EventRow; left: string; right: string; because: Reason[] }[];
};

/** What one chain says of an event, question by question; without an origin: what most say. `claim`: the way to its words. */
export type StandingRow = {
  origin: string | null;
  label: string | null;
  carriers: number;
  claim: string | null;
  cells: Record<Column, { standing: Standing | null; says: string[] }>;
};
/** A report that carries a chain of an event, and how the chain was found. */
export type CarrierRow = {
  origin: string;
  label: string;
  kind: Origin['kind'];
  report: string;
  outlet: string | null;
  published: string | null;
  claim: string | null;
  because: Because[];
};
export type ChangeRow = Omit<Change, 'event'> & { label: string | null };
/** What was compared with another event that may be the same one. */
export type ComparedRow = {
  other: string;
  leftClaim: string;
  rightClaim: string;
  feature: string;
  score: number;
  here: string;
  there: string;
};

export type Naming = { label: string; neutral: string | null; count: number; report: string; claim: string };
export type Relation = { from: string; to: string; count: number; report: string; claim: string };
export type SourceRow = {
  /** Registry id, or the name as written. */
  key: string;
  label: string;
  reports: number;
  claims: number;
  cites: number;
  citedBy: number;
  denials: number;
  naming: Naming[];
};
/** A second reading and the first one, field by field. */
export type SecondRow = {
  id: number;
  key: string;
  who: string;
  at: string;
  quote: string;
  firstBy: readonly string[];
  fields: FieldPair[];
};
export type SecondReadings = { readings: SecondRow[]; agreement: FieldAgreement[] };

export type Sources = { sources: SourceRow[]; relations: Relation[]; reports: number };

export type SearchHit = {
  report: string;
  outlet: string | null;
  published: string | null;
  snippet: { start: number; text: string; marks: Span[] };
};
export type FacetName = 'type' | 'outlet' | 'stance' | 'source' | 'actor' | 'place';
export type ClaimQuery = Partial<Record<FacetName, string>> & {
  q?: string;
  from?: string;
  to?: string;
  case?: string;
  review?: string;
  /** The rule that read it. */
  how?: string;
  limit: number;
  after?: string;
};
/** `label`: the name of a value that is an id of the gazetteer. */
export type FacetValue = { value: string; count: number; label?: string };
export type Facets = Partial<Record<FacetName, FacetValue[]>>;
/** `counted`: facets are counts over the newest so many claims that fit; null: over all. */
export type ClaimPage = Page<ClaimRow> & { facets: Facets; counted: number | null };
/** Values of one facet, the commonest first. */
export type FacetPage = Page<FacetValue> & { counted: number | null };
export type SearchPage = Page<SearchHit> & { forms: string[] };

/** A running total, and of each event inside its period what lists show of it; `rule` and `moved` as in {@link TotalUnder}. */
export type TotalRow = Omit<TotalUnder, 'parts'> & {
  parts: (TotalPart & { type: EventType | null; place: string | null; begin: string | null; end: string | null })[];
};
/** `next`: give it back as `after`; null: these are all. */
export type TotalsAnswer = { totals: TotalRow[]; next: string | null; policy: string; policies: PolicyRow[] };
/** `reconciling`: its events are being computed again; lists show them as they were. */
export type CaseRow = { name: string; reports: number; events: number; at: string; reconciling: boolean };
export type { Copy, Named, Version as VersionRow } from '../app/copies.ts';
export type { FigureMove } from '../app/figures-moved.ts';
export type { Receipt } from '../app/receipt.ts';
export type { BlindClaim } from '../app/second-reading.ts';
/** `other`: the report that shares its text; `isFirst`: it came before that one, as far as days are known. */
export type CopyRow = Omit<Copy, 'first' | 'second'> & { other: Named; isFirst: boolean };
/** `kept`: new, and changed since; `changed`: the latter alone. `passed`: no reports, and nothing wrong with that. `stages`: of those that failed. */
export type ImportRow = {
  id: number;
  source: string;
  case: string;
  /** What took it in, with its version. */
  tool: string;
  at: string;
  state: string;
  done: number;
  total: number | null;
  kept: number;
  changed: number;
  held: number;
  failed: number;
  passed: number;
  stages: StageCounts;
};
/** `failures`: the first of them; `reasons`: all of them by kind. `pace`: seconds that it worked, items a second over all of them and over the last. */
export type ImportDetail = ImportRow & {
  failures: { name: string; reason: string; stage: string | null }[];
  passedOver: { name: string; reason: string }[];
  reasons: { reason: string; n: number }[];
  pace: Pace;
};
/**
 * `upload`: where the files were sent; or `addresses` to fetch, where the server may. `columns`: which column of tables holds which field, as
 * `text=Body,published=Date`; `tables`: the same for each form of table, remembered by the names of its columns.
 */
export type NewImport = {
  upload?: string;
  addresses?: string[];
  case?: string;
  outlet?: string;
  columns?: string;
  tables?: TableColumns[];
};
export type NewPreview = Pick<NewImport, 'outlet' | 'columns' | 'tables'> & { upload: string };
export type PreviewTable = SeenTable & {
  /** What was said before about tables with these columns. */
  saved: Columns | null;
};
export type Preview = Omit<FoundPreview, 'tables'> & { tables: PreviewTable[] };
export type NamedRow = {
  id: string;
  kind: string;
  country: string;
  ar: string;
  en: string;
  aliases: string[];
  loaded: { words: string; label: string; users: string[] }[];
};
export type Method = {
  engine: string;
  data: string;
  policies: PolicyRow[];
  policy: string;
  quality: string | null;
  outcomes: Outcome[];
  /** The case that is meant when none is named. */
  case: string;
  /** Addresses may be fetched: the server was started with --fetch. */
  canFetch: boolean;
};
