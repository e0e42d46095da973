/** Opens a ledger: a file that holds reports, what was read in them and what people decided, and never forgets. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { decidedReports, holdDecided } from './decided.ts';
import { LedgerFault } from './fault.ts';
import { type Flavor, SQLITE } from './flavor.ts';
import { GENESIS } from './journal.ts';
import { migrate } from './migrate.ts';
import { openSqlite, sqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

export type Ledger = {
  file: string;
  flavor: Flavor;
  /** For writing: one caller at a time. */
  db: Kysely<Tables>;
  /** For questions: they do not wait for a writer. */
  read: Kysely<Tables>;
  /** Ids of names already known to this process. */
  known: Map<string, number>;
  /** Words that this process has put into the vocabulary or found there. */
  seenWords: Set<string>;
  /** The last entry of the journal that this process wrote. */
  head: { seq: number; hash: string };
  /** Tells the time, as ISO text. */
  now: () => string;
  close: () => Promise<void>;
};

export type LedgerOptions = {
  now?: () => string;
  maxPages?: number;
  /** For an import: memory stays flat however large the file grows. */
  isBulk?: boolean;
  /** Told before each step that brings a file of an older isnad to the newest form; in a large one a step takes minutes. */
  onStep?: (name: string) => void;
};

export async function openLedger(file: string, options: LedgerOptions = {}): Promise<Ledger> {
  const isMemory = file === ':memory:';
  if (!isMemory) mkdirSync(dirname(file), { recursive: true });
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(openSqlite({ file, maxPages: options.maxPages, isBulk: options.isBulk })),
  });
  let made: string[];
  try {
    await refuseOthers(db, file);
    made = await migrate(db, SQLITE, undefined, options.onStep);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const read = isMemory
    ? db
    : new Kysely<Tables>({ dialect: sqliteDialect(openSqlite({ file, readOnly: true, isBulk: options.isBulk })) });
  const ledger: Ledger = {
    file,
    flavor: SQLITE,
    db,
    read,
    known: new Map(),
    seenWords: new Set(),
    head: { seq: 0, hash: GENESIS },
    now: options.now ?? (() => new Date().toISOString()),
    async close() {
      if (read !== db) await read.destroy();
      await db.destroy();
    },
  };
  // Decisions from before the step that made them hold.
  if (made.includes('0004-decided'))
    await db.transaction().execute(async (tx) => holdDecided(ledger, tx, ledger.now(), await decidedReports(tx)));
  return ledger;
}

/** A database of another program stays as it is. */
export async function refuseOthers(db: Kysely<Tables>, file: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  if (rows.length === 0 || rows.some((row) => row.name === 'schema_steps')) return;
  throw new LedgerFault(`${file} is a database of another program, not a ledger: choose another file with --db`);
}
