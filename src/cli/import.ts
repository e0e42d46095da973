/** `isnad import PATH…`: files and folders of reports into the ledger. What is held already is passed over, so a run that was killed is started again. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { columnsIn } from '../app/columns-told.ts';
import type { FileToOpen } from '../app/items.ts';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import type { ImportOptions } from '../formats/import/index.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { runIngest } from './run-ingest.ts';

export const command: Command = {
  summary: 'bring files and folders of reports into the ledger',
  usage: [
    'isnad import PATH… [--case NAME] [--db FILE] [--outlet NAME] [--columns MAP | --mapping FILE] [--preview] [--json]',
    '',
    '  --case NAME     the case they go into; default main',
    '  --db FILE       the ledger; default isnad.db in your data folder, or ISNAD_DB',
    '  --outlet NAME   who published them, where they do not say',
    '  --columns MAP   columns of a table: text=COLUMN,published=COLUMN,outlet=…,url=…,headline=…,id=…; a name with a comma stands in quotation marks;',
    '                  given more than once, each table takes the first whose columns it has',
    '  --mapping FILE  keeps --columns in that file, or takes them from it',
    '  --preview       show the columns of tables and the first items with what is known of them; nothing is written to the ledger',
    '  --json          print what became of the import as JSON',
    '',
    'Reads web pages (HTML, MHTML), feeds, PDF, Word, OpenDocument, text, web archives (WARC, WACZ), tables (CSV, XLSX), lines of JSON, ninjs, Telegram exports,',
    'mail (EML, MBOX) and ZIP archives of these; each is known by its content.',
    'What is held already is only counted, so the same command goes on where a run was stopped. Ctrl-C ends after the batch at hand; nothing is lost.',
    'Exit code: 0 everything was read, 1 something failed (each is listed with its reason), 2 wrong use, 130 stopped.',
  ].join('\n'),
  run,
};

/** Bytes for which a second thread is worth its start. */
const LARGE = 4 * 1024 * 1024;
const FEW_FILES = 20;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new UsageError('ISN-U01', 'name files or folders to import');
  const options: ImportOptions = { ...columnsOf(values.columns, values.mapping), outlet: values.outlet };
  const [{ filesUnder }, { sourceOfPaths }] = await Promise.all([import('../app/items.ts'), import('../app/source-paths.ts')]);
  const files = filesOf(positionals, filesUnder);
  if (values.preview) return await preview(files, options, values.json === true, io);
  const { startPool } = await import('../jobs/pool.ts');
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const pool = startPool({ threads: files.length > FEW_FILES || total > LARGE ? 2 : 1 });
  try {
    const ingest = {
      db: values.db ?? defaultLedgerFile(io.env),
      caseName: values.case,
      source: sourceOfPaths(positionals, options),
      isJson: values.json === true,
      total,
    };
    return await runIngest({ ...ingest, readAll: pool.read }, io, () => pool.open(files, options));
  } finally {
    await pool.close();
  }
}

async function preview(files: FileToOpen[], options: ImportOptions, isJson: boolean, io: Io): Promise<number> {
  const { previewOf } = await import('../app/preview.ts');
  const { tables, items, isMore, ...of } = await previewOf(files, options);
  if (isJson) {
    io.stdout.write(`${JSON.stringify({ ...of, tables, items, isMore })}\n`);
    return 0;
  }
  for (const { name, header, rows, mapping, fault } of tables) {
    const fields = Object.entries(mapping ?? {}).map(([field, column]) => `${field} from ${column}`);
    io.stdout.write(`${name}: a table\n  columns: ${header.join(' | ')}\n  taken: ${fault ?? fields.join(', ')}\n`);
    for (const row of rows) io.stdout.write(`  ${row.map((cell) => cell.replace(/\s+/gu, ' ').slice(0, 40)).join(' | ')}\n`);
  }
  for (const item of items) {
    if ('reason' in item) io.stdout.write(`${item.name}: ${item.reason}\n`);
    else
      io.stdout.write(
        `${item.name}\n  outlet: ${item.outlet ?? 'unknown'}  published: ${item.published ?? 'unknown'}  address: ${item.url ?? 'unknown'}\n  ${item.start}\n  by: ${item.by}\n`,
      );
  }
  if (isMore) io.stdout.write('and more\n');
  return 0;
}

/** `text=Body,published=Date`, one mapping for each time it is given; kept in a file and taken from it. */
function columnsOf(given: string[] | undefined, file: string | undefined): Pick<ImportOptions, 'columns' | 'tables'> {
  if (given === undefined) {
    if (file === undefined) return {};
    if (!existsSync(file))
      throw new UsageError('ISN-U06', `cannot read ${file}: there is no such file; give --columns once to make it`);
    try {
      const kept = JSON.parse(readFileSync(file, 'utf8'));
      // a list is of forms of tables, each with its columns, or of mappings
      return Array.isArray(kept) && kept.every((one) => Array.isArray(one?.header)) ? { tables: kept } : { columns: kept };
    } catch {
      throw new UsageError('ISN-U41', `${file} is no mapping of columns: write {"text": "COLUMN"}`);
    }
  }
  const list = given.map((line) => {
    const columns = columnsIn(line);
    if (columns === null)
      throw new UsageError('ISN-U41', `--columns ${line}: write FIELD=COLUMN, e.g. text=Body or text="Body, whole"`);
    return columns;
  });
  const columns = list.length === 1 ? list[0] : list;
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(columns, null, 2)}\n`);
  return { columns };
}

function filesOf(paths: string[], filesUnder: (paths: string[]) => FileToOpen[]): FileToOpen[] {
  try {
    return filesUnder(paths);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError('ISN-U06', `cannot read ${path}: there is no such file`);
    if (code === 'EACCES') throw new UsageError('ISN-U06', `cannot read ${path}: permission denied`);
    throw error;
  }
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = {
      case: text,
      db: text,
      outlet: text,
      columns: { ...text, multiple: true },
      mapping: text,
      preview: flag,
      json: flag,
    } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
