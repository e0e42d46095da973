/**
 * Takes reports in: reads each with the engine and records it, batch by batch. What is held already is passed over, what fails is listed with its reason, and
 * a run that was killed can simply be started again.
 */
import type { Engine } from '../engine/index.ts';
import {
  addItems,
  caseNamed,
  heldIdentities,
  type ImportItem,
  identityOf,
  importState,
  keyOf,
  type Ledger,
  markImport,
  markProgress,
  type Ready,
  recordReports,
  startImport,
  startRun,
} from '../ledger/index.ts';
import { holdImport, releaseImport } from './interrupted.ts';
import type { Item, Sized } from './items.ts';

export type Progress = {
  done: number;
  counts: { new: number; changed: number; held: number; failed: number };
  /** Reports a second since the start. */
  rate: number;
  /** From 0 to 1; null where the size of the whole is unknown. */
  share: number | null;
  secondsLeft: number | null;
};
export type IngestOptions = {
  ledger: Ledger;
  engine: Pick<Engine, 'version' | 'dataHash' | 'read'>;
  items: AsyncIterable<Sized> | Iterable<Sized>;
  caseName: string;
  /** What was asked for, in words: paths, an address. */
  source: string;
  /** Bytes of all sources together, for the time left. */
  totalSize?: number | null;
  signal?: AbortSignal;
  /** Milliseconds between looks at a paused import. */
  pauseMs?: number;
  onProgress?: (progress: Progress) => void;
  /** Milliseconds, for the rate. */
  clock?: () => number;
};
export type IngestResult = Progress['counts'] & {
  importId: number;
  state: 'finished' | 'cancelled';
  failures: { name: string; reason: string }[];
  /** Reports that are in the case now and were not before this run. */
  reports: number[];
};

const BATCH_ITEMS = 500;
const BATCH_BYTES = 8 * 1024 * 1024;
const FAILURES_TOLD = 1000;

export async function ingest(options: IngestOptions): Promise<IngestResult> {
  const { ledger, engine, caseName, source, signal } = options;
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const run = await startRun(ledger, { engine: engine.version, data: engine.dataHash, what: 'import' });
  const caseId = await caseNamed(ledger, caseName);
  const importId = await startImport(ledger, { caseId, source, tool: engine.version, run });
  await markImport(ledger, importId, 'running', 0, null);
  holdImport(ledger, importId);
  const result: IngestResult = { importId, state: 'finished', new: 0, changed: 0, held: 0, failed: 0, failures: [], reports: [] };
  let done = 0;
  let batch: Item[] = [];
  let bytes = 0;
  let size = 0;
  let isCancelled = false;
  const flush = async () => {
    if (batch.length === 0) return;
    isCancelled = await isCancelledAt(options, importId, done);
    if (isCancelled) return;
    const rows = await takeIn(options, { run, caseId, importId, firstOrd: done }, batch);
    for (const row of rows) {
      result[row.status] += 1;
      if (row.status === 'failed' && result.failures.length < FAILURES_TOLD)
        result.failures.push({ name: row.name, reason: row.reason ?? '' });
      if (row.report !== null && row.status !== 'held') result.reports.push(row.report);
    }
    done += batch.length;
    batch = [];
    bytes = 0;
    options.onProgress?.(progressOf(result, done, size, options.totalSize ?? null, (clock() - started) / 1000));
  };
  try {
    for await (const sized of options.items) {
      if (isCancelled || signal?.aborted) break;
      batch.push(sized.item);
      size = sized.size;
      bytes += sized.item.report?.bytes.length ?? 0;
      if (batch.length >= BATCH_ITEMS || bytes >= BATCH_BYTES) await flush();
    }
    if (!isCancelled && !signal?.aborted) await flush();
    if (isCancelled || signal?.aborted) result.state = 'cancelled';
    await markImport(ledger, importId, result.state, done, result.state === 'finished' ? done : null);
  } catch (error) {
    await markImport(ledger, importId, 'failed', done, null).catch(() => {});
    throw error;
  } finally {
    releaseImport(ledger, importId);
  }
  return result;
}

/** Waits while the import is paused, in whatever process that was asked for. */
async function isCancelledAt({ ledger, signal, pauseMs = 300 }: IngestOptions, importId: number, done: number): Promise<boolean> {
  let state = await markProgress(ledger, importId, done);
  while (state === 'paused' && !signal?.aborted) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    state = (await importState(ledger, importId)) ?? 'cancelled';
  }
  return state === 'cancelled' || signal?.aborted === true;
}

function progressOf(counts: Progress['counts'], done: number, size: number, total: number | null, seconds: number): Progress {
  const share = total === null || total === 0 ? null : Math.min(1, size / total);
  const { new: fresh, changed, held, failed } = counts;
  return {
    done,
    counts: { new: fresh, changed, held, failed },
    rate: seconds > 0 ? done / seconds : 0,
    share,
    secondsLeft: share === null || share === 0 ? null : (seconds * (1 - share)) / share,
  };
}

type Place = { run: number; caseId: number; importId: number; firstOrd: number };

async function takeIn({ ledger, engine }: IngestOptions, place: Place, items: readonly Item[]): Promise<ImportItem[]> {
  const identities = items.map((item) => (item.report ? identityOf(item.report) : ''));
  const held = await heldIdentities(ledger.read, identities);
  const rows: (ImportItem | null)[] = [];
  const ready: Ready[] = [];
  for (const [i, { name, report, fault }] of items.entries()) {
    if (!report) {
      rows.push({ name, status: 'failed', reason: fault, report: null });
      continue;
    }
    try {
      const key = keyOf(report);
      const { outlet, published, text } = report;
      // A report that is held is not read again; recording only puts it into the case.
      const known = held.get(identities[i]);
      const reading = known ? null : engine.read({ id: key, outlet, published, text });
      ready.push({ ...report, key, identity: identities[i], reading: reading as Ready['reading'] });
      rows.push(null);
    } catch (error) {
      rows.push({ name, status: 'failed', reason: (error as Error).message, report: null });
    }
  }
  let settled: ImportItem[] = [];
  await recordReports(ledger, place.run, place.caseId, ready, async (tx, outcomes) => {
    let next = 0;
    settled = rows.map((row, i) => {
      if (row) return row;
      const { status, report } = outcomes[next++];
      return { name: items[i].name, status, reason: null, report };
    });
    await addItems(tx, ledger, place.importId, place.firstOrd, settled);
  });
  return settled;
}
