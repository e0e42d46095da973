/** `/api/second`: claims for a second reader, without what the first one found; and what both found. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, json, listQuery, pageOf, shape, table } from '../answer.ts';
import type { Desk } from '../desk.ts';

const FIELD_COLUMNS = ['id', 'key', 'at', 'who', 'firstBy', 'quote', 'field', 'agrees', 'first', 'second'];
const AGREEMENT_COLUMNS = ['field', 'readings', 'agree', 'kappa'];

const blind = createRoute({
  method: 'get',
  path: '/api/second',
  summary:
    'Claims that others decided on and `who` did not: their words and the text around them, without any value. A second reading is a decision of the kind `second`.',
  request: {
    query: listQuery
      .omit({ format: true })
      .extend({ who: z.string().trim().min(1).max(100), limit: listQuery.shape.limit.default(1) }),
  },
  responses: { 200: json(pageOf('BlindClaim', 'the words of a claim'), 'a page of claims') },
});
const readings = createRoute({
  method: 'get',
  path: '/api/second/readings',
  summary:
    'Second readings beside the first ones, field by field, and how far they agree. `who`: without claims that this person may still read blind.',
  request: {
    query: z.object({
      who: z.string().max(100).optional(),
      case: z.string().max(200).optional(),
      format: listQuery.shape.format,
      table: z.enum(['fields', 'agreement']).default('fields').openapi({ description: 'which table, as CSV' }),
    }),
  },
  responses: { 200: table(shape('SecondReadings', 'second readings and their agreement'), 'the readings') },
});

export function second(app: OpenAPIHono, desk: Desk): void {
  app.openapi(blind, async (c) => c.json((await desk.blind(c.req.valid('query'))) as any));
  app.openapi(readings, async (c) => {
    const { format, table: wanted, ...query } = c.req.valid('query');
    const found = await desk.secondReadings(query);
    if (wanted === 'agreement') return answer(c, format, found, found.agreement, AGREEMENT_COLUMNS, 'agreement');
    const rows = found.readings.flatMap(({ fields, ...reading }) => fields.map((field) => ({ ...reading, ...field })));
    return answer(c, format, found, rows, FIELD_COLUMNS, 'second-readings');
  });
}
