/** Long lists of names: every name is counted, and the time grows no faster than the list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';

const engine = createEngine();
const listOf = (count: number): string =>
  `أسماء شهداء القصف على سرمين:\n${Array.from({ length: count }, (_, n) => `${n + 1}- نادر سليم الحمود (${n % 70} عاما)`).join('\n')}`;

const killed = (count: number): number | null => {
  const { claims } = engine.read({ text: listOf(count), published: '2021-06-10' });
  return claims[0]?.event.figures[0]?.low ?? null;
};

test('two hundred names are two hundred people', () => {
  assert.equal(killed(200), 200);
});

test('ten times the names take no more than about ten times as long', () => {
  const time = (count: number): number => {
    const begin = performance.now();
    assert.equal(killed(count), count);
    return performance.now() - begin;
  };
  time(2000);
  const short = Math.max(Math.min(time(2000), time(2000)), 5);
  assert.ok(Math.min(time(20_000), time(20_000)) < short * 60, 'a hundred times as long would be quadratic');
});
