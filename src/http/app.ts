/** The HTTP application: guards, routes, the API's description and the screens' files. Knows the desk and nothing behind it. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { apiPage } from './api-page.ts';
import type { Desk } from './desk.ts';
import { serveFiles } from './files.ts';
import { mcpServer } from './mcp/tools.ts';
import { answerError, problem } from './problem.ts';
import { routes } from './routes/index.ts';
import { DEFAULT_SAFETY, guards, isStream, type Safety } from './safety.ts';

export type AppOptions = {
  desk: Desk;
  /** Folder of the built screens; null: only the API. */
  screens: string | null;
  safety?: Partial<Safety>;
  /** Told about faults of ours. */
  report?: (error: unknown) => void;
};

export function createApp({ desk, screens, safety, report = () => {} }: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook(result, c) {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      return problem(c, 422, 'ISN-H22', `${issue.path.join('.') || 'request'}: ${issue.message}`);
    },
  });
  for (const guard of guards({ ...DEFAULT_SAFETY, ...safety })) app.use('*', guard);
  const tag = etag();
  // A stream has no tag: it would be held back until its end.
  app.use('/api/*', (c, next) => (isStream(c.req.path) ? next() : tag(c, next)));
  app.use('*', compress());
  for (const route of routes) route(app, desk);
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Isnad',
      version: '1',
      description: 'Attributed, checkable claims of conflict news. Days are ISO 8601, offsets UTF-16 code units.',
    },
  });
  const mcp = createMcpHandler(async () => mcpServer(desk, (await desk.method()).engine), { onerror: report });
  app.all('/mcp', (c) => mcp.fetch(c.req.raw));
  app.get('/api', (c) => c.html(apiPage(app)));
  app.get('/api.css', (c) => c.body(API_STYLE, 200, { 'content-type': 'text/css' }));
  if (screens !== null) app.get('*', serveFiles(screens));
  app.notFound((c) => problem(c, 404, 'ISN-H44', `there is nothing at ${c.req.path}`));
  app.onError((error, c) => {
    // An answer that was packed already and came too late leaves its headers behind: the problem is not packed.
    for (const name of ['content-encoding', 'content-length', 'etag']) c.res.headers.delete(name);
    return answerError(error, c, report);
  });
  return app;
}

const API_STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-inline-size:60rem;margin:2rem auto;padding-inline:1rem}
code{font-family:ui-monospace,monospace}h2{margin-block:2rem .5rem;font-size:1.1rem}table{border-collapse:collapse}td,th{text-align:start;padding:.2rem .8rem .2rem 0;vertical-align:top}
.method{font-weight:700;margin-inline-end:.5rem}`;
