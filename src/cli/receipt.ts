/** `isnad receipt ID`: what was received, by what its text was made, where it is sealed; as JSON or as a page for printing. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { sayOlder } from './older-ledger.ts';

export const command: Command = {
  summary: 'print the receipt of a report: bytes, hashes, custody, journal',
  usage: [
    'isnad receipt ID [--version N] [--format json|html] [--lang ar|en] [--bytes FILE] [--db FILE]',
    '',
    '  ID            the id of the report in the ledger: what the sender called it, its address, or its hash',
    '  --version N   a version that was received earlier; default the one that holds',
    '  --format      json (default), or html: a page for printing',
    '  --lang        of the page; default en',
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
  const [{ openLedger }, { bytesReceived, receiptOf }, { receiptPage }] = await Promise.all([
    import('../ledger/index.ts'),
    import('../app/receipt.ts'),
    import('../app/receipt-page.ts'),
  ]);
  const lang = values.lang ?? 'en';
  if (lang !== 'ar' && lang !== 'en') throw new UsageError('ISN-U03', `--lang ${lang}: use ar or en`);
  const version = values.version === undefined ? null : Number(values.version);
  if (version !== null && !(Number.isInteger(version) && version > 0))
    throw new UsageError('ISN-U04', `--version ${values.version}: a number from 1`);
  const ledger = await openLedger(values.db ?? defaultLedgerFile(io.env), {
    onStep: sayOlder(values.db ?? defaultLedgerFile(io.env), io.stderr),
  });
  try {
    const receipt = await receiptOf(ledger, id, version);
    if (receipt === null)
      throw new UsageError(
        'ISN-U44',
        `there is no report ${id} in this ledger${version === null ? '' : `, or no version ${version} of it`}`,
      );
    if (values.bytes !== undefined) writeFileSync(values.bytes, (await bytesReceived(ledger, id, version)) ?? new Uint8Array());
    io.stdout.write(format === 'html' ? receiptPage(receipt, lang) : `${JSON.stringify(receipt, null, 2)}\n`);
    return receipt.intact ? 0 : 1;
  } finally {
    await ledger.close();
  }
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args,
      allowPositionals: true,
      options: { format: text, bytes: text, db: text, version: text, lang: text },
    });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
