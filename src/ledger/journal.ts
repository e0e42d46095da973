/**
 * The journal: a chain of hashes over everything that is kept. Each entry names the rows it covers and the hash of their contents, and holds the hash
 * of the entry before, so that no row and no entry can be changed without it being seen.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Flavor } from './flavor.ts';
import { insertRows, type Value } from './rows.ts';
import type { Tables } from './tables.ts';

/** Tables whose rows an entry can cover. */
export const KINDS = [
  'names',
  'places',
  'runs',
  'reports',
  'readings',
  'cases',
  'case_reports',
  'decisions',
  'judgements',
  'imports',
] as const;
export type Kind = (typeof KINDS)[number];

export type Entry = Tables['journal'];
/** `first` to `last`: ids of the rows, both included (for case_reports: the case and the report). */
export type Draft = { kind: Kind; first: number; last: number; payload: string };

export const GENESIS = '0'.repeat(64);

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** One text for the values of rows, the same on every machine; bytes enter as their hash. */
export function payloadOf(rows: readonly (readonly Value[])[]): string {
  return sha256(JSON.stringify(rows.map((row) => row.map(asStored))));
}

/** Text as a database gives it back: half a surrogate pair cannot be kept. */
function asStored(value: Value): Value {
  if (value instanceof Uint8Array) return sha256(value);
  return typeof value === 'string' ? value.toWellFormed() : value;
}

export function hashOf(entry: Omit<Entry, 'hash'>): string {
  const { seq, at, kind, first, last, payload, prev } = entry;
  return sha256(JSON.stringify([seq, at, kind, first, last, payload, prev]));
}

/** Appends entries; only inside the transaction that wrote the rows they cover. */
export async function append(tx: Kysely<Tables>, flavor: Flavor, at: string, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  const head = await headOf(tx);
  let { seq, hash } = head;
  const rows: Value[][] = [];
  for (const draft of drafts) {
    const entry = { seq: seq + 1, at, ...draft, prev: hash };
    seq = entry.seq;
    hash = hashOf(entry);
    rows.push([entry.seq, at, entry.kind, entry.first, entry.last, entry.payload, entry.prev, hash]);
  }
  await insertRows(tx, flavor, 'journal', ['seq', 'at', 'kind', 'first', 'last', 'payload', 'prev', 'hash'], rows);
}

/** Number and hash of the last entry. */
export async function headOf(db: Kysely<Tables>): Promise<{ seq: number; hash: string }> {
  const last = await db.selectFrom('journal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return last ?? { seq: 0, hash: GENESIS };
}
