/**
 * Takes reports in: reads each with the engine and records it, batch by batch. What is held already is passed over, what fails is listed with its reason, and
 * a run that was killed can simply be started again.
 */
import type { Reading, Report } from '../claim/reading.ts';
import type { Engine } from '../engine/index.ts';
import {
  addItems,
  caseNamed,
  faultOf,
  heldIdentities,
  type ImportItem,
  identityOf,
  importState,
  isBusy,
  keyOf,
  type Ledger,
  markImport,
  markProgress,
  noStages,
  type Ready,
  recordReports,
  type StageCounts,
  seenOf,
  startImport,
  startRun,
} from '../ledger/index.ts';
import { holdImport, releaseImport } from './interrupted.ts';
import type { Item, Sized } from './items.ts';
import { capNursery } from './nursery.ts';
import { type Counts, type Progress, progressOf, totalAt } from './progress.ts';

export type { Progress } from './progress.ts';
/** A reading, or why there is none. */
export type Read = { reading: Reading; fault: null } | { reading: null; fault: string };
export type IngestOptions = {
  ledger: Ledger;
  /** `read` may be left out where `readAll` is given. */
  engine: Pick<Engine, 'version' | 'dataHash'> & Partial<Pick<Engine, 'read'>>;
  items: AsyncIterable<Sized> | Iterable<Sized>;
  caseName: string;
  /** What was asked for, in words: paths, an address. */
  source: string;
  /** Reads many reports at once, e.g. in other threads; by the engine, here, when left out. */
  readAll?: (reports: Report[]) => Promise<Read[]>;
  /** Bytes of all sources together, for the time left. */
  totalSize?: number | null;
  signal?: AbortSignal;
  /** Milliseconds between looks at a paused import. */
  pauseMs?: number;
  onStart?: (importId: number) => void;
  onProgress?: (progress: Progress) => void;
  /** Milliseconds, for the rate. */
  clock?: () => number;
};
export type IngestResult = Counts & {
  /** Of those that failed: at which stage. */
  stages: StageCounts;
  importId: number;
  state: 'finished' | 'cancelled';
  failures: { name: string; reason: string }[];
  /** Reports that are in the case now and were not before this run. */
  reports: number[];
};

const BATCH_ITEMS = 250;
const BATCH_BYTES = 8 * 1024 * 1024;
const FAILURES_TOLD = 1000;

type Run = { run: number; caseId: number; importId: number };
/** Items on their way into the ledger: what is held is known, the rest is being read. */
type Batch = { items: Item[]; size: number; read: Promise<Prepared> };
type Prepared = { rows: (ImportItem | null)[]; ready: Ready[] };

