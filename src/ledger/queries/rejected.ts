/** Which claims did people reject? They are in no list, event or count; here they are, as they were read. */
import type { Kysely } from 'kysely';
import type { Claim, Reading } from '../../claim/reading.ts';
import { unpacked } from '../body.ts';
import type { Tables } from '../tables.ts';
import { type ClaimView, claimIds, claimViews } from './claim-views.ts';

const MOST = 5000;

/** Claims that were taken out of the event with one of these codes, the last one first. */
export async function rejectedFrom(db: Kysely<Tables>, codes: readonly string[], caseId: number): Promise<ClaimView[]> {
  const keys: string[] = [];
  for (let i = 0; i < codes.length; i += 500) {
    const rows = await db
      .selectFrom('review')
      .select('claim')
      .where('state', '=', 'rejected')
      .where('event', 'in', codes.slice(i, i + 500))
      .orderBy('decision', 'desc')
      .execute();
    keys.push(...rows.map((row) => row.claim));
  }
  return await viewsAsRead(db, keys, caseId);
}

/** True when every claim of the event with that code was rejected: nothing of it is left. */
export async function isAllRejected(db: Kysely<Tables>, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('review')
    .select('claim')
    .where('state', '=', 'rejected')
    .where('event', '=', code)
    .executeTakeFirst();
  return row !== undefined;
}

/** All that were rejected in a case, or anywhere; the last one first. */
export async function rejectedClaims(db: Kysely<Tables>, caseId: number | null): Promise<ClaimView[]> {
  const rows = await db
    .selectFrom('review')
    .select('claim')
    .where('state', '=', 'rejected')
    .orderBy('decision', 'desc')
    .limit(MOST)
    .execute();
  const views = await viewsAsRead(
    db,
    rows.map((row) => row.claim),
    caseId,
  );
  if (caseId === null) return views;
  const inCase = await db
    .selectFrom('case_reports')
    .innerJoin('reports', 'reports.id', 'case_reports.report')
    .select('reports.key')
    .where('case_id', '=', caseId)
    .where('reports.key', 'in', [...new Set(views.map((view) => view.report.key))])
    .execute();
  const keys = new Set(inCase.map((row) => row.key));
  return views.filter((view) => keys.has(view.report.key));
}

async function viewsAsRead(db: Kysely<Tables>, keys: readonly string[], caseId: number | null): Promise<ClaimView[]> {
  if (keys.length === 0) return [];
  const ids = await claimIds(db, keys, { asRead: true });
  return await claimViews(
    db,
    keys.flatMap((key) => ids.get(key) ?? []),
    caseId,
  );
}

/** Of one report: the claims as the engine read them that do not stand so any longer. */
export type SetApart = { rejected: Claim[]; originals: Record<string, Claim> };

export async function setApart(db: Kysely<Tables>, report: string): Promise<SetApart> {
  const row = await db
    .selectFrom('reports')
    .innerJoin('held', 'held.report', 'reports.id')
    .innerJoin('readings as machine', 'machine.id', 'held.machine')
    .innerJoin('readings as standing', 'standing.id', 'held.reading')
    .select(['machine.body as asRead', 'standing.body as standing'])
    .where('reports.key', '=', report)
    .executeTakeFirst();
  if (!row) return { rejected: [], originals: {} };
  const now = new Map(unpacked<Reading>(row.standing).claims.map((claim) => [claim.id, claim]));
  const { claims } = unpacked<Reading>(row.asRead);
  const changed = claims.filter((claim) => {
    const current = now.get(claim.id);
    return current !== undefined && JSON.stringify(current) !== JSON.stringify(claim);
  });
  return {
    rejected: claims.filter((claim) => !now.has(claim.id)),
    originals: Object.fromEntries(changed.map((claim) => [claim.id, claim])),
  };
}
