/** Backup and restore of a ledger's file while others read and write it. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { refuseOthers } from './open.ts';
import { openSqlite, sqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';
import { type Proof, type VerifyOptions, verifyLedger } from './verify.ts';

/** Writes one whole copy, taken at one moment, to a file that must not exist yet. */
export function backupLedger(file: string, to: string): { bytes: number } {
  if (!existsSync(file)) throw new Error(`there is no ledger at ${file}`);
  if (existsSync(to)) throw new Error(`${to} exists already: give a new name`);
  const part = `${to}.part`;
  rmSync(part, { force: true });
  const database = openSqlite({ file });
  try {
    database.prepare('vacuum into ?').run(part);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    database.close();
  }
  renameSync(part, to);
  return { bytes: statSync(to).size };
}

/**
 * Puts the contents of a backup into a ledger's file, in one step for everybody who has it open. The backup is verified before; what was there is kept
 * beside it.
 */
export async function restoreLedger(from: string, to: string, stamp: string): Promise<{ proof: Proof; kept: string | null }> {
  if (!existsSync(from)) throw new Error(`there is no backup at ${from}`);
  const proof = await proofOf(from);
  if (!proof.isWhole) return { proof, kept: null };
  let kept: string | null = null;
  if (existsSync(to)) {
    kept = `${to}.before-restore-${stamp.replace(/[^0-9]/g, '').slice(0, 14)}`;
    backupLedger(to, kept);
  }
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
  return { proof, kept };
}

/** Verifies a file without opening it for writing. */
export async function proofOf(file: string, options: VerifyOptions = {}): Promise<Proof> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite({ file, readOnly: true })) });
  try {
    await refuseOthers(db, file);
    return await verifyLedger(db, options);
  } finally {
    await db.destroy();
  }
}
