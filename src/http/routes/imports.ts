/** `/api/imports`: runs of imports, and `/api/imports/{id}/stream`, which tells their progress as it happens. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { answer, json, pageOf, refused, shape, table, whole } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../problem.ts';

const COLUMNS = ['id', 'source', 'tool', 'at', 'state', 'done', 'total', 'kept', 'held', 'failed'];
const params = z.object({ id: z.coerce.number().int().min(1) });

const list = createRoute({
  method: 'get',
  path: '/api/imports',
  summary: 'Runs of imports, newest first.',
  request: { query: z.object({ format: z.enum(['json', 'csv']).default('json') }) },
  responses: { 200: table(pageOf('ImportRow', 'one run'), 'the runs') },
});
const one = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  summary: 'One run with everything that failed and why.',
  request: { params },
  responses: { 200: json(shape('ImportDetail', 'a run with its failures'), 'the run'), 404: refused('no such run') },
});

export function imports(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const items = await desk.imports();
    return answer(c, c.req.valid('query').format, whole(items), items, COLUMNS, 'imports');
  });
  app.openapi(one, async (c) => {
    const run = await desk.importRun(c.req.valid('param').id);
    if (run === null) throw new Refusal(404, 'ISN-H44', 'there is no such import');
    return c.json(run as any);
  });
  app.get('/api/imports/:id/stream', async (c) => {
    const id = Number(c.req.param('id'));
    const first = await desk.importRun(id);
    if (first === null) throw new Refusal(404, 'ISN-H44', 'there is no such import');
    return streamSSE(c, async (stream) => {
      let last = '';
      for (let run: typeof first | null = first; run !== null && !stream.aborted; run = await desk.importRun(id)) {
        const data = JSON.stringify(run);
        if (data !== last) await stream.writeSSE({ event: 'progress', data });
        last = data;
        if (run.state !== 'running') return;
        await stream.sleep(500);
      }
    });
  });
}
