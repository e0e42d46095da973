/** Places that were resolved, each written once. */
import type { Kysely } from 'kysely';
import type { Reading } from '../claim/reading.ts';
import { placeKey } from './claim-rows.ts';
import type { Flavor } from './flavor.ts';
import { type Draft, payloadOf } from './journal.ts';
import { insertRows, nextId, type Value } from './rows.ts';
import type { Tables } from './tables.ts';

export async function internPlaces(
  tx: Kysely<Tables>,
  flavor: Flavor,
  name: (text: string) => number,
  readings: readonly Reading[],
): Promise<{ id: (key: string) => number; drafts: Draft[] }> {
  const wanted = new Map<string, Value[]>();
  for (const reading of readings) {
    for (const claim of reading.claims) {
      for (const { name: words, resolved } of claim.event.places) {
        if (!resolved) continue;
        const { lat, lon, precision, radiusKm, admin } = resolved;
        const key = placeKey(resolved);
        if (!wanted.has(key)) wanted.set(key, [key, name(words), lat, lon, precision, radiusKm, JSON.stringify(admin)]);
      }
    }
  }
  const ids = await placeIds(tx, [...wanted.keys()]);
  const first = await nextId(tx, 'places');
  const rows = [...wanted].filter(([key]) => !ids.has(key)).map(([, values], i): Value[] => [first + i, ...values]);
  for (const row of rows) ids.set(row[1] as string, row[0] as number);
  await insertRows(tx, flavor, 'places', ['id', 'key', 'name', 'lat', 'lon', 'precision', 'radius_km', 'admin'], rows);
  const drafts: Draft[] =
    rows.length === 0 ? [] : [{ kind: 'places', first, last: first + rows.length - 1, payload: payloadOf(rows) }];
  return { id: (key) => ids.get(key) as number, drafts };
}

export async function placeIds(db: Kysely<Tables>, keys: readonly string[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (let i = 0; i < keys.length; i += 500) {
    const some = keys.slice(i, i + 500);
    for (const row of await db.selectFrom('places').select(['id', 'key']).where('key', 'in', some).execute())
      ids.set(row.key, row.id);
  }
  return ids;
}
