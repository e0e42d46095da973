/** A long import tells beforehand how many items it will have, as far as its bytes let it be known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listImports, openLedger } from '../ledger/index.ts';
import { ingest } from './ingest.ts';
import type { Sized } from './items.ts';
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
