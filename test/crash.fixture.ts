/** `node crash.fixture.ts DB N`: imports N made-up reports in small batches, printing a line after each, for tests that kill it. */
import { caseNamed, heldIdentities, openLedger, recordReports, startRun } from '../src/ledger/index.ts';
import { LINE, ready } from '../src/ledger/reading.fixture.ts';

const [db, count] = process.argv.slice(2);
const BATCH = 12;
const ledger = await openLedger(db);
const caseId = await caseNamed(ledger, 'a');
const run = await startRun(ledger, { engine: 'lines 1', data: 'none', what: 'import' });
for (let from = 0; from < Number(count); from += BATCH) {
  const batch = Array.from({ length: BATCH }, (_, i) => ready(LINE.replace('4', String(from + i)), { id: `r${from + i}` }));
  // As an import does: what is held already is passed over.
  const held = await heldIdentities(
    ledger.read,
    batch.map((report) => report.identity),
  );
  const fresh = batch.filter((report) => !held.has(report.identity));
  if (fresh.length === 0) continue;
  await recordReports(ledger, run, caseId, fresh);
  process.stdout.write('batch\n');
}
await ledger.close();
