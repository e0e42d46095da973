/** Inserts many rows with few statements: one text per table and number of rows, prepared once. Same for both databases. */
import { CompiledQuery, type Kysely } from 'kysely';
import type { Flavor } from './flavor.ts';
import type { Tables } from './tables.ts';

export type Value = string | number | null | Uint8Array;

const ROWS_A_STATEMENT = 64;
const texts = new Map<string, string>();

/** Each row holds its values in the order of `columns`. `onConflict` is what follows `on conflict`, e.g. `do nothing`. */
export async function insertRows<T extends keyof Tables & string>(
  db: Kysely<Tables>,
  flavor: Flavor,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  rows: readonly (readonly Value[])[],
  onConflict = '',
): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) {
    const chunk = rows.slice(i, i + ROWS_A_STATEMENT);
    const text = insertText(flavor, table, columns, chunk.length, onConflict);
    await db.executeQuery(CompiledQuery.raw(text, chunk.flat()));
  }
}

function insertText(flavor: Flavor, table: string, columns: readonly string[], count: number, onConflict: string): string {
  const key = `${flavor.name} ${table} ${columns.length} ${count} ${onConflict}`;
  const known = texts.get(key);
  if (known) return known;
  let n = 0;
  const mark = () => (flavor.name === 'sqlite' ? '?' : `$${++n}`);
  const row = () => `(${columns.map(mark).join(',')})`;
  const tail = onConflict === '' ? '' : ` on conflict ${onConflict}`;
  const text = `insert into ${table} (${columns.join(',')}) values ${Array.from({ length: count }, row).join(',')}${tail}`;
  texts.set(key, text);
  return text;
}

/** The id that the next row of a table gets; only inside a transaction that holds the write lock. */
export async function nextId(db: Kysely<Tables>, table: keyof Tables & string, column = 'id'): Promise<number> {
  const { rows } = await db.executeQuery<{ top: number | null }>(CompiledQuery.raw(`select max(${column}) as top from ${table}`));
  return (rows[0].top ?? 0) + 1;
}
