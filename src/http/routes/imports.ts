/** `/api/imports`: runs of imports, how they are started and steered, and `/api/imports/{id}/stream`, which tells their progress as it happens. */
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
  summary: 'One run with everything that failed and why. As CSV: what failed.',
  request: { params, query: z.object({ format: z.enum(['json', 'csv']).default('json') }) },
  responses: { 200: table(shape('ImportDetail', 'a run with its failures'), 'the run'), 404: refused('no such run') },
});

const started = json(shape('ImportId', 'number of the run'), 'started');
const upload = createRoute({
  method: 'post',
  path: '/api/uploads',
  summary: 'A place for files that are to be imported. Send them in pieces to `/api/uploads/{upload}?name=&offset=`, as octets.',
  request: { body: { content: { 'application/json': { schema: z.object({}) } } } },
  responses: { 200: json(shape('UploadId', 'where to send them'), 'the place') },
});
const start = createRoute({
  method: 'post',
  path: '/api/imports',
  summary: 'Imports the files of an upload into a case, in a process of its own; `/api/imports/{id}/stream` tells how far it is.',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z
            .object({
              upload: z.string().max(40),
              case: z.string().trim().min(1).max(200).optional(),
              outlet: z.string().trim().max(200).optional(),
              columns: z
                .string()
                .trim()
                .max(2000)
                .regex(/^[^=,]+=[^=,]+(?:,[^=,]+=[^=,]+)*$/u)
                .optional()
                .openapi({ description: 'which column of a table holds which field: text=Body,published=Date' }),
            })
            .openapi('NewImport'),
        },
      },
    },
  },
  responses: { 200: started, 404: refused('no such upload'), 409: refused('too many run already') },
});
const steer = createRoute({
  method: 'post',
  path: '/api/imports/{id}/steer',
  summary: 'Pauses, continues (`running`) or cancels a run after the batch at hand; nothing that was taken in is lost.',
  request: {
    params,
    body: { content: { 'application/json': { schema: z.object({ to: z.enum(['paused', 'running', 'cancelled']) }) } } },
  },
  responses: {
    200: json(shape('ImportState', 'the state that holds now'), 'done'),
    404: refused('no such run'),
    409: refused('it has ended'),
  },
});
const retry = createRoute({
  method: 'post',
  path: '/api/imports/{id}/retry',
  summary: 'Tries again what failed in a run, or all that a stopped run has not taken in; a new run.',
  request: { params, body: { content: { 'application/json': { schema: z.object({}) } } } },
  responses: { 200: started, 404: refused('no such run'), 409: refused('it runs still, or nothing failed') },
});

export function imports(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const items = await desk.imports();
    return answer(c, c.req.valid('query').format, whole(items), items, COLUMNS, 'imports');
  });
  app.openapi(one, async (c) => {
    const run = await desk.importRun(c.req.valid('param').id);
    if (run === null) throw new Refusal(404, 'ISN-H44', 'there is no such import');
    return answer(c, c.req.valid('query').format, run, run.failures, ['name', 'reason'], `import-${run.id}-failed`);
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
        if (run.state !== 'running' && run.state !== 'paused') return;
        await stream.sleep(500);
      }
    });
  });
  app.openapi(upload, async (c) => c.json({ upload: await desk.startUpload() } as any));
  app.post('/api/uploads/:upload', async (c) => {
    const name = c.req.query('name') ?? '';
    const offset = Number(c.req.query('offset') ?? 0);
    if (name === '' || name.length > 1000 || !Number.isSafeInteger(offset) || offset < 0)
      throw new Refusal(422, 'ISN-H22', 'name, offset: say which file, and where in it the piece begins');
    await desk.addToUpload(c.req.param('upload'), { name, offset, bytes: new Uint8Array(await c.req.arrayBuffer()) });
    return c.body(null, 204);
  });
  app.openapi(start, async (c) => c.json({ id: await desk.startImport(c.req.valid('json')) } as any));
  app.openapi(steer, async (c) => {
    const state = await desk.steerImport(c.req.valid('param').id, c.req.valid('json').to);
    return c.json({ state } as any);
  });
  app.openapi(retry, async (c) => c.json({ id: await desk.retryImport(c.req.valid('param').id) } as any));
}
