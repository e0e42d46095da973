/** Which decisions were taken back? An undo of an undo brings the decision back. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function undoneIds(db: Kysely<Tables>): Promise<Set<number>> {
  const rows = await db
    .selectFrom('decisions')
    .select(['id', 'undoes'])
    .where('undoes', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  const undone = new Set<number>();
  // Newest first: whether an undo holds is settled before what it undoes is asked for.
  for (const { id, undoes } of rows) if (!undone.has(id)) undone.add(undoes as number);
  return undone;
}
