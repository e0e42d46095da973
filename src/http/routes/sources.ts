/** `/api/sources`: who relies on whom, who denies, and how each outlet names the parties. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, shape, table } from '../answer.ts';
import type { Desk } from '../desk.ts';

const COLUMNS = ['key', 'label', 'reports', 'claims', 'cites', 'citedBy', 'denials'];

const list = createRoute({
  method: 'get',
  path: '/api/sources',
  summary: 'Outlets and sources with their relations: who cites whom, how often, and one claim as an example.',
  request: { query: z.object({ case: z.string().max(200).optional(), format: z.enum(['json', 'csv']).default('json') }) },
  responses: { 200: table(shape('Sources', 'sources and relations'), 'the sources') },
});

export function sources(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const found = await desk.sources(c.req.valid('query').case);
    return answer(c, c.req.valid('query').format, found, found.sources, COLUMNS, 'sources');
  });
}
