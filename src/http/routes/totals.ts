/** `/api/totals`: running totals ("since 1 December, 1,200 left") against the events inside their period. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, listQuery, shape, table } from '../answer.ts';
import type { Desk } from '../desk.ts';

const COLUMNS = [
  'id',
  'origin',
  'outcome',
  'who',
  'group',
  'since',
  'place',
  'until',
  'low',
  'high',
  'mod',
  'increment',
  'report',
  'claim',
  'sumLow',
  'sumHigh',
  'remainderLow',
  'remainderHigh',
  'overlap',
  'rule',
];

const PART_COLUMNS = ['id', 'origin', 'outcome', 'who', 'since', 'event', 'type', 'place', 'begin', 'end', 'low', 'high', 'rule'];
const MOVED_COLUMNS = [
  'id',
  'origin',
  'outcome',
  'who',
  'since',
  'event',
  'beforeLow',
  'beforeHigh',
  'low',
  'high',
  'lowClaim',
  'highClaim',
  'rule',
];

const list = createRoute({
  method: 'get',
  path: '/api/totals',
  summary:
    'Running totals, never added to events: what was claimed, the sum of the events inside, the remainder and the overlap.',
  request: {
    query: listQuery.extend({
      limit: listQuery.shape.limit.default(200),
      policy: z.string().max(40).optional().openapi({ description: 'counting rule for the events inside' }),
      table: z
        .enum(['points', 'parts', 'moved'])
        .default('points')
        .openapi({ description: 'which table, as CSV; moved: events that the rule counts otherwise' }),
    }),
  },
  responses: { 200: table(shape('TotalsAnswer', 'running totals and the policy of their parts'), 'the totals') },
});

export function totals(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const { format, table: wanted, ...window } = c.req.valid('query');
    const found = await desk.totals(window);
    for (let last = found; format === 'csv' && last.next !== null; found.totals.push(...last.totals))
      last = await desk.totals({ ...window, after: last.next });
    if (wanted === 'parts') {
      const parts = found.totals.flatMap((total) => total.parts.map((part) => ({ ...total, ...part })));
      return answer(c, format, found, parts, PART_COLUMNS, 'totals-events');
    }
    if (wanted === 'moved') {
      const moved = found.totals.flatMap((total) =>
        total.moved.map(({ before, after, ...part }) => {
          return { ...total, ...part, beforeLow: before.low, beforeHigh: before.high, ...after };
        }),
      );
      return answer(c, format, found, moved, MOVED_COLUMNS, 'totals-moved');
    }
    const rows = found.totals.flatMap((total) => total.points.map((point) => ({ ...total, ...point })));
    return answer(c, format, found, rows, COLUMNS, 'totals');
  });
}
