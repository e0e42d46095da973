/** `/api/sources`: who relies on whom, who denies, and how each outlet names the parties. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, shape, table } from '../answer.ts';
import type { Desk } from '../desk.ts';

const RELATION_COLUMNS = ['from', 'to', 'count', 'report', 'claim'];
const NAMING_COLUMNS = ['key', 'source', 'label', 'neutral', 'count', 'report', 'claim'];
const COLUMNS = ['key', 'label', 'reports', 'claims', 'cites', 'citedBy', 'denials'];

const list = createRoute({
  method: 'get',
  path: '/api/sources',
  summary: 'Outlets and sources with their relations: who cites whom, how often, and one claim as an example.',
  request: {
    query: z.object({
      case: z.string().max(200).optional(),
      format: z.enum(['json', 'csv']).default('json'),
      table: z.enum(['sources', 'relations', 'naming']).default('sources').openapi({ description: 'which table, as CSV' }),
    }),
  },
  responses: { 200: table(shape('Sources', 'sources and relations'), 'the sources') },
});

export function sources(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const found = await desk.sources(c.req.valid('query').case);
    const { format, table: wanted } = c.req.valid('query');
    if (wanted === 'relations') return answer(c, format, found, found.relations, RELATION_COLUMNS, 'relations');
    if (wanted === 'sources') return answer(c, format, found, found.sources, COLUMNS, 'sources');
    const naming = found.sources.flatMap(({ key, label: source, naming }) => naming.map((one) => ({ key, source, ...one })));
    return answer(c, format, found, naming, NAMING_COLUMNS, 'naming');
  });
}
