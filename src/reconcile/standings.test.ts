/** Contradictions, changes and running totals, on claims written as lines. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconciledLines, type Told } from './lines.fixture.ts';

const told = (report: string, published: string, ...lines: string[]): Told => ({
  report,
  outlet: `paper ${report}`,
  published,
  lines,
});
const strike = (source: string, n: number, who = 'civilian') =>
  `${source}: ${n} ${who} killed at Baghouz on 2019-02-11 [air-strike]`;

test('one origin alone contradicts nobody, however many carry it', () => {
  const { events } = reconciledLines(told('a', '2019-02-12', strike('sana', 4)), told('b', '2019-02-12', strike('sana', 4)));
  assert.equal(events.length, 1);
  assert.equal(events[0].contradictions, null);
});

test('two against one: the majority is the consensus and the third differs; equal camps leave no consensus', () => {
  const three = reconciledLines(
    told('a', '2019-02-12', strike('sana', 4)),
    told('b', '2019-02-12', strike('sohr', 4)),
    told('c', '2019-02-12', strike('snhr', 9)),
  );
  const rows = Object.fromEntries(
    three.events[0].contradictions?.rows.map((row) => [row.origin, row.cells['how-many'].standing]) ?? [],
  );
  assert.deepEqual(rows, { 'outlet:sana': 'agree', 'outlet:sohr': 'agree', 'outlet:snhr': 'differ' });
  assert.deepEqual(three.events[0].contradictions?.consensus['how-many'], ['killed civilian 4']);
  const two = reconciledLines(told('a', '2019-02-12', strike('sana', 4)), told('b', '2019-02-12', strike('sohr', 9)));
  assert.deepEqual(two.events[0].contradictions?.consensus['how-many'], []);
  assert.deepEqual(two.events[0].contradictions?.contested, ['how-many']);
});

test('at least four does not contradict nine; civilians do not contradict combatants', () => {
  const open: Told = {
    ...told('b', '2019-02-12', strike('sohr', 4)),
    change: (claim) => Object.assign(claim.event.figures[0], { high: null, mod: 'at-least' }),
  };
  assert.deepEqual(reconciledLines(told('a', '2019-02-12', strike('sana', 9)), open).events[0].contradictions?.contested, []);
  const groups = reconciledLines(
    told('a', '2019-02-12', strike('sana', 9)),
    told('b', '2019-02-12', strike('sohr', 4, 'combatant')),
  );
  assert.deepEqual(groups.events[0].contradictions?.contested, []);
});

test('another registered actor is a contradiction, unknown gunmen are none', () => {
  const by = (entity: string | null): Told => ({
    ...told('b', '2019-02-12', strike('sohr', 4)),
    change: (claim) => Object.assign(claim.event.actor[0], { entity, name: 'gunmen' }),
  });
  assert.deepEqual(
    reconciledLines(told('a', '2019-02-12', strike('sana', 4)), by('actor:islamic-state')).events[0].contradictions?.contested,
    ['who'],
  );
  assert.deepEqual(reconciledLines(told('a', '2019-02-12', strike('sana', 4)), by(null)).events[0].contradictions?.contested, []);
});

test('a denial denies, and does not count', () => {
  const denial: Told = {
    ...told('b', '2019-02-12', strike('sdf', 4)),
    change: (claim) => Object.assign(claim, { stance: 'denied' }),
  };
  const [{ event, contradictions }] = reconciledLines(told('a', '2019-02-12', strike('sana', 4)), denial).events;
  assert.deepEqual(contradictions?.contested, ['what', 'stance']);
  assert.equal(event.counts.find((count) => count.who === 'all')?.origins, 1);
});

test('what changed: a toll that rose, not a carrier that repeats; on its day', () => {
  const { events } = reconciledLines(
    told('a', '2019-02-12', strike('sana', 4)),
    told('b', '2019-02-13', strike('sana', 4)),
    told('c', '2019-02-14', strike('sana', 7)),
  );
  const changes = events[0].changes.map(({ day, before, after }) => [day, before.join(), after.join()]);
  assert.deepEqual(changes, [
    ['2019-02-12', '', 'killed civilian 4'],
    ['2019-02-14', 'killed civilian 4', 'killed civilian 7'],
  ]);
});

const total = (source: string, n: number, day: string, since = '2019-01-01') =>
  `${source}: ${n} civilian killed at Baghouz on ${day} [toll] since ${since}`;

test('a running total is a series per source, with increments; carriers of one point add none', () => {
  const { totals, events } = reconciledLines(
    told('a', '2019-02-10', total('sohr', 100, '2019-02-10')),
    told('b', '2019-02-10', total('sohr', 100, '2019-02-10')),
    told('c', '2019-02-20', total('sohr', 130, '2019-02-20')),
    told('d', '2019-02-20', total('snhr', 90, '2019-02-20')),
  );
  assert.equal(events.length, 0);
  const series = totals.map(({ origin, points }) => [origin, points.map(({ low, increment }) => [low, increment])]);
  assert.deepEqual(series, [
    ['outlet:snhr', [[90, null]]],
    [
      'outlet:sohr',
      [
        [100, null],
        [130, 30],
      ],
    ],
  ]);
});

test('events inside the period are its parts; outside it they are not; what is too much is overlap', () => {
  const { totals } = reconciledLines(
    told('a', '2019-02-12', strike('sana', 4)),
    told('b', '2018-06-02', '9 civilian killed at Baghouz on 2018-06-01 [air-strike]'),
    told('c', '2019-02-20', total('sohr', 10, '2019-02-20')),
    told('d', '2019-02-20', total('snhr', 3, '2019-02-20')),
  );
  const [snhr, sohr] = totals;
  assert.deepEqual(
    [sohr.parts.length, sohr.sumLow, sohr.sumHigh, sohr.remainderLow, sohr.remainderHigh, sohr.overlap],
    [1, 4, 4, 6, 6, 0],
  );
  assert.deepEqual([snhr.remainderLow, snhr.remainderHigh, snhr.overlap], [0, 0, 1]);
});
