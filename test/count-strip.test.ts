/** The count strip: one row for each independent chain, parts inside their whole, what was set aside beside what was used; and the axis. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countOfUses, figureUse } from '../src/claim/count.fixture.ts';
import type { FigureUse } from '../src/claim/count.ts';
import type { Origin } from '../src/claim/event.ts';
import type { Figure } from '../src/claim/reading.ts';
import { stripOf, ticksTo } from '../web/screens/event/strip.ts';

const origin = (key: string): Origin => ({ key, label: key, kind: 'named', carriers: [], outlets: [], claims: [], because: [] });
const [use, count] = [figureUse, countOfUses];
const figure = (low: number, partOf: number | null, who: Figure['who'] = 'unknown'): Figure => ({
  span: { start: 0, end: 1 },
  text: '',
  outcome: 'killed',
  who,
  group: null,
  low,
  high: low,
  mod: 'exact',
  partOf,
  scope: 'event',
  since: null,
});

test('reports that carry the same figure of one chain are one mark', () => {
  const strip = stripOf(count([use({}), use({ report: 'r2' }), use({ report: 'r3' })]), [origin('a')], () => undefined);
  assert.equal(strip.rows.length, 1);
  assert.deepEqual(strip.rows[0].mark.reports, ['r1', 'r2', 'r3']);
  assert.deepEqual(strip.rows[0].others, []);
});

test('the figure that is used leads, those set aside stand beside it, and a chain without any used comes last', () => {
  const figures = [
    use({ origin: 'b', aside: 'denied' }),
    use({ low: 4, high: 4, aside: 'superseded' }),
    use({ low: 3, high: 3 }),
  ];
  const { rows } = stripOf(count(figures), [origin('b'), origin('a')], () => undefined);
  assert.deepEqual(
    rows.map(({ origin: { key }, mark, others }) => [key, mark.low, mark.shape, others.map((other) => other.low)]),
    [
      ['a', 3, 'exact', [4]],
      ['b', 5, 'denied', []],
    ],
  );
});

test('a part lies inside its whole and is no mark; where the whole is not counted it is one', () => {
  const figures = [figure(13, null), figure(5, 0, 'combatant'), figure(3, 1, 'child')];
  const uses = figures.map((one, i) => use({ figure: i, low: one.low, high: one.high, aside: i === 0 ? null : 'part-of' }));
  const whole = stripOf(count(uses), [origin('a')], () => figures);
  assert.equal(whole.rows[0].mark.low, 13);
  assert.deepEqual(
    whole.rows[0].parts.map(({ low, depth }) => [low, depth]),
    [
      [5, 1],
      [3, 2],
    ],
  );
  const children = stripOf({ ...count([{ ...uses[2], aside: null }]), who: 'child' }, [origin('a')], () => figures);
  assert.deepEqual([children.rows[0].mark.low, children.rows[0].parts], [3, []]);
});

test('form says how sure: exact, at least, at most, about, a range', () => {
  const shapeOf = (more: Partial<FigureUse>) => stripOf(count([use(more)]), [origin('a')], () => undefined).rows[0].mark.shape;
  assert.equal(shapeOf({}), 'exact');
  assert.equal(shapeOf({ mod: 'at-least', high: null }), 'at-least');
  assert.equal(shapeOf({ mod: 'vague', high: null }), 'at-least');
  assert.equal(shapeOf({ mod: 'at-most', low: 0 }), 'at-most');
  assert.equal(shapeOf({ mod: 'about', high: 6 }), 'about');
  assert.equal(shapeOf({ mod: 'range', high: 9 }), 'range');
});

test('the axis begins at 0, reaches the largest figure and has few ticks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (most) => {
      const ticks = ticksTo(most);
      assert.equal(ticks[0], 0);
      assert.ok((ticks.at(-1) as number) >= most);
      assert.ok(ticks.length <= 7, `${ticks.length} ticks to ${most}`);
      assert.ok(ticks.every((tick) => Number.isInteger(tick)));
    }),
  );
});
