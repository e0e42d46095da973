/** Brings a file to the newest schema, step by step, each step whole or not at all. */
import { type Kysely, sql } from 'kysely';
import { LedgerFault } from './fault.ts';
import type { Flavor } from './flavor.ts';
import { type Migration, migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** Names of the steps that were made now. `onStep` is told of each before it is made in a file that holds something. */
export async function migrate(
  db: Kysely<Tables>,
  flavor: Flavor,
  steps: readonly Migration[] = migrations,
  onStep: (name: string) => void = () => {},
): Promise<string[]> {
  await sql`create table if not exists schema_steps (name text primary key)`.execute(db);
  const made: string[] = [];
  const known = async (on: Kysely<Tables>) =>
    new Set((await on.selectFrom('schema_steps').select('name').execute()).map((row) => row.name));
  const before = await known(db);
  const unknown = [...before].filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new LedgerFault(`this ledger was made by a newer isnad (it has ${unknown.join(', ')}): update isnad`);
  for (const step of steps) {
    if (before.has(step.name)) continue;
    if (before.size > 0) onStep(step.name);
    await db.transaction().execute(async (tx) => {
      // Another process may have made the step while we waited for the lock.
      if ((await known(tx)).has(step.name)) return;
      for (const statement of step.up(flavor)) await sql.raw(statement).execute(tx);
      await tx.insertInto('schema_steps').values({ name: step.name }).execute();
      made.push(step.name);
    });
  }
  return made;
}
