/** What has changed since a day? Figures and facts that a chain changed or brought in, and reports received. */
import type { Kysely } from 'kysely';
import type { Change } from '../../claim/contradiction.ts';
import { unpacked } from '../body.ts';
import type { EventBody } from '../events.ts';
import type { Tables } from '../tables.ts';

export async function changedSince(db: Kysely<Tables>, caseId: number, day: string, limit = 200): Promise<Change[]> {
  const rows = await db
    .selectFrom('events')
    .select('body')
    .where('case_id', '=', caseId)
    .where('changed', '>=', day)
    .orderBy('changed', 'desc')
    .limit(limit)
    .execute();
  const changes = rows.flatMap((row) => unpacked<EventBody>(row.body).changes.filter((change) => change.day >= day));
  return changes.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, limit);
}
