/** `isnad sample`: puts the sample case into the ledger, to try everything with. */
import type { Command, Io } from './command.ts';
import { ledgerFile, parseLedgerArgs } from './ledger-command.ts';
import { sayOlder } from './older-ledger.ts';

export const command: Command = {
  summary: 'put a sample case into the ledger, to try everything with',
  usage: [
    'isnad sample [--db FILE]',
    '',
    'Short reports written for this product in the manner of opposing outlets; the outlets are invented.',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseLedgerArgs(args);
  const [{ createEngine }, { openLedger }, { loadSampleCase }] = await Promise.all([
    import('../engine/index.ts'),
    import('../ledger/index.ts'),
    import('../app/sample-case.ts'),
  ]);
  const ledger = await openLedger(ledgerFile(io, values.db), { onStep: sayOlder(ledgerFile(io, values.db), io.stderr) });
  try {
    const { caseName, reports, added } = await loadSampleCase(ledger, createEngine());
    io.stdout.write(
      `${added} of ${reports} reports added to the case "${caseName}". Look at it with: isnad events --case ${caseName}\n`,
    );
    return 0;
  } finally {
    await ledger.close();
  }
}
