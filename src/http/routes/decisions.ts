/** `/api/decisions`: what people decided about claims and events, with who and why. Never changed; undone by another one. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, json, listQuery, pageOf, pagesOf, refused, shape, table } from '../answer.ts';
import type { Desk } from '../desk.ts';

export const KINDS = ['accept', 'reject', 'edit', 'unsure', 'second', 'merge', 'split', 'same', 'different', 'undo'] as const;

const COLUMNS = ['id', 'at', 'who', 'kind', 'target', 'why', 'payload', 'undoes', 'undone'];

const input = z
  .object({
    kind: z.enum(KINDS),
    target: z.string().min(1).max(4200),
    who: z.string().trim().min(1).max(100),
    why: z.string().max(2000).default(''),
    undoes: z.number().int().optional(),
    with: z.string().max(4200).optional(),
    case: z.string().max(200).optional(),
    payload: z.unknown().optional(),
  })
  .refine((d) => d.kind !== 'undo' || d.undoes !== undefined, 'an undo names the decision that it undoes')
  .refine(
    (d) => !['same', 'different', 'merge'].includes(d.kind) || d.with !== undefined,
    'name the other event or claim in "with"',
  );

const list = createRoute({
  method: 'get',
  path: '/api/decisions',
  summary:
    'Decisions, newest first, page by page: of all cases, or about the claims and events of `case`; about one claim or event when `target` names it, of one person with `who`.',
  request: {
    query: listQuery.extend({
      target: z.string().max(4200).optional(),
      kind: z.enum(KINDS).optional(),
      who: z.string().max(100).optional(),
    }),
  },
  responses: { 200: table(pageOf('Decision', 'a decision'), 'a page of decisions') },
});
const add = createRoute({
  method: 'post',
  path: '/api/decisions',
  summary:
    'Records a decision: accept, reject, edit, unsure, second (a claim; second: what a second reader found, as `payload`); same, different, merge, split (events); undo.',
  request: { body: { content: { 'application/json': { schema: input.openapi('NewDecision') } } } },
  responses: {
    200: json(shape('DecisionId', 'its number'), 'recorded'),
    404: refused('no such claim or event'),
    422: refused('a field is missing or wrong'),
  },
});

export function decisions(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const query = c.req.valid('query');
    const pages = await pagesOf(c, query, desk.decisions);
    const rows = pages
      .flatMap((page) => page.items)
      .map((row) => ({ ...row, payload: row.payload === null ? null : JSON.stringify(row.payload) }));
    return answer(c, query.format, pages[0], rows, COLUMNS, 'decisions');
  });
  app.openapi(add, async (c) => c.json({ id: await desk.decide(c.req.valid('json')) } as any));
}
