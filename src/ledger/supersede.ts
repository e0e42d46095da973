/** Takes what no longer holds out of postings and search: readings that were read again, reports that came in a changed version. Rows stay. */
import type { Kysely } from 'kysely';
import type { Reading } from '../claim/reading.ts';
import { unpacked } from './body.ts';
import { namesOf } from './claim-rows.ts';
import { intern } from './names.ts';
import type { Ledger } from './open.ts';
import { project } from './postings.ts';
import { unindexWords } from './search-index.ts';
import type { Tables } from './tables.ts';

/** Reports whose newer version holds now. */
export async function supersede(ledger: Ledger, tx: Kysely<Tables>, reports: readonly number[]): Promise<void> {
  if (reports.length === 0) return;
  await withdraw(ledger, tx, reports);
  await unindexWords(tx, reports);
  for (const report of reports) await tx.deleteFrom('held').where('report', '=', report).execute();
}

/** Takes the held readings of reports out of postings and facets. */
export async function withdraw(ledger: Ledger, tx: Kysely<Tables>, reports: readonly number[]): Promise<void> {
  for (const report of reports) {
    const held = await tx
      .selectFrom('held')
      .innerJoin('readings', 'readings.id', 'held.reading')
      .select(['held.claims_from', 'readings.body'])
      .where('held.report', '=', report)
      .executeTakeFirst();
    if (!held) continue;
    const reading = unpacked<Reading>(held.body);
    const { ids } = await intern(tx, ledger.flavor, ledger.known, namesOf(reading));
    const cases = await tx.selectFrom('case_reports').select('case_id').where('report', '=', report).execute();
    const indexed = { reading, firstClaim: held.claims_from, cases: cases.map((row) => row.case_id) };
    await project(tx, ledger.flavor, (text) => ids.get(text) as number, -1, [indexed]);
  }
}
