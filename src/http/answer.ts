/** How routes answer: JSON, or the same rows as CSV; and the parameters that lists share. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Page } from './client.ts';
import { csvOf } from './csv.ts';
import { Refusal } from './problem.ts';

export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: z.string().max(100).optional(),
  case: z.string().max(200).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

const problemSchema = z
  .object({ type: z.string(), title: z.string(), status: z.number(), code: z.string(), detail: z.string().optional() })
  .openapi('Problem');

/** Anything, with its name in the API's description; the exact shape is the TypeScript type of that name. */
export const shape = (name: string, about: string): z.ZodType => z.looseObject({}).openapi(name, { description: about });
export const pageOf = (name: string, about: string): z.ZodType =>
  z.object({ items: z.array(shape(name, about)), total: z.number(), isMore: z.boolean(), next: z.string().nullable() });

export const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } });
export const table = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema }, 'text/csv': { schema: z.string() } },
});
export const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

export type Rows = readonly Record<string, any>[];

/** JSON as it is, or the rows as a CSV file of that name. */
export function answer(c: Context, format: string, body: unknown, rows: Rows, columns: readonly string[], file: string): any {
  if (format !== 'csv') return c.json(body as object);
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${file}.csv"` };
  return c.body(csvOf(rows, columns), 200, headers);
}

/** So many rows go into one CSV file. */
const MOST_ROWS = 20_000;

/** The page that was asked for; of a CSV file for which no number of rows was named all pages, so that a table is never cut short unseen. */
export async function pagesOf<Q extends { format: string; limit: number; after?: string }, P extends Page<unknown>>(
  c: Context,
  query: Q,
  ask: (query: Omit<Q, 'format'>) => Promise<P>,
): Promise<P[]> {
  const { format, ...window } = query;
  if (format !== 'csv' || c.req.query('limit') !== undefined) return [await ask(window)];
  const pages: P[] = [];
  let rows = 0;
  for (let after = window.after, isFirst = true; isFirst || after !== undefined; isFirst = false) {
    const page = await ask({ ...window, limit: 500, after });
    pages.push(page);
    rows += page.items.length;
    after = page.next ?? undefined;
    if (rows > MOST_ROWS)
      throw new Refusal(422, 'ISN-H46', `more than ${MOST_ROWS} rows: narrow the list, or use isnad export, which has no limit`);
  }
  return pages;
}

/** A list that is always given whole. */
export const whole = <T>(items: T[]): { items: T[]; total: number; isMore: boolean; next: null } => ({
  items,
  total: items.length,
  isMore: false,
  next: null,
});
