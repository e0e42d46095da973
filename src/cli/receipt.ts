/** `isnad receipt ID`: what was received, by what its text was made, where it is sealed; as JSON or as a page for printing. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { sayOlder } from './older-ledger.ts';

export const command: Command = {
  summary: 'print the receipt of a report: bytes, hashes, custody, journal',
  usage: [
    'isnad receipt ID [--format json|html] [--bytes FILE] [--db FILE]',
    '',
    '  ID            the id of the report in the ledger: what the sender called it, its address, or its hash',
    '  --format      json (default), or html: a page for printing',
    '  --bytes FILE  writes the bytes as they were received into that file',
    '  --db FILE     the ledger; default isnad.db in your data folder, or ISNAD_DB',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UsageError('ISN-U01', 'name one report');
  const format = values.format ?? 'json';
  if (format !== 'json' && format !== 'html') throw new UsageError('ISN-U03', `--format ${format}: use json or html`);
  const [{ openLedger, bytesOf, reportByKey }, { receiptOf, receiptPage }] = await Promise.all([
    import('../ledger/index.ts'),
    import('../app/receipt.ts'),
  ]);
  const ledger = await openLedger(values.db ?? defaultLedgerFile(io.env), {
    onStep: sayOlder(values.db ?? defaultLedgerFile(io.env), io.stderr),
  });
  try {
    const receipt = await receiptOf(ledger, id);
    if (receipt === null) throw new UsageError('ISN-U44', `there is no report ${id} in this ledger`);
    if (values.bytes !== undefined) {
      const page = await reportByKey(ledger.read, id);
      writeFileSync(values.bytes, (page && (await bytesOf(ledger.read, page.id))) ?? new Uint8Array());
    }
    io.stdout.write(format === 'html' ? receiptPage(receipt) : `${JSON.stringify(receipt, null, 2)}\n`);
    return receipt.intact ? 0 : 1;
  } finally {
    await ledger.close();
  }
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, allowPositionals: true, options: { format: text, bytes: text, db: text } });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
