/** Tells which reports of a batch are new, which are held already and which have changed since. */
import type { Kysely } from 'kysely';
import type { Outcome, Ready } from './received.ts';
import type { Tables } from './tables.ts';

export type Fresh = { ready: Ready; version: number; supersedes: number | null };

/** Tells what is held from what is new or changed since. Inside the transaction: another process may have been quicker. */
export async function sortOut(
  tx: Kysely<Tables>,
  batch: readonly Ready[],
): Promise<{ fresh: Fresh[]; settle: (first: number) => Outcome[] }> {
  const held = await heldBy(
    tx,
    'identity',
    batch.map((ready) => ready.identity),
  );
  const latest = await heldBy(
    tx,
    'key',
    batch.map((ready) => ready.key),
  );
  const fresh: Fresh[] = [];
  const place = new Map<string, number>();
  const lines: ((first: number) => Outcome)[] = [];
  for (const ready of batch) {
    const known = held.get(ready.identity);
    if (known) {
      lines.push(() => ({ key: known.key, status: 'held', report: known.id }));
      continue;
    }
    const again = place.get(ready.identity);
    if (again !== undefined) {
      lines.push((first) => ({ key: fresh[again].ready.key, status: 'held', report: first + again }));
      continue;
    }
    const before = latest.get(ready.key);
    const index = fresh.length;
    place.set(ready.identity, index);
    // a second text of the same name in one batch cannot be told apart as earlier or later
    const clashes = (before !== undefined && before.url !== ready.url) || fresh.some((other) => other.ready.key === ready.key);
    const key = clashes ? `${ready.key}#${ready.identity.slice(0, 8)}` : ready.key;
    const isChanged = before !== undefined && !clashes;
    fresh.push({
      ready:
        key === ready.key
          ? ready
          : { ...ready, key, reading: { ...ready.reading, report: { ...ready.reading.report, id: key } } },
      version: isChanged ? before.version + 1 : 1,
      supersedes: isChanged ? before.id : null,
    });
    lines.push((first) => ({ key, status: isChanged ? 'changed' : 'new', report: first + index }));
  }
  return { fresh, settle: (first) => lines.map((line) => line(first)) };
}

type HeldRow = { id: number; key: string; identity: string; version: number; url: string | null };

async function heldBy(tx: Kysely<Tables>, column: 'identity' | 'key', values: string[]): Promise<Map<string, HeldRow>> {
  const found = new Map<string, HeldRow>();
  for (let i = 0; i < values.length; i += 500) {
    const rows = await tx
      .selectFrom('reports')
      .select(['id', 'key', 'identity', 'version', 'url'])
      .where(column, 'in', values.slice(i, i + 500))
      .orderBy('version')
      .execute();
    for (const row of rows) found.set(row[column], row);
  }
  return found;
}
