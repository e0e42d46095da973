/** Runs: which engine with which data did what; every reading names its run. */
import { append, payloadOf } from './journal.ts';
import type { Ledger } from './open.ts';
import { nextId } from './rows.ts';

export type RunOf = { engine: string; data: string; what: 'import' | 'reread' };

export async function startRun(ledger: Ledger, { engine, data, what }: RunOf): Promise<number> {
  const at = ledger.now();
  return await ledger.db.transaction().execute(async (tx) => {
    const id = await nextId(tx, 'runs');
    await tx.insertInto('runs').values({ id, engine, data, what, at }).execute();
    const payload = payloadOf([[id, engine, data, what, at]]);
    await append(tx, ledger.flavor, at, [{ kind: 'runs', first: id, last: id, payload }]);
    return id;
  });
}
