/** Reconciliation of a case: any order of import gives the same events, counts and totals; people override rules; codes survive merges. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Judgement } from '../claim/judgement.ts';
import { createEngine } from '../engine/index.ts';
import { DEFAULT_POLICY } from '../reconcile/index.ts';
import type { CaseReport } from './reconcile-case.ts';
import { createReconciler } from './reconciler.ts';
import { sampleReports } from './sample-case.ts';

const reconciler = createReconciler();
let reports: CaseReport[];

before(() => {
  const engine = createEngine();
  const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));
  const given = sampleReports().map(({ id, outlet, published, text }) => ({ report: id as string, outlet, published, text }));
  for (const slug of readdirSync(corpus)) {
    const { outlet = null, published = null } = JSON.parse(readFileSync(`${corpus}${slug}/claims.json`, 'utf8'));
    given.push({ report: slug, outlet, published, text: readFileSync(`${corpus}${slug}/report.txt`, 'utf8') });
  }
  reports = given.map((report) => ({ ...report, reading: engine.read({ id: report.report, ...report }) }));
});

async function reconciled(list: readonly CaseReport[], judgements: readonly Judgement[] = []) {
  async function* each() {
    yield* list;
  }
  return await reconciler.reconcile(each(), judgements, async ({ events, totals, suggestions }) => {
    return { events: [...events].map(({ body }) => body()), totals: [...totals], suggestions };
  });
}

test('any order of the reports gives the same bytes', async () => {
  const expected = JSON.stringify(await reconciled(reports));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(reports, { minLength: reports.length }), async (shuffled) => {
      assert.equal(JSON.stringify(await reconciled(shuffled)), expected);
    }),
    { numRuns: 25 },
  );
});

test('a report given twice counts once', async () => {
  assert.equal(JSON.stringify(await reconciled([...reports, ...reports])), JSON.stringify(await reconciled(reports)));
});

test('every claim is in one event at most, every range is in order, every code is given once', async () => {
  const { events } = await reconciled(reports);
  const claims = events.flatMap(({ event }) => event.claims);
  assert.equal(new Set(claims).size, claims.length);
  const codes = events.flatMap(({ event }) => [event.code, ...event.aliases]);
  assert.equal(new Set(codes).size, codes.length);
  for (const { event } of events) {
    for (const { low, best, high } of event.counts)
      assert.ok(low <= (best ?? low) && (high === null || (best ?? low) <= high), event.code);
  }
});

test('people override rules in both directions, whatever the order', async () => {
  const { events } = await reconciled(reports);
  const find = (report: string, all = events) => all.find(({ event }) => event.reports.includes(report))?.event;
  const strike = find('sample-mizan-strike');
  const clash = find('sample-marafi-counterattack');
  assert.ok(strike && clash && strike.code !== clash.code);
  const by = { person: 'mona' };
  const judged = (left: string, right: string, verdict: Judgement['verdict']): Judgement => ({
    left,
    right,
    verdict,
    by,
    because: [],
    at: '2026-01-01',
  });
  const same = [judged(strike.claims[0], clash.claims[0], 'same-event')];
  const merged = (await reconciled(reports, same)).events;
  const one = find('sample-mizan-strike', merged);
  assert.equal(one?.code, find('sample-marafi-counterattack', merged)?.code);
  // Whichever code the merged event has, the other one still leads to it.
  const codes = new Set([one?.code, ...(one?.aliases ?? [])]);
  assert.ok(codes.has(strike.code) && codes.has(clash.code));
  assert.equal(JSON.stringify((await reconciled([...reports].reverse(), same)).events), JSON.stringify(merged));
  const apart = strike.claims
    .filter((claim) => claim.startsWith('sample-khabour'))
    .flatMap((left) =>
      strike.claims.filter((claim) => !claim.startsWith('sample-khabour')).map((right) => judged(left, right, 'different-event')),
    );
  const split = (await reconciled(reports, apart)).events;
  assert.notEqual(find('sample-khabour-strike', split)?.code, find('sample-mizan-strike', split)?.code);
});

test('an event counted again under the policy it has gives the counts it has, whatever was copied from whom', async () => {
  const reconciler = createReconciler();
  const { events } = await reconciled(reports);
  assert.ok(events.length > 3);
  for (const { event } of events) {
    const own = reports.filter(({ report }) => event.reports.includes(report));
    assert.deepEqual(reconciler.recount(event, own, DEFAULT_POLICY), event.counts, event.code);
  }
});
