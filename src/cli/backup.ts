/** `isnad backup FILE`: one whole copy of the ledger, taken at one moment while others read and write it. */
import { type Command, type Io, UsageError } from './command.ts';
import { ledgerFile, parseLedgerArgs } from './ledger-command.ts';

export const command: Command = {
  summary: 'copy the ledger into one file, while it is in use',
  usage: 'isnad backup FILE [--db FILE]',
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseLedgerArgs(args);
  if (positionals.length !== 1) throw new UsageError('ISN-U01', 'name one file to write the backup to');
  const { existsSync } = await import('node:fs');
  const file = ledgerFile(io, values.db);
  if (!existsSync(file)) throw new UsageError('ISN-L02', `there is no ledger at ${file}`);
  if (existsSync(positionals[0])) throw new UsageError('ISN-L08', `${positionals[0]} exists already: give a new name`);
  const { backupLedger } = await import('../ledger/index.ts');
  const { bytes } = backupLedger(file, positionals[0]);
  io.stdout.write(
    `${file} copied to ${positionals[0]} (${(bytes / 1e6).toFixed(1)} MB). Check it with: isnad verify ${positionals[0]}\n`,
  );
  return 0;
}
