/** `/api/events/{code}/…`: each table of an event by itself, with its CSV twin: matrix, chains, changes, comparisons. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, pageOf, refused, table, whole } from '../answer.ts';
import type { ClaimRow, EventDetail } from '../client.ts';
import type { Desk } from '../desk.ts';
import {
  carrierRows,
  changeRows,
  comparedRows,
  flatStanding,
  STANDING_COLUMNS,
  sentences,
  standingRows,
} from '../event-tables.ts';
import { Refusal } from '../problem.ts';

const CARRIER_COLUMNS = ['origin', 'label', 'kind', 'report', 'outlet', 'published', 'claim', 'because'];
const CHANGE_COLUMNS = ['day', 'origin', 'label', 'report', 'column', 'before', 'after'];
const COMPARED_COLUMNS = ['other', 'leftClaim', 'rightClaim', 'feature', 'score', 'here', 'there'];

const request = {
  params: z.object({ code: z.string().max(40) }),
  query: z.object({ case: z.string().max(200).optional(), format: z.enum(['json', 'csv']).default('json') }),
};
const tableOf = (name: string, path: string, summary: string, row: string) =>
  createRoute({
    method: 'get',
    path: `/api/events/{code}/${path}` as const,
    summary,
    request,
    responses: { 200: table(pageOf(name, row), summary), 404: refused('no such event') },
  });

const matrix = tableOf(
  'StandingRow',
  'matrix',
  'Where the independent chains of one event agree, differ, deny or are silent; the first row is what most of them say.',
  'what one chain says to every question',
);
const chains = tableOf(
  'CarrierRow',
  'chains',
  'The independent chains of one event with every report that carries them, and how that was found.',
  'a report that carries a chain',
);
const changes = tableOf(
  'ChangeRow',
  'changes',
  'What its chains changed in one event, day by day.',
  'what a chain said before and after',
);
const compared = tableOf(
  'ComparedRow',
  'suggestions',
  'Other events that may be the same one, with what was compared.',
  'one comparison with another event',
);

export function eventTables(app: OpenAPIHono, desk: Desk): void {
  const find = async (code: string, inCase: string | undefined): Promise<EventDetail> => {
    const found = await desk.event(code, { case: inCase });
    if (found === null) throw new Refusal(404, 'ISN-H44', 'no event has or had that code');
    return found;
  };
  app.openapi(matrix, async (c) => {
    const { format, case: inCase } = c.req.valid('query');
    const detail = await find(c.req.valid('param').code, inCase);
    const items = standingRows(detail);
    return answer(c, format, whole(items), items.map(flatStanding), STANDING_COLUMNS, `${detail.event.code}-matrix`);
  });
  app.openapi(chains, async (c) => {
    const { format, case: inCase } = c.req.valid('query');
    const detail = await find(c.req.valid('param').code, inCase);
    const items = carrierRows(detail, await allClaims(desk, detail, inCase));
    const rows = items.map((row) => ({ ...row, because: sentences(row.because) }));
    return answer(c, format, whole(items), rows, CARRIER_COLUMNS, `${detail.event.code}-chains`);
  });
  app.openapi(changes, async (c) => {
    const { format, case: inCase } = c.req.valid('query');
    const detail = await find(c.req.valid('param').code, inCase);
    const items = changeRows(detail);
    return answer(c, format, whole(items), items, CHANGE_COLUMNS, `${detail.event.code}-changes`);
  });
  app.openapi(compared, async (c) => {
    const { format, case: inCase } = c.req.valid('query');
    const detail = await find(c.req.valid('param').code, inCase);
    const items = comparedRows(detail);
    return answer(c, format, whole(items), items, COMPARED_COLUMNS, `${detail.event.code}-suggestions`);
  });
}

/** Those that come with the event, and the rest of a large one. */
async function allClaims(desk: Desk, { event, claims, claimCount }: EventDetail, inCase?: string): Promise<ClaimRow[]> {
  if (claims.length >= claimCount) return claims;
  const all: ClaimRow[] = [];
  for (let after: string | undefined = '0'; after !== undefined; ) {
    const page = await desk.eventClaims(event.code, { limit: 500, after, case: inCase });
    all.push(...(page?.items ?? []));
    after = page?.next ?? undefined;
  }
  return all;
}
