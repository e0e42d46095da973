/** Reports that come one after the other give the same events as all at once, and leave events alone that they do not touch. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseNamed,
  type EventBody,
  eventBodies,
  eventByCode,
  type Ledger,
  openLedger,
  recordReadings,
  recordReports,
  startRun,
} from '../ledger/index.ts';
import { readLines, ready } from '../ledger/reading.fixture.ts';
import { isCurrent, reconcileCase } from './reconcile-case.ts';
import { createReconciler } from './reconciler.ts';
import { mergeEvents, undoDecision } from './review.ts';

const now = () => '2026-01-02T03:04:05.000Z';
const none = () => new Map<string, string>();
const by = { who: 'mona', why: 'one house' };

const LINES = [
  'sana: 4 civilian killed at Baghouz on 2019-02-11 [air-strike]',
  'sohr: 9 civilian killed at Baghouz on 2019-02-11 [air-strike]',
  'sohr: 2 civilian killed at Susa on 2019-03-01 [shelling]',
  'sana: 4 civilian killed at Baghouz on 2019-02-11 [killing]',
  'snhr: 2 civilian killed at Susa on 2019-03-01 [shelling]',
  'sohr: 7 civilian killed at Hajin on 2019-04-01 [mine]',
];

async function opened(): Promise<{ ledger: Ledger; caseId: number; add: (n: number) => Promise<void> }> {
  const ledger = await openLedger(':memory:', { now });
  const caseId = await caseNamed(ledger, 'a');
  const run = await startRun(ledger, { engine: 'lines 1', data: 'none', what: 'import' });
  const add = async (n: number) =>
    void (await recordReports(ledger, run, caseId, [
      ready(LINES[n], { id: `r${n}`, outlet: `paper ${n}`, published: '2019-04-02' }),
    ]));
  return { ledger, caseId, add };
}

async function bodiesOf({ ledger, caseId }: { ledger: Ledger; caseId: number }): Promise<EventBody[]> {
  const bodies: EventBody[] = [];
  for await (const body of eventBodies(ledger.read, caseId)) bodies.push(body);
  return bodies;
}

async function anew(at: { ledger: Ledger; caseId: number }): Promise<EventBody[]> {
  await at.ledger.db.deleteFrom('reconciled').execute();
  await reconcileCase(at.ledger, createReconciler(none), at.caseId);
  return await bodiesOf(at);
}

test('one after the other, whatever the order, is as all at once', async () => {
  for (const order of [
    [0, 1, 2, 3, 4, 5],
    [5, 4, 3, 2, 1, 0],
    [3, 0, 5, 2, 1, 4],
  ]) {
    const at = await opened();
    const reconciler = createReconciler(none);
    for (const n of order) {
      await at.add(n);
      assert.equal(await isCurrent(at.ledger, reconciler, at.caseId), false);
      assert.equal((await reconcileCase(at.ledger, reconciler, at.caseId)).wasCurrent, false);
      assert.equal((await reconcileCase(at.ledger, reconciler, at.caseId)).wasCurrent, true);
    }
    const grown = await bodiesOf(at);
    assert.ok(grown.length >= 3);
    assert.deepEqual(await anew(at), grown);
    await at.ledger.close();
  }
});

test('a new report writes only the events it touches', async () => {
  const at = await opened();
  const reconciler = createReconciler(none);
  for (const n of [0, 2]) await at.add(n);
  await reconcileCase(at.ledger, reconciler, at.caseId);
  const ids = async () =>
    new Map((await at.ledger.read.selectFrom('events').select(['place', 'id']).execute()).map((row) => [row.place, row.id]));
  const before = await ids();
  await at.add(1);
  await reconcileCase(at.ledger, reconciler, at.caseId);
  const after = await ids();
  assert.equal(after.get('Susa'), before.get('Susa'));
  assert.notEqual(after.get('Baghouz'), before.get('Baghouz'));
  assert.equal(after.size, 2);
  await at.ledger.close();
});

test('a decision writes only the events it touches, and totals and suggestions that are as they were stay', async () => {
  const at = await opened();
  const { ledger, caseId } = at;
  const reconciler = createReconciler(none);
  for (const n of [0, 2, 5, 3]) await at.add(n);
  await at.add(4);
  await reconcileCase(ledger, reconciler, caseId);
  const ids = async () =>
    new Map((await ledger.read.selectFrom('events').select(['code', 'id']).execute()).map((row) => [row.code, row.id]));
  const before = await ids();
  const events = (await bodiesOf(at)).map(({ event }) => event);
  const marks = () => ledger.read.selectFrom('reconciled').select(['totals_mark', 'suggestions_mark']).executeTakeFirstOrThrow();
  const marked = await marks();
  await mergeEvents(ledger, [events[0].code, events[1].code], by, caseId);
  await reconcileCase(ledger, reconciler, caseId);
  const after = await ids();
  assert.equal(after.size, before.size - 1);
  assert.equal(after.get(events[2].code), before.get(events[2].code));
  assert.deepEqual((await marks()).totals_mark, marked.totals_mark);
  const grown = await bodiesOf(at);
  assert.deepEqual(await anew(at), grown);
  await ledger.close();
});

test('events that a person makes one are one whole, and take in a later report that fits either', async () => {
  const at = await opened();
  const { ledger, caseId } = at;
  const reconciler = createReconciler(none);
  const reports = async () => {
    await reconcileCase(ledger, reconciler, caseId);
    return (await bodiesOf(at)).map(({ event }) => event.reports.join(' ')).sort();
  };
  for (const n of [0, 3, 2, 4]) await at.add(n);
  assert.deepEqual(await reports(), ['r0 r3', 'r2 r4']);
  const [strike, shelling] = (await bodiesOf(at)).map(({ event }) => event.code);
  const id = await mergeEvents(ledger, [strike, shelling], by, caseId);
  assert.deepEqual(await reports(), ['r0 r2 r3 r4']);
  await at.add(1);
  assert.deepEqual(await reports(), ['r0 r1 r2 r3 r4']);
  await at.add(5);
  assert.deepEqual(await reports(), ['r0 r1 r2 r3 r4', 'r5']);
  const [first, second] = (await bodiesOf(at)).map(({ event }) => event.code);
  await mergeEvents(ledger, [first, second], by, caseId);
  assert.deepEqual(await reports(), ['r0 r1 r2 r3 r4 r5']);
  await undoDecision(ledger, id, by);
  assert.deepEqual((await reports()).length, 2);
  await ledger.close();
});

test('a decision, its undo, a new reading and a new version are all seen by a reconciler that remembers the case', async () => {
  const at = await opened();
  const { ledger, caseId } = at;
  const reconciler = createReconciler(none);
  const now = async () => {
    await reconcileCase(ledger, reconciler, caseId);
    const bodies = await bodiesOf(at);
    assert.deepEqual(await anew(at), bodies);
    return bodies.map(({ event }) => event);
  };
  for (const n of [0, 2, 5]) await at.add(n);
  const [one, two] = await now();
  const id = await mergeEvents(ledger, [one.code, two.code], by, caseId);
  assert.equal((await now()).length, 2);
  await undoDecision(ledger, id, by);
  assert.equal((await now()).length, 3);
  const run = await startRun(ledger, { engine: 'lines 2', data: 'none', what: 'reread' });
  const { id: report } = await ledger.read.selectFrom('reports').select('id').where('key', '=', 'r2').executeTakeFirstOrThrow();
  await recordReadings(ledger, run, [
    {
      report,
      reading: readLines(
        'r2',
        'paper 2',
        '2019-04-02',
        LINES[2].replace('Susa', 'Hajin').replace('shelling', 'mine').replace('03-01', '04-01'),
      ),
    },
  ]);
  assert.equal((await now()).length, 2);
  const changed = LINES[5].replace('7 civilian', '8 civilian');
  await recordReports(ledger, run, caseId, [ready(changed, { id: 'r5', outlet: 'paper 5', published: '2019-04-02' })]);
  const events = await now();
  assert.ok(events.some((event) => event.counts.some((count) => count.high === 8)));
  await ledger.close();
});

test('a code that was given out leads to its event after a merge, a split and another reading', async () => {
  const at = await opened();
  const { ledger, caseId } = at;
  const reconciler = createReconciler(none);
  for (const n of [0, 2]) await at.add(n);
  await reconcileCase(ledger, reconciler, caseId);
  const [strike, shelling] = (await bodiesOf(at)).map(({ event }) => event.code);
  const leads = async (code: string) => (await eventByCode(ledger.read, code, caseId))?.event.code ?? null;
  const id = await mergeEvents(ledger, [strike, shelling], by, caseId);
  await reconcileCase(ledger, reconciler, caseId);
  assert.equal(await leads(strike), await leads(shelling));
  await undoDecision(ledger, id, by);
  await reconcileCase(ledger, reconciler, caseId);
  assert.deepEqual([await leads(strike), await leads(shelling)], [strike, shelling]);
  const run = await startRun(ledger, { engine: 'lines 2', data: 'none', what: 'reread' });
  const { id: report } = await ledger.read.selectFrom('reports').select('id').where('key', '=', 'r0').executeTakeFirstOrThrow();
  const reading = readLines('r0', 'paper 0', '2019-04-02', LINES[0]);
  await recordReadings(ledger, run, [{ report, reading: { ...reading, claims: [{ ...reading.claims[0], id: 'another' }] } }]);
  await reconcileCase(ledger, reconciler, caseId);
  const now = await leads(strike);
  assert.ok(now !== null && now !== strike);
  assert.equal((await eventByCode(ledger.read, now, caseId))?.event.place?.name, 'Baghouz');
  // And once more, when that event changes.
  await at.add(1);
  await reconcileCase(ledger, reconciler, caseId);
  assert.equal((await eventByCode(ledger.read, strike, caseId))?.event.reports.length, 2);
  assert.equal(await leads('ISN-000000'), null);
  await ledger.close();
});
