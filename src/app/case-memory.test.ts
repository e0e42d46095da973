/** What one process worked out of a case another one takes up, byte for byte as if all were computed anew, whatever came, was decided or went wrong between. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import {
  backupLedger,
  caseNamed,
  type EventBody,
  eventBodies,
  judgementsOfPeople,
  type Ledger,
  listTotals,
  openLedger,
  recordReadings,
  recordReports,
  restoreLedger,
  startRun,
} from '../ledger/index.ts';
import { readLines, ready } from '../ledger/reading.fixture.ts';
import { diskShelf } from './disk-shelf.ts';
import { caseReports, reconcileCase } from './reconcile-case.ts';
import { createReconciler } from './reconciler.ts';
import { mergeEvents, splitEvent, undoDecision } from './review.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-memory-'));
after(() => rmSync(folder, { recursive: true }));
const none = () => new Map<string, string>();
const by = { who: 'mona', why: 'to see' };

const LINES = [
  'sana: 4 civilian killed at Baghouz on 2019-02-11 [air-strike]',
  'sohr: 9 civilian killed at Baghouz on 2019-02-11 [air-strike]',
  'sohr: 2 civilian killed at Susa on 2019-03-01 [shelling]',
  'sana: 4 civilian killed at Baghouz on 2019-02-11 [killing]',
  'snhr: 2 civilian killed at Susa on 2019-03-01 [shelling]',
  'sohr: 7 civilian killed at Hajin on 2019-04-01 [mine]',
  'snhr: 3 civilian killed at Hajin on 2019-04-02 [mine]',
  'sohr: 400 civilian killed at Hajin on 2019-04-02 [toll]',
];
/** The last line tells a running total. */
function readingOf(n: number, line = LINES[n]) {
  const reading = readLines(`r${n}`, `paper ${n}`, '2019-04-03', line);
  if (n === LINES.length - 1)
    for (const figure of reading.claims[0].event.figures) Object.assign(figure, { scope: 'running-total', since: '2019-01-01' });
  return reading;
}
const readyOf = (n: number, line = LINES[n]) => {
  return { ...ready(line, { id: `r${n}`, outlet: `paper ${n}`, published: '2019-04-03' }), reading: readingOf(n, line) };
};

type At = { ledger: Ledger; caseId: number; run: number; file: string };

async function opened(name: string): Promise<At> {
  const file = join(folder, `${name}.db`);
  const ledger = await openLedger(file);
  const caseId = await caseNamed(ledger, 'a');
  return { ledger, caseId, run: await startRun(ledger, { engine: 'lines 1', data: 'none', what: 'import' }), file };
}

async function kept({ ledger, caseId }: At): Promise<{ events: EventBody[]; totals: object[] }> {
  const events: EventBody[] = [];
  for await (const body of eventBodies(ledger.read, caseId)) events.push(body);
  return { events, totals: (await listTotals(ledger.read, caseId)).rows };
}

/** Each time by somebody who remembers nothing himself. */
async function check(at: At): Promise<EventBody[]> {
  const { ledger, caseId } = at;
  const { events } = await reconcileCase(ledger, createReconciler(none), caseId);
  const judgements = await judgementsOfPeople(ledger.read);
  const found = await kept(at);
  assert.equal(found.events.length, events);
  const byCode = (a: EventBody, b: EventBody) => (a.event.code < b.event.code ? -1 : 1);
  const anew = await createReconciler(none).reconcile(caseReports(ledger, caseId), judgements, async ({ events, totals }) => {
    return { events: [...events].map(({ body }) => body()), totals: [...totals] };
  });
  assert.deepEqual(found.events.sort(byCode), anew.events.sort(byCode));
  assert.deepEqual(found.totals, anew.totals);
  return found.events;
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('add', 'add', 'version', 'reread', 'merge', 'split', 'undo', 'other case', 'nothing'),
    n: fc.nat(LINES.length - 1),
    m: fc.nat(20),
  }),
  { minLength: 5, maxLength: 12 },
);

