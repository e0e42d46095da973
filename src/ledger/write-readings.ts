/** Writes readings and makes them those that hold: the ones before stay, but are no longer found. */
import type { Kysely } from 'kysely';
import type { Reading } from '../claim/reading.ts';
import { packed } from './body.ts';
import { CLAIM_COLUMNS, claimRows, FIGURE_COLUMNS, namesOf } from './claim-rows.ts';
import { append, headOf, payloadOf, sha256 } from './journal.ts';
import { intern } from './names.ts';
import type { Ledger } from './open.ts';
import { internPlaces } from './places.ts';
import { type Indexed, project } from './postings.ts';
import { insertRows, nextId } from './rows.ts';
import { withdraw } from './supersede.ts';
import type { Tables } from './tables.ts';

/** `machine`: where decisions made it of another reading, the number of that one. */
export type Recorded = { report: number; reading: Reading; run: number; machine: number | null };

/** Makes readings those that hold. Returns names to {@link remember} once the transaction has been committed. */
export async function writeReadings(
  ledger: Ledger,
  tx: Kysely<Tables>,
  at: string,
  read: readonly Recorded[],
): Promise<Map<string, number>> {
  if (read.length === 0) return new Map();
  const { flavor } = ledger;
  await withdraw(
    ledger,
    tx,
    read.map(({ report }) => report),
  );
  const { ids, drafts } = await intern(
    tx,
    flavor,
    ledger.known,
    read.flatMap(({ reading }) => namesOf(reading)),
  );
  const name = (text: string) => ids.get(text) as number;
  const places = await internPlaces(
    tx,
    flavor,
    name,
    read.map(({ reading }) => reading),
  );
  drafts.push(...places.drafts);
  let id = await nextId(tx, 'readings');
  let firstClaim = await nextId(tx, 'claims');
  const indexed: Indexed[] = [];
  for (const { report, reading, run, machine } of read) {
    const json = JSON.stringify(reading);
    const row = [id, report, run, firstClaim, sha256(json)];
    await insertRows(tx, flavor, 'readings', ['id', 'report', 'run', 'claims', 'sha256', 'body'], [[...row, packed(json)]]);
    drafts.push({ kind: 'readings', first: id, last: id, payload: payloadOf([row]) });
    const rows = claimRows(reading, { report, reading: id, firstClaim }, { name, place: places.id });
    await insertRows(tx, flavor, 'claims', CLAIM_COLUMNS, rows.claims);
    await insertRows(tx, flavor, 'figures', FIGURE_COLUMNS, rows.figures);
    const to = firstClaim + reading.claims.length;
    const holds = { reading: id, claims_from: firstClaim, claims_to: to, machine };
    await tx.updateTable('held').set(holds).where('report', '=', report).execute();
    const cases = await tx.selectFrom('case_reports').select('case_id').where('report', '=', report).execute();
    indexed.push({ reading, firstClaim, cases: cases.map((one) => one.case_id) });
    firstClaim = to;
    id += 1;
  }
  await project(tx, flavor, name, 1, indexed);
  await append(tx, flavor, at, drafts);
  ledger.head = await headOf(tx);
  return ids;
}
