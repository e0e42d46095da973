/** Tries an import again: what failed in one that ended, and all that is not held yet of one that was stopped. Files are opened, addresses fetched once more. */
import { dirname, join } from 'node:path';
import type { ImportSummary } from '../ledger/index.ts';
import type { Io } from './command.ts';
import { AGENT } from './fetch.ts';
import { runIngest } from './run-ingest.ts';

export type Retry = {
  run: ImportSummary;
  /** Names of the items that failed. */
  failed: readonly string[];
  db: string;
  isJson: boolean;
  /** One address that may be asked although it is not public; for tests only. */
  permitted: string | null;
};

const isAddress = (name: string): boolean => /^https?:/iu.test(name);
/** An item is the source itself, or a part of it. */
const isOf = (item: string, source: string): boolean =>
  item === source || item.startsWith(`${source}:`) || item.startsWith(`${source}/`);

export async function retryImport(retry: Retry, io: Io): Promise<number> {
  const { pathsOfSource } = await import('../app/source-paths.ts');
  const sources = pathsOfSource(retry.run.source);
  return sources.some(isAddress) ? await fetchAgain(sources, retry, io) : await openAgain(sources, retry, io);
}

async function openAgain(paths: string[], { run, failed, db, isJson }: Retry, io: Io): Promise<number> {
  const [{ filesUnder }, { startPool }, { optionsOfSource }] = await Promise.all([
    import('../app/items.ts'),
    import('../jobs/pool.ts'),
    import('../app/source-paths.ts'),
  ]);
  const isWhole = run.state !== 'finished';
  const files = filesUnder(paths).filter(({ name }) => isWhole || failed.some((item) => isOf(item, name)));
  if (files.length === 0) return nothing(io);
  const pool = startPool({ threads: files.length > 20 ? 2 : 1 });
  try {
    const total = files.reduce((sum, file) => sum + file.size, 0);
    return await runIngest({ db, caseName: run.case, source: run.source, isJson, total, readAll: pool.read }, io, () =>
      pool.open(files, optionsOfSource(run.source)),
    );
  } finally {
    await pool.close();
  }
}

async function fetchAgain(asked: string[], { run, failed, db, isJson, permitted }: Retry, io: Io): Promise<number> {
  const { startFetcher, itemsOfAddresses } = await import('../app/fetch-pages.ts');
  const again = run.state === 'finished' ? asked.filter((url) => failed.some((item) => isOf(item, url))) : asked;
  // after a redirect an item has the name of the address that answered
  const answered = failed.filter((item) => isAddress(item) && !again.some((url) => isOf(item, url)));
  const urls = run.state === 'finished' ? [...again, ...answered] : again;
  if (urls.length === 0) return nothing(io);
  const fetcher = startFetcher({ agent: AGENT, warcFolder: join(dirname(db), 'captures'), permitted });
  return await runIngest({ db, caseName: run.case, source: run.source, isJson, total: urls.length }, io, () =>
    itemsOfAddresses(urls, fetcher),
  );
}

function nothing(io: Io): number {
  io.stdout.write('nothing to retry\n');
  return 0;
}
