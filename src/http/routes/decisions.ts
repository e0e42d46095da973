/** `/api/decisions`: what people decided about claims and events, with who and why. Never changed; undone by another one. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { json, pageOf, refused, shape, whole } from '../answer.ts';
import type { Desk } from '../desk.ts';

export const KINDS = ['accept', 'reject', 'edit', 'unsure', 'merge', 'split', 'same', 'different', 'undo'] as const;

const input = z
  .object({
    kind: z.enum(KINDS),
    target: z.string().min(1).max(500),
    who: z.string().trim().min(1).max(100),
    why: z.string().max(2000).default(''),
    undoes: z.number().int().optional(),
    with: z.string().max(500).optional(),
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
  summary: 'Decisions, newest first; about one claim or event when `target` names it.',
  request: { query: z.object({ target: z.string().max(500).optional() }) },
  responses: { 200: json(pageOf('Decision', 'a decision'), 'the decisions') },
});
const add = createRoute({
  method: 'post',
  path: '/api/decisions',
  summary: 'Records a decision: accept, reject, edit, unsure (a claim); same, different, merge, split (events); undo.',
  request: { body: { content: { 'application/json': { schema: input.openapi('NewDecision') } } } },
  responses: {
    200: json(shape('DecisionId', 'its number'), 'recorded'),
    404: refused('no such claim or event'),
    422: refused('a field is missing or wrong'),
  },
});

export function decisions(app: OpenAPIHono, desk: Desk): void {
  app.openapi(list, async (c) => {
    const items = await desk.decisions(c.req.valid('query').target ?? null);
    return c.json(whole(items) as any);
  });
  app.openapi(add, async (c) => c.json({ id: await desk.decide(c.req.valid('json')) } as any));
}
