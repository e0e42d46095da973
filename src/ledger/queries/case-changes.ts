/** What came into a case, was read anew or lost its hold since a point of the journal? The journal tells: whoever remembers the case looks at nothing else. */
import { type Kysely, sql } from 'kysely';
import { GENESIS, headOf } from '../journal.ts';
import type { Tables } from '../tables.ts';

/** A point of the journal: the number of its last entry and that entry's hash. */
export type JournalPoint = { seq: number; hash: string };
/** `reports`: numbers of those that may be others now; of a case that nobody remembers all that hold, by day. */
export type CaseChanges = { now: JournalPoint; isWhole: boolean; reports: number[] };

/** The changes since a point; all of the case where the point is null, or is none of this journal: the ledger is another one, or was restored. */
export async function caseChanges(db: Kysely<Tables>, caseId: number, since: JournalPoint | null): Promise<CaseChanges> {
  const now = await headOf(db);
  if (since === null || !(await isOf(db, since))) return { now, isWhole: true, reports: await allOf(db, caseId) };
  const { rows } = await sql<{ report: number }>`
    select last as report from journal where seq > ${since.seq} and kind = 'case_reports' and first = ${caseId}
    union
    select readings.report from journal join readings on readings.id between journal.first and journal.last
      where journal.seq > ${since.seq} and journal.kind = 'readings'
    order by report`.execute(db);
  // of a case that is mostly another one all is taken anew: that is quicker than to take it apart
  const isWhole = rows.length * 2 > (await sizeOf(db, caseId));
  return { now, isWhole, reports: isWhole ? await allOf(db, caseId) : rows.map(({ report }) => report) };
}

async function isOf(db: Kysely<Tables>, { seq, hash }: JournalPoint): Promise<boolean> {
  if (seq === 0) return hash === GENESIS;
  const entry = await db.selectFrom('journal').select('hash').where('seq', '=', seq).executeTakeFirst();
  return entry?.hash === hash;
}

async function sizeOf(db: Kysely<Tables>, caseId: number): Promise<number> {
  const { n } = await db
    .selectFrom('case_reports')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** By day, so that those that may speak of one event come one after the other. */
async function allOf(db: Kysely<Tables>, caseId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('case_reports')
    .innerJoin('held', 'held.report', 'case_reports.report')
    .innerJoin('reports', 'reports.id', 'held.report')
    .select('held.report')
    .where('case_id', '=', caseId)
    .orderBy('reports.published')
    .orderBy('reports.id')
    .execute();
  return rows.map(({ report }) => report);
}

/** By the ids of these reports the reading that holds in the case, or null where none does; two versions of a report have one id, and a number each. */
export async function heldReadings(
  db: Kysely<Tables>,
  caseId: number,
  reports: readonly string[] | readonly number[],
): Promise<Map<string, { report: number; reading: number } | null>> {
  const found = new Map<string, { report: number; reading: number } | null>();
  const rows = await db
    .selectFrom('reports')
    .leftJoin('held', 'held.report', 'reports.id')
    .leftJoin('case_reports', (join) =>
      join.onRef('case_reports.report', '=', 'held.report').on('case_reports.case_id', '=', caseId),
    )
    .select(['reports.key', 'reports.id', 'held.reading', 'case_reports.report as inCase'])
    .where(
      'reports.key',
      'in',
      typeof reports[0] === 'string'
        ? (reports as string[])
        : db
            .selectFrom('reports')
            .select('key')
            .where('id', 'in', reports as number[]),
    )
    .execute();
  for (const { key, id, reading, inCase } of rows) {
    if (reading !== null && inCase !== null) found.set(key, { report: id, reading });
    else if (!found.has(key)) found.set(key, null);
  }
  return found;
}
