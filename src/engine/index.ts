/** The public, pure API of the engine: `createEngine().read(report)`. */
import type { Reading, Report } from '../claim/reading.ts';

export type Engine = {
  /** Name and version of the engine, part of every reading. */
  version: string;
  /** SHA-256 over the data the engine was built from. */
  dataHash: string;
  /** Reads one report. Never throws on text, whatever it holds. */
  read: (report: Report) => Reading;
};

export function createEngine(): Engine {
  throw new Error('not built yet');
}
