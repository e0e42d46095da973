/** Runs: which engine with which data did what; every reading names its run. */
import type { Kysely } from 'kysely';
import { append, payloadOf } from './journal.ts';
import type { Ledger } from './open.ts';
import { nextId } from './rows.ts';
import type { Tables } from './tables.ts';

export type RunOf = { engine: string; data: string; what: 'import' | 'reread' | 'review' };

export async function startRun(ledger: Ledger, run: RunOf): Promise<number> {
  return await ledger.db.transaction().execute((tx) => addRun(tx, ledger, run));
}

async function addRun(tx: Kysely<Tables>, ledger: Ledger, { engine, data, what }: RunOf): Promise<number> {
  const at = ledger.now();
  const id = await nextId(tx, 'runs');
  await tx.insertInto('runs').values({ id, engine, data, what, at }).execute();
  const payload = payloadOf([[id, engine, data, what, at]]);
  await append(tx, ledger.flavor, at, [{ kind: 'runs', first: id, last: id, payload }]);
  return id;
}

/** The run of decisions on what another run read: one for each engine and data. */
export async function reviewRun(tx: Kysely<Tables>, ledger: Ledger, of: number): Promise<number> {
  const { engine, data } = await tx.selectFrom('runs').select(['engine', 'data']).where('id', '=', of).executeTakeFirstOrThrow();
  const known = await tx
    .selectFrom('runs')
    .select('id')
    .where('what', '=', 'review')
    .where('engine', '=', engine)
    .where('data', '=', data)
    .executeTakeFirst();
  return known?.id ?? (await addRun(tx, ledger, { engine, data, what: 'review' }));
}
