/** Time that the processor spends on something, measured in a way that a slow or busy machine does not fail. */

/** Milliseconds of the fastest of `runs`. */
export function processorTime(run: () => void, runs = 3): number {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < runs; n++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/**
 * How many times as long `run` takes as counting and sorting the words of the same files: what loads in one pass stays at a few times, whatever the machine;
 * what goes through its records for each record comes to hundreds.
 */
export function timesCounting(run: () => void, files: readonly { readonly text: string }[]): number {
  const counting = processorTime(() => {
    for (const { text } of files) {
      const seen = new Map<string, number>();
      for (const word of text.split(/[\s:]+/)) seen.set(word.normalize('NFC'), (seen.get(word) ?? 0) + 1);
      [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
    }
  });
  return processorTime(run) / Math.max(counting, 1);
}
