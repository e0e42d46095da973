/** A case on disk gives the same events, byte for byte, as one in memory, whether its reports come at once or one by one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../engine/index.ts';
import { eventsOf, openCollection, type ReconcileInput, reconcile, reconcileInput } from '../reconcile/index.ts';
import { diskShelf } from './disk-shelf.ts';
import { sampleReports } from './sample-case.ts';

const engine = createEngine();
const inputs = sampleReports().map((report): ReconcileInput => {
  return reconcileInput(engine.read({ ...report, id: report.id as string }), report.text, { report: report.id as string });
});

test('on disk as in memory', () => {
  const shelf = diskShelf();
  const collection = openCollection({ shelf });
  for (const [n, input] of inputs.entries()) {
    collection.add(input);
    // asked for in between, so that groups are taken apart and made anew
    if (n % 3 !== 0 && n !== inputs.length - 1) continue;
    assert.equal(JSON.stringify(eventsOf(collection)), JSON.stringify(reconcile(inputs.slice(0, n + 1))));
  }
  shelf.close();
});

test('what was never put is missed by name', () => {
  const shelf = diskShelf();
  assert.throws(() => shelf.get('2020-01-01|x|0000'), /there is no happening/u);
  assert.deepEqual(shelf.near(['place']), []);
  assert.equal(shelf.kept(1), undefined);
  shelf.close();
});
