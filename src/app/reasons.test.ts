/** Reasons that are one reason are counted together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupedReasons } from './reasons.ts';

test('numbers and quoted words make no other reason', () => {
  const of = (...reasons: string[]) => groupedReasons(reasons.map((reason) => ({ reason })));
  assert.deepEqual(of('is encrypted', 'published "x" can be read as no one day', 'published "y" can be read as no one day'), [
    { reason: 'published "…" can be read as no one day', n: 2 },
    { reason: 'is encrypted', n: 1 },
  ]);
  assert.deepEqual(of('answered with 404', 'answered with 503'), [{ reason: 'answered with #', n: 2 }]);
  assert.deepEqual(of('has no column; its columns are a, b', 'has no column; its columns are c'), [
    { reason: 'has no column; its columns are …', n: 2 },
  ]);
  assert.deepEqual(of(), []);
});
