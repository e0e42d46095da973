/** Two readings of one claim compared, and the agreement of many. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementOf, pairsOf, type ReadValues, type SecondReading } from './second-reading.ts';

const values = (more: Partial<ReadValues> = {}): ReadValues => ({
  isNone: false,
  type: 'shelling',
  stance: 'asserted',
  source: null,
  actor: [],
  recipient: [],
  place: null,
  begin: null,
  end: null,
  figures: [],
  ...more,
});
const reading = (first: Partial<ReadValues>, second: Partial<ReadValues>): SecondReading => ({
  first: values(first),
  values: values(second),
  firstBy: ['a'],
});
const agrees = (one: SecondReading, field: string) => pairsOf(one).find((pair) => pair.field === field)?.agrees;

test('names are one when their keys are, numbers in whatever order', () => {
  const [a, b] = [
    { text: 'SDF', key: 'actor:sdf' },
    { text: 'Syrian Democratic Forces', key: 'actor:sdf' },
  ];
  assert.equal(agrees(reading({ actor: [a] }, { actor: [b] }), 'actor'), true);
  assert.equal(agrees(reading({ actor: [{ text: 'x', key: 'x' }, a] }, { actor: [b] }), 'actor'), true);
  assert.equal(agrees(reading({ actor: [a] }, {}), 'actor'), false);
  assert.equal(agrees(reading({ source: a }, { source: { text: 'x', key: 'x' } }), 'source'), false);
  const [one, two] = [
    { outcome: 'killed', who: 'child', low: 2, high: 2 },
    { outcome: 'injured', who: 'unknown', low: 3, high: null },
  ] as const;
  assert.equal(agrees(reading({ figures: [one, two] }, { figures: [two, one] }), 'figures'), true);
  assert.equal(agrees(reading({ figures: [one, two] }, { figures: [one] }), 'figures'), false);
  assert.equal(agrees(reading({ begin: '2019-01-01' }, { begin: '2019-01-01', end: '2019-01-01' }), 'time'), true);
});

test('kappa: one for always, nothing beyond chance, and none where chance agrees always', () => {
  const kappa = (all: SecondReading[]) => agreementOf(all).find(({ field }) => field === 'type')?.kappa;
  const [air, ground] = [{ type: 'air-strike' }, { type: 'shelling' }] as const;
  assert.equal(kappa([reading(air, air), reading(ground, ground)]), 1);
  assert.equal(kappa([reading(air, air), reading(air, ground), reading(ground, air), reading(ground, ground)]), 0);
  assert.equal(kappa([reading(air, air)]), null);
  assert.equal(kappa([]), null);
  const [claim] = agreementOf([reading({}, { isNone: true }), reading({}, {})]);
  assert.deepEqual([claim.field, claim.readings, claim.agree], ['claim', 2, 1]);
});
