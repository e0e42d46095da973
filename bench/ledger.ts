/**
 * `node [--expose-gc] bench/ledger.ts [SMALL LARGE]`: reading, storing and reconciling of made reports at two sizes; the cost of one report at the large one as a ratio to
 * the small one. Times are of this process's processor: other work on the machine does not count. The ledger is opened as an import opens it. The reports lie
 * on 400 days whatever their number, so that a day of 100,000 has ten times the neighbours that one of 10,000 has: harder than a case that grows by going on.
 * Files are removed.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../src/app/ingest.ts';
import { reconcileCase } from '../src/app/reconcile-case.ts';
import { createReconciler } from '../src/app/reconciler.ts';
import { createEngine } from '../src/engine/index.ts';
import { findCase, openLedger } from '../src/ledger/index.ts';
import { madeReports } from './made-reports.ts';

const sizes = process.argv.slice(2).map(Number);
const [small = 2000, large = 20_000] = sizes;
const engine = createEngine();
const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'));

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const line = (name: string, value: string): void => void process.stdout.write(`${name.padEnd(46)}${value}\n`);

async function measure(count: number): Promise<number> {
  const file = join(folder, `${count}.db`);
  const ledger = await openLedger(file, { isBulk: true });
  // made one by one, as a folder is read: the bench holds none of them
  const items = function* () {
    let i = 0;
    for (const report of madeReports(engine, count))
      yield { item: { name: report.id as string, report, fault: null }, size: i++ };
  };
  const wall = performance.now();
  const start = cpu();
  const result = await ingest({ ledger, engine, items: items(), caseName: 'bench', source: 'made' });
  const imported = cpu();
  const { events } = await reconcileCase(ledger, createReconciler(), (await findCase(ledger, 'bench')) as number);
  const end = cpu();
  const claims = await ledger.read
    .selectFrom('claims')
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  line(
    `${count} reports`,
    `${result.new} new, ${claims.n} claims, ${events} events, ${(statSync(file).size / 1e6).toFixed(0)} MB file`,
  );
  line('  read and store', `${(count / (imported - start)).toFixed(0)} reports/s`);
  line('  reconcile', `${(count / (end - imported)).toFixed(0)} reports/s`);
  line(
    '  together',
    `${(count / (end - start)).toFixed(0)} reports/s of processor (${((count * 1000) / (performance.now() - wall)).toFixed(0)} by the clock)`,
  );
  // with `--expose-gc`: what is in use, without what waits to be collected
  globalThis.gc?.();
  line(
    '  memory',
    `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident, heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB, most until now ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`,
  );
  await ledger.close();
  return (end - start) / count;
}

try {
  const first = await measure(small);
  const second = await measure(large);
  line('cost of a report, large to small', (second / first).toFixed(2));
} finally {
  rmSync(folder, { recursive: true });
}
