/**
 * Imports that a killed process left behind. A running import keeps a file beside the ledger with the number of its process; who starts the next one ends
 * those whose process is no more. What they had taken in is held, so the next run goes on where they stopped.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { importState, type Ledger, markImport } from '../ledger/index.ts';

const fileOf = (ledger: Ledger, importId: number): string => `${ledger.file}.import-${importId}`;
const onDisk = (ledger: Ledger): boolean => ledger.file !== ':memory:';

export function holdImport(ledger: Ledger, importId: number): void {
  if (onDisk(ledger)) writeFileSync(fileOf(ledger, importId), String(process.pid));
}

export function releaseImport(ledger: Ledger, importId: number): void {
  if (onDisk(ledger)) rmSync(fileOf(ledger, importId), { force: true });
}

/** Ends the imports whose process is gone; tells which. */
export async function endInterrupted(ledger: Ledger): Promise<number[]> {
  if (!onDisk(ledger)) return [];
  const folder = dirname(ledger.file);
  const start = `${basename(ledger.file)}.import-`;
  const ended: number[] = [];
  for (const name of readdirSync(folder)) {
    const id = name.startsWith(start) ? Number(name.slice(start.length)) : Number.NaN;
    if (!Number.isInteger(id)) continue;
    const path = join(folder, name);
    if (isAlive(Number(readFileSync(path, 'utf8')))) continue;
    const state = await importState(ledger, id);
    if (state === 'running' || state === 'paused') {
      const { n } = await ledger.read
        .selectFrom('import_items')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('import', '=', id)
        .executeTakeFirstOrThrow();
      await markImport(ledger, id, 'failed', Number(n), null);
      ended.push(id);
    }
    rmSync(path, { force: true });
  }
  return ended;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
