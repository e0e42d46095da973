/** `isnad timestamp --server URL`: the head of the journal stamped with the time by a server; only its hash leaves the machine. */
import { parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { AGENT } from './fetch.ts';
import { sayOlder } from './older-ledger.ts';

export const command: Command = {
  summary: 'have the head of the journal time-stamped (goes online)',
  usage: [
    'isnad timestamp --server URL [--db FILE] [--json]',
    '',
    '  --server URL  a time-stamping authority (RFC 3161); only a hash is sent to it',
    '  --db FILE     the ledger; default isnad.db in your data folder, or ISNAD_DB',
    '',
    'The token is kept in the folder timestamps beside the ledger. To check it with the certificate of the authority:',
    '  openssl ts -verify -in TOKEN.tsr -digest HASH -CAfile AUTHORITY.pem',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const values = parse(args);
  if (values.server === undefined) throw new UsageError('ISN-U01', 'name a server with --server URL');
  const [{ openLedger }, { timestampHead }, { Refused }] = await Promise.all([
    import('../ledger/index.ts'),
    import('../app/timestamp-head.ts'),
    import('../formats/fetch/address.ts'),
  ]);
  const ledger = await openLedger(values.db ?? defaultLedgerFile(io.env), {
    onStep: sayOlder(values.db ?? defaultLedgerFile(io.env), io.stderr),
  });
  try {
    const stamped = await timestampHead(ledger, values.server, { agent: AGENT, permitted: values['test-only-permit'] ?? null });
    io.stdout.write(
      values.json
        ? `${JSON.stringify(stamped)}\n`
        : `entry ${stamped.seq}, ${stamped.hash}\nstamped ${stamped.time} by ${stamped.server}\n${stamped.token}\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof Refused) throw new UsageError('ISN-U46', `${values.server}: ${error.message}`);
    throw error;
  } finally {
    await ledger.close();
  }
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, options: { server: text, db: text, json: { type: 'boolean' }, 'test-only-permit': text } }).values;
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
