/** Opens the desk that a server works on: the engine of the package, over a ledger file. */
import { caseReconciler } from '../app/case-reconciler.ts';
import { createEngine } from '../engine/index.ts';
import { listNamed } from '../engine/named.ts';
import { openLedger } from '../ledger/index.ts';
import type { Desk } from './desk.ts';
import { ledgerDesk } from './ledger-desk.ts';

export type Opened = { desk: Desk; close: () => Promise<void> };

export async function openDesk(file: string, caseName: string): Promise<Opened> {
  const ledger = await openLedger(file);
  try {
    const named = listNamed();
    const reconciler = caseReconciler(named);
    const desk = ledgerDesk({ ledger, engine: createEngine(), named, caseName, reconciler });
    return { desk, close: () => ledger.close() };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
