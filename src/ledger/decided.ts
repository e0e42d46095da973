/** Makes what people decided hold: the reading of a report without its rejected claims and with its corrected ones takes the place of the engine's, which stays. */
import { type Kysely, sql } from 'kysely';
import { type ClaimEdit, type Decided, decidedClaim, decidedReading } from '../claim/edit.ts';
import type { Claim, Reading } from '../claim/reading.ts';
import { unpacked, unpackedText } from './body.ts';
import type { Ledger } from './open.ts';
import { reviewRun } from './runs.ts';
import type { Tables } from './tables.ts';
import { undoneIds } from './undone.ts';
import { type Recorded, writeReadings } from './write-readings.ts';

/** Of these reports, those whose reading is not what was decided get the one that is. Returns names to remember after the commit. */
export async function holdDecided(
  ledger: Ledger,
  tx: Kysely<Tables>,
  at: string,
  reports: readonly number[],
): Promise<Map<string, number>> {
  const changed: Recorded[] = [];
  for (const report of reports) {
    const decided = await decidedOf(tx, report);
    if (decided === null || decided.isHeld) continue;
    changed.push({ report, reading: decided.reading, run: await reviewRun(tx, ledger, decided.run), machine: decided.machine });
  }
  return await writeReadings(ledger, tx, at, changed);
}

/** What should hold of a report: its engine's reading with all that was decided. Null where no reading holds, or nothing was ever decided. */
export async function decidedOf(db: Kysely<Tables>, report: number) {
  const held = await db
    .selectFrom('held')
    .innerJoin('reports', 'reports.id', 'held.report')
    .select(['held.reading', 'held.machine', 'reports.key'])
    .where('held.report', '=', report)
    .executeTakeFirst();
  if (!held) return null;
  const standing = await standingOf(db, held.key);
  if (standing.size === 0 && held.machine === null) return null;
  const machine = held.machine ?? held.reading;
  const bodyOf = (id: number) => db.selectFrom('readings').select(['body', 'run']).where('id', '=', id).executeTakeFirstOrThrow();
  const asRead = await bodyOf(machine);
  const reading = decidedReading(unpacked(asRead.body), standing);
  const text = JSON.stringify(reading);
  const now = machine === held.reading ? asRead : await bodyOf(held.reading);
  return { reading, machine, run: asRead.run, isHeld: unpackedText(now.body) === text };
}

/** What stands about the claims of a report, by their ids: only where it changes what the report says. */
async function standingOf(db: Kysely<Tables>, key: string): Promise<Map<string, Decided>> {
  const rows = await db
    .selectFrom('decisions')
    .select(['id', 'kind', 'target', 'payload'])
    .where('target', '>=', `${key}/`)
    .where('target', '<', `${key}/\uffff`)
    .where('kind', 'in', ['accept', 'reject', 'unsure', 'edit'])
    .orderBy('id')
    .execute();
  if (rows.length === 0) return new Map();
  const undone = await undoneIds(db);
  const standing = new Map<string, { isRejected: boolean; edits: ClaimEdit[] }>();
  for (const { id, kind, target, payload } of rows) {
    if (undone.has(id)) continue;
    const claim = target.slice(key.length + 1);
    const one = standing.get(claim) ?? { isRejected: false, edits: [] };
    standing.set(claim, one);
    // The last verdict counts; a correction of a rejected claim takes it back in.
    one.isRejected = kind === 'reject';
    const edit = kind === 'edit' ? (JSON.parse(payload) as ClaimEdit | null) : null;
    if (edit) one.edits.push(edit);
  }
  return new Map([...standing].filter(([, one]) => one.isRejected || one.edits.length > 0));
}

/** Reports that decisions speak of. */
export async function decidedReports(db: Kysely<Tables>, target: string | null = null): Promise<number[]> {
  const targets =
    target !== null
      ? [{ target }]
      : await db.selectFrom('decisions').select('target').distinct().where('kind', 'in', ['reject', 'edit']).execute();
  const keys = [...new Set(targets.map((row) => row.target.slice(0, Math.max(0, row.target.lastIndexOf('/')))))];
  const found: number[] = [];
  for (let i = 0; i < keys.length; i += 500) {
    const rows = await db
      .selectFrom('reports')
      .innerJoin('held', 'held.report', 'reports.id')
      .select('reports.id')
      .where('reports.key', 'in', keys.slice(i, i + 500))
      .execute();
    for (const { id } of rows) found.push(id);
  }
  return found;
}

/** One claim with all that an edit of it needs to know; a rejected one too. */
export async function claimToEdit(
  db: Kysely<Tables>,
  key: string,
): Promise<{ asRead: Claim; edits: readonly ClaimEdit[]; now: Claim; text: string } | null> {
  const cut = key.lastIndexOf('/');
  const row = await db
    .selectFrom('reports')
    .innerJoin('held', 'held.report', 'reports.id')
    .innerJoin('readings', (join) => join.on('readings.id', '=', sql`coalesce(held.machine, held.reading)`))
    .select(['reports.text', 'readings.body'])
    .where('reports.key', '=', key.slice(0, cut))
    .executeTakeFirst();
  const asRead = row && unpacked<Reading>(row.body).claims.find((claim) => claim.id === key.slice(cut + 1));
  if (!row || !asRead) return null;
  const edits = (await standingOf(db, key.slice(0, cut))).get(asRead.id)?.edits ?? [];
  return { asRead, edits, now: decidedClaim(asRead, edits), text: row.text };
}
