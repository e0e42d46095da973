/** `POST /api/read`: what a text says. Stores nothing. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { json, refused, shape } from '../answer.ts';
import type { Desk } from '../desk.ts';

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

export const reportInput = z.object({
  text: z.string().min(1).max(2_000_000),
  outlet: z.string().max(300).nullish(),
  published: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as 2019-02-12')
    .refine(isDay, 'there is no such day')
    .nullish(),
});

const route = createRoute({
  method: 'post',
  path: '/api/read',
  summary: 'Reads a text and returns its claims with their words; nothing is stored.',
  request: { body: { content: { 'application/json': { schema: reportInput.openapi('ReadInput') } } } },
  responses: { 200: json(shape('Reading', 'isnad.reading/1'), 'the reading'), 422: refused('a field is missing or wrong') },
});

export function readings(app: OpenAPIHono, desk: Desk): void {
  app.openapi(route, (c) => c.json(desk.read(c.req.valid('json')) as any));
}