export async function ingest(options: IngestOptions): Promise<IngestResult> {
  const { ledger, engine, caseName, source, signal } = options;
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const run = await startRun(ledger, { engine: engine.version, data: engine.dataHash, what: 'import' });
  const caseId = await caseNamed(ledger, caseName);
  const importId = await startImport(ledger, { caseId, source, tool: engine.version, run });
  await markImport(ledger, importId, 'running', 0, null);
  holdImport(ledger, importId);
  options.onStart?.(importId);
  const result: IngestResult = {
    importId,
    state: 'finished',
    new: 0,
    changed: 0,
    held: 0,
    failed: 0,
    passed: 0,
    stages: noStages(),
    failures: [],
    reports: [],
  };
  let done = 0;
  let size = 0;
  let isCancelled = false;
  /** One batch is read while the one before it is recorded. */
  let waiting: Batch | null = null;
  const settle = async (batch: Batch | null) => {
    if (batch === null) return;
    const prepared = await batch.read;
    isCancelled = await isCancelledAt(options, importId, done, totalAt(done, size, options.totalSize ?? null));
    if (isCancelled) return;
    capNursery();
    const rows = await recordBatch(options, { run, caseId, importId }, batch.items, prepared, done);
    for (const row of rows) note(result, row);
    done += batch.items.length;
    size = batch.size;
    options.onProgress?.(progressOf(result, done, batch.size, options.totalSize ?? null, (clock() - started) / 1000));
  };
  try {
    for await (const { items, size } of batchesOf(options.items)) {
      if (isCancelled || signal?.aborted) break;
      const next: Batch = { items, size, read: prepare(options, items) };
      // a fault of a batch is met when its turn comes
      next.read.catch(() => {});
      await settle(waiting);
      waiting = next;
    }
    if (!isCancelled && !signal?.aborted) await settle(waiting);
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

function note(result: IngestResult, { name, status, reason, report, stage }: ImportItem): void {
  result[status] += 1;
  if (status === 'failed') result.stages[stage ?? 'unknown'] += 1;
  if (status === 'failed' && result.failures.length < FAILURES_TOLD) result.failures.push({ name, reason: reason ?? '' });
  if (report !== null && status !== 'held') result.reports.push(report);
}

async function* batchesOf(items: IngestOptions['items']): AsyncGenerator<{ items: Item[]; size: number }> {
  let batch: Item[] = [];
  let bytes = 0;
  let last = 0;
  for await (const { item, size } of items) {
    batch.push(item);
    bytes += item.report?.bytes.length ?? 0;
    last = size;
    if (batch.length < BATCH_ITEMS && bytes < BATCH_BYTES) continue;
    yield { items: batch, size };
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield { items: batch, size: last };
}

/** Waits while the import is paused, in whatever process that was asked for. */
async function isCancelledAt(
  { ledger, signal, pauseMs = 300 }: IngestOptions,
  importId: number,
  done: number,
  total: number | null,
): Promise<boolean> {
  let state = await markProgress(ledger, importId, done, total);
  while (state === 'paused' && !signal?.aborted) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    state = (await importState(ledger, importId)) ?? 'cancelled';
  }
  return state === 'cancelled' || signal?.aborted === true;
}

/**
 * Reads what is not held. A report that is held is not read again; recording only puts it into the case. An earlier text that was seen at its address is read:
 * recording tells whether it is there again.
 */
async function prepare({ ledger, engine, readAll }: IngestOptions, items: readonly Item[]): Promise<Prepared> {
  const identities = items.map((item) => (item.report ? identityOf(item.report) : ''));
  const held = await heldIdentities(ledger.read, identities);
  const unread: { at: number; report: Report }[] = [];
  const rows: (ImportItem | null)[] = items.map(({ name, report, fault, ...rest }, at) => {
    if (!report) {
      const { isPassed, stage = null } = rest as { isPassed?: boolean; stage?: ImportItem['stage'] };
      return isPassed
        ? { name, status: 'passed', reason: fault, report: null, stage: null }
        : { name, status: 'failed', reason: fault, report: null, stage };
    }
    const { outlet, published, text } = report;
    const known = held.get(identities[at]);
    if (!known || (!known.isCurrent && seenOf(report) !== null))
      unread.push({ at, report: { id: keyOf(report), outlet, published, text } });
    return null;
  });
  const reports = unread.map(({ report }) => report);
  const readings = readAll ? await readAll(reports) : reports.map((report) => readHere(engine, report));
  const of = new Map(unread.map(({ at }, i) => [at, readings[i]]));
  const ready: Ready[] = [];
  for (const [at, { name, report }] of items.entries()) {
    if (!report) continue;
    const read = of.get(at);
    if (read?.fault) rows[at] = { name, status: 'failed', reason: read.fault, report: null, stage: 'read' };
    else
      ready.push({
        ...report,
        key: keyOf(report),
        identity: identities[at],
        reading: (read?.reading ?? null) as Ready['reading'],
      });
  }
  return { rows, ready };
}

function readHere(engine: IngestOptions['engine'], report: Report): Read {
  try {
    if (!engine.read) throw new Error('there is no engine to read it');
    return { reading: engine.read(report), fault: null };
  } catch (error) {
    return { reading: null, fault: (error as Error).message };
  }
}

async function recordBatch(
  options: IngestOptions,
  of: Run,
  items: readonly Item[],
  prepared: Prepared,
  firstOrd: number,
): Promise<ImportItem[]> {
  try {
    return await recordTogether(options, of, items, prepared, firstOrd);
  } catch (error) {
    // a fault of the file or of the disk stops the import; one of a report costs that report alone
    if (isBusy(error) || faultOf(error, options.ledger.file) !== null) throw error;
    if (items.length > 1) return await recordOneByOne(options, of, items, prepared, firstOrd);
    const reason = `cannot be kept: ${(error as Error).message.slice(0, 200)}`;
    const failed: ImportItem = { name: items[0].name, status: 'failed', reason, report: null, stage: 'store' };
    return await recordTogether(options, of, items, { rows: [failed], ready: [] }, firstOrd);
  }
}

async function recordOneByOne(
  options: IngestOptions,
  of: Run,
  items: readonly Item[],
  { rows, ready }: Prepared,
  firstOrd: number,
): Promise<ImportItem[]> {
  const settled: ImportItem[] = [];
  let next = 0;
  for (const [i, row] of rows.entries()) {
    const alone = { rows: [row], ready: row ? [] : [ready[next++]] };
    settled.push(...(await recordBatch(options, of, [items[i]], alone, firstOrd + i)));
  }
  return settled;
}

async function recordTogether(
  { ledger }: IngestOptions,
  { run, caseId, importId }: Run,
  items: readonly Item[],
  { rows, ready }: Prepared,
  firstOrd: number,
): Promise<ImportItem[]> {
  let settled: ImportItem[] = [];
  await recordReports(ledger, run, caseId, ready, async (tx, outcomes) => {
    let next = 0;
    settled = rows.map((row, i) => {
      if (row) return row;
      const { status, report } = outcomes[next++];
      return { name: items[i].name, status, reason: null, report, stage: null };
    });
    await addItems(tx, ledger, importId, firstOrd, settled);
  });
  return settled;
}
