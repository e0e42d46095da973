/** Events as they are now: reconciled again first when reports or decisions came in since. */

import { type ReconcileResult, reconcileCase } from '../app/reconcile-case.ts';
import { createReconciler } from '../app/reconciler.ts';
import { isBusy, type Ledger } from '../ledger/index.ts';
import type { Io } from './command.ts';

export async function freshEvents(ledger: Ledger, caseId: number, io: Io): Promise<void> {
  const since = performance.now();
  let result: ReconcileResult;
  try {
    result = await reconcileCase(ledger, createReconciler(), caseId);
  } catch (error) {
    if (!isBusy(error)) throw error;
    io.stderr.write('isnad: another program is writing to the ledger; these are the events as they were kept last\n');
    return;
  }
  const { reports, events, wasCurrent } = result;
  if (wasCurrent || !io.stderr.isTTY) return;
  io.stderr.write(
    `${reports} reports reconciled into ${events} events in ${((performance.now() - since) / 1000).toFixed(1)} s\n`,
  );
}
