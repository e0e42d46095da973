/** Which pairs of claims wait for a person's verdict? Suggested by rules, and kept apart from what people confirmed. */
import type { Kysely } from 'kysely';
import type { Judgement, Verdict } from '../../claim/judgement.ts';
import { unpacked } from '../body.ts';
import type { Tables } from '../tables.ts';

export async function listSuggestions(
  db: Kysely<Tables>,
  caseId: number,
  verdict: Verdict = 'unsure',
  limit = 50,
  after = 0,
): Promise<{ rows: Judgement[]; next: number | null }> {
  const rows = await db
    .selectFrom('suggestions')
    .select(['id', 'body'])
    .where('case_id', '=', caseId)
    .where('verdict', '=', verdict)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { rows: page.map((row) => unpacked<Judgement>(row.body)), next: rows.length > limit ? page[limit - 1].id : null };
}
