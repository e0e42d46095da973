/** Which cases are there, and how much lies in each? */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export type CaseLine = { id: number; name: string; at: string; reports: number; events: number; reconciledAt: string | null };

export async function listCases(db: Kysely<Tables>): Promise<CaseLine[]> {
  const { rows } = await sql<CaseLine>`
    select c.id, c.name, c.at,
      (select count(*) from case_reports r where r.case_id = c.id) as reports,
      (select count(*) from events e where e.case_id = c.id) as events,
      (select at from reconciled d where d.case_id = c.id) as "reconciledAt"
    from cases c order by c.name`.execute(db);
  return rows.map((row) => ({ ...row, reports: Number(row.reports), events: Number(row.events) }));
}
