/**
 * `node case-memory.fixture.ts DB CASE before|after`: reconciles a case, says so and waits to be killed: before the events are kept in the ledger, or after that
 * and before it is kept what was worked out.
 */
import { openLedger } from '../ledger/index.ts';
import { reconcileCase } from './reconcile-case.ts';
import { createReconciler } from './reconciler.ts';

const [db, caseId, when] = process.argv.slice(2);
const ledger = await openLedger(db);
const reconciler = createReconciler(() => new Map());
const waiting = async () => {
  process.stdout.write('waiting\n');
  await new Promise((resolve) => setTimeout(resolve, 300_000));
};
await reconcileCase(
  ledger,
  {
    ...reconciler,
    update: (known, judgements, use) =>
      (reconciler.update as NonNullable<typeof reconciler.update>)(known, judgements, async (found) => {
        if (when === 'before') await waiting();
        const result = await use(found);
        await waiting();
        return result;
      }),
  },
  Number(caseId),
);
