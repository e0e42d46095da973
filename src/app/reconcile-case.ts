/** Reconciles the claims of a case into events, and keeps them; does nothing when nothing was added since. */
import type { Judgement } from '../claim/judgement.ts';
import type { Reading } from '../claim/reading.ts';
import {
  countReports,
  heldReports,
  heldReportsWith,
  judgementsOfPeople,
  type Ledger,
  type Reconciled,
  replaceEvents,
} from '../ledger/index.ts';

/** One report as reconciliation takes it. */
export type CaseReport = { report: string; outlet: string | null; published: string | null; text: string; reading: Reading };
/** What is asked of reconciliation. */
export type Reconciler = {
  /** Name and version: another one reconciles everything anew. */
  version: string;
  reconcile: (reports: AsyncIterable<CaseReport>, judgements: readonly Judgement[]) => Promise<Reconciled> | Reconciled;
  /** The same result, for a reconciler that remembers the case from the last time. */
  update?: (known: KnownCase, judgements: readonly Judgement[]) => Promise<Reconciled>;
};
/** A case of which only what is missing needs to be loaded. */
export type KnownCase = {
  /** Of the case in its ledger. */
  name: string;
  /** Reports that hold, each with the number of its reading. */
  reports: ReadonlyMap<string, number>;
  load: (reports: readonly string[]) => AsyncIterable<CaseReport>;
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
  const found = reconciler.update
    ? await reconciler.update(await knownCase(ledger, caseId), judgements)
    : await reconciler.reconcile(caseReports(ledger, caseId), judgements);
  const engine = engineMark(reconciler, state);
  const events = await replaceEvents(ledger, caseId, found, { engine, reports: state.reports, decisions: state.decisions });
  return { reports: state.reports, events, wasCurrent: false };
}

/** True when the events that are kept are those of the reports and decisions that are kept. */
export async function isCurrent(ledger: Ledger, reconciler: Reconciler, caseId: number): Promise<boolean> {
  return await isAt(ledger, reconciler, caseId, await stateOf(ledger, caseId));
}

async function isAt(ledger: Ledger, reconciler: Reconciler, caseId: number, state: State): Promise<boolean> {
  const mark = await ledger.read.selectFrom('reconciled').selectAll().where('case_id', '=', caseId).executeTakeFirst();
  if (!mark || mark.engine !== engineMark(reconciler, state)) return false;
  return mark.reports === state.reports && mark.decisions === state.decisions;
}

function engineMark(reconciler: Reconciler, state: State): string {
  return `${reconciler.version} ${state.readings}`;
}

export async function* caseReports(ledger: Ledger, caseId: number): AsyncGenerator<CaseReport> {
  for await (const { key, outlet, published, text, reading } of heldReports(ledger.read, caseId)) {
    yield { report: key, outlet, published, text, reading };
  }
}

/** Reports by day, so that those that may speak of one event come one after the other. */
async function knownCase(ledger: Ledger, caseId: number): Promise<KnownCase> {
  const rows = await ledger.read
    .selectFrom('case_reports')
    .innerJoin('held', 'held.report', 'case_reports.report')
    .innerJoin('reports', 'reports.id', 'held.report')
    .select(['reports.key', 'held.reading'])
    .where('case_id', '=', caseId)
    .orderBy('reports.published')
    .orderBy('reports.id')
    .execute();
  const reports = new Map(rows.map((row) => [row.key, row.reading]));
  return { name: `${ledger.file} ${caseId}`, reports, load: (wanted) => loaded(ledger, wanted) };
}

async function* loaded(ledger: Ledger, wanted: readonly string[]): AsyncGenerator<CaseReport> {
  for await (const { key, outlet, published, text, reading } of heldReportsWith(ledger.read, wanted))
    yield { report: key, outlet, published, text, reading };
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
