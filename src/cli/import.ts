/** `isnad import PATH…`: files and folders of reports into the ledger. What is held already is passed over, so a run that was killed is started again. */
import { parseArgs } from 'node:util';
import type { IngestResult } from '../app/ingest.ts';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { progressLine } from './progress.ts';

export const command: Command = {
  summary: 'bring files and folders of reports into the ledger',
  usage: [
    'isnad import PATH… [--case NAME] [--db FILE] [--json]',
    '',
    '  --case NAME   the case they go into; default main',
    '  --db FILE     the ledger; default isnad.db in your data folder, or ISNAD_DB',
    '  --json        print what became of the import as JSON',
    '',
    'What is held already is only counted, so the same command goes on where a run was stopped. Ctrl-C ends after the batch at hand; nothing is lost.',
    'Exit code: 0 everything was read, 1 something failed (each is listed with its reason), 2 wrong use, 130 stopped.',
  ].join('\n'),
  run,
};

const FAILURES_PRINTED = 20;
/** Bytes for which a second thread is worth its start. */
const LARGE = 4 * 1024 * 1024;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new UsageError('ISN-U01', 'name files or folders to import');
  const [
    { ENGINE_VERSION },
    { loadData },
    { openLedger, DEFAULT_CASE },
    { ingest },
    { filesUnder },
    { endInterrupted },
    { startPool },
  ] = await Promise.all([
    import('../engine/index.ts'),
    import('../engine/load.ts'),
    import('../ledger/index.ts'),
    import('../app/ingest.ts'),
    import('../app/items.ts'),
    import('../app/interrupted.ts'),
    import('../jobs/pool.ts'),
  ]);
  const files = filesOf(positionals, filesUnder);
  const ledger = await openLedger(values.db ?? defaultLedgerFile(io.env));
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const pool = startPool({ threads: files.length > 20 || size > LARGE ? 2 : 1 });
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    for (const id of await endInterrupted(ledger))
      io.stderr.write(`isnad import: run ${id} was interrupted; what it took in is held\n`);
    const result = await ingest({
      ledger,
      // the threads have the engine
      engine: { version: ENGINE_VERSION, dataHash: loadData().hash },
      items: pool.open(files),
      readAll: pool.read,
      caseName: values.case ?? DEFAULT_CASE,
      source: positionals.join(' '),
      totalSize: size,
      signal: stop.signal,
      onProgress: (progress) => io.stderr.isTTY && io.stderr.write(`\r\x1b[K${progressLine(progress)}`),
    });
    if (io.stderr.isTTY) io.stderr.write('\r\x1b[K');
    for (const { name, reason } of result.failures.slice(0, FAILURES_PRINTED)) io.stderr.write(`${name}: ${reason}\n`);
    if (result.failed > FAILURES_PRINTED)
      io.stderr.write(`and ${result.failed - FAILURES_PRINTED} more: isnad imports ${result.importId} --failed\n`);
    const { reports, failures, ...summary } = result;
    io.stdout.write(values.json ? `${JSON.stringify({ ...summary, failures })}\n` : `${summaryLine(result)}\n`);
    return result.state === 'cancelled' ? 130 : result.failed > 0 ? 1 : 0;
  } finally {
    process.removeListener('SIGINT', onSignal).removeListener('SIGTERM', onSignal);
    await pool.close();
    await ledger.close();
  }
}

type Counts = Omit<IngestResult, 'failures' | 'reports'>;

function summaryLine(counts: Counts): string {
  const parts = [`${counts.new} new`];
  if (counts.changed > 0) parts.push(`${counts.changed} changed since`);
  parts.push(`${counts.held} already held`);
  if (counts.failed > 0) parts.push(`${counts.failed} failed`);
  if (counts.passed > 0) parts.push(`${counts.passed} without reports`);
  return `${parts.join(', ')} (import ${counts.importId}${counts.state === 'finished' ? '' : `, ${counts.state}`})`;
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
    return parseArgs({ args, allowPositionals: true, options: { case: text, db: text, json: { type: 'boolean' } } });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
