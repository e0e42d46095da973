/** Runs one import from the command line: progress on a terminal, failures with their reasons, the numbers at the end, Ctrl-C between batches. */
import type { IngestResult, Read } from '../app/ingest.ts';
import type { Sized } from '../app/items.ts';
import type { Report } from '../claim/reading.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Io } from './command.ts';
import { sayOlder } from './older-ledger.ts';
import { progressLine, stagesText } from './progress.ts';

export type Ingest = {
  db: string;
  caseName: string | undefined;
  source: string;
  isJson: boolean;
  total: number;
  /** Reads reports in other threads; here when left out. */
  readAll?: (reports: Report[]) => Promise<Read[]>;
};

const FAILURES_PRINTED = 20;

export async function runIngest(
  { db, caseName, source, isJson, total, readAll }: Ingest,
  io: Io,
  items: (ledger: Ledger) => AsyncIterable<Sized>,
): Promise<number> {
  const [{ createEngine, ENGINE_VERSION }, { loadData }, { openLedger, DEFAULT_CASE }, { ingest }, { endInterrupted }] =
    await Promise.all([
      import('../engine/index.ts'),
      import('../engine/load.ts'),
      import('../ledger/index.ts'),
      import('../app/ingest.ts'),
      import('../app/interrupted.ts'),
    ]);
  const ledger = await openLedger(db, { isBulk: true, onStep: sayOlder(db, io.stderr) });
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    for (const id of await endInterrupted(ledger))
      io.stderr.write(`isnad: import ${id} was interrupted; what it took in is held\n`);
    const result = await ingest({
      ledger,
      engine: readAll ? { version: ENGINE_VERSION, dataHash: loadData().hash } : createEngine(),
      readAll,
      items: items(ledger),
      caseName: caseName ?? DEFAULT_CASE,
      source,
      totalSize: total,
      signal: stop.signal,
      // A server that started this process waits for the number.
      onStart: (importId) => process.send?.({ importId }),
      onProgress: (progress) => {
        if (io.stderr.isTTY) io.stderr.write(`\r\x1b[K${progressLine(progress)}`);
      },
    });
    if (io.stderr.isTTY) io.stderr.write('\r\x1b[K');
    for (const { name, reason } of result.failures.slice(0, FAILURES_PRINTED)) io.stderr.write(`${name}: ${reason}\n`);
    if (result.failed > FAILURES_PRINTED)
      io.stderr.write(`and ${result.failed - FAILURES_PRINTED} more: isnad imports ${result.importId} --failed\n`);
    const { reports, failures, ...summary } = result;
    io.stdout.write(isJson ? `${JSON.stringify({ ...summary, failures })}\n` : `${summaryLine(result)}\n`);
    return result.state === 'cancelled' ? 130 : result.failed > 0 ? 1 : 0;
  } finally {
    process.removeListener('SIGINT', onSignal).removeListener('SIGTERM', onSignal);
    await ledger.close();
  }
}

function summaryLine(counts: Omit<IngestResult, 'failures' | 'reports'>): string {
  const parts = [`${counts.new} new`];
  if (counts.changed > 0) parts.push(`${counts.changed} changed since`);
  parts.push(`${counts.held} already held`);
  if (counts.failed > 0) parts.push(`${counts.failed} failed${stagesText(counts.stages)}`);
  if (counts.passed > 0) parts.push(`${counts.passed} without reports`);
  return `${parts.join(', ')} (import ${counts.importId}${counts.state === 'finished' ? '' : `, ${counts.state}`})`;
}
