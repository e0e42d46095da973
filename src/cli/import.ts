/** `isnad import PATH…`: files and folders of reports into the ledger. What is held already is passed over, so a run that was killed is started again. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
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
    '  --columns MAP   columns of a table: text=COLUMN,published=COLUMN,outlet=…,url=…,headline=…,id=…',
    '  --mapping FILE  keeps --columns in that file, or takes them from it',
    '  --preview       show the first items and what is known of them; nothing is written to the ledger',
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
  const options: ImportOptions = { columns: columnsOf(values.columns, values.mapping), outlet: values.outlet };
  const [{ filesUnder }, { sourceOfPaths }] = await Promise.all([import('../app/items.ts'), import('../app/source-paths.ts')]);
  const files = filesOf(positionals, filesUnder);
  const { startPool } = await import('../jobs/pool.ts');
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const pool = startPool({ threads: !values.preview && (files.length > FEW_FILES || total > LARGE) ? 2 : 1 });
  try {
    if (values.preview) return await preview(pool.open(files, options), io);
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

const PREVIEWED = 20;

async function preview(
  items: ReturnType<ReturnType<typeof import('../jobs/pool.ts').startPool>['open']>,
  io: Io,
): Promise<number> {
  let n = 0;
  for await (const { item } of items) {
    if (n++ === PREVIEWED) {
      io.stdout.write('and more\n');
      break;
    }
    if (item.report === null) io.stdout.write(`${item.name}: ${item.fault}\n`);
    else {
      const { outlet, published, url, text, tool } = item.report;
      const start = text.replace(/\s+/gu, ' ').slice(0, 160);
      io.stdout.write(
        `${item.name}\n  outlet: ${outlet ?? 'unknown'}  published: ${published ?? 'unknown'}  address: ${url ?? 'unknown'}\n  ${start}\n  by: ${tool}\n`,
      );
    }
  }
  return 0;
}

/** `text=Body,published=Date`; kept in a file and taken from it. */
function columnsOf(given: string | undefined, file: string | undefined): Record<string, string> | undefined {
  if (given === undefined) {
    if (file === undefined) return undefined;
    if (!existsSync(file))
      throw new UsageError('ISN-U06', `cannot read ${file}: there is no such file; give --columns once to make it`);
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      throw new UsageError('ISN-U41', `${file} is no mapping of columns: write {"text": "COLUMN"}`);
    }
  }
  const columns: Record<string, string> = {};
  for (const pair of given.split(',')) {
    const at = pair.indexOf('=');
    if (at <= 0) throw new UsageError('ISN-U41', `--columns ${pair}: write FIELD=COLUMN, e.g. text=Body`);
    columns[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(columns, null, 2)}\n`);
  return columns;
}

function filesOf<T>(paths: string[], filesUnder: (paths: string[]) => T): T {
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
    const options = { case: text, db: text, outlet: text, columns: text, mapping: text, preview: flag, json: flag } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
