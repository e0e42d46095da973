/** `/api/reports/{id}/…`: the receipt of a report, its bytes as they came, its versions, its copies. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { receiptPage } from '../../app/receipt-page.ts';
import { answer, json, pageOf, refused, shape, table, whole } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../problem.ts';

const params = z.object({ id: z.string().max(4000) });
const version = z.coerce.number().int().min(1).max(1_000_000).optional();
const format = z.enum(['json', 'csv']).default('json');
const none = refused('no such report');

const receipt = createRoute({
  method: 'get',
  path: '/api/reports/{id}/receipt',
  summary:
    'What was received, when, from where, by which steps its text was made, and where the journal seals it. As HTML: a page to keep or print.',
  request: {
    params,
    query: z.object({ version, format: z.enum(['json', 'html']).default('json'), lang: z.enum(['ar', 'en']).default('en') }),
  },
  responses: { 200: json(shape('Receipt', 'the receipt'), 'the receipt'), 404: none },
});
const bytes = createRoute({
  method: 'get',
  path: '/api/reports/{id}/bytes',
  summary: 'The bytes as they were received.',
  request: { params, query: z.object({ version }) },
  responses: { 200: { description: 'the bytes', content: { 'application/octet-stream': { schema: z.string() } } }, 404: none },
});
const versions = createRoute({
  method: 'get',
  path: '/api/reports/{id}/versions',
  summary:
    'Every version of a report that was received, with the lines added and removed since the one before and the figures that moved.',
  request: { params, query: z.object({ format }) },
  responses: { 200: table(pageOf('VersionRow', 'one version'), 'the versions'), 404: none },
});
const copies = createRoute({
  method: 'get',
  path: '/api/reports/{id}/copies',
  summary:
    'Reports of the case whose text is the same, nearly the same, or holds or is held by this one; and which figures differ.',
  request: { params, query: z.object({ case: z.string().max(200).optional(), format }) },
  responses: { 200: table(pageOf('CopyRow', 'one copy'), 'the copies'), 404: none },
});

const VERSION_COLUMNS = ['version', 'retrieved', 'sha256', 'added', 'removed', 'figures'];
const COPY_COLUMNS = ['report', 'outlet', 'published', 'url', 'kind', 'shared', 'held', 'figures'];

export function custody(app: OpenAPIHono, desk: Desk): void {
  app.openapi(receipt, async (c) => {
    const { version: of, format: form, lang } = c.req.valid('query');
    const found = some(await desk.receipt(c.req.valid('param').id, of));
    if (form === 'json') return c.json(found as any);
    return c.body(receiptPage(found, lang), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="receipt-${found.received.sha256.slice(0, 12)}.html"`,
    }) as any;
  });
  app.openapi(bytes, async (c) => {
    const { id } = c.req.valid('param');
    const of = c.req.valid('query').version;
    const { received } = some(await desk.receipt(id, of));
    // never shown by the browser: a page that came from anywhere could pass for ours
    return c.body(Buffer.from(some(await desk.bytes(id, of))), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${received.sha256.slice(0, 12)}.${endOf(received.mediaType)}"`,
    }) as any;
  });
  app.openapi(versions, async (c) => {
    const found = some(await desk.versions(c.req.valid('param').id));
    const rows = found.map((one) => ({ ...one, figures: one.figures.map(moveText) }));
    return answer(c, c.req.valid('query').format, whole(found), rows, VERSION_COLUMNS, 'versions');
  });
  app.openapi(copies, async (c) => {
    const found = some(await desk.copies(c.req.valid('param').id, c.req.valid('query').case));
    const rows = found.map(({ other, figures, ...copy }) => ({ ...copy, ...other, figures: figures.map(moveText) }));
    return answer(c, c.req.valid('query').format, whole(found), rows, COPY_COLUMNS, 'copies');
  });
}

function some<T>(found: T | null): T {
  if (found === null) throw new Refusal(404, 'ISN-H44', 'there is no report with that id, or no such version of it');
  return found;
}

type Move = { outcome: string; who: string; before: readonly string[]; after: readonly string[] };
const moveText = ({ outcome, who, before, after }: Move): string =>
  `${outcome} ${who}: ${before.join(', ') || 'none'} -> ${after.join(', ') || 'none'}`;

const ENDS: Record<string, string> = {
  'text/html': 'html',
  'text/plain': 'txt',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'application/xml': 'xml',
  'multipart/related': 'mhtml',
  'message/rfc822': 'eml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
};
const endOf = (mediaType: string): string => ENDS[mediaType.split(';')[0].trim()] ?? 'bin';
