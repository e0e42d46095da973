/**
 * Threads that import, behind two functions: `open` gives the items of files in their order, `read` reads reports. A thread that hangs or dies over an item
 * costs that item alone: it is listed with the reason, and the rest is given to a fresh thread.
 */

import type { Read } from '../app/ingest.ts';
import type { FileToOpen, Sized } from '../app/items.ts';
import type { Report } from '../claim/reading.ts';
import type { ImportOptions } from '../formats/import/index.ts';
import { eachReport } from './each-report.ts';
import type { FromWorker } from './messages.ts';
import { startThread, THREAD_LIMITS, type Thread, type ThreadLimits } from './thread.ts';

export type Pool = {
  open: (files: readonly FileToOpen[], options?: ImportOptions) => AsyncGenerator<Sized>;
  read: (reports: Report[]) => Promise<Read[]>;
  close: () => Promise<void>;
};
export type PoolOptions = { threads?: number; limits?: Partial<ThreadLimits> };

/** Small files are opened together. */
const GROUP_FILES = 32;
const GROUP_BYTES = 1024 * 1024;
/** Reports that a thread is given at once: three times as many as the engine reads side by side. */
const READ_TOGETHER = 48;

type OpenTask = {
  kind: 'open';
  files: FileToOpen[];
  options: ImportOptions;
  /** Files that are done. */
  doneFiles: number;
  /** Bytes of the files before those that a fresh thread was given. */
  offset: number;
  queue: Sized[][];
  isOpened: boolean;
  wake: (() => void) | null;
};
type ReadTask = { kind: 'read'; reports: Report[]; done: (list: Read[]) => void };
type Slot = { thread: Thread; open: number | null; tasks: Map<number, OpenTask | ReadTask> };

export function startPool({ threads = 2, limits = {} }: PoolOptions = {}): Pool {
  const waiting: [number, OpenTask][] = [];
  const slots: Slot[] = [];
  const bounds = { ...THREAD_LIMITS, ...limits };
  let nextTask = 1;
  let isClosed = false;

  const newSlot = (): Slot => {
    const slot: Slot = { thread: null as unknown as Thread, open: null, tasks: new Map() };
    slot.thread = startThread({ onMessage: (message) => heard(slot, message), onDeath: (reason) => died(slot, reason) }, bounds);
    return slot;
  };
  const give = (slot: Slot, id: number, task: OpenTask | ReadTask) => {
    slot.tasks.set(id, task);
    if (task.kind === 'read') slot.thread.post({ kind: 'read', task: id, reports: task.reports });
    else {
      slot.open = id;
      slot.thread.post({ kind: 'open', task: id, files: task.files.slice(task.doneFiles), options: task.options });
    }
  };
  const next = (slot: Slot) => {
    const first = slot.open === null ? waiting.shift() : undefined;
    if (first) give(slot, first[0], first[1]);
  };
  const push = (task: OpenTask, items: Sized[]) => {
    task.queue.push(items);
    task.wake?.();
  };
  const finish = (slot: Slot, id: number, task: OpenTask) => {
    slot.tasks.delete(id);
    slot.open = null;
    task.isOpened = true;
    task.wake?.();
    next(slot);
  };

  function heard(slot: Slot, message: FromWorker): void {
    if (message.kind === 'beat' || message.kind === 'ready') return;
    const task = slot.tasks.get(message.task);
    if (task === undefined) return;
    if (task.kind === 'read') {
      if (message.kind !== 'readings') return;
      slot.tasks.delete(message.task);
      task.done(message.list);
    } else if (message.kind === 'items') {
      push(
        task,
        message.items.map(({ item, size }) => ({ item, size: task.offset + size })),
      );
    } else if (message.kind === 'file-done') task.doneFiles += 1;
    else if (message.kind === 'opened') finish(slot, message.task, task);
  }

  function died(slot: Slot, reason: string): void {
    if (isClosed) return;
    const at = slots.indexOf(slot);
    const fresh = newSlot();
    slots[at] = fresh;
    for (const [id, task] of slot.tasks) {
      if (task.kind === 'read') {
        // one of the reports is to blame, or a file that was being opened beside: each is tried alone
        void eachReport(task.reports, slot.open === null ? reason : null, (reports) => read(reports)).then(task.done);
        continue;
      }
      const file = task.files[task.doneFiles];
      task.doneFiles += 1;
      task.offset = task.files.slice(0, task.doneFiles).reduce((sum, one) => sum + one.size, 0);
      push(task, [{ item: { name: file.name, report: null, fault: reason, stage: 'text' }, size: task.offset }]);
      if (task.doneFiles < task.files.length) waiting.unshift([id, task]);
      else {
        task.isOpened = true;
        task.wake?.();
      }
    }
    next(fresh);
  }

  const schedule = (files: FileToOpen[], options: ImportOptions): { id: number; task: OpenTask } => {
    const task: OpenTask = { kind: 'open', files, options, doneFiles: 0, offset: 0, queue: [], isOpened: false, wake: null };
    const id = nextTask++;
    waiting.push([id, task]);
    for (const slot of slots) next(slot);
    return { id, task };
  };

  async function* open(files: readonly FileToOpen[], options: ImportOptions = {}): AsyncGenerator<Sized> {
    const groups = grouped(files);
    const ahead: { id: number; task: OpenTask; size: number }[] = [];
    let before = 0;
    for (;;) {
      while (ahead.length <= threads) {
        const group = groups.next();
        if (group.done) break;
        ahead.push({ ...schedule(group.value, options), size: group.value.reduce((sum, file) => sum + file.size, 0) });
      }
      const first = ahead.shift();
      if (first === undefined) return;
      const { id, task } = first;
      for (;;) {
        const items = task.queue.shift();
        if (items !== undefined) {
          for (const slot of slots) if (slot.tasks.has(id)) slot.thread.post({ kind: 'more', task: id });
          for (const { item, size } of items) yield { item, size: before + size };
        } else if (task.isOpened) break;
        else await new Promise<void>((resolve) => (task.wake = resolve));
      }
      before += first.size;
    }
  }

  function readOn(slot: Slot, reports: Report[]): Promise<Read[]> {
    return new Promise((done) => give(slot, nextTask++, { kind: 'read', reports, done }));
  }

  async function read(reports: Report[]): Promise<Read[]> {
    const parts: Promise<Read[]>[] = [];
    for (let i = 0; i < reports.length; i += READ_TOGETHER) {
      const slot = slots.toSorted((a, b) => a.tasks.size - b.tasks.size)[0];
      parts.push(readOn(slot, reports.slice(i, i + READ_TOGETHER)));
    }
    return (await Promise.all(parts)).flat();
  }

  for (let i = 0; i < threads; i++) slots.push(newSlot());
  return {
    open,
    read,
    async close() {
      isClosed = true;
      await Promise.all(slots.map((slot) => slot.thread.end()));
    },
  };
}

function* grouped(files: readonly FileToOpen[]): Generator<FileToOpen[]> {
  let group: FileToOpen[] = [];
  let bytes = 0;
  for (const file of files) {
    if (group.length > 0 && (group.length >= GROUP_FILES || bytes + file.size > GROUP_BYTES)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(file);
    bytes += file.size;
  }
  if (group.length > 0) yield group;
}
