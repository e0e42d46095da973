import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Count, FigureUse } from '../claim/count.ts';
import { packed, unpacked } from './packed-counts.ts';

const use = (report: number, figure: number, more: Partial<FigureUse> = {}): FigureUse => ({
  report: `sha256:${report}`,
  claim: `c${report}`,
  figure,
  origin: `name:source ${report % 3}`,
  low: 5,
  high: 5,
  mod: 'exact',
  aside: null,
  why: { code: 'figure.used' },
  ...more,
});
const count = (figures: FigureUse[]): Count => ({
  outcome: 'killed',
  who: 'all',
  low: 5,
  best: null,
  high: null,
  policy: 'range',
  origins: 2,
  provisional: false,
  note: { code: 'figure.used' },
  figures,
});

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
