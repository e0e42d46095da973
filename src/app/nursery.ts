/** Keeps the memory of a process flat through which very many short-lived things pass: V8 sets little aside for fresh things and looks sooner for what is gone. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** V8 doubles its nursery up to 128 MB; from here on a larger one saves no time that could be measured. */
const ENOUGH_BYTES = 8 * 1024 * 1024;
let isFrugal = false;
let isCapped = false;

/** To be called now and then: the size of the nursery can be held where it is, not made smaller, and not be set once V8 runs. */
export function capNursery(): void {
  if (isCapped) return;
  // V8 lets the heap grow to four times what is alive before it looks; half as much again costs no time that could be measured
  if (!isFrugal) setFlagsFromString('--heap-growing-percent=50');
  isFrugal = true;
  const nursery = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  if (nursery && nursery.space_size < ENOUGH_BYTES) return;
  setFlagsFromString('--semi-space-growth-factor=1');
  isCapped = true;
}
