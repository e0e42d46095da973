/** Running totals under another counting rule: what the events explain moves, what was claimed does not, and each move leads to its words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RunningTotal } from '../claim/running-total.ts';
import { createEngine } from '../engine/index.ts';
import { claimIds, findCase, type Ledger, listTotals, openLedger } from '../ledger/index.ts';
import { POLICIES } from '../reconcile/index.ts';
import { ingest } from './ingest.ts';
import { reconcileCase } from './reconcile-case.ts';
import { createReconciler } from './reconciler.ts';
import { totalsUnder } from './totals-under.ts';

const reconciler = createReconciler();
let ledger: Ledger;
let caseId: number;
let total: RunningTotal;

const strike = (who: string, n: string) =>
  `قال ${who} إن ${n} مدنيين قتلوا أمس الثلاثاء في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.`;
const TEXTS: [outlet: string, published: string, text: string][] = [
  ['صحيفة الوادي', '2019-02-13', strike('مرصد الفرات', 'أربعة')],
  ['موقع السهل', '2019-02-13', strike('مجلس هجين المدني', 'تسعة')],
  [
    'صحيفة الوادي',
    '2019-02-20',
    'قال مرصد الفرات إن 40 مدنياً قتلوا منذ الأول من شباط 2019 في بلدة الباغوز بريف دير الزور الشرقي.',
  ],
];

before(async () => {
  ledger = await openLedger(':memory:');
  const items = TEXTS.map(([outlet, published, text], i) => {
    const report = { id: `r${i}`, bytes: Buffer.from(text), text, outlet, published, url: null };
    return {
      item: {
        name: `r${i}`,
        report: { ...report, source: 'test', item: null, mediaType: 'text/plain', tool: 'test' },
        fault: null,
      },
      size: i,
    };
  });
  await ingest({ ledger, engine: createEngine(), items, caseName: 'a', source: 'test' });
  caseId = (await findCase(ledger, 'a')) as number;
  await reconcileCase(ledger, reconciler, caseId);
  [total] = (await listTotals(ledger.read, caseId)).rows;
});
after(async () => {
  await ledger.close();
});

test('the lowest of two sources, and both ends', async () => {
  assert.deepEqual([total.points[0].low, total.parts.length, total.sumLow, total.sumHigh], [40, 1, 4, 9]);
  const [same] = await totalsUnder(ledger, reconciler, caseId, [total], 'airwars');
  assert.deepEqual(same, { ...total, rule: 'airwars', moved: [] });
  const [lowest] = await totalsUnder(ledger, reconciler, caseId, [total], 'acled');
  const { points, parts, sumLow, sumHigh, remainderLow, remainderHigh, rule, moved } = lowest;
  assert.deepEqual(points, total.points);
  assert.deepEqual([sumLow, sumHigh, remainderLow, remainderHigh, rule], [4, 4, 36, 36, 'acled']);
  const [{ event, before, after, lowClaim, highClaim }] = moved;
  assert.deepEqual([event, before, after], [total.parts[0].event, { low: 4, high: 9 }, { low: 4, high: 4 }]);
  assert.deepEqual(parts, [{ event, low: 4, high: 4 }]);
  const claims = [lowClaim, highClaim] as string[];
  assert.deepEqual([...(await claimIds(ledger.read, claims)).keys()], [...new Set(claims)]);
  assert.match(claims[0], /^r0\//u);
});

test('every rule: sums follow from the parts, and what is told as moved did move', async () => {
  for (const policy of Object.keys(POLICIES)) {
    const [one] = await totalsUnder(ledger, reconciler, caseId, [total], policy);
    assert.equal(one.rule, policy);
    assert.equal(
      one.sumLow,
      one.parts.reduce((sum, { low }) => sum + low, 0),
    );
    for (const { before, after } of one.moved) assert.notDeepEqual(before, after);
    for (const [i, part] of one.parts.entries())
      if (!one.moved.some(({ event }) => event === part.event)) assert.deepEqual(part, total.parts[i]);
  }
});

test('more events than are counted again: the total stays as it was, and says so', async () => {
  const [one] = await totalsUnder(ledger, reconciler, caseId, [total], 'acled', 0);
  assert.deepEqual(one, { ...total, rule: 'airwars', moved: [] });
});
