/** `/api/claims` and `/api/search`: claims by what they say, with counts of every facet, and by words in Arabic or English. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, listQuery, pageOf, table } from '../answer.ts';
import type { ClaimRow } from '../client.ts';
import type { Desk } from '../desk.ts';

const COLUMNS = [
  'key',
  'report',
  'outlet',
  'published',
  'start',
  'end',
  'quote',
  'type',
  'stance',
  'chain',
  'actor',
  'recipient',
  'place',
  'day',
  'figures',
  'event',
  'review',
];
const word = z.string().max(300).optional();

const list = createRoute({
  method: 'get',
  path: '/api/claims',
  summary:
    'Claims of every kept report, by type, outlet, source, actor, place, stance and day. Rejected ones only with `review=rejected`.',
  request: {
    query: listQuery.extend({
      q: word,
      type: word,
      outlet: word,
      stance: word,
      source: word,
      actor: word,
      place: word,
      from: word,
      to: word,
      review: z.enum(['accepted', 'rejected', 'edited', 'unsure', 'unreviewed']).optional(),
    }),
  },
  responses: { 200: table(pageOf('ClaimRow', 'one claim with its words and their span'), 'a page of claims with facets') },
});
const find = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Reports that hold these words, whatever their spelling or prefixes; `forms` are the words that were looked for.',
  request: { query: listQuery.extend({ q: z.string().max(300) }) },
  responses: { 200: table(pageOf('SearchHit', 'a stretch of a report and the words in it that matched'), 'a page of claims') },
});

export function claims(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const { format, ...query } = c.req.valid('query');
    const page = await desk.claims(query);
    return answer(c, format, page, page.items.map(flatClaim), COLUMNS, 'claims');
  });
  app.openapi(find, async (c) => {
    const { format, q, ...window } = c.req.valid('query');
    const page = await desk.search(q, window);
    return answer(
      c,
      format,
      page,
      page.items.map((hit) => ({ ...hit, quote: hit.snippet.text, start: hit.snippet.start })),
      ['report', 'outlet', 'published', 'start', 'quote'],
      'search',
    );
  });
}

export function flatClaim(row: ClaimRow): Record<string, any> {
  return { ...row, ...row.span, figures: row.figures.map((f) => `${f.outcome} ${f.who} ${f.mod} ${f.low}-${f.high ?? ''}`) };
}
