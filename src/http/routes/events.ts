/** `/api/events`: what several claims are about, with its counts under a named policy and where its sources contradict each other. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { sayBecause } from '../../claim/because.ts';
import type { Count } from '../../claim/count.ts';
import { answer, listQuery, pageOf, pagesOf, refused, shape, table } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { packed } from '../packed-counts.ts';
import { Refusal } from '../problem.ts';
import { CLAIM_COLUMNS, flatClaim } from './claims.ts';

const COLUMNS = [
  'code',
  'type',
  'place',
  'lat',
  'lon',
  'begin',
  'end',
  'grade',
  'reports',
  'origins',
  'killedLow',
  'killedHigh',
  'contested',
];
const FIGURE_COLUMNS = [
  'outcome',
  'who',
  'policy',
  'low',
  'best',
  'high',
  'origin',
  'report',
  'claim',
  'figureLow',
  'figureHigh',
  'mod',
  'aside',
  'why',
];

const MATRIX_COLUMNS = [
  'code',
  'type',
  'place',
  'begin',
  'origin',
  'label',
  'standing',
  'columns',
  'killedLow',
  'killedHigh',
  'carriers',
  'claim',
];
const RANGE_COLUMNS = ['policy', 'outcome', 'who', 'low', 'best', 'high', 'provisional', 'lowClaim', 'highClaim'];

const query = listQuery.extend({
  /** Words in the reports that speak of the event. */
  q: z.string().max(300).optional(),
  type: z.string().max(60).optional(),
  grade: z.string().max(30).optional(),
  contested: z.enum(['1']).optional(),
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
});

const list = createRoute({
  method: 'get',
  path: '/api/events',
  summary: 'Events, newest first. `claims=1`: with the claims that give both ends of the killed.',
  request: { query: query.extend({ claims: z.enum(['1']).optional() }) },
  responses: { 200: table(pageOf('EventRow', 'one event in a list'), 'a page of events') },
});
const matrix = createRoute({
  method: 'get',
  path: '/api/events/matrix',
  summary: 'The same events against the independent chains that speak of them: what each says, where it differs or denies.',
  request: { query },
  responses: { 200: table(pageOf('MatrixRow', 'one event with what each chain says'), 'a page of events and its columns') },
});
const one = createRoute({
  method: 'get',
  path: '/api/events/{code}',
  summary:
    'One event by its code or a code it had before: claims, independent origins, counts, contradictions, changes. As CSV: every figure behind its counts.',
  request: {
    params: z.object({ code: z.string().max(40) }),
    query: z.object({
      policy: z.string().max(40).optional(),
      case: z.string().max(200).optional(),
      format: z.enum(['json', 'csv']).default('json'),
    }),
  },
  responses: { 200: table(shape('EventDetail', 'an event with its claims'), 'the event'), 404: refused('no such event') },
});

const ranges = createRoute({
  method: 'get',
  path: '/api/events/{code}/ranges',
  summary: 'The counts of one event under every policy, without their figures.',
  request: {
    params: z.object({ code: z.string().max(40) }),
    query: z.object({ case: z.string().max(200).optional(), format: z.enum(['json', 'csv']).default('json') }),
  },
  responses: { 200: table(shape('Ranges', 'counts by policy'), 'the ranges'), 404: refused('no such event') },
});

const counts = createRoute({
  method: 'get',
  path: '/api/events/{code}/counts',
  summary: 'The counts of one event under one policy, with every figure behind them, without the rest of the event.',
  request: {
    params: z.object({ code: z.string().max(40) }),
    query: z.object({
      policy: z.string().max(40),
      packed: z
        .enum(['1'])
        .optional()
        .openapi({ description: '1: what many figures share is told once, as EventCountsPacked: a fifth of the size' }),
      case: z.string().max(200).optional(),
      format: z.enum(['json', 'csv']).default('json'),
    }),
  },
  responses: { 200: table(shape('EventCounts', 'counts under a policy'), 'the counts'), 404: refused('no such event') },
});

