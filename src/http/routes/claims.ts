/** `/api/claims` and `/api/search`: claims by what they say, with counts of every facet, and by words in Arabic or English. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, listQuery, pageOf, pagesOf, table } from '../answer.ts';
import type { ClaimRow } from '../client.ts';
import type { Desk } from '../desk.ts';

export const CLAIM_COLUMNS = [
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
  'how',
];
const ALIKE_COLUMNS = ['type', 'how', 'count', 'key', 'quote'];
const word = z.string().max(300).optional();
const query = listQuery.extend({
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
});

const list = createRoute({
  method: 'get',
  path: '/api/claims',
  summary:
    'Claims of every kept report, by type, outlet, source, actor, place, stance and day. Rejected ones only with `review=rejected`. `how`: only those that this rule read, of the newest that fit.',
  request: { query: query.extend({ how: word }) },
  responses: { 200: table(pageOf('ClaimRow', 'one claim with its words and their span'), 'a page of claims with facets') },
});
const alike = createRoute({
  method: 'get',
  path: '/api/claims/alike',
  summary:
    'The same claims in groups that were read alike: of one type, by one rule; for deciding on them together. The newest claims are looked through.',
  request: { query },
  responses: { 200: table(pageOf('AlikeGroup', 'claims that were read alike, with the newest of them'), 'a page of groups') },
});
const facet = createRoute({
  method: 'get',
  path: '/api/claims/facets',
  summary: 'The values of one facet of the same claims, the commonest first, with their counts.',
  request: { query: query.extend({ name: z.enum(['type', 'outlet', 'stance', 'source', 'actor', 'place']).default('source') }) },
  responses: { 200: table(pageOf('FacetValue', 'a value and its count'), 'a page of values') },
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
    const query = c.req.valid('query');
    const pages = await pagesOf(c, query, desk.claims);
    const rows = pages.flatMap((page) => page.items.map(flatClaim));
    return answer(c, query.format, pages[0], rows, CLAIM_COLUMNS, 'claims');
  });
  app.openapi(alike, async (c) => {
    const query = c.req.valid('query');
    const pages = await pagesOf(c, query, desk.alike);
    const groups = pages.flatMap((page) => page.items);
    const rows = groups.map(({ first, ...group }) => ({ ...group, key: first.key, quote: first.quote }));
    return answer(c, query.format, pages[0], rows, ALIKE_COLUMNS, 'alike');
  });
  app.openapi(facet, async (c) => {
    const { name, ...query } = c.req.valid('query');
    const pages = await pagesOf(c, query, (asked) => desk.facet(name, asked));
    const values = pages.flatMap((page) => page.items);
    return answer(c, query.format, pages[0], values, ['value', 'count', 'label'], name);
  });
  app.openapi(find, async (c) => {
    const { q, ...query } = c.req.valid('query');
    const pages = await pagesOf(c, query, (window) => desk.search(q, window));
    const hits = pages.flatMap((page) => page.items);
    return answer(
      c,
      query.format,
      pages[0],
      hits.map((hit) => ({ ...hit, quote: hit.snippet.text, start: hit.snippet.start })),
      ['report', 'outlet', 'published', 'start', 'quote'],
      'search',
    );
  });
}

export function flatClaim(row: ClaimRow): Record<string, any> {
  return { ...row, ...row.span, figures: row.figures.map((f) => `${f.outcome} ${f.who} ${f.mod} ${f.low}-${f.high ?? ''}`) };
}
