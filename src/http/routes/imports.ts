/** `/api/imports`: runs of imports, how they are started and steered, and `/api/imports/{id}/stream`, which tells their progress as it happens. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { answer, json, pageOf, refused, shape, table, whole } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../problem.ts';

const COLUMNS = ['id', 'source', 'case', 'tool', 'at', 'state', 'done', 'total', 'kept', 'changed', 'held', 'failed', 'passed'];
const SHOWN = 1000;
/** The stream tells how far a run is; what failed is asked for when it has ended. */
const STREAMED = 20;
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

const told = {
  outlet: z.string().trim().max(200).optional(),
  columns: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .optional()
    .openapi({ description: 'which column of tables holds which field: text=Body,published="Date, local"' }),
  tables: z
    .array(
      z.object({ header: z.array(z.string().max(1000)).max(1024), columns: z.record(z.string().max(40), z.string().max(1000)) }),
    )
    .max(50)
    .optional()
    .openapi({ description: 'the same for each form of table; remembered by the names of its columns' }),
};

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
              upload: z.string().max(40).optional(),
              addresses: z
                .array(z.url({ protocol: /^https?$/ }).max(2000))
                .min(1)
                .max(200)
                .optional()
                .openapi({ description: 'to fetch instead of files, where the server was started with --fetch' }),
              case: z.string().trim().min(1).max(200).optional(),
              ...told,
            })
            .openapi('NewImport'),
        },
      },
    },
  },
  responses: { 200: started, 404: refused('no such upload'), 409: refused('too many run already') },
});
const preview = createRoute({
  method: 'post',
  path: '/api/imports/preview',
  summary:
    'The beginning of an upload before anything is kept: the columns of tables and what each is taken for, the first items.',
  request: {
    body: {
      content: { 'application/json': { schema: z.object({ upload: z.string().max(40), ...told }).openapi('NewPreview') } },
    },
  },
  responses: {
    200: json(shape('Preview', 'tables and items'), 'the preview'),
    404: refused('no such upload'),
    422: refused('it cannot be looked at'),
  },
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
    const shown = { ...run, failures: run.failures.slice(0, SHOWN) };
    return answer(c, c.req.valid('query').format, shown, run.failures, ['name', 'stage', 'reason'], `import-${run.id}-failed`);
  });
  app.get('/api/imports/:id/stream', async (c) => {
    const id = Number(c.req.param('id'));
    const first = await desk.importRun(id, STREAMED);
    if (first === null) throw new Refusal(404, 'ISN-H44', 'there is no such import');
    return streamSSE(c, async (stream) => {
      let last = '';
      for (let run: typeof first | null = first; run !== null && !stream.aborted; run = await desk.importRun(id, STREAMED)) {
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
  app.openapi(preview, async (c) => c.json((await desk.preview(c.req.valid('json'))) as any));
  app.openapi(steer, async (c) => {
    const state = await desk.steerImport(c.req.valid('param').id, c.req.valid('json').to);
    return c.json({ state } as any);
  });
  app.openapi(retry, async (c) => c.json({ id: await desk.retryImport(c.req.valid('param').id) } as any));
}
