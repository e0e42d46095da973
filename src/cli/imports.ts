/** `isnad imports [ID]`: the imports there were, what failed in one and why; and pause, continue, cancel or retry one, in whatever process it runs. */
import { parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { groupedReasons } from '../app/reasons.ts';
import { sourceShown } from '../app/source-paths.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { sayOlder } from './older-ledger.ts';
import { runIngest } from './run-ingest.ts';

export const command: Command = {
  summary: 'list imports and their failures; pause, cancel or retry one',
  usage: [
    'isnad imports [ID] [--failed | --passed | --pause | --continue | --cancel | --retry] [--db FILE] [--json]',
    '',
    '  --failed     what failed in import ID, each with its reason',
    '  --passed     what was no report, each with what it is',
    '  --pause      stop it after the batch at hand; --continue goes on, --cancel ends it; nothing that was taken in is lost',
    '  --retry      import again the files of import ID in which something failed',
    '  --db FILE    the ledger; default isnad.db in your data folder, or ISNAD_DB',
    '  --json       print as JSON',
  ].join('\n'),
  run,
};

const STEER = { pause: 'paused', continue: 'running', cancel: 'cancelled' } as const;
const MOST = 100_000;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  const db = values.db ?? defaultLedgerFile(io.env);
  const { openLedger, listImports, itemsOf, steerImport } = await import('../ledger/index.ts');
  const ledger = await openLedger(db, { onStep: sayOlder(db, io.stderr) });
  try {
    const imports = await listImports(ledger, 1000);
    if (positionals.length === 0) {
      io.stdout.write(
        values.json ? `${JSON.stringify(imports)}\n` : imports.map((one) => `${lineOf(one)}\n`).join('') || 'no imports yet\n',
      );
      return 0;
    }
    const id = Number(positionals[0]);
    const one = imports.find((each) => each.id === id);
    if (!one) throw new UsageError('ISN-U42', `there is no import ${positionals[0]}; "isnad imports" lists them`);
    const steer = (Object.keys(STEER) as (keyof typeof STEER)[]).find((key) => values[key]);
    if (steer) {
      const state = await steerImport(ledger, id, STEER[steer]);
      if (state !== STEER[steer])
        throw new UsageError('ISN-U43', `import ${id} is ${state}: it cannot be ${STEER[steer]} any more`);
      io.stdout.write(`import ${id} is ${state}\n`);
      return 0;
    }
    if (values.retry) {
      const failed = (await itemsOf(ledger, id, 'failed', MOST)).map((item) => item.name);
      await ledger.close();
      return await retry(one, failed, db, io);
    }
    const status = values.passed ? 'passed' : 'failed';
    const items = await itemsOf(ledger, id, status, MOST);
    if (values.json) io.stdout.write(`${JSON.stringify({ ...one, [status]: items })}\n`);
    else {
      const groups = groupedReasons(items);
      // of many, first how often each reason is met
      const overview =
        items.length > groups.length && groups.length > 1 ? groups.map(({ reason, n }) => `  ${n} ×  ${reason}\n`) : [];
      const lines = items.map((item) => `  ${item.name}: ${item.reason}\n`);
      io.stdout.write(`${lineOf(one)}\n${overview.join('')}${lines.join('')}`);
    }
    return 0;
  } finally {
    await ledger.close().catch(() => {});
  }
}

type Summary = Awaited<ReturnType<typeof import('../ledger/index.ts').listImports>>[number];

function lineOf({ id, at, state, case: into, counts, source }: Summary): string {
  const numbers = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${n} ${name === 'passed' ? 'without reports' : name}`);
  return `${id}  ${at.slice(0, 16).replace('T', ' ')}  ${state}  ${into}  ${numbers.join(', ') || 'nothing yet'}  ${sourceShown(source)}`;
}

async function retry({ source, case: caseName }: Summary, failed: readonly string[], db: string, io: Io): Promise<number> {
  const [{ filesUnder }, { startPool }, { optionsOfSource, pathsOfSource }] = await Promise.all([
    import('../app/items.ts'),
    import('../jobs/pool.ts'),
    import('../app/source-paths.ts'),
  ]);
  const paths = pathsOfSource(source);
  if (paths.some((path) => /^https?:/u.test(path))) throw new UsageError('ISN-U43', 'pages are asked for again with isnad fetch');
  const files = filesUnder(paths).filter(({ name }) =>
    failed.some((item) => item === name || item.startsWith(`${name}:`) || item.startsWith(`${name}/`)),
  );
  if (files.length === 0) {
    io.stdout.write('nothing to retry\n');
    return 0;
  }
  const pool = startPool({ threads: 1 });
  try {
    const total = files.reduce((sum, file) => sum + file.size, 0);
    return await runIngest({ db, caseName, source, isJson: false, total, readAll: pool.read }, io, () =>
      pool.open(files, optionsOfSource(source)),
    );
  } finally {
    await pool.close();
  }
}

function parse(args: string[]) {
  try {
    const flag = { type: 'boolean' } as const;
    const options = {
      db: { type: 'string' },
      failed: flag,
      passed: flag,
      pause: flag,
      continue: flag,
      cancel: flag,
      retry: flag,
      json: flag,
    } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
