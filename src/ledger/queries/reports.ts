/** Which reports, and one of them with its reading and its custody? */
import { type Kysely, sql } from 'kysely';
import type { Reading } from '../../claim/reading.ts';
import { unpacked } from '../body.ts';
import { textsOf } from '../names.ts';
import type { Tables } from '../tables.ts';

export type HeldReport = {
  id: number;
  key: string;
  outlet: string | null;
  published: string | null;
  url: string | null;
  text: string;
  sha256: string;
  reading: Reading;
};
export type ReportPage = HeldReport & {
  version: number;
  versions: { version: number; retrieved: string; sha256: string; isHeld: boolean }[];
  retrieved: string;
  source: string | null;
  item: string | null;
  mediaType: string;
  engine: string;
  data: string;
  custody: Omit<Tables['custody'], 'report'>[];
  cases: string[];
};

/** The engine's own reading, whatever people decided since. */
export const AS_READ = sql<number>`coalesce(held.machine, held.reading)`;

/** Reports that hold, in the order of their keys' numbers, piece by piece; `caseId` null: of all cases. `asRead`: with the engine's readings, whatever was decided. */
export async function* heldReports(
  db: Kysely<Tables>,
  caseId: number | null,
  { piece = 200, asRead = false }: { piece?: number; asRead?: boolean } = {},
): AsyncGenerator<HeldReport> {
  let after = 0;
  for (;;) {
    let question = db
      .selectFrom('held')
      .innerJoin('reports', 'reports.id', 'held.report')
      .innerJoin('readings', (join) => join.on('readings.id', '=', asRead ? AS_READ : sql.ref('held.reading')))
      .select([
        'reports.id',
        'reports.key',
        'reports.outlet',
        'reports.published',
        'reports.url',
        'reports.text',
        'reports.sha256',
      ])
      .select('readings.body')
      .where('held.report', '>', after)
      .orderBy('held.report')
      .limit(piece);
    if (caseId !== null) {
      question = question.where(
        'held.report',
        'in',
        db.selectFrom('case_reports').select('report').where('case_id', '=', caseId),
      );
    }
    const rows = await question.execute();
    if (rows.length === 0) return;
    const outlets = await textsOf(
      db,
      rows.map((row) => row.outlet),
    );
    for (const { body, outlet, ...row } of rows) {
      yield { ...row, outlet: outlets.get(outlet as number) ?? null, reading: unpacked<Reading>(body) };
    }
    after = rows[rows.length - 1].id;
  }
}

/** Reports that hold, by their keys or their numbers, in pieces. */
export async function* heldReportsWith(
  db: Kysely<Tables>,
  wanted: readonly string[] | readonly number[],
  piece = 200,
): AsyncGenerator<HeldReport & { readingId: number }> {
  for (let i = 0; i < wanted.length; i += piece) {
    const some = wanted.slice(i, i + piece);
    const rows = await db
      .selectFrom('held')
      .innerJoin('reports', 'reports.id', 'held.report')
      .innerJoin('readings', 'readings.id', 'held.reading')
      .select([
        'reports.id',
        'reports.key',
        'reports.outlet',
        'reports.published',
        'reports.url',
        'reports.text',
        'reports.sha256',
      ])
      .select(['readings.body', 'held.reading as readingId'])
      .where((of) =>
        typeof some[0] === 'number' ? of('reports.id', 'in', some as number[]) : of('reports.key', 'in', some as string[]),
      )
      .orderBy('reports.id')
      .execute();
    const outlets = await textsOf(
      db,
      rows.map((row) => row.outlet),
    );
    for (const { body, outlet, ...row } of rows)
      yield { ...row, outlet: outlets.get(outlet as number) ?? null, reading: unpacked<Reading>(body) };
  }
}

export async function countReports(db: Kysely<Tables>, caseId: number): Promise<number> {
  const row = await db
    .selectFrom('case_reports')
    .innerJoin('held', 'held.report', 'case_reports.report')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Another one whenever a report came, was read again or decided on. */
export async function markOfReadings(db: Kysely<Tables>, caseId: number): Promise<string> {
  const row = await db
    .selectFrom('case_reports')
    .innerJoin('held', 'held.report', 'case_reports.report')
    .select((of) => [of.fn.countAll<number>().as('n'), of.fn.max('held.reading').as('top')])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return `${row.n} ${row.top}`;
}

/** Another one whenever {@link markOfReadings} is, or somebody decided. */
export async function markOfCase(db: Kysely<Tables>, caseId: number): Promise<string> {
  const last = await db
    .selectFrom('decisions')
    .select((of) => of.fn.max('id').as('top'))
    .executeTakeFirst();
  return `${await markOfReadings(db, caseId)} ${last?.top ?? 0}`;
}

export async function reportByKey(db: Kysely<Tables>, key: string): Promise<ReportPage | null> {
  const row = await db
    .selectFrom('reports')
    .innerJoin('held', 'held.report', 'reports.id')
    .innerJoin('readings', 'readings.id', 'held.reading')
    .innerJoin('runs', 'runs.id', 'readings.run')
    .selectAll('reports')
    .select(['readings.body', 'runs.engine', 'runs.data'])
    .where('reports.key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  const { body, outlet, bytes: _, media_type, identity: __, supersedes: ___, run: ____, tool: _____, ...rest } = row;
  const outlets = await textsOf(db, [outlet]);
  const versions = await db
    .selectFrom('reports')
    .select(['id', 'version', 'retrieved', 'sha256'])
    .where('key', '=', key)
    .orderBy('version')
    .execute();
  const cases = await db
    .selectFrom('case_reports')
    .innerJoin('cases', 'cases.id', 'case_reports.case_id')
    .select('cases.name')
    .where('report', '=', row.id)
    .orderBy('cases.name')
    .execute();
  const custody = await db
    .selectFrom('custody')
    .select(['step', 'kind', 'tool', 'input', 'output', 'at'])
    .where('report', '=', row.id)
    .orderBy('step')
    .execute();
  return {
    ...rest,
    outlet: outlets.get(outlet as number) ?? null,
    mediaType: media_type,
    reading: unpacked<Reading>(body),
    versions: versions.map(({ id, ...version }) => ({ ...version, isHeld: id === row.id })),
    custody,
    cases: cases.map((one) => one.name),
  };
}

/** The bytes as they came. */
export async function bytesOf(db: Kysely<Tables>, id: number): Promise<Uint8Array | null> {
  const row = await db.selectFrom('reports').select(['bytes', 'text']).where('id', '=', id).executeTakeFirst();
  return row ? (row.bytes ?? Buffer.from(row.text, 'utf8')) : null;
}

/** Which of these texts are held already, and whether the version that holds has it; a text that is there again holds under another identity. */
export async function heldIdentities(
  db: Kysely<Tables>,
  identities: readonly string[],
): Promise<Map<string, { isCurrent: boolean }>> {
  const found = new Map<string, { isCurrent: boolean }>();
  for (let i = 0; i < identities.length; i += 500) {
    const rows = await db
      .selectFrom('reports')
      .leftJoin('held', 'held.report', 'reports.id')
      .select(['reports.identity', 'held.report as holds'])
      .where('reports.identity', 'in', identities.slice(i, i + 500))
      .execute();
    for (const { identity, holds } of rows) found.set(identity, { isCurrent: holds !== null });
  }
  return found;
}
