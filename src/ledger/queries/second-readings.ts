/** Which claims wait for a second reader, and what second readers found? */
import { type Kysely, sql } from 'kysely';
import type { SecondReading } from '../../claim/second-reading.ts';
import { textsOf } from '../names.ts';
import type { Tables } from '../tables.ts';
import { undoneIds } from '../undone.ts';

/** Nothing of what was decided. `decision`: only its number, for the next page. */
export type BlindRow = { claim: string; decision: number; outlet: string | null; published: string | null };
export type SecondRow = { id: number; claim: string; who: string; at: string; reading: SecondReading };

/** The report of a claim stands before the last slash of its key. */
const reportOf = (key: string) =>
  sql`(substr(${sql.ref(key)}, 1, length(rtrim(${sql.ref(key)}, replace(${sql.ref(key)}, '/', ''))) - 1))`;

/** Claims of the case that others decided on and `who` did not, in the order of the decisions. */
export async function blindRows(
  db: Kysely<Tables>,
  caseId: number,
  who: string,
  limit: number,
  after: number | null,
): Promise<{ rows: BlindRow[]; total: number; next: number | null }> {
  const from = sql`from review join reports on reports.key = ${reportOf('review.claim')}
    join held on held.report = reports.id
    join case_reports on case_reports.report = reports.id and case_reports.case_id = ${caseId}
    where not exists (select 1 from decisions where decisions.target = review.claim and decisions.who = ${who})`;
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n ${from}`.execute(db);
  const { rows } = await sql<{ claim: string; decision: number; outlet: number | null; published: string | null }>`
    select review.claim, review.decision, reports.outlet, reports.published ${from} and review.decision > ${after ?? 0}
    order by review.decision limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const outlets = await textsOf(
    db,
    page.map((row) => row.outlet),
  );
  return {
    rows: page.map((row) => ({ ...row, outlet: outlets.get(row.outlet as number) ?? null })),
    total: Number(counted[0].n),
    next: rows.length > limit ? page[limit - 1].decision : null,
  };
}

/**
 * Second readings of a case that stand, the newest first: those that were taken back, and those that were carried on to the claim of a newer reading, are not
 * among them. `who`: without those of claims that this person may still read blind.
 */
export async function secondRows(db: Kysely<Tables>, caseId: number, who: string | null): Promise<SecondRow[]> {
  const { rows } = await sql<Tables['decisions']>`
    select decisions.* from decisions join reports on reports.key = ${reportOf('decisions.target')}
    join held on held.report = reports.id
    join case_reports on case_reports.report = reports.id and case_reports.case_id = ${caseId}
    where decisions.kind = 'second'
    ${who === null ? sql`` : sql`and exists (select 1 from decisions own where own.target = decisions.target and own.who = ${who})`}
    order by decisions.id desc`.execute(db);
  const undone = await undoneIds(db);
  const parsed = rows.map((row) => ({ row, payload: JSON.parse(row.payload) as SecondReading & { carried?: number } }));
  const gone = new Set(parsed.flatMap(({ payload }) => payload.carried ?? []));
  const seen = new Set<string>();
  const found: SecondRow[] = [];
  for (const { row, payload } of parsed) {
    const key = `${row.who}\n${row.target}`;
    if (undone.has(row.id) || gone.has(row.id) || seen.has(key)) continue;
    seen.add(key);
    const { values, first, firstBy } = payload;
    found.push({ id: row.id, claim: row.target, who: row.who, at: row.at, reading: { values, first, firstBy } });
  }
  return found;
}
