/** Keeps the events of a case up to date: they are a projection, computed again when reports or verdicts were added since. */
import { countReports, type HeldReport, heldReports, judgementsOfPeople, type Ledger, replaceEvents } from '../ledger/index.ts';
import type { Reconciler } from './reconciler.ts';

export type Freshness = {
  ledger: Ledger;
  caseId: number;
  reconciler: Reconciler | null;
  engine: string;
  running: Promise<void> | null;
};

/** Beyond so many reports events are computed by `isnad reconcile` only, not while somebody waits. */
const WHILE_WAITING = 3000;

/** Brings the events of the case up to date; whoever asks meanwhile waits for the same run. */
export function freshen(freshness: Freshness): Promise<void> {
  freshness.running ??= refresh(freshness).finally(() => {
    freshness.running = null;
  });
  return freshness.running;
}

async function refresh({ ledger, caseId, reconciler, engine }: Freshness): Promise<void> {
  if (reconciler === null) return;
  const reports = await countReports(ledger.read, caseId);
  const last = await ledger.read.selectFrom('judgements').select('id').orderBy('id', 'desc').executeTakeFirst();
  const undo = await ledger.read
    .selectFrom('decisions')
    .select('id')
    .where('undoes', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const decisions = (last?.id ?? 0) + (undo?.id ?? 0) * 100_000;
  const mark = await ledger.read.selectFrom('reconciled').selectAll().where('case_id', '=', caseId).executeTakeFirst();
  if (mark?.reports === reports && mark.decisions === decisions && mark.engine === engine) return;
  if (reports > WHILE_WAITING) return;
  const held: HeldReport[] = [];
  for await (const report of heldReports(ledger.read, caseId)) held.push(report);
  const found = reconciler.reconcile(held, await judgementsOfPeople(ledger.read));
  await replaceEvents(ledger, caseId, found, { engine, reports, decisions });
}
