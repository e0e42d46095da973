/** Reconciles the claims of a case into events, and keeps them; does nothing when nothing was added since. */
import { randomUUID } from 'node:crypto';
import type { Judgement } from '../claim/judgement.ts';
import type { Reading } from '../claim/reading.ts';
import {
  type CaseChanges,
  caseChanges,
  countReports,
  heldReadings,
  heldReports,
  heldReportsWith,
  type JournalPoint,
  judgementsOfPeople,
  type Ledger,
  type Reconciled,
  replaceEvents,
} from '../ledger/index.ts';

/** One report as reconciliation takes it. */
export type CaseReport = { report: string; outlet: string | null; published: string | null; text: string; reading: Reading };
/** What is asked of reconciliation. What is found may be read until `use` is done. */
export type Reconciler = {
  /** Name and version: another one reconciles everything anew. */
  version: string;
  reconcile: <T>(
    reports: AsyncIterable<CaseReport>,
    judgements: readonly Judgement[],
    use: (found: Reconciled) => Promise<T>,
  ) => Promise<T>;
  /** The same result, for a reconciler that remembers the case from the last time. */
  update?: <T>(known: KnownCase, judgements: readonly Judgement[], use: (found: Reconciled) => Promise<T>) => Promise<T>;
};
/** A case of which only what changed needs to be loaded. */
export type KnownCase = {
  /** Of the case in its ledger. */
  name: string;
  /** Where what was worked out may be kept for the next time; null: nowhere but in memory. */
  file: string | null;
  /** The name of the events that are kept, and the one of those to come. */
  told: string | null;
  telling: string;
  /** What changed since a point of the ledger's journal; everything where the point is null or unknown. */
  changes: (since: JournalPoint | null) => Promise<CaseChanges>;
  /** Of these reports, by their ids, the reading that holds in the case; they are given by their ids or their numbers. */
  held: (reports: readonly string[] | readonly number[]) => ReturnType<typeof heldReadings>;
  load: (reports: readonly number[]) => AsyncIterable<CaseReport & { readingId: number }>;
};
export type ReconcileResult = { reports: number; events: number; wasCurrent: boolean };

export async function reconcileCase(ledger: Ledger, reconciler: Reconciler, caseId: number): Promise<ReconcileResult> {
  const judgements = await judgementsOfPeople(ledger.read);
  const state = await stateOf(ledger, caseId);
  if (await isAt(ledger, reconciler, caseId, state)) {
    const events = await ledger.read
      .selectFrom('events')
      .select((of) => of.fn.countAll<number>().as('n'))
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    return { reports: state.reports, events: Number(events.n), wasCurrent: true };
  }
  const engine = engineMark(reconciler, state);
  const before = await markOf(ledger, caseId);
  const name = randomUUID();
  const keep = (found: Reconciled) =>
    replaceEvents(ledger, caseId, found, { engine, reports: state.reports, decisions: state.decisions, name });
  const events = reconciler.update
    ? await reconciler.update({ ...knownCase(ledger, caseId), told: before?.name ?? null, telling: name }, judgements, keep)
    : await reconciler.reconcile(caseReports(ledger, caseId), judgements, keep);
  return { reports: state.reports, events, wasCurrent: false };
}

/** True when the events that are kept are those of the reports and decisions that are kept. */
export async function isCurrent(ledger: Ledger, reconciler: Reconciler, caseId: number): Promise<boolean> {
  return await isAt(ledger, reconciler, caseId, await stateOf(ledger, caseId));
}

async function isAt(ledger: Ledger, reconciler: Reconciler, caseId: number, state: State): Promise<boolean> {
  const mark = await markOf(ledger, caseId);
  if (!mark || mark.engine !== engineMark(reconciler, state)) return false;
  return mark.reports === state.reports && mark.decisions === state.decisions;
}

function markOf(ledger: Ledger, caseId: number) {
  return ledger.read.selectFrom('reconciled').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}

function engineMark(reconciler: Reconciler, state: State): string {
  return `${reconciler.version} ${state.readings}`;
}

export async function* caseReports(ledger: Ledger, caseId: number): AsyncGenerator<CaseReport> {
  for await (const { key, outlet, published, text, reading } of heldReports(ledger.read, caseId)) {
    yield { report: key, outlet, published, text, reading };
  }
}

function knownCase(ledger: Ledger, caseId: number): Omit<KnownCase, 'told' | 'telling'> {
  return {
    name: `${ledger.file} ${caseId}`,
    file: ledger.file === ':memory:' ? null : `${ledger.file}.case-${caseId}.cache`,
    changes: (since) => caseChanges(ledger.read, caseId, since),
    held: (reports) => heldReadings(ledger.read, caseId, reports),
    load: (reports) => loaded(ledger, reports),
  };
}

async function* loaded(ledger: Ledger, wanted: readonly number[]): AsyncGenerator<CaseReport & { readingId: number }> {
  for await (const { key, outlet, published, text, reading, readingId } of heldReportsWith(ledger.read, wanted))
    yield { report: key, outlet, published, text, reading, readingId };
}

/** What the events depend on, in three numbers that only grow. */
type State = { reports: number; readings: number; decisions: number };

async function stateOf(ledger: Ledger, caseId: number): Promise<State> {
  const readings = await ledger.read
    .selectFrom('case_reports')
    .innerJoin('held', 'held.report', 'case_reports.report')
    .select((of) => of.fn.max('held.reading').as('top'))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const decisions = await ledger.read
    .selectFrom('decisions')
    .select((of) => of.fn.max('id').as('top'))
    .where('kind', 'in', ['merge', 'split', 'same', 'different', 'undo'])
    .executeTakeFirst();
  return { reports: await countReports(ledger.read, caseId), readings: readings?.top ?? 0, decisions: decisions?.top ?? 0 };
}
