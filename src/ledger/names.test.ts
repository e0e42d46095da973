/** What a process remembers of names is small, whatever they were cut out of, and however many come. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { remember } from './names.ts';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;
const heap = (): number => {
  gc();
  return process.memoryUsage().heapUsed;
};

test('a name that is remembered does not keep the text that it stood in', () => {
  const known = new Map<string, number>();
  const before = heap();
  for (let i = 0; i < 60; i++) {
    const text = Buffer.alloc(1_000_000, `a name of some letters ${i}. `).toString('latin1');
    remember(known, new Map([[text.slice(2, 23 + String(i).length), i]]));
  }
  const grown = heap() - before;
  assert.equal(known.get('name of some letters 7'), 7);
  assert.ok(grown < 20_000_000, `${Math.round(grown / 1e6)} MB are held for ${known.size} names`);
});

test('however many names come, only so many are remembered', () => {
  const known = new Map<string, number>();
  for (let i = 0; i < 200_000; i += 1000) remember(known, new Map(Array.from({ length: 1000 }, (_, n) => [`n${i + n}`, i + n])));
  assert.ok(known.size <= 50_000, String(known.size));
  assert.equal(known.get('n199999'), 199_999);
});
