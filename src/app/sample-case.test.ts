/** The sample case loads, and loading it again changes nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../engine/index.ts';
import { openLedger, verifyLedger } from '../ledger/index.ts';
import { loadSampleCase, SAMPLE_CASE, sampleReports } from './sample-case.ts';

test('the sample is read whole, once', async () => {
  const ledger = await openLedger(':memory:', { now: () => '2026-01-02T03:04:05.000Z' });
  const engine = createEngine();
  const reports = sampleReports();
  assert.ok(reports.length >= 12);
  assert.deepEqual(await loadSampleCase(ledger, engine), {
    caseName: SAMPLE_CASE,
    reports: reports.length,
    added: reports.length,
  });
  assert.equal((await loadSampleCase(ledger, engine)).added, 0);
  const proof = await verifyLedger(ledger.read);
  assert.deepEqual([proof.isWhole, proof.reports], [true, reports.length]);
  await ledger.close();
});
