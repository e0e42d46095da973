/** Opens the desk that a server works on: the engine of the package, over a ledger file. */
import { createEngine } from '../engine/index.ts';
import { listNamed } from '../engine/named.ts';
import { openLedger } from '../ledger/index.ts';
import type { Desk } from './desk.ts';
import { ledgerDesk } from './ledger-desk.ts';
import type { Reconciler } from './reconciler.ts';

export type Opened = { desk: Desk; close: () => Promise<void> };

export async function openDesk(file: string, caseName: string, reconciler: Reconciler | null = null): Promise<Opened> {
  const ledger = await openLedger(file);
  try {
    const desk = ledgerDesk({ ledger, engine: createEngine(), named: listNamed(), caseName, reconciler });
    return { desk, close: () => ledger.close() };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
