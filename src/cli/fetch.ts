/** `isnad fetch URL…`: pages from the web into the ledger, each answer kept as it came. The only command beside watch that goes out. */
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { runIngest } from './run-ingest.ts';

export const command: Command = {
  summary: 'fetch pages from the web into the ledger (goes online)',
  usage: [
    'isnad fetch URL… [--case NAME] [--db FILE] [--warc DIR] [--delay SECONDS] [--json]',
    '',
    '  --case NAME      the case they go into; default main',
    '  --db FILE        the ledger; default isnad.db in your data folder, or ISNAD_DB',
    '  --warc DIR       where the answers are kept as they came; default captures beside the ledger',
    '  --delay SECONDS  between two questions to one host; default 1',
    '  --json           print what became of it as JSON',
    '',
    'Only public addresses are asked, also after redirects; robots.txt is heeded. The server sees your address: use a network that fits your risk.',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new UsageError('ISN-U01', 'name addresses to fetch');
  const db = values.db ?? defaultLedgerFile(io.env);
  const { startFetcher, itemsOfAddresses } = await import('../app/fetch-pages.ts');
  const fetcher = startFetcher({
    agent: AGENT,
    warcFolder: values.warc ?? join(dirname(db), 'captures'),
    delayMs: secondsOf(values.delay, '--delay') * 1000,
    permitted: values['test-only-permit'] ?? null,
  });
  return runIngest(
    { db, caseName: values.case, source: positionals.join(' '), isJson: values.json === true, total: positionals.length },
    io,
    () => itemsOfAddresses(positionals, fetcher),
  );
}

export const AGENT = 'isnad/0.1.0 (reads news for documentation; heeds robots.txt)';

export function secondsOf(value: string | undefined, name: string, standard = 1): number {
  if (value === undefined) return standard;
  const seconds = Number(value);
  if (!(seconds >= 0 && seconds <= 86_400)) throw new UsageError('ISN-U04', `${name} ${value}: a number of seconds`);
  return seconds;
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = {
      case: text,
      db: text,
      warc: text,
      delay: text,
      json: { type: 'boolean' },
      'test-only-permit': text,
    } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
