/** Codes of events that were given out stay valid: what led to an event before leads to the one that holds most of its claims now, or at least its reports. */
import type { Kysely } from 'kysely';
import type { Flavor } from './flavor.ts';
import { insertRows, type Value } from './rows.ts';
import type { Tables } from './tables.ts';

export type Retired = { codes: string[]; claims: string[] };

const PIECE = 500;

/** Codes and claims of events that are about to be taken away. */
export async function retiring(tx: Kysely<Tables>, ids: readonly number[]): Promise<Retired[]> {
  const retired = new Map<number, Retired>();
  const of = (id: number): Retired => {
    const known = retired.get(id) ?? { codes: [], claims: [] };
    retired.set(id, known);
    return known;
  };
  for (let i = 0; i < ids.length; i += PIECE) {
    const some = ids.slice(i, i + PIECE);
    const codes = await tx.selectFrom('event_codes').select(['event', 'code']).where('event', 'in', some).execute();
    for (const { event, code } of codes) of(event).codes.push(code);
    const claims = await tx.selectFrom('event_claims').select(['event', 'claim']).where('event', 'in', some).execute();
    for (const { event, claim } of claims) of(event).claims.push(claim);
  }
  return [...retired.values()];
}

/** Lets codes that no event has any longer lead on; only where something of the event they named is still there. */
export async function leadOn(tx: Kysely<Tables>, flavor: Flavor, caseId: number, retired: readonly Retired[]): Promise<void> {
  const rows: Value[][] = [];
  for (const { codes, claims } of retired) {
    const taken = await tx
      .selectFrom('event_codes')
      .select('code')
      .where('case_id', '=', caseId)
      .where('code', 'in', codes)
      .execute();
    const lost = codes.filter((code) => !taken.some((row) => row.code === code));
    if (lost.length === 0) continue;
    const event = (await holderOf(tx, caseId, claims)) ?? (await neighborOf(tx, caseId, claims));
    if (event !== null) for (const code of lost) rows.push([caseId, code, event]);
  }
  await insertRows(tx, flavor, 'event_codes', ['case_id', 'code', 'event'], rows, 'do nothing');
}

/** The event that holds most of these claims; of equals the older row. */
async function holderOf(tx: Kysely<Tables>, caseId: number, claims: readonly string[]): Promise<number | null> {
  const row = await tx
    .selectFrom('event_claims')
    .select((of) => ['event', of.fn.countAll<number>().as('n')])
    .where('case_id', '=', caseId)
    .where('claim', 'in', claims.slice(0, PIECE))
    .groupBy('event')
    .orderBy('n', 'desc')
    .orderBy('event')
    .limit(1)
    .executeTakeFirst();
  return row?.event ?? null;
}

/** A report that was read again has other claims: the only event of the same reports, if there is just one. */
async function neighborOf(tx: Kysely<Tables>, caseId: number, claims: readonly string[]): Promise<number | null> {
  const found = new Set<number>();
  for (const report of new Set(claims.map((claim) => claim.slice(0, claim.lastIndexOf('/') + 1)))) {
    const rows = await tx
      .selectFrom('event_claims')
      .select('event')
      .distinct()
      .where('case_id', '=', caseId)
      .where('claim', '>=', report)
      .where('claim', '<', `${report}\uffff`)
      .limit(2)
      .execute();
    for (const row of rows) found.add(row.event);
    if (found.size > 1) return null;
  }
  return [...found][0] ?? null;
}
