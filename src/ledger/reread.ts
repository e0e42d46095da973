/** Records new readings of reports that are held; what people decided holds in them too, also about claims that others take the place of. */
import type { Reading } from '../claim/reading.ts';
import { carry, decidedKeys, planCarry } from './carry.ts';
import { holdDecided } from './decided.ts';
import { remember } from './names.ts';
import type { Ledger } from './open.ts';
import { writeReadings } from './write-readings.ts';

export async function recordReadings(
  ledger: Ledger,
  run: number,
  read: readonly { report: number; reading: Reading }[],
): Promise<void> {
  const at = ledger.now();
  const ids = await ledger.db.transaction().execute(async (tx) => {
    const decidedOn = await decidedKeys(tx);
    for (const { report, reading } of read)
      if (decidedOn.has(reading.report.id)) await carry(ledger, tx, at, await planCarry(tx, report, reading));
    const named = await writeReadings(
      ledger,
      tx,
      at,
      read.map((one) => ({ ...one, run, machine: null })),
    );
    const decided = await holdDecided(
      ledger,
      tx,
      at,
      read.map(({ report }) => report),
    );
    return new Map([...named, ...decided]);
  });
  remember(ledger.known, ids);
}
