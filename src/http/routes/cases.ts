/** `/api/cases`: the collections that reports lie in. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, pageOf, table, whole } from '../answer.ts';
import type { Desk } from '../desk.ts';

const list = createRoute({
  method: 'get',
  path: '/api/cases',
  summary: 'Cases with their numbers of reports, claims and events.',
  request: { query: z.object({ format: z.enum(['json', 'csv']).default('json') }) },
  responses: { 200: table(pageOf('CaseRow', 'a case'), 'the cases') },
});

export function cases(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const items = await desk.cases();
    const page = whole(items);
    return answer(c, c.req.valid('query').format, page, items, ['name', 'reports', 'events', 'at', 'reconciling'], 'cases');
  });
}
