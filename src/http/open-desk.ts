/** Opens the desk that a server works on: the engine of the package, over a ledger file. */
import { endInterrupted } from '../app/interrupted.ts';
import { createReconciler } from '../app/reconciler.ts';
import { loadSampleCase } from '../app/sample-case.ts';
import { createEngine } from '../engine/index.ts';
import { listNamed } from '../engine/named.ts';
import { DEFAULT_CASE, type Ledger, listCases, openLedger } from '../ledger/index.ts';
import type { Desk } from './desk.ts';
import { sourcesOfImports } from './desk-imports.ts';
import { type Fetching, ledgerDesk } from './ledger-desk.ts';
import { sweepUploads } from './uploads.ts';

export type Opened = { desk: Desk; close: () => Promise<void> };
export type OpenOptions = {
  /** The case that is meant when none is named; null: the default one, or the first where that is not there. */
  caseName?: string | null;
  /** Puts the sample case into a ledger that holds no case yet. */
  withSample?: boolean;
  /** Told before each step that brings a ledger of an older isnad to the newest form. */
  onStep?: (name: string) => void;
  /** Up to so many reports of a case events are computed while somebody waits. */
  whileWaiting?: number;
  fetching?: Fetching | null;
};

export async function openDesk(
  file: string,
  { caseName = null, withSample = false, onStep, whileWaiting, fetching }: OpenOptions = {},
): Promise<Opened> {
  const ledger = await openLedger(file, { onStep });
  try {
    const engine = createEngine();
    if (withSample && (await listCases(ledger.read)).length === 0) await loadSampleCase(ledger, engine);
    const shown = caseName ?? (await firstCase(ledger));
    const reconciler = createReconciler();
    const desk = ledgerDesk({ ledger, engine, named: listNamed(), caseName: shown, reconciler, whileWaiting, fetching });
    sweepUploads(file, await sourcesOfImports(ledger));
    await endInterrupted(ledger);
    const close = async () => {
      await desk.close();
      await ledger.close();
    };
    return { desk, close };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

async function firstCase(ledger: Ledger): Promise<string> {
  const names = (await listCases(ledger.read)).map(({ name }) => name);
  return names.length === 0 || names.includes(DEFAULT_CASE) ? DEFAULT_CASE : names[0];
}
