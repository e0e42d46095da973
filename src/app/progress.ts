/** How far an import is, how fast, and how long it will take. */
import type { ItemStatus, StageCounts } from '../ledger/index.ts';

export type Counts = Record<ItemStatus, number>;
export type Progress = {
  done: number;
  counts: Counts;
  /** Of those that failed: at which stage. */
  stages: StageCounts;
  /** Items a second since the start. */
  rate: number;
  /** From 0 to 1; null where the size of the whole is unknown. */
  share: number | null;
  secondsLeft: number | null;
};

export function progressOf(
  counts: Counts & { stages: StageCounts },
  done: number,
  size: number,
  total: number | null,
  seconds: number,
): Progress {
  const share = total === null || total === 0 ? null : Math.min(1, size / total);
  const { new: fresh, changed, held, failed, passed } = counts;
  return {
    done,
    counts: { new: fresh, changed, held, failed, passed },
    stages: { ...counts.stages },
    rate: seconds > 0 ? done / seconds : 0,
    share,
    secondsLeft: share === null || share === 0 ? null : (seconds * (1 - share)) / share,
  };
}

/** How many items there will be, should the rest of the bytes hold as many as those so far; null where that cannot be told. */
export function totalAt(done: number, size: number, total: number | null): number | null {
  return total === null || size === 0 || done === 0 ? null : Math.max(done, Math.round((done * total) / size));
}
