/** A long import tells beforehand how many items it will have, as far as its bytes let it be known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../claim/reading.ts';
import { itemsOf, listImports, openLedger, paceOf, type Received } from '../ledger/index.ts';
import { ready } from '../ledger/reading.fixture.ts';
import { ingest } from './ingest.ts';
import type { Item, Sized } from './items.ts';
import { totalAt } from './progress.ts';

const engine = { version: 'test', dataHash: 'none', read: () => assert.fail('there is nothing to read') };

/** Items that failed, 10 bytes each: 600 of them make three batches. */
async function* failing(): AsyncGenerator<Sized> {
  for (let i = 1; i <= 600; i += 1) {
    yield { item: { name: `${i}.txt`, report: null, fault: 'is empty' }, size: i * 10 };
  }
}

test('the marks of a running import carry the items to expect, those of a finished one the items there were', async () => {
  const ledger = await openLedger(':memory:');
  await ingest({ ledger, engine, items: failing(), caseName: 'c', source: 'test', totalSize: 8000 });
  const [{ state, done, total }] = await listImports(ledger);
  assert.deepEqual([state, done, total], ['finished', 600, 600]);
  const marks = await ledger.read.selectFrom('import_marks').select(['done', 'total']).orderBy('ord').execute();
  assert.deepEqual(
    marks.map((mark) => [mark.done, mark.total]),
    [
      [0, null],
      [0, null],
      [250, 800],
      [500, 800],
      [600, 600],
    ],
  );
});

test('without the size of the whole, nothing is foretold', () => {
  assert.deepEqual(
    [totalAt(5, 100, null), totalAt(0, 0, 100), totalAt(5, 0, 100), totalAt(50, 100, 90), totalAt(50, 100, 400)],
    [null, null, null, 50, 200],
  );
});

const received = (n: number): Received => {
  const { id, bytes, text, outlet, published, url, source, item, mediaType, tool } = ready(`line ${n}`, { id: `r${n}` });
  return { id, bytes, text, outlet, published, url, source, item, mediaType, tool };
};
const sized = (items: Item[]): Sized[] => items.map((item, i) => ({ item, size: i }));

test('each failure is noted with its stage; one that cannot be kept costs itself alone', async () => {
  const ledger = await openLedger(':memory:');
  const items: Item[] = [1, 2, 3].map((n) => ({ name: `${n}.txt`, report: received(n), fault: null }));
  // what no column takes
  (items[1].report as unknown as { mediaType: object }).mediaType = {};
  items.push({ name: '4.txt', report: received(4), fault: null });
  items.push({ name: '5.pdf', report: null, fault: 'is a damaged PDF document', stage: 'text' });
  items.push({ name: '6.png', report: null, fault: 'is a picture', isPassed: true });
  const read = ({ id }: { id?: string }): Reading => {
    if (id === 'r4') throw new Error('cannot be read');
    return ready('line 1', { id: id as string }).reading;
  };
  const result = await ingest({ ledger, engine: { ...engine, read }, items: sized(items), caseName: 'c', source: 'test' });
  const stages = { fetch: 0, open: 0, text: 1, read: 1, store: 1, unknown: 0 };
  assert.deepEqual([result.new, result.failed, result.passed, result.stages], [2, 3, 1, stages]);
  const [summary] = await listImports(ledger);
  assert.deepEqual([summary.stages, summary.counts.failed, summary.tool], [stages, 3, 'test']);
  const failed = await itemsOf(ledger, summary.id, 'failed');
  assert.deepEqual(
    failed.map(({ name, stage }) => [name, stage]),
    [
      ['2.txt', 'store'],
      ['4.txt', 'read'],
      ['5.pdf', 'text'],
    ],
  );
  assert.match(failed[0].reason ?? '', /^cannot be kept: /u);
  await ledger.close();
});

test('the pace of an import leaves out the time in which it was paused', async () => {
  let seconds = 0;
  const ledger = await openLedger(':memory:', { now: () => new Date(seconds * 1000).toISOString() });
  const { importId } = await ingest({ ledger, engine, items: [], caseName: 'c', source: 'test' });
  const mark = async (state: string, done: number, at: number) => {
    seconds = at;
    const last = await ledger.read
      .selectFrom('import_marks')
      .select((of) => of.fn.max('ord').as('ord'))
      .executeTakeFirstOrThrow();
    await ledger.db
      .insertInto('import_marks')
      .values({ import: importId, ord: last.ord + 1, state, done, total: null, at: ledger.now() })
      .execute();
  };
  await mark('running', 0, 10);
  await mark('running', 100, 20);
  await mark('paused', 100, 21);
  await mark('running', 100, 1000);
  await mark('finished', 200, 1009);
  assert.deepEqual(await paceOf(ledger, importId), { seconds: 20, rate: 10, recent: 10 });
  await ledger.close();
});
