/** Proves that the events that are kept follow from the reports that are kept: reconciles every case anew and compares. */
import { alteredEvents, type Fault, judgementsOfPeople, listCases, openLedger } from '../ledger/index.ts';
import { caseReports, isCurrent } from './reconcile-case.ts';
import { createReconciler } from './reconciler.ts';

/** Cases whose events wait to be reconciled again are passed over: nobody has been shown them. */
export async function verifyEvents(file: string): Promise<Fault[]> {
  const ledger = await openLedger(file);
  try {
    const reconciler = createReconciler();
    const judgements = await judgementsOfPeople(ledger.read);
    const faults: Fault[] = [];
    for (const { id } of await listCases(ledger.read)) {
      if (!(await isCurrent(ledger, reconciler, id))) continue;
      const altered = await reconciler.reconcile(caseReports(ledger, id), judgements, ({ events }) =>
        alteredEvents(ledger, id, events),
      );
      faults.push(...altered);
    }
    return faults;
  } finally {
    await ledger.close();
  }
}
