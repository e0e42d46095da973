/** Guards that make a table append-only: the database itself refuses to change or remove its rows. */
import type { Flavor } from './flavor.ts';

/** Statements that guard the tables. */
export function guards(flavor: Flavor, tables: readonly string[]): string[] {
  return tables.flatMap((table) => ['update', 'delete'].flatMap((verb) => guard(flavor, table, verb)));
}

function guard(flavor: Flavor, table: string, verb: string): string[] {
  const message = `the ledger is append-only: ${table} refuses ${verb}`;
  if (flavor.name === 'sqlite') {
    return [`create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, '${message}'); end`];
  }
  return [
    `create or replace function ${table}_no_${verb}() returns trigger language plpgsql as $$ begin raise exception '${message}'; end $$`,
    `create trigger ${table}_no_${verb} before ${verb} on ${table} for each row execute function ${table}_no_${verb}()`,
  ];
}
