/** The desk: every use case the routes call. The one over a ledger is `ledger-desk.ts`; `memory-desk.ts` keeps all in memory, for tests and for trying. */
import type { Reading } from '../claim/reading.ts';
import type {
  AlikePage,
  BlindClaim,
  CaseRow,
  ClaimPage,
  ClaimQuery,
  ClaimRow,
  CopyRow,
  Decision,
  DecisionQuery,
  EventCounts,
  EventDetail,
  EventMatrix,
  EventRow,
  FacetName,
  FacetPage,
  ImportDetail,
  ImportRow,
  KeepInput,
  Kept,
  Method,
  NamedRow,
  NewDecision,
  NewImport,
  NewPreview,
  Page,
  Preview,
  Ranges,
  ReadInput,
  Receipt,
  ReportDetail,
  ReportRow,
  SearchPage,
  SecondReadings,
  Sources,
  TotalsAnswer,
  VersionRow,
} from './client.ts';

export type Window = { limit: number; after?: string; case?: string };

/** `q`: words in the reports that speak of the event. `withClaims`: with the claims that give the ends of the killed. */
export type EventQuery = Window & {
  q?: string;
  type?: string;
  grade?: string;
  contested?: boolean;
  from?: string;
  to?: string;
  withClaims?: boolean;
};

export type Desk = {
  read: (input: ReadInput) => Reading;
  /** The case that is shown and kept into. */
  caseName: string;
  keep: (input: KeepInput) => Promise<Kept>;
  reports: (window: Window) => Promise<Page<ReportRow>>;
  report: (id: string, inCase?: string) => Promise<ReportDetail | null>;
  claims: (query: ClaimQuery) => Promise<ClaimPage>;
  /** More values of one facet than come with the claims. */
  facet: (name: FacetName, query: ClaimQuery) => Promise<FacetPage>;
  /** The same claims in groups that were read alike. */
  alike: (query: ClaimQuery) => Promise<AlikePage>;
  search: (q: string, window: Window) => Promise<SearchPage>;
  events: (query: EventQuery) => Promise<Page<EventRow>>;
  /** The same events against the chains that speak of them. */
  matrix: (query: EventQuery) => Promise<EventMatrix>;
  /** Counts by the named policy; null where no event has or had that code. */
  event: (code: string, options: { policy?: string; case?: string }) => Promise<EventDetail | null>;
  /** The counts of an event under one policy, without the rest; null where no event has or had that code. */
  counts: (code: string, policy: string, inCase?: string) => Promise<EventCounts | null>;
  /** All claims of an event, page by page; null where no event has or had that code. */
  eventClaims: (code: string, window: Window) => Promise<(Page<ClaimRow> & { code: string }) | null>;
  /** The counts of an event under every policy; null where no event has or had that code. */
  ranges: (code: string, inCase?: string) => Promise<Ranges | null>;
  /** `policy`: the rule by which the events inside are counted. */
  totals: (window: Window & { policy?: string }) => Promise<TotalsAnswer>;
  sources: (inCase?: string) => Promise<Sources>;
  cases: () => Promise<CaseRow[]>;
  imports: () => Promise<ImportRow[]>;
  /** Receipt, bytes, versions and copies of a report; null where there is none. */
  receipt: (id: string, version?: number) => Promise<Receipt | null>;
  bytes: (id: string, version?: number) => Promise<Uint8Array | null>;
  versions: (id: string) => Promise<VersionRow[] | null>;
  copies: (id: string, inCase?: string) => Promise<CopyRow[] | null>;
  /** `most`: failures that are given, all when left out; of a few of them no kinds are told. */
  importRun: (id: number, most?: number) => Promise<ImportDetail | null>;
  /** The beginning of what was sent, before anything of it is kept. */
  preview: (wanted: NewPreview) => Promise<Preview>;
  /** A place for files that are to be imported. */
  startUpload: () => Promise<string>;
  addToUpload: (upload: string, piece: { name: string; offset: number; bytes: Uint8Array }) => Promise<void>;
  /** Returns the number of the run. */
  startImport: (wanted: NewImport) => Promise<number>;
  steerImport: (id: number, to: 'paused' | 'running' | 'cancelled') => Promise<string>;
  retryImport: (id: number) => Promise<number>;
  /** Stops what runs; what it took in stays. */
  close: () => Promise<void>;
  /** Returns the decision's number. Throws {@link Refusal} on a target that does not exist. */
  decide: (decision: NewDecision) => Promise<number>;
  decisions: (query: DecisionQuery) => Promise<Page<Decision>>;
  /** Claims that others decided on and `who` did not, without what they found. */
  blind: (query: Window & { who: string }) => Promise<Page<BlindClaim>>;
  /** What second readers found beside the first readings; `who`: without what this person may still read blind. */
  secondReadings: (query: { who?: string; case?: string }) => Promise<SecondReadings>;
  named: () => NamedRow[];
  method: () => Promise<Method>;
};