test('whatever comes and is decided between, the next process goes on with it', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const at = await opened(`steps-${run++}`);
      const { ledger, caseId } = at;
      for (const n of [0, 2, 4]) await recordReports(ledger, at.run, caseId, [readyOf(n)]);
      let events = await check(at);
      for (const { kind, n, m } of list) {
        const [one, two] = [events[m % events.length], events[(m + 1) % events.length]].map((body) => body?.event);
        if (kind === 'add') await recordReports(ledger, at.run, caseId, [readyOf(n)]);
        else if (kind === 'version')
          await recordReports(ledger, at.run, caseId, [readyOf(n, LINES[n].replace(/\d+ civilian/u, `${m + 2} civilian`))]);
        else if (kind === 'other case')
          await recordReports(ledger, at.run, await caseNamed(ledger, 'b'), [readyOf(n, LINES[n].replace('Susa', 'Hajin'))]);
        else if (kind === 'reread') {
          const row = await ledger.read
            .selectFrom('held')
            .innerJoin('reports', 'reports.id', 'held.report')
            .select('held.report')
            .where('reports.key', '=', `r${n}`)
            .executeTakeFirst();
          if (row) await recordReadings(ledger, at.run, [{ report: row.report, reading: readingOf(n, LINES[m % LINES.length]) }]);
        } else if (kind === 'merge' && one && two && one !== two) await mergeEvents(ledger, [one.code, two.code], by, caseId);
        else if (kind === 'split' && one && one.claims.length > 1)
          await splitEvent(ledger, one.code, [one.claims[0]], by, caseId);
        else if (kind === 'undo') {
          const last = await ledger.read.selectFrom('decisions').select('id').orderBy('id', 'desc').executeTakeFirst();
          if (last) await undoDecision(ledger, last.id, by);
        }
        events = await check(at);
      }
      assert.ok(existsSync(`${at.file}.case-${caseId}.cache`));
      await ledger.close();
    }),
    { numRuns: 12 },
  );
});

test('a file that is gone, broken or of another version, open elsewhere or left by a failure costs time and nothing else', async () => {
  const at = await opened('trouble');
  const { ledger, caseId } = at;
  const cache = `${at.file}.case-${caseId}.cache`;
  await recordReports(ledger, at.run, caseId, [readyOf(0), readyOf(1)]);
  await check(at);
  rmSync(cache);
  await recordReports(ledger, at.run, caseId, [readyOf(2)]);
  await check(at);
  writeFileSync(cache, 'no database '.repeat(500));
  await recordReports(ledger, at.run, caseId, [readyOf(3)]);
  await check(at);
  const other = diskShelf(cache);
  other.notes.set('version', Buffer.from('another'));
  other.commit();
  await recordReports(ledger, at.run, caseId, [readyOf(4)]);
  await check(at);
  other.close();
  await recordReports(ledger, at.run, caseId, [readyOf(5)]);
  await check(at);
  // the events cannot be kept: what was worked out for them is not taken for told
  await recordReports(ledger, at.run, caseId, [readyOf(6)]);
  await ledger.db.schema.alterTable('event_codes').renameTo('elsewhere').execute();
  await assert.rejects(reconcileCase(ledger, createReconciler(none), caseId));
  await ledger.db.schema.alterTable('elsewhere').renameTo('event_codes').execute();
  await check(at);
  await ledger.close();
});

/** Starts a process that reconciles, and kills it where it waits. */
async function killedAt(at: At, when: 'before' | 'after'): Promise<void> {
  const entry = fileURLToPath(new URL('./case-memory.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, at.file, String(at.caseId), when], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('killed before or after the events are kept, the next process makes them the same', async () => {
  const at = await opened('killed');
  const { ledger, caseId } = at;
  await recordReports(ledger, at.run, caseId, [readyOf(0), readyOf(2)]);
  await check(at);
  for (const [n, when] of ['before', 'after'].entries()) {
    await recordReports(ledger, at.run, caseId, [readyOf(n + 3)]);
    await killedAt(at, when as 'before' | 'after');
    await check(at);
  }
  await ledger.close();
});

test('a ledger that was restored is another one', async () => {
  const at = await opened('restored');
  await recordReports(at.ledger, at.run, at.caseId, [readyOf(0), readyOf(2)]);
  await check(at);
  const copy = join(folder, 'copy.db');
  backupLedger(at.file, copy);
  await recordReports(at.ledger, at.run, at.caseId, [readyOf(1)]);
  assert.equal((await check(at)).find(({ event }) => event.place?.name === 'Baghouz')?.event.reports.length, 2);
  await at.ledger.close();
  await restoreLedger(copy, at.file, '2026-01-02T03:04:05.000Z');
  const ledger = await openLedger(at.file);
  const run = await startRun(ledger, { engine: 'lines 1', data: 'none', what: 'import' });
  await recordReports(ledger, run, at.caseId, [readyOf(5)]);
  await check({ ...at, ledger, run });
  await ledger.close();
});
