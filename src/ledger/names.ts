/** The dictionary: every name, type and code is written once and stands in the rows as a number. */
import type { Kysely } from 'kysely';
import type { Flavor } from './flavor.ts';
import { type Draft, payloadOf } from './journal.ts';
import { insertRows, nextId } from './rows.ts';
import type { Tables } from './tables.ts';

const NAMES_KEPT = 50_000;
const NAMES_A_QUESTION = 500;

/** Numbers of the texts; new ones are written. Call {@link remember} once the transaction has been committed. */
export async function intern(
  tx: Kysely<Tables>,
  flavor: Flavor,
  known: ReadonlyMap<string, number>,
  texts: Iterable<string>,
): Promise<{ ids: Map<string, number>; drafts: Draft[] }> {
  const ids = new Map<string, number>();
  const missing: string[] = [];
  for (const text of new Set(texts)) {
    const id = known.get(text);
    if (id === undefined) missing.push(text);
    else ids.set(text, id);
  }
  for (let i = 0; i < missing.length; i += NAMES_A_QUESTION) {
    const some = missing.slice(i, i + NAMES_A_QUESTION);
    for (const row of await tx.selectFrom('names').selectAll().where('text', 'in', some).execute()) ids.set(row.text, row.id);
  }
  const fresh = missing.filter((text) => !ids.has(text)).sort();
  if (fresh.length === 0) return { ids, drafts: [] };
  const first = await nextId(tx, 'names');
  const rows = fresh.map((text, i) => [first + i, text] as const);
  await insertRows(tx, flavor, 'names', ['id', 'text'], rows);
  for (const [id, text] of rows) ids.set(text, id);
  return { ids, drafts: [{ kind: 'names', first, last: first + rows.length - 1, payload: payloadOf(rows) }] };
}

/** Keeps numbers for the next batch. */
export function remember(known: Map<string, number>, ids: ReadonlyMap<string, number>): void {
  if (known.size + ids.size > NAMES_KEPT) known.clear();
  for (const [text, id] of ids) if (!known.has(text)) known.set(own(text), id);
}

/** A copy: what was cut out of a text would keep the whole text in memory. */
const own = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/** Texts of numbers. */
export async function textsOf(db: Kysely<Tables>, ids: Iterable<number | null>): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  const wanted = [...new Set(ids)].filter((id): id is number => id !== null);
  for (let i = 0; i < wanted.length; i += NAMES_A_QUESTION) {
    const some = wanted.slice(i, i + NAMES_A_QUESTION);
    for (const row of await db.selectFrom('names').selectAll().where('id', 'in', some).execute()) texts.set(row.id, row.text);
  }
  return texts;
}

/** The number of one text, or null when nothing is called so. */
export async function idOf(db: Kysely<Tables>, text: string): Promise<number | null> {
  const row = await db.selectFrom('names').select('id').where('text', '=', text).executeTakeFirst();
  return row?.id ?? null;
}
