/** Events as they are now: reconciled again first when reports or decisions came in since. */

import { isCurrent, type ReconcileResult, type Reconciler, reconcileCase } from '../app/reconcile-case.ts';
import { createReconciler } from '../app/reconciler.ts';
import { countReports, isBusy, type Ledger } from '../ledger/index.ts';
import type { Io } from './command.ts';
import { fill, ledgerWords } from './ledger-words.ts';

/** From so many reports on it takes a while: people are told before. */
const MANY = 1000;

export async function freshEvents(ledger: Ledger, caseId: number, io: Io): Promise<void> {
  const reports = io.stderr.isTTY ? await countReports(ledger.read, caseId) : 0;
  const reconciler = createReconciler();
  if (reports >= MANY && !(await isCurrent(ledger, reconciler, caseId)))
    io.stderr.write(`${fill(ledgerWords.en.reconciling, { n: reports })}\n`);
  await freshen(ledger, reconciler, caseId, io);
}

async function freshen(ledger: Ledger, reconciler: Reconciler, caseId: number, io: Io): Promise<void> {
  const since = performance.now();
  let result: ReconcileResult;
  try {
    result = await reconcileCase(ledger, reconciler, caseId);
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
