/** Events as they are now: reconciled again first when reports or decisions came in since. */

import { reconcileCase } from '../app/reconcile-case.ts';
import { createReconciler } from '../app/reconciler.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Io } from './command.ts';

export async function freshEvents(ledger: Ledger, caseId: number, io: Io): Promise<void> {
  const since = performance.now();
  const { reports, events, wasCurrent } = await reconcileCase(ledger, createReconciler(), caseId);
  if (wasCurrent || !io.stderr.isTTY) return;
  io.stderr.write(
    `${reports} reports reconciled into ${events} events in ${((performance.now() - since) / 1000).toFixed(1)} s\n`,
  );
}
