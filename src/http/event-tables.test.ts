/** Tables of an event: chains with their carriers, the matrix as most of them and each of them say, what changed, what was compared. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { COLUMNS } from '../claim/contradiction.ts';
import type { ClaimRow, EventDetail } from './client.ts';
import { carrierRows, changeRows, comparedRows, flatStanding, sentences, standingRows } from './event-tables.ts';

const silent = Object.fromEntries(COLUMNS.map((column) => [column, { standing: 'silent', says: [] as string[] }]));
const detail = {
  event: {
    code: 'ISN-000001',
    reports: ['r1', 'r2', 'r3'],
    origins: [
      {
        key: 'actor:one',
        label: 'One',
        kind: 'named',
        carriers: ['r1', 'r2'],
        claims: ['r1/a', 'r2/b'],
        because: [{ code: 'origin.named', values: { source: 'One' } }],
      },
      { key: 'report:r3', label: 'Three', kind: 'own-voice', carriers: ['r3'], claims: ['r3/c'], because: [] },
    ],
  },
  contradictions: {
    event: 'ISN-000001',
    consensus: { ...Object.fromEntries(COLUMNS.map((column) => [column, []])), where: ['here'] },
    rows: [
      {
        origin: 'actor:one',
        label: 'One',
        carriers: 2,
        cells: { ...silent, 'how-many': { standing: 'differ', says: ['killed all 3', 'killed all 4'] } },
      },
    ],
    contested: ['how-many'],
  },
  changes: [
    {
      event: 'ISN-000001',
      origin: 'actor:one',
      report: 'r2',
      day: '2019-02-12',
      column: 'how-many',
      before: ['3'],
      after: ['4'],
    },
  ],
  suggestions: [
    {
      other: { code: 'ISN-000002' },
      left: 'r1/a',
      right: 'r9/z',
      because: [
        { feature: 'time', score: 1, left: '2019-02-11', right: '2019-02-11' },
        { feature: 'place', score: 0.5, left: 'here', right: 'near' },
      ],
    },
  ],
} as unknown as EventDetail;

test('the matrix begins with what most say, and every cell names its standing', () => {
  const [most, one] = standingRows(detail);
  assert.deepEqual([most.origin, most.carriers, most.cells.where], [null, 3, { standing: null, says: ['here'] }]);
  assert.equal(one.claim, 'r1/a');
  const flat = flatStanding(one);
  assert.deepEqual(flat['how-many'], ['killed all 3', 'killed all 4']);
  assert.deepEqual([flat['how-many standing'], flat['where standing'], flat.label], ['differ', 'silent', 'One']);
  assert.deepEqual(standingRows({ ...detail, contradictions: null }), []);
});

test('every carrier of a chain has a row, with its outlet and the way to its words', () => {
  const claims = [{ report: 'r2', outlet: '=Two', published: '2019-02-12' }] as unknown as ClaimRow[];
  const rows = carrierRows(detail, claims);
  assert.deepEqual(
    rows.map(({ origin, report, outlet, claim }) => [origin, report, outlet, claim]),
    [
      ['actor:one', 'r1', null, 'r1/a'],
      ['actor:one', 'r2', '=Two', 'r2/b'],
      ['report:r3', 'r3', null, 'r3/c'],
    ],
  );
  assert.match(sentences(rows[0].because)[0], /One/);
});

test('changes and comparisons have one row each', () => {
  assert.deepEqual(
    changeRows(detail).map(({ label, before, after }) => [label, before, after]),
    [['One', ['3'], ['4']]],
  );
  assert.deepEqual(
    comparedRows(detail).map(({ other, feature, score, here, there }) => [other, feature, score, here, there]),
    [
      ['ISN-000002', 'time', 1, '2019-02-11', '2019-02-11'],
      ['ISN-000002', 'place', 0.5, 'here', 'near'],
    ],
  );
});
