import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countOfUses, figureUse } from '../claim/count.fixture.ts';
import type { FigureUse } from '../claim/count.ts';
import { packed, unpacked } from './packed-counts.ts';

const use = (report: number, figure: number, more: Partial<FigureUse> = {}): FigureUse =>
  figureUse({ report: `sha256:${report}`, claim: `c${report}`, figure, origin: `name:source ${report % 3}`, ...more });
const count = countOfUses;

test('counts come out of the pack as they went in', () => {
  const counts = [
    count([use(1, 0), use(1, 1, { high: null, mod: 'at-least' }), use(2, 0, { origin: 'name:other' }), use(2, 0)]),
    count([use(2, 0, { aside: 'repeated', why: { code: 'figure.background', values: { n: 3 } } })]),
    count([use(2, 0, { aside: 'repeated', why: { code: 'figure.background', values: { n: 4 } } })]),
    count([]),
  ];
  assert.deepEqual(unpacked(JSON.parse(JSON.stringify(packed(counts)))), counts);
  assert.deepEqual(unpacked(packed([])), []);
});

test('what many figures share is told once', () => {
  const counts = ['killed', 'injured'].map(() => count(Array.from({ length: 500 }, (_, i) => use(i, 0))));
  const { sources, uses } = packed(counts);
  assert.equal(sources.length, 500);
  assert.equal(uses.length, 1);
  assert.ok(JSON.stringify(packed(counts)).length * 3 < JSON.stringify(counts).length);
});
