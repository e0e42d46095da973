/** Turns rows of claims into what people see: the claim, its words, its report, its event and how far it was reviewed. */
import { type Kysely, sql } from 'kysely';
import { type ClaimKey, claimKey } from '../../claim/judgement.ts';
import type { Claim, Reading } from '../../claim/reading.ts';
import { unpacked } from '../body.ts';
import { textsOf } from '../names.ts';
import type { Tables } from '../tables.ts';
import { AS_READ } from './reports.ts';

export type ReportLine = { key: string; outlet: string | null; published: string | null; url: string | null };
export type ClaimView = {
  key: ClaimKey;
  claim: Claim;
  /** The words themselves. */
  quote: string;
  report: ReportLine;
  /** Code of the event in the case asked about (or in any), or null. */
  event: string | null;
  review: string | null;
};

/** In the order of `ids`. */
export async function claimViews(db: Kysely<Tables>, ids: readonly number[], caseId: number | null): Promise<ClaimView[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('claims')
    .innerJoin('reports', 'reports.id', 'claims.report')
    .select(['claims.id', 'claims.ord', 'claims.claim', 'claims.reading', 'claims.begins', 'claims.ends'])
    .select(['reports.id as report', 'reports.key', 'reports.outlet', 'reports.published', 'reports.url'])
    .where('claims.id', 'in', [...ids])
    .execute();
  const readings = await bodiesOf(db, new Set(rows.map((row) => row.reading)));
  const texts = await reportTexts(db, new Set(rows.map((row) => row.report)));
  const outlets = await textsOf(
    db,
    rows.map((row) => row.outlet),
  );
  const keys = rows.map((row) => claimKey(row.key, row.claim));
  const events = await eventsOf(db, keys, caseId);
  const reviews = new Map(
    (await db.selectFrom('review').select(['claim', 'state']).where('claim', 'in', keys).execute()).map((row) => [
      row.claim,
      row.state,
    ]),
  );
  const views = new Map<number, ClaimView>();
  for (const [i, row] of rows.entries()) {
    const claim = readings.get(row.reading)?.claims[row.ord];
    if (!claim) continue;
    views.set(row.id, {
      key: keys[i],
      claim,
      quote: texts.get(row.report)?.slice(row.begins, row.ends) ?? '',
      report: { key: row.key, outlet: outlets.get(row.outlet as number) ?? null, published: row.published, url: row.url },
      event: events.get(keys[i]) ?? null,
      review: reviews.get(keys[i]) ?? null,
    });
  }
  return ids.flatMap((id) => views.get(id) ?? []);
}

async function bodiesOf(db: Kysely<Tables>, ids: Set<number>): Promise<Map<number, Reading>> {
  const rows = await db
    .selectFrom('readings')
    .select(['id', 'body'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, unpacked<Reading>(row.body)]));
}

async function reportTexts(db: Kysely<Tables>, ids: Set<number>): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'text'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.text]));
}

async function eventsOf(db: Kysely<Tables>, keys: string[], caseId: number | null): Promise<Map<string, string>> {
  let question = db
    .selectFrom('event_claims')
    .innerJoin('events', 'events.id', 'event_claims.event')
    .select(['event_claims.claim', 'events.code'])
    .where('event_claims.claim', 'in', keys);
  // Without a case every case is asked, so that the key of the table is used.
  if (caseId !== null) question = question.where('event_claims.case_id', '=', caseId);
  else question = question.where('event_claims.case_id', 'in', db.selectFrom('cases').select('id'));
  return new Map((await question.execute()).map((row) => [row.claim, row.code]));
}

/** Row numbers of claims by their keys; only claims that hold now. `asRead`: as the engine read them, whatever was decided. */
export async function claimIds(
  db: Kysely<Tables>,
  keys: readonly ClaimKey[],
  { asRead = false }: { asRead?: boolean } = {},
): Promise<Map<ClaimKey, number>> {
  const found = new Map<ClaimKey, number>();
  const byReport = new Map<string, Set<string>>();
  for (const key of keys) {
    const cut = key.lastIndexOf('/');
    const report = key.slice(0, cut);
    byReport.set(report, (byReport.get(report) ?? new Set()).add(key.slice(cut + 1)));
  }
  const reports = [...byReport.keys()];
  for (let i = 0; i < reports.length; i += 400) {
    const rows = await db
      .selectFrom('reports')
      .innerJoin('held', 'held.report', 'reports.id')
      .innerJoin('claims', (join) => join.on('claims.reading', '=', asRead ? AS_READ : sql.ref('held.reading')))
      .select(['claims.id', 'claims.claim', 'reports.key'])
      .where('reports.key', 'in', reports.slice(i, i + 400))
      .execute();
    for (const row of rows) if (byReport.get(row.key)?.has(row.claim)) found.set(claimKey(row.key, row.claim), row.id);
  }
  return found;
}
