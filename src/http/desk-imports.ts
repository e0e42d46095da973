/** Imports at the desk: files that were sent are imported by a process of its own; a run is paused, continued, cancelled and tried again from here. */

import { rmSync, writeFileSync } from 'node:fs';
import { columnLists, columnsIn, columnsLine } from '../app/columns-told.ts';
import { endInterrupted } from '../app/interrupted.ts';
import { groupedReasons } from '../app/reasons.ts';
import { saveColumns, savedColumns } from '../app/saved-columns.ts';
import { pathsOfSource } from '../app/source-paths.ts';
import type { Columns, ImportOptions, SeenTable, TableColumns } from '../formats/import/index.ts';
import { runAside, startImportProcess } from '../jobs/import-process.ts';
import {
  findCase,
  findImport,
  type ImportSummary,
  itemsOf,
  type Ledger,
  listImports,
  paceOf,
  steerImport,
} from '../ledger/index.ts';
import type { ImportDetail, ImportRow, NewImport, NewPreview, Preview } from './client.ts';
import { freshen } from './desk-freshness.ts';
import type { LedgerDesk } from './ledger-desk.ts';
import { Refusal } from './problem.ts';
import { dropUpload, folderOf, uploadsOf } from './uploads.ts';

const MOST_AT_ONCE = 2;

export async function importsAt({ ledger }: LedgerDesk): Promise<ImportRow[]> {
  return await Promise.all((await listImports(ledger, 200)).map((run) => importRow(ledger, run)));
}

/** Failures and passed items that are shown; the table of them has them all. */
const SHOWN = 1000;
const ALL = 100_000;

export async function importAt({ ledger }: LedgerDesk, id: number, most = ALL): Promise<ImportDetail | null> {
  const found = await findImport(ledger, id);
  if (!found) return null;
  const failures = await itemsOf(ledger, id, 'failed', most);
  const passed = await itemsOf(ledger, id, 'passed', Math.min(most, SHOWN));
  return {
    ...(await importRow(ledger, found)),
    failures: failures.map(({ name, reason, stage }) => ({ name, reason: reason ?? '', stage })),
    passedOver: passed.map(({ name, reason }) => ({ name, reason: reason ?? '' })),
    reasons: most < ALL ? [] : groupedReasons(failures),
    pace: await paceOf(ledger, id),
  };
}

export async function startImportAt(desk: LedgerDesk, wanted: NewImport): Promise<number> {
  const { upload, addresses, case: into = desk.caseName, outlet, tables = [] } = wanted;
  if (addresses !== undefined) return await begin(desk, ['fetch', ...addresses, `--case=${into}`, ...permission(desk)]);
  if (upload === undefined) throw new Refusal(422, 'ISN-H22', 'upload: say which files, or which addresses');
  const folder = folderOf(fileOf(desk), upload);
  return await withTables(folder, tables, async (mapping) => {
    const id = await begin(desk, [
      'import',
      folder,
      `--case=${into}`,
      ...told({ outlet, columns: columnsGiven(wanted) }),
      ...mapping,
    ]);
    saveColumns(fileOf(desk), tables);
    return id;
  });
}

/** What stands in files that were sent, looked at by a process of its own: it ends when it takes too long. */
export async function previewAt(desk: LedgerDesk, wanted: NewPreview): Promise<Preview> {
  const folder = folderOf(fileOf(desk), wanted.upload);
  const given = told({ outlet: wanted.outlet, columns: columnsGiven(wanted) });
  const { code, out, said } = await withTables(folder, wanted.tables ?? [], (mapping) =>
    runAside(['import', folder, '--preview', '--json', ...given, ...mapping], PREVIEW_MS),
  );
  if (code !== 0)
    throw new Refusal(422, 'ISN-H22', said.trim().split('\n').at(-1) || 'the files take too long to look at; import them');
  const saved = savedColumns(fileOf(desk));
  const found = JSON.parse(out) as Omit<Preview, 'tables'> & { tables: SeenTable[] };
  return { ...found, tables: found.tables.map((table) => ({ ...table, saved: saved(table.header) })) };
}
const PREVIEW_MS = 25_000;

/** A line that is not written so is refused. */
function columnsGiven({ columns }: Pick<NewImport, 'columns'>): Columns | undefined {
  if (columns === undefined) return undefined;
  const given = columnsIn(columns);
  if (given === null) throw new Refusal(422, 'ISN-H22', 'columns: write FIELD=COLUMN, e.g. text=Body or text="Body, whole"');
  return given;
}

/** Columns of single forms of tables are more than fits a command line: they lie in a file beside the upload until the command has read them. */
async function withTables<T>(
  folder: string,
  tables: readonly TableColumns[],
  use: (mapping: string[]) => Promise<T>,
): Promise<T> {
  if (tables.length === 0) return await use([]);
  const file = `${folder}.tables.json`;
  writeFileSync(file, JSON.stringify(tables));
  try {
    return await use([`--mapping=${file}`]);
  } finally {
    rmSync(file, { force: true });
  }
}

