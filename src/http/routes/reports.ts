/** `/api/reports`: reports that are kept, and `POST /api/keep`, which keeps one. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, json, listQuery, pageOf, pagesOf, refused, shape, table } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../problem.ts';
import { reportInput } from './readings.ts';

const COLUMNS = ['id', 'outlet', 'published', 'headline', 'claims', 'sha256', 'kept'];
const CLAIM_COLUMNS = [
  'id',
  'start',
  'end',
  'quote',
  'chain',
  'stance',
  'reality',
  'type',
  'actor',
  'recipient',
  'place',
  'lat',
  'lon',
  'day',
  'figures',
];

const list = createRoute({
  method: 'get',
  path: '/api/reports',
  summary: 'Reports that are kept, newest first.',
  request: { query: listQuery },
  responses: { 200: table(pageOf('ReportRow', 'one report in a list'), 'a page of reports') },
});
const one = createRoute({
  method: 'get',
  path: '/api/reports/{id}',
  summary: 'One report: its text, its reading, its custody and what people decided. As CSV: its claims.',
  request: {
    params: z.object({ id: z.string().max(4000) }),
    query: z.object({ case: z.string().max(200).optional(), format: z.enum(['json', 'csv']).default('json') }),
  },
  responses: { 200: table(shape('ReportDetail', 'a report with its reading'), 'the report'), 404: refused('no such report') },
});
const keep = createRoute({
  method: 'post',
  path: '/api/keep',
  summary: 'Keeps a report and its reading in the ledger. A report that is held already is not kept twice.',
  request: {
    body: {
      content: {
        'application/json': {
          schema: reportInput
            .extend({
              case: z.string().max(200).optional(),
              url: z
                .url({ protocol: /^https?$/ })
                .max(2000)
                .nullish(),
            })
            .openapi('KeepInput'),
        },
      },
    },
  },
  responses: {
    200: json(shape('Kept', 'id of the report, and whether it was held before'), 'kept'),
    422: refused('a field is missing or wrong'),
  },
});

export function reports(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const query = c.req.valid('query');
    const pages = await pagesOf(c, query, desk.reports);
    const rows = pages.flatMap((page) => page.items);
    return answer(c, query.format, pages[0], rows, COLUMNS, 'reports');
  });
  app.openapi(one, async (c) => {
    const report = await desk.report(c.req.valid('param').id, c.req.valid('query').case);
    if (report === null) throw new Refusal(404, 'ISN-H44', 'there is no report with that id');
    const { text } = report;
    const rows = report.reading.claims.map(({ id, content, attribution, stance, reality, event }) => {
      const at = event.places.find((place) => place.role === 'at') ?? event.places[0];
      return {
        id,
        ...content,
        quote: text.slice(content.start, content.end),
        chain: attribution.map((hop) => hop.name),
        stance,
        reality,
        type: event.type,
        actor: event.actor.map((mention) => mention.name),
        recipient: event.recipient.map((mention) => mention.name),
        place: at?.name,
        lat: at?.resolved?.lat,
        lon: at?.resolved?.lon,
        day: event.time?.value,
        figures: event.figures.map((f) => `${f.outcome} ${f.who} ${f.mod} ${f.low}-${f.high ?? ''}`),
      };
    });
    return answer(c, c.req.valid('query').format, report, rows, CLAIM_COLUMNS, 'claims');
  });
  app.openapi(keep, async (c) => c.json((await desk.keep(c.req.valid('json'))) as any));
}
