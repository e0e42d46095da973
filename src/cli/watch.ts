/** `isnad watch FEED…`: feeds asked again and again for what is new. */
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { AGENT, secondsOf } from './fetch.ts';
import { runIngest } from './run-ingest.ts';

export const command: Command = {
  summary: 'ask feeds for what is new, again and again (goes online)',
  usage: [
    'isnad watch FEED… [--every MINUTES] [--once] [--pages] [--case NAME] [--db FILE] [--warc DIR]',
    '',
    '  --every MINUTES  time between two rounds; default 15, at least 5',
    '  --once           one round only',
    '  --pages          fetch the page behind each entry too, and again when the feed tells of it otherwise',
    '  --case, --db, --warc, --delay, --json   as in fetch',
    '',
    'A feed that has not changed is not sent again: the server is told what was seen last. Ctrl-C ends.',
  ].join('\n'),
  run,
};

const LEAST_MINUTES = 5;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new UsageError('ISN-U01', 'name feeds to watch');
  const minutes = Number(values.every ?? 15);
  if (!(minutes >= LEAST_MINUTES))
    throw new UsageError('ISN-U04', `--every ${values.every}: at least ${LEAST_MINUTES} minutes, out of politeness`);
  const db = values.db ?? defaultLedgerFile(io.env);
  const [{ startFetcher }, { itemsOfFeeds, readWatched, writeWatched }] = await Promise.all([
    import('../app/fetch-pages.ts'),
    import('../app/watch-feeds.ts'),
  ]);
  const fetcher = startFetcher({
    agent: AGENT,
    warcFolder: values.warc ?? join(dirname(db), 'captures'),
    delayMs: secondsOf(values.delay, '--delay') * 1000,
    permitted: values['test-only-permit'] ?? null,
  });
  const file = `${db}.watch.json`;
  for (;;) {
    const watched = readWatched(file);
    const now = () => new Date().toISOString();
    const code = await runIngest(
      { db, caseName: values.case, source: positionals.join(' '), isJson: values.json === true, total: positionals.length },
      io,
      (ledger) => itemsOfFeeds({ ledger, fetcher, feeds: positionals, withPages: values.pages === true, watched, now }),
    );
    // only what is recorded counts as seen
    if (code !== 130) writeWatched(file, watched);
    if (values.once || code === 130) return code;
    if (!(await waited(minutes * 60_000))) return 130;
  }
}

/** False: it was interrupted. */
function waited(ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = () => over(false);
    const timer = setTimeout(() => over(true), ms);
    const over = (isWhole: boolean) => {
      clearTimeout(timer);
      process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
      resolve(isWhole);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = {
      case: text,
      db: text,
      warc: text,
      delay: text,
      every: text,
      once: flag,
      pages: flag,
      json: flag,
      'test-only-permit': text,
    } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
