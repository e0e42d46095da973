/** `isnad restore FILE`: puts a backup, once verified, into the ledger's place; what was there is kept beside it. */
import { type Command, type Io, UsageError } from './command.ts';
import { ledgerFile, parseLedgerArgs } from './ledger-command.ts';

export const command: Command = {
  summary: 'put a backup into the place of the ledger; what was there is kept',
  usage: 'isnad restore BACKUP [--db FILE]',
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseLedgerArgs(args);
  if (positionals.length !== 1) throw new UsageError('ISN-U01', 'name the backup to restore');
  const [{ existsSync, mkdirSync }, { dirname }, { faultOf, restoreLedger }] = await Promise.all([
    import('node:fs'),
    import('node:path'),
    import('../ledger/index.ts'),
  ]);
  const file = ledgerFile(io, values.db);
  if (!existsSync(positionals[0])) throw new UsageError('ISN-L02', `there is no backup at ${positionals[0]}`);
  mkdirSync(dirname(file), { recursive: true });
  const { proof, kept } = await restoreLedger(positionals[0], file, new Date().toISOString()).catch((error: unknown) => {
    const fault = faultOf(error, positionals[0]);
    throw fault === null ? error : new UsageError('ISN-L01', fault);
  });
  if (!proof.isWhole) {
    const [{ table, row, what }] = proof.faults;
    io.stderr.write(`isnad restore: the backup was altered, so it was not restored: ${table} ${row} ${what}\n`);
    return 1;
  }
  io.stdout.write(
    `${proof.reports} reports restored into ${file}${kept === null ? '' : `; what was there is kept as ${kept}`}\n`,
  );
  return 0;
}
