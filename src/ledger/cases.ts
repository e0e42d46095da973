/** Cases: named collections of reports. A report may lie in several. */
import type { Kysely } from 'kysely';
import type { Reading } from '../claim/reading.ts';
import { unpacked } from './body.ts';
import { namesOf } from './claim-rows.ts';
import { append, payloadOf } from './journal.ts';
import { intern } from './names.ts';
import type { Ledger } from './open.ts';
import { projectCase } from './postings.ts';
import { insertRows, nextId } from './rows.ts';
import type { Tables } from './tables.ts';

/** Where reports lie when no case is named. */
export const DEFAULT_CASE = 'main';

export async function caseNamed(ledger: Ledger, name: string): Promise<number> {
  const found = await findCase(ledger, name);
  if (found !== null) return found;
  const at = ledger.now();
  return await ledger.db.transaction().execute(async (tx) => {
    const again = await tx.selectFrom('cases').select('id').where('name', '=', name).executeTakeFirst();
    if (again) return again.id;
    const id = await nextId(tx, 'cases');
    await tx.insertInto('cases').values({ id, name, at }).execute();
    await append(tx, ledger.flavor, at, [{ kind: 'cases', first: id, last: id, payload: payloadOf([[id, name, at]]) }]);
    return id;
  });
}

export async function findCase(ledger: Ledger, name: string): Promise<number | null> {
  const row = await ledger.read.selectFrom('cases').select('id').where('name', '=', name).executeTakeFirst();
  return row?.id ?? null;
}

/** A later version lies in every case that the one before it lies in: otherwise the report would be gone from the others. */
export async function followIntoCases(
  ledger: Ledger,
  tx: Kysely<Tables>,
  changed: readonly { before: number; report: number }[],
  at: string,
): Promise<void> {
  for (const { before, report } of changed) {
    const cases = await tx.selectFrom('case_reports').select('case_id').where('report', '=', before).orderBy('case_id').execute();
    for (const { case_id } of cases) await addReportsToCase(ledger, tx, case_id, [report], at);
  }
}

/** Puts reports into a case; those that lie there already are passed over. `projected`: their postings name the case already. */
export async function addReportsToCase(
  ledger: Ledger,
  tx: Kysely<Tables>,
  caseId: number,
  reports: readonly number[],
  at: string,
  projected: ReadonlySet<number> = new Set(),
): Promise<void> {
  const wanted = [...new Set(reports)];
  const there = new Set<number>();
  for (let i = 0; i < wanted.length; i += 500) {
    const some = wanted.slice(i, i + 500);
    const rows = await tx
      .selectFrom('case_reports')
      .select('report')
      .where('case_id', '=', caseId)
      .where('report', 'in', some)
      .execute();
    for (const row of rows) there.add(row.report);
  }
  const fresh = wanted.filter((report) => !there.has(report)).sort((a, b) => a - b);
  if (fresh.length === 0) return;
  const rows = fresh.map((report) => [caseId, report]);
  await insertRows(tx, ledger.flavor, 'case_reports', ['case_id', 'report'], rows);
  const drafts = rows.map(([, report]) => ({
    kind: 'case_reports' as const,
    first: caseId,
    last: report,
    payload: payloadOf([[caseId, report]]),
  }));
  await append(tx, ledger.flavor, at, drafts);
  const indexed: { reading: Reading; firstClaim: number }[] = [];
  const others = fresh.filter((report) => !projected.has(report));
  for (let i = 0; i < others.length; i += 500) {
    const held = await tx
      .selectFrom('held')
      .innerJoin('readings', 'readings.id', 'held.reading')
      .select(['held.claims_from', 'readings.body'])
      .where('held.report', 'in', others.slice(i, i + 500))
      .execute();
    for (const row of held) indexed.push({ reading: unpacked<Reading>(row.body), firstClaim: row.claims_from });
  }
  const { ids } = await intern(
    tx,
    ledger.flavor,
    ledger.known,
    indexed.flatMap(({ reading }) => namesOf(reading)),
  );
  await projectCase(tx, ledger.flavor, (text) => ids.get(text) as number, caseId, indexed);
}
