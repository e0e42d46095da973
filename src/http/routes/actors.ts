/** `/api/actors`: the registry of parties and outlets: neutral names in two languages, other names, names that take sides. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, pageOf, table, whole } from '../answer.ts';
import type { Desk } from '../desk.ts';

const COLUMNS = ['id', 'kind', 'country', 'ar', 'en', 'aliases', 'loaded'];

const list = createRoute({
  method: 'get',
  path: '/api/actors',
  summary: 'Actors and outlets of the registry.',
  request: { query: z.object({ format: z.enum(['json', 'csv']).default('json') }) },
  responses: { 200: table(pageOf('NamedRow', 'an actor or outlet'), 'the registry') },
});

export function actors(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, (c) => {
    const items = desk.named();
    const rows = items.map((row) => ({ ...row, loaded: row.loaded.map((name) => `${name.words} (${name.label})`) }));
    return answer(c, c.req.valid('query').format, whole(items), rows, COLUMNS, 'actors');
  });
}
