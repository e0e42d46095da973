/** What has changed since a day? Figures and facts that a chain changed or brought in, and reports received. */
import type { Kysely } from 'kysely';
import type { Change } from '../../claim/contradiction.ts';
import { unpacked } from '../body.ts';
import type { EventBody } from '../events.ts';
import type { Tables } from '../tables.ts';

export async function changedSince(db: Kysely<Tables>, caseId: number, day: string, limit = 200): Promise<Change[]> {
  const rows = await db
    .selectFrom('events')
    .select(['id', 'changes'])
    .where('case_id', '=', caseId)
    .where('changed', '>=', day)
    .orderBy('changed', 'desc')
    .limit(limit)
    .execute();
  const older = await bodiesOf(
    db,
    rows.filter((row) => row.changes === null).map((row) => row.id),
  );
  const changes = rows
    .flatMap((row): Change[] => (row.changes === null ? (older.get(row.id)?.changes ?? []) : JSON.parse(row.changes)))
    .filter((change) => change.day >= day);
  return changes.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, limit);
}

/** Rows from before changes stood beside the body. */
async function bodiesOf(db: Kysely<Tables>, ids: readonly number[]): Promise<Map<number, EventBody>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('events').select(['id', 'body']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, unpacked<EventBody>(row.body)]));
}
