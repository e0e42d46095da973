/** `isnad verify`: proves that nothing in a ledger, a backup or a bundle was altered, or points at the first row that was. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, type Io, UsageError } from './command.ts';
import { ledgerFile, oneOf, parseLedgerArgs } from './ledger-command.ts';
import { fill, ledgerWords } from './ledger-words.ts';

export const command: Command = {
  summary: 'prove that nothing was altered: in the ledger, a backup, or a bundle',
  usage: [
    'isnad verify [FILE|BUNDLE] [--head HASH] [--events] [--db FILE] [--format text|json] [--lang ar|en]',
    '',
    '  FILE         a ledger or a backup of one; default the ledger itself',
    '  BUNDLE       a folder that "isnad export --format bagit" wrote: needs no ledger and no network',
    '  --head HASH  a head noted earlier: proves that nothing was cut off since',
    '  --events     reconcile anew, too, and compare: proves that published events and counts follow from the reports (takes longer)',
    '',
    'Exit code: 0 whole, 1 altered, 2 wrong use.',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, flags, positionals, lang } = parseLedgerArgs(args, ['head'], ['events']);
  const format = oneOf('format', values.format, ['text', 'json'], 'text');
  if (values.head !== undefined && !/^[0-9a-f]{64}$/u.test(values.head))
    throw new UsageError('ISN-U03', `--head ${values.head}: a head has 64 signs 0-9 a-f`);
  const file = positionals[0] ?? ledgerFile(io, values.db);
  if (!existsSync(file)) throw new UsageError('ISN-L02', `there is nothing at ${file} to verify`);
  if (statSync(file).isDirectory()) return await verifyFolder(file, format, io);
  const { faultOf, proofOf } = await import('../ledger/index.ts');
  const onProgress = (done: number, total: number) => io.stderr.isTTY && io.stderr.write(`\r\x1b[K${done}/${total}`);
  const proof = await proofOf(file, { expectHead: values.head, onProgress }).catch((error: unknown) => {
    const fault = faultOf(error, file);
    throw fault === null ? error : new UsageError('ISN-L01', fault);
  });
  if (io.stderr.isTTY) io.stderr.write('\r\x1b[K');
  if (flags.has('events') && proof.isWhole) {
    const { verifyEvents } = await import('../app/verify-events.ts');
    proof.faults.push(...(await verifyEvents(file)));
    proof.isWhole = proof.faults.length === 0;
  }
  const w = ledgerWords[lang];
  if (format === 'json') io.stdout.write(`${JSON.stringify(proof, null, 2)}\n`);
  else if (proof.isWhole) {
    const { entries, reports, readings, claims, head } = proof;
    io.stdout.write(`${fill(w.whole, { entries, reports, readings, claims })}\n${fill(w.head, { hash: head })}\n`);
  } else {
    io.stdout.write(`${w.altered}\n`);
    for (const { table, row, what, seq } of proof.faults)
      io.stdout.write(`  ${table} ${row} ${what}${seq === null ? '' : ` (journal ${seq})`}\n`);
  }
  return proof.isWhole ? 0 : 1;
}

async function verifyFolder(folder: string, format: 'text' | 'json', io: Io): Promise<number> {
  if (!existsSync(join(folder, 'bagit.txt'))) throw new UsageError('ISN-L07', `${folder} is not a bundle: it has no bagit.txt`);
  const { verifyBundle } = await import('../app/verify-bundle.ts');
  const proof = verifyBundle(folder);
  if (format === 'json') io.stdout.write(`${JSON.stringify(proof, null, 2)}\n`);
  else if (proof.isWhole)
    io.stdout.write(
      `Whole: ${proof.files} files, ${proof.reports} reports, ${proof.entries} entries of the journal; nothing was altered.\nhead ${proof.head}\n`,
    );
  else io.stdout.write(`ALTERED. First difference:\n${proof.faults.map((fault) => `  ${fault}\n`).join('')}`);
  return proof.isWhole ? 0 : 1;
}
