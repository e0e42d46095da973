import assert from 'node:assert/strict';
import { test } from 'node:test';
import { particle } from './features.ts';
import { type Entry, FormIndex } from './form-index.ts';

const noun = { ...particle, pos: 'noun' as const };
const entry = (sense: number, strict: string, rest = '', features = particle): Entry => ({ sense, features, strict, rest });

test('forms of a key come in the order they were added, equal ones once', () => {
  const index = new FormIndex();
  index.add('ab', entry(1, 'aB'));
  index.add('ba', entry(2, 'ba'));
  index.add('ab', entry(3, 'ab', 'cd e'));
  index.add('ab', entry(1, 'aB'));
  index.add('ab', entry(1, 'aB', '', noun));
  index.add('ab', entry(1, 'ab'));
  assert.deepEqual(index.entries(index.keyOf('ab'), 'ab'), [
    entry(1, 'aB'),
    entry(3, 'ab', 'cd e'),
    entry(1, 'aB', '', noun),
    entry(1, 'ab'),
  ]);
  assert.equal(index.keyOf('a'), -1);
  assert.equal(index.keyOf(''), -1);
});

test('what is stored and read back finds the same, through every growth of the columns', () => {
  const index = new FormIndex();
  for (let n = 0; n < 150_000; n++) index.add(`k${n % 90_000}`, entry(n, `K${n}`));
  const again = new FormIndex(index.columns());
  for (let k = 0; k < 90_000; k += 977) {
    const key = `k${k}`;
    const senses = again.entries(again.keyOf(key), key).map((e) => [e.sense, e.strict]);
    assert.deepEqual(senses, k < 60_000 ? [[k, `K${k}`], [k + 90_000, `K${k + 90_000}`]] : [[k, `K${k}`]]); // biome-ignore format: one case a line
  }
});
