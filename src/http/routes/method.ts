/** `/api/method`: how things are counted here: engine and data, policies in words, measured quality. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { json, shape } from '../answer.ts';
import type { Desk } from '../desk.ts';

const one = createRoute({
  method: 'get',
  path: '/api/method',
  summary: 'Engine and data versions, counting policies in words, measured scores.',
  responses: { 200: json(shape('Method', 'the method'), 'the method') },
});

export function method(app: OpenAPIHono, desk: Desk): void {
  app.openapi(one, async (c) => c.json((await desk.method()) as any));
}
