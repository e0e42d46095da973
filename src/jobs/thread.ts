/** One importing thread as the pool sees it: starts it, watches whether it is alive, ends it when it hangs. */
import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './messages.ts';

export type Thread = { post: (message: ToWorker) => void; end: () => Promise<void> };
export type Watch = {
  onMessage: (message: FromWorker) => void;
  /** It hung, ran out of memory or failed; in words. Nothing comes from it any more. */
  onDeath: (reason: string) => void;
};

export type ThreadLimits = { hangMs: number; heapMb: number };
/** A page takes milliseconds and a large document seconds: who is silent for longer hangs. */
export const THREAD_LIMITS: ThreadLimits = { hangMs: 60_000, heapMb: 512 };
const STARTING_MS = 120_000;
/** Of what a thread may hold, for what is made anew: sixteen megabytes three times, with less a quarter of the speed of reading is lost. */
const YOUNG_MB = 48;

export function startThread({ onMessage, onDeath }: Watch, { hangMs, heapMb }: ThreadLimits): Thread {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    // options of the program that started us may not fit a thread
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  let isOver = false;
  let lastSign = performance.now();
  let allowed = STARTING_MS;
  const over = (reason: string) => {
    if (isOver) return;
    isOver = true;
    clearInterval(watch);
    void worker.terminate();
    onDeath(reason);
  };
  const watch = setInterval(
    () => {
      if (performance.now() - lastSign > allowed) over(`takes longer than ${Math.round(hangMs / 1000)} seconds to read`);
    },
    Math.min(1000, hangMs / 4),
  );
  watch.unref();
  worker.on('message', (message: FromWorker) => {
    if (isOver) return;
    lastSign = performance.now();
    allowed = hangMs;
    if (message.kind !== 'beat' && message.kind !== 'ready') onMessage(message);
  });
  worker.on('error', (error: NodeJS.ErrnoException) =>
    over(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'needs more memory than an item may have' : `cannot be read: ${error.message}`,
    ),
  );
  worker.on('exit', () => over('cannot be read: its thread ended'));
  return {
    post: (message) => worker.postMessage(message),
    async end() {
      isOver = true;
      clearInterval(watch);
      await worker.terminate();
    },
  };
}
