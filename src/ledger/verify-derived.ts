/** What follows from rows that the journal covers must follow from them still: custody of reports, which reading holds, where reviews stand. */
import { type Kysely, sql } from 'kysely';
import { decidedOf, decidedReports } from './decided.ts';
import { reviewStateOf } from './decisions.ts';
import { sha256 } from './journal.ts';
import { custodyRows } from './record.ts';
import type { Value } from './rows.ts';
import type { Tables } from './tables.ts';

export type Derived = { table: string; row: number | string; what: string };

const PIECE = 500;

/** The first rows that do not follow, at most `most` of them. */
export async function verifyDerived(db: Kysely<Tables>, most: number): Promise<Derived[]> {
  const faults: Derived[] = [];
  await checkCustody(db, faults, most);
  await checkHeld(db, faults, most);
  await checkReview(db, faults);
  await checkDecided(db, faults, most);
  return faults.slice(0, most);
}

async function checkCustody(db: Kysely<Tables>, faults: Derived[], most: number): Promise<void> {
  let after = 0;
  while (faults.length < most) {
    const reports = await db
      .selectFrom('reports')
      .select(['id', 'tool', 'text', 'sha256', 'retrieved'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PIECE)
      .execute();
    if (reports.length === 0) break;
    const last = reports[reports.length - 1].id;
    const kept = await db
      .selectFrom('custody')
      .select(['report', 'step', 'kind', 'tool', 'input', 'output', 'at'])
      .where('report', '>', after)
      .where('report', '<=', last)
      .orderBy('report')
      .orderBy('step')
      .execute();
    const steps = new Map<number, Value[][]>();
    for (const row of kept) steps.set(row.report, [...(steps.get(row.report) ?? []), Object.values(row)]);
    for (const { id, tool, text, sha256: hash, retrieved } of reports) {
      const expected = custodyRows({ tool, textHash: sha256(text) }, id, hash, retrieved);
      if (JSON.stringify(steps.get(id) ?? []) !== JSON.stringify(expected))
        faults.push({ table: 'custody', row: id, what: 'was altered' });
      if (faults.length >= most) return;
    }
    after = last;
  }
  const { rows } = await sql<{ report: number }>`
    select report from custody where report not in (select id from reports) limit 1`.execute(db);
  if (rows.length > 0) faults.push({ table: 'custody', row: rows[0].report, what: 'was put in beside the journal' });
}

/** The last reading of a report holds, unless a later version of the report took its place. */
async function checkHeld(db: Kysely<Tables>, faults: Derived[], most: number): Promise<void> {
  const { rows } = await sql<{ report: number; what: string }>`
    select h.report as report, 'does not hold the last reading of its report' as what from held h
    left join readings r on r.id = h.reading
    where r.id is null or r.report <> h.report or r.claims <> h.claims_from
      or h.claims_to - h.claims_from <> (select count(*) from claims c where c.reading = h.reading)
      or h.reading <> (select max(id) from readings o where o.report = h.report)
    union all
    select id, 'is missing' from reports
    where id not in (select report from held) and id not in (select supersedes from reports where supersedes is not null)
    limit ${most}`.execute(db);
  for (const row of rows) faults.push({ table: 'held', row: row.report, what: row.what });
}

async function checkReview(db: Kysely<Tables>, faults: Derived[]): Promise<void> {
  const kept = new Map((await db.selectFrom('review').select(['claim', 'state']).execute()).map((row) => [row.claim, row.state]));
  const decided = await db.selectFrom('decisions').select('target').distinct().execute();
  for (const target of new Set([...kept.keys(), ...decided.map((row) => row.target)])) {
    const state = (await reviewStateOf(db, target))?.state ?? null;
    if ((kept.get(target) ?? null) !== state) faults.push({ table: 'review', row: target, what: 'is not what was decided' });
  }
}

/** The reading that holds is the engine's with what people decided, and nothing else. */
async function checkDecided(db: Kysely<Tables>, faults: Derived[], most: number): Promise<void> {
  const reports = new Set(await decidedReports(db));
  const others = await db.selectFrom('held').select('report').where('machine', 'is not', null).execute();
  for (const { report } of others) reports.add(report);
  for (const report of reports) {
    if (faults.length >= most) return;
    const decided = await decidedOf(db, report);
    if (decided !== null && !decided.isHeld) faults.push({ table: 'held', row: report, what: 'is not what was decided' });
  }
}
