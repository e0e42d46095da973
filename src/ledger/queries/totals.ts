/** Which running totals? Cumulative claims as series, of one case. */
import type { Kysely } from 'kysely';
import type { RunningTotal } from '../../claim/running-total.ts';
import { unpacked } from '../body.ts';
import type { Tables } from '../tables.ts';

export async function listTotals(
  db: Kysely<Tables>,
  caseId: number | null,
  limit = 100,
  after = 0,
): Promise<{ rows: RunningTotal[]; next: number | null }> {
  let question = db
    .selectFrom('totals')
    .select(['id', 'body'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit + 1);
  if (caseId !== null) question = question.where('case_id', '=', caseId);
  const rows = await question.execute();
  const page = rows.slice(0, limit);
  return { rows: page.map((row) => unpacked<RunningTotal>(row.body)), next: rows.length > limit ? page[limit - 1].id : null };
}
