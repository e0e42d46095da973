/** Time that the processor spends on something, whatever else runs on the machine. */

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
