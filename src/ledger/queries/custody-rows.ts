/** What proves a case without the ledger: the journal, and the values of the rows it covers, texts and bytes left to files beside. */
import type { Kysely } from 'kysely';
import { type Entry, sha256 } from '../journal.ts';
import { REPORT_COLUMNS } from '../record.ts';
import type { Value } from '../rows.ts';
import type { Tables } from '../tables.ts';

const PIECE = 1000;
/** Places of a report's row whose values stand in files of their own. */
export const TEXT_AT = REPORT_COLUMNS.indexOf('text');
export const BYTES_AT = REPORT_COLUMNS.indexOf('bytes');
export const REPORT_HASH_AT = REPORT_COLUMNS.indexOf('sha256');

export async function* journalEntries(db: Kysely<Tables>): AsyncGenerator<Entry> {
  let seq = 0;
  for (;;) {
    const entries = await db.selectFrom('journal').selectAll().where('seq', '>', seq).orderBy('seq').limit(PIECE).execute();
    if (entries.length === 0) return;
    yield* entries;
    seq = entries[entries.length - 1].seq;
  }
}

export type CoveredRow = { kind: 'reports' | 'readings'; report: string; values: (string | number | null)[] };

/** Of one report that holds: its row and that of its reading, as the journal hashed them; the text is left out. */
export async function coveredRows(db: Kysely<Tables>, key: string): Promise<CoveredRow[]> {
  const report = await db
    .selectFrom('reports')
    .innerJoin('held', 'held.report', 'reports.id')
    .selectAll('reports')
    .select('held.reading')
    .where('reports.key', '=', key)
    .executeTakeFirstOrThrow();
  const reading = await db
    .selectFrom('readings')
    .select(['id', 'report', 'run', 'claims', 'sha256'])
    .where('id', '=', report.reading)
    .executeTakeFirstOrThrow();
  const values = REPORT_COLUMNS.map((column): string | number | null => {
    const value: Value = report[column];
    if (column === 'text') return null;
    return value instanceof Uint8Array ? sha256(value) : value;
  });
  const { id, report: of, run, claims, sha256: hash } = reading;
  return [
    { kind: 'reports', report: key, values },
    { kind: 'readings', report: key, values: [id, of, run, claims, hash] },
  ];
}