/** Only who started the server may let it go out. */
function permission({ fetching }: LedgerDesk): string[] {
  if (fetching === null)
    throw new Refusal(403, 'ISN-H47', 'this server fetches nothing: start it with isnad serve --fetch, or use isnad fetch');
  return fetching.permitted === null ? [] : ['--test-only-permit', fetching.permitted, '--delay', '0'];
}

/** Paths that imports were made from. */
export async function sourcesOfImports(ledger: Ledger): Promise<Set<string>> {
  const rows = await ledger.read.selectFrom('imports').select('source').execute();
  return new Set(rows.flatMap(({ source }) => pathsOfSource(source)));
}

/** Tells the state that holds then: one that has ended cannot be steered. */
export async function steerImportAt(
  desk: LedgerDesk,
  id: number,
  to: 'paused' | 'running' | 'cancelled',
): Promise<ImportRow['state']> {
  await mustBe(desk, id);
  const state = await desk.inTurn(() => steerImport(desk.ledger, id, to));
  if (state !== to) throw new Refusal(409, 'ISN-H09', `the import is ${state} and cannot be ${to} any more`);
  return state;
}

/** Only what failed is tried again; of a run that was stopped everything that is not held yet. Returns the number of the new run. */
export async function retryImportAt(desk: LedgerDesk, id: number): Promise<number> {
  const run = await mustBe(desk, id);
  if (run.state === 'running' || run.state === 'paused') throw new Refusal(409, 'ISN-H09', 'the import has not ended yet');
  if (run.state === 'finished' && run.counts.failed === 0) throw new Refusal(409, 'ISN-H09', 'nothing failed in this import');
  const isFetched = pathsOfSource(run.source).some((source) => /^https?:/iu.test(source));
  return await begin(desk, ['imports', String(id), '--retry', ...(isFetched ? permission(desk).slice(0, 2) : [])]);
}

/** What a person told about the files, as the command line takes it. */
function told({ outlet, columns }: ImportOptions): string[] {
  const lines = columnLists(columns).map((one) => `--columns=${columnsLine(one)}`);
  return [...(outlet ? [`--outlet=${outlet}`] : []), ...lines];
}

async function mustBe({ ledger }: LedgerDesk, id: number): Promise<ImportSummary> {
  const found = await findImport(ledger, id);
  if (!found) throw new Refusal(404, 'ISN-H44', 'there is no such import');
  return found;
}

async function begin(desk: LedgerDesk, args: readonly string[]): Promise<number> {
  if (desk.imports.size >= MOST_AT_ONCE) throw new Refusal(409, 'ISN-H09', 'wait until one of the running imports has ended');
  const started = startImportProcess([...args, '--db', fileOf(desk)]);
  desk.imports.add(started);
  const ended = started.ended.finally(() => desk.imports.delete(started));
  const id = await started.id;
  if (id === null)
    throw new Refusal(422, 'ISN-H22', (await ended).said.trim().split('\n').at(-1) || 'the import could not start');
  void ended.then(() => settle(desk, id)).catch(() => {});
  return id;
}

/** A process that died leaves its import to be tried again; files that were sent go once all of them were taken in. */
async function settle(desk: LedgerDesk, id: number): Promise<void> {
  await desk.inTurn(() => endInterrupted(desk.ledger));
  const run = await mustBe(desk, id);
  const into = await findCase(desk.ledger, run.case);
  if (into !== null) void freshen(desk, into).catch(() => {});
  const [folder, ...others] = pathsOfSource(run.source);
  const isUpload = others.length === 0 && folder?.startsWith(`${uploadsOf(fileOf(desk))}/`);
  if (isUpload && run.state === 'finished' && run.counts.failed === 0) dropUpload(folder);
}

function fileOf({ ledger }: LedgerDesk): string {
  if (ledger.file === ':memory:') throw new Refusal(409, 'ISN-H09', 'a ledger in memory takes in no files');
  return ledger.file;
}

async function importRow(ledger: Ledger, run: ImportSummary): Promise<ImportRow> {
  const { id, source, case: into, tool, at, state, done, total, counts, stages } = run;
  const { new: fresh, changed, held, failed, passed } = counts;
  return {
    id,
    source: await sourceName(ledger, id, source),
    case: into,
    tool,
    at,
    state,
    done,
    total,
    kept: fresh + changed,
    changed,
    held,
    failed,
    passed,
    stages,
  };
}

/** The folder of an upload says nothing to people: its first files do. */
async function sourceName(ledger: Ledger, id: number, source: string): Promise<string> {
  const paths = pathsOfSource(source);
  const uploads = `${uploadsOf(ledger.file)}/`;
  if (!paths.every((path) => path.startsWith(uploads))) return paths.join(' ');
  const rows = await ledger.read
    .selectFrom('import_items')
    .select('name')
    .where('import', '=', id)
    .orderBy('ord')
    .limit(NAMES_LOOKED_AT)
    .execute();
  // an item is a file, or a part of one
  const names = [...new Set(rows.map(({ name }) => name.replace(/:.*$/u, '')))];
  if (names.length === 0) return paths.map((path) => `upload ${path.slice(uploads.length)}`).join(' ');
  return `${names.slice(0, 3).join(', ')}${names.length > 3 || rows.length === NAMES_LOOKED_AT ? ', …' : ''}`;
}
const NAMES_LOOKED_AT = 20;
