/** A thread that opens files and reads reports. It owns nothing: when it dies, what it was at is given to another. */
import { parentPort } from 'node:worker_threads';
import type { Read } from '../app/ingest.ts';
import { itemsOfFile, type Sized } from '../app/items.ts';
import type { Report } from '../claim/reading.ts';
import { createEngine, type Engine } from '../engine/index.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const port = parentPort as NonNullable<typeof parentPort>;
const CHUNK_ITEMS = 64;
const CHUNK_BYTES = 2 * 1024 * 1024;
/** Chunks under way before the other side must have taken one. */
const CREDIT = 4;
const BEAT_MS = 1000;

let engine: Engine | null = null;
const credits = new Map<number, { left: number; wake: (() => void) | null }>();

port.on('message', (message: ToWorker) => {
  if (message.kind === 'open') void open(message);
  else if (message.kind === 'read') send({ kind: 'readings', task: message.task, list: read(message.reports) });
  else {
    const credit = credits.get(message.task);
    if (!credit) return;
    credit.left += 1;
    credit.wake?.();
  }
});
// While the thread hangs in one item, nothing beats.
setInterval(() => send({ kind: 'beat' }), BEAT_MS).unref();
send({ kind: 'ready' });

function read(reports: Report[]): Read[] {
  try {
    engine ??= createEngine();
    return Array.from(engine.readMany(reports), (reading) => ({ reading, fault: null }));
  } catch (error) {
    // one of them is to blame, and pays alone
    return reports.length > 1
      ? reports.flatMap((report) => read([report]))
      : [{ reading: null, fault: (error as Error).message }];
  }
}

async function open({ task, files, options }: Extract<ToWorker, { kind: 'open' }>): Promise<void> {
  const credit = { left: CREDIT, wake: null as (() => void) | null };
  credits.set(task, credit);
  let before = 0;
  for (const [file, one] of files.entries()) {
    let items: Sized[] = [];
    let bytes = 0;
    const flush = async () => {
      if (items.length === 0) return;
      if (credit.left === 0) await new Promise<void>((resolve) => (credit.wake = resolve));
      credit.wake = null;
      credit.left -= 1;
      const own = items.map(withOwnBytes);
      send(
        { kind: 'items', task, file, items: own },
        own.flatMap(({ item }) => (item.report ? [item.report.bytes.buffer as ArrayBuffer] : [])),
      );
      items = [];
      bytes = 0;
    };
    for await (const { item, size } of itemsOfFile(one, options)) {
      items.push({ item, size: before + size });
      bytes += (item.report?.bytes.length ?? 0) + (item.report?.text.length ?? 0);
      if (items.length >= CHUNK_ITEMS || bytes >= CHUNK_BYTES) await flush();
    }
    await flush();
    before += one.size;
    send({ kind: 'file-done', task, file });
  }
  credits.delete(task);
  send({ kind: 'opened', task });
}

/** A view of a larger buffer would take all of it along. */
function withOwnBytes({ item, size }: Sized): Sized {
  return item.report
    ? { item: { ...item, report: { ...item.report, bytes: new Uint8Array(item.report.bytes) } }, size }
    : { item, size };
}

function send(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}
