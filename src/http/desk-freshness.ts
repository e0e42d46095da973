/** Keeps the events of a case up to date: they are a projection, computed again when reports or verdicts were added since. */
import { reconcileCase } from '../app/reconcile-case.ts';
import { countReports } from '../ledger/index.ts';
import type { LedgerDesk } from './ledger-desk.ts';

/** Beyond so many reports events are computed by `isnad reconcile` only, not while somebody waits. */
const WHILE_WAITING = 3000;

/** Brings the events of a case up to date; whoever asks meanwhile waits for the same run. */
export function freshen(desk: LedgerDesk, caseId: number): Promise<void> {
  const running = desk.running.get(caseId) ?? refresh(desk, caseId).finally(() => desk.running.delete(caseId));
  desk.running.set(caseId, running);
  return running;
}

async function refresh({ ledger, reconciler, inTurn }: LedgerDesk, caseId: number): Promise<void> {
  if (reconciler === null || caseId < 0) return;
  if ((await countReports(ledger.read, caseId)) > WHILE_WAITING) return;
  await inTurn(() => reconcileCase(ledger, reconciler, caseId));
}