const claims = createRoute({
  method: 'get',
  path: '/api/events/{code}/claims',
  summary: 'All claims of one event that stand, page by page.',
  request: { params: z.object({ code: z.string().max(40) }), query: listQuery },
  responses: {
    200: table(pageOf('ClaimRow', 'one claim with its words and their span'), 'a page of claims'),
    404: refused('no such event'),
  },
});

export function events(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const { contested, claims, ...query } = c.req.valid('query');
    const isAsked = claims === '1';
    const pages = await pagesOf(c, query, (asked) =>
      desk.events({ ...asked, contested: contested === '1', withClaims: isAsked }),
    );
    const rows = pages.flatMap((page) => page.items.map(({ killedFrom, ...row }) => ({ ...row, ...killedFrom })));
    return answer(c, query.format, pages[0], rows, isAsked ? [...COLUMNS, 'lowClaim', 'highClaim'] : COLUMNS, 'events');
  });
  app.openapi(matrix, async (c) => {
    const { contested, ...query } = c.req.valid('query');
    const pages = await pagesOf(c, query, (asked) => desk.matrix({ ...asked, contested: contested === '1' }));
    const labels = new Map(pages.flatMap((page) => page.columns.map(({ key, label }) => [key, label])));
    const items = pages.flatMap((page) => page.items);
    const rows = items.flatMap(({ cells, code, type, place, begin }) =>
      cells.map(({ killed, ...cell }) => {
        const said = { killedLow: killed?.low, killedHigh: killed?.high };
        return { code, type, place, begin, label: labels.get(cell.origin), ...cell, ...said };
      }),
    );
    return answer(c, query.format, pages[0], rows, MATRIX_COLUMNS, 'matrix');
  });
  app.openapi(one, async (c) => {
    const { format, ...options } = c.req.valid('query');
    const detail = await desk.event(c.req.valid('param').code, options);
    if (detail === null) throw new Refusal(404, 'ISN-H44', 'no event has or had that code');
    const rows = figureRows(detail.event.counts);
    return answer(c, format, detail, rows, FIGURE_COLUMNS, detail.event.code);
  });
  app.openapi(counts, async (c) => {
    const { format, policy, packed: isPacked, case: inCase } = c.req.valid('query');
    const found = await desk.counts(c.req.valid('param').code, policy, inCase);
    if (found === null) throw new Refusal(404, 'ISN-H44', 'no event has or had that code');
    const body = isPacked ? { code: found.code, policy: found.policy, packed: packed(found.counts) } : found;
    return answer(c, format, body, figureRows(found.counts), FIGURE_COLUMNS, `${found.code}-${found.policy}`);
  });
  app.openapi(claims, async (c) => {
    const query = c.req.valid('query');
    const pages = await pagesOf(c, query, async (window) => {
      const page = await desk.eventClaims(c.req.valid('param').code, window);
      if (page === null) throw new Refusal(404, 'ISN-H44', 'no event has or had that code');
      return page;
    });
    const rows = pages.flatMap((page) => page.items.map(flatClaim));
    return answer(c, query.format, pages[0], rows, CLAIM_COLUMNS, `${pages[0].code}-claims`);
  });
  app.openapi(ranges, async (c) => {
    const { format, case: inCase } = c.req.valid('query');
    const found = await desk.ranges(c.req.valid('param').code, inCase);
    if (found === null) throw new Refusal(404, 'ISN-H44', 'no event has or had that code');
    return answer(c, format, found, found.ranges, RANGE_COLUMNS, `${found.code}-ranges`);
  });
}

/** A row for every figure behind the counts. */
function figureRows(list: readonly Count[]): Record<string, any>[] {
  return list.flatMap(({ figures, outcome, who, policy, low, best, high }) =>
    figures.map((f) => ({
      ...f,
      why: sayBecause(f.why, 'en'),
      outcome,
      who,
      policy,
      low,
      best,
      high,
      figureLow: f.low,
      figureHigh: f.high,
    })),
  );
}
