/** The sample case loads once, and shows what it was written to show. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Event } from '../claim/event.ts';
import { createEngine } from '../engine/index.ts';
import { type EventBody, eventBodies, findCase, type Ledger, listTotals, openLedger, verifyLedger } from '../ledger/index.ts';
import { reconcileCase } from './reconcile-case.ts';
import { createReconciler } from './reconciler.ts';
import { loadSampleCase, SAMPLE_CASE, sampleReports } from './sample-case.ts';

let ledger: Ledger;
let bodies: EventBody[];

before(async () => {
  ledger = await openLedger(':memory:', { now: () => '2026-01-02T03:04:05.000Z' });
  const engine = createEngine();
  const count = sampleReports().length;
  assert.ok(count >= 12);
  assert.deepEqual(await loadSampleCase(ledger, engine), { caseName: SAMPLE_CASE, reports: count, added: count });
  assert.equal((await loadSampleCase(ledger, engine)).added, 0);
  const caseId = (await findCase(ledger, SAMPLE_CASE)) as number;
  await reconcileCase(ledger, createReconciler(), caseId);
  bodies = [];
  for await (const body of eventBodies(ledger.read, caseId)) bodies.push(body);
});
after(() => ledger.close());

/** The one event that holds a report of that name. */
function bodyOf(report: string): EventBody {
  const found = bodies.filter(({ event }) => event.reports.includes(`sample-${report}`));
  assert.equal(found.length, 1, report);
  return found[0];
}

const rangeOf = (event: Event, outcome: string, who: string) => {
  const count = event.counts.find((one) => one.outcome === outcome && one.who === who);
  return count ? [count.low, count.high, count.origins] : null;
};

test('nothing is lost or altered', async () => {
  const proof = await verifyLedger(ledger.read);
  assert.deepEqual([proof.isWhole, proof.reports], [true, sampleReports().length]);
});

test('contradiction: 4 against 16 civilians', () => {
  const { event, contradictions } = bodyOf('mizan-strike');
  assert.equal(event.type, 'air-strike');
  assert.deepEqual(rangeOf(event, 'killed', 'civilian'), [4, 16, 2]);
  assert.deepEqual(rangeOf(event, 'killed', 'child'), [7, 7, 1]);
  assert.deepEqual(contradictions?.contested, ['how-many']);
});

test('reprint chain: three carriers of one agency are one origin, two of one monitor another', () => {
  const { event } = bodyOf('mizan-strike');
  const carriers = Object.fromEntries(event.origins.map((origin) => [origin.key, origin.carriers]));
  assert.deepEqual(carriers, {
    'outlet:sana': ['sample-manbar-strike', 'sample-mizan-strike', 'sample-sindyan-strike'],
    'outlet:sohr': ['sample-khabour-strike', 'sample-marafi-strike'],
  });
  assert.equal(event.grade.grade, 'fair');
});

test('the clash of the same day and place is another event, and its fighters are no civilians', () => {
  const { event } = bodyOf('marafi-counterattack');
  assert.deepEqual(event.reports, ['sample-marafi-counterattack', 'sample-mizan-counterattack']);
  assert.equal(rangeOf(event, 'killed', 'civilian'), null);
  assert.equal(rangeOf(event, 'killed', 'combatant')?.[0], 19);
});

test('contradiction: 1 against 2 killed', () => {
  const { event, contradictions } = bodyOf('khabour-salhiya');
  assert.deepEqual(event.reports, ['sample-hadab-salhiya', 'sample-khabour-salhiya']);
  assert.deepEqual(rangeOf(event, 'killed', 'all'), [1, 2, 2]);
  assert.deepEqual(contradictions?.contested, ['how-many']);
});

test('agreement: two origins count five detained', () => {
  const { event, contradictions } = bodyOf('khabour-ansar');
  assert.deepEqual(rangeOf(event, 'detained', 'all'), [5, 5, 2]);
  assert.deepEqual(contradictions?.contested, []);
});

test('denial: a row that denies beside the row that asserts, and no figure of the denial is counted', () => {
  const { event, contradictions, changes } = bodyOf('khabour-prisoners');
  assert.deepEqual(event.reports, ['sample-hadab-prisoners', 'sample-khabour-prisoners']);
  const standings = contradictions?.rows.map((row) => row.cells.stance.standing).sort();
  assert.deepEqual(standings, ['agree', 'deny']);
  assert.deepEqual(contradictions?.contested, ['what', 'stance']);
  const uses = event.counts.flatMap((count) => count.figures).filter((use) => use.report === 'sample-hadab-prisoners');
  assert.ok(uses.length > 0 && uses.every((use) => use.aside === 'denied'));
  assert.ok(changes.some((change) => change.column === 'stance' && change.after.includes('denied')));
});

test('running total: a series with its increment, what the events explain of it, and nothing of it in any event', async () => {
  const { rows } = await listTotals(ledger.read, null);
  assert.equal(rows.length, 1);
  const [total] = rows;
  assert.deepEqual([total.origin, total.since, total.overlap], ['outlet:sohr', '2018-12-01', 0]);
  assert.deepEqual(
    total.points.map(({ low, increment }) => [low, increment]),
    [
      [37100, null],
      [37700, 600],
    ],
  );
  assert.deepEqual([total.sumLow, total.sumHigh, total.remainderLow, total.remainderHigh], [600, 600, 37100, 37100]);
  const largest = Math.max(...bodies.flatMap(({ event }) => event.counts.map((count) => count.high ?? count.low)));
  assert.equal(largest, 600);
});
