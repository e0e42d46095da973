/** What is wrong with the file of a ledger, in one sentence with the way out; null for errors that are not the file's. Imports nothing, so that asking is cheap. */

const SQLITE = { busy: 5, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 } as const;

/** Something wrong with the file itself, told in a whole sentence. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';
}

export function faultOf(error: unknown, file: string): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof LedgerFault) return error.message;
  const { errcode, code } = error as Error & { errcode?: number; code?: string };
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return `cannot write ${folderOf(file)}: choose another place with --db`;
  if (code === 'ENOSPC') return FULL;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${file} cannot be a ledger: a part of its path is not a folder`;
  if (code !== 'ERR_SQLITE_ERROR' || errcode === undefined) return null;
  return sentences[errcode & 0xff]?.(file) ?? null;
}

/** Another process holds the write lock. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && ((error as Error & { errcode?: number }).errcode ?? 0) % 256 === SQLITE.busy;
}

const FULL = 'the disk is full: free some space and run it again; what was recorded before is safe';

const folderOf = (file: string): string => file.replace(/[^/\\]*$/u, '') || '.';

const sentences: Record<number, (file: string) => string> = {
  [SQLITE.busy]: (file) => `another program is writing to ${file}: try again when it is done`,
  [SQLITE.readOnly]: (file) => `${file} may only be read: copy it to a folder of yours, or choose another ledger with --db`,
  [SQLITE.ioError]: (file) => `${file} cannot be read or written: check the disk`,
  [SQLITE.corrupt]: (file) => `${file} is damaged: restore a backup with "isnad restore BACKUP --db ${file}"`,
  [SQLITE.full]: () => FULL,
  [SQLITE.cannotOpen]: (file) => `cannot open ${file}: check that the folder exists and that you may write there`,
  [SQLITE.notADatabase]: (file) => `${file} is not a ledger: choose another file with --db`,
};
