/** `isnad imports [ID]`: the imports there were, what failed in one and why; and pause, continue, cancel or retry one, in whatever process it runs. */
import { parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { groupedReasons } from '../app/reasons.ts';
import { sourceShown } from '../app/source-paths.ts';
import type { ImportSummary, Pace } from '../ledger/index.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { sayOlder } from './older-ledger.ts';
import { duration, stagesText } from './progress.ts';
import { retryImport } from './retry-import.ts';

export const command: Command = {
  summary: 'list imports and their failures; pause, cancel or retry one',
  usage: [
    'isnad imports [ID] [--failed | --passed | --pause | --continue | --cancel | --retry] [--db FILE] [--json]',
    '',
    '  --failed     what failed in import ID, each with its reason',
    '  --passed     what was no report, each with what it is',
    '  --pause      stop it after the batch at hand; --continue goes on, --cancel ends it; nothing that was taken in is lost',
    '  --retry      try again what failed in import ID; of one that was stopped, go on with all that is not held yet',
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
  const { openLedger, findImport, listImports, itemsOf, paceOf, steerImport } = await import('../ledger/index.ts');
  const ledger = await openLedger(db, { onStep: sayOlder(db, io.stderr) });
  try {
    if (positionals.length === 0) {
      const imports = await listImports(ledger, 1000);
      io.stdout.write(
        values.json ? `${JSON.stringify(imports)}\n` : imports.map((one) => `${lineOf(one)}\n`).join('') || 'no imports yet\n',
      );
      return 0;
    }
    const id = Number(positionals[0]);
    const one = Number.isSafeInteger(id) ? await findImport(ledger, id) : null;
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
      if (one.state === 'running' || one.state === 'paused')
        throw new UsageError('ISN-U43', `import ${id} is ${one.state}: it has not ended yet`);
      const failed = (await itemsOf(ledger, id, 'failed', MOST)).map((item) => item.name);
      await ledger.close();
      const permitted = values['test-only-permit'] ?? null;
      return await retryImport({ run: one, failed, db, isJson: values.json === true, permitted }, io);
    }
    const status = values.passed ? 'passed' : 'failed';
    const items = await itemsOf(ledger, id, status, MOST);
    const pace = await paceOf(ledger, id);
    if (values.json) io.stdout.write(`${JSON.stringify({ ...one, pace, [status]: items })}\n`);
    else {
      const groups = groupedReasons(items);
      // of many, first how often each reason is met
      const overview =
        items.length > groups.length && groups.length > 1 ? groups.map(({ reason, n }) => `  ${n} ×  ${reason}\n`) : [];
      const lines = items.map((item) => `  ${item.name}: ${item.reason}\n`);
      io.stdout.write(`${lineOf(one)}\n${paceLine(one, pace)}${overview.join('')}${lines.join('')}`);
    }
    return 0;
  } finally {
    await ledger.close().catch(() => {});
  }
}

function lineOf({ id, at, state, case: into, counts, stages, source }: ImportSummary): string {
  const numbers = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${n} ${name === 'passed' ? 'without reports' : name}${name === 'failed' ? stagesText(stages) : ''}`);
  return `${id}  ${at.slice(0, 16).replace('T', ' ')}  ${state}  ${into}  ${numbers.join(', ') || 'nothing yet'}  ${sourceShown(source)}`;
}

/** How fast it is or was, what is left of it, and what took it in. */
function paceLine({ state, done, total, tool }: ImportSummary, { seconds, rate, recent }: Pace): string {
  const isLive = state === 'running' || state === 'paused';
  const now = state === 'running' ? recent : rate;
  const parts = [isLive && total !== null ? `${done} of about ${total} items` : `${done} items`];
  if (seconds > 0) parts.push(`in ${duration(seconds)}`, `${rateText(rate)}/s`);
  if (state === 'running' && recent > 0) parts.push(`${rateText(recent)}/s now`);
  if (isLive && total !== null && now > 0) parts.push(`${duration((total - done) / now)} left`);
  return `  ${[...parts, `by ${tool}`].join(' · ')}\n`;
}

const rateText = (rate: number): string => (rate < 10 ? rate.toFixed(1) : String(Math.round(rate)));

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
      'test-only-permit': { type: 'string' },
    } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
