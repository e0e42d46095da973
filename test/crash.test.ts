/** An import that is killed in the middle, again and again, and two imports at once: no report, decision or claim is lost or doubled, and the chain holds. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { caseNamed, findCase, openLedger, recordDecision, verifyLedger } from '../src/ledger/index.ts';

const REPORTS = 240;
/** Twenty by hand (ISNAD_KILLS=20); fewer where tests must be quick. */
const KILLS = Number(process.env.ISNAD_KILLS ?? 2);
const folder = mkdtempSync(join(tmpdir(), 'isnad-crash-'));
after(() => rmSync(folder, { recursive: true }));

/** A process that imports lines, in small batches, and says when each is in. */
function importing(db: string): { child: ReturnType<typeof spawn>; done: Promise<number | null>; batches: () => number } {
  const entry = fileURLToPath(new URL('./crash.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, db, String(REPORTS)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let batches = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    batches += chunk.toString('utf8').split('\n').length - 1;
  });
  const done = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, done, batches: () => batches };
}

async function check(db: string, decisions: number): Promise<void> {
  const ledger = await openLedger(db);
  const proof = await verifyLedger(ledger.read);
  assert.deepEqual(proof.faults, []);
  const keys = await ledger.read.selectFrom('reports').select('key').execute();
  assert.equal(new Set(keys.map((row) => row.key)).size, keys.length, 'no report twice');
  const held = await ledger.read.selectFrom('held').select('report').execute();
  const inCase = await ledger.read.selectFrom('case_reports').select('report').execute();
  assert.deepEqual([held.length, inCase.length], [keys.length, keys.length]);
  assert.equal(proof.claims, keys.length);
  const facets = await ledger.read.selectFrom('facets').select('n').where('case_id', '=', 0).where('role', '=', 2).execute();
  assert.equal(
    facets.reduce((sum, row) => sum + row.n, 0),
    keys.length,
  );
  assert.equal((await ledger.read.selectFrom('decisions').select('id').execute()).length, decisions);
  await ledger.close();
}

test(`killed ${KILLS} times in the middle of an import`, async () => {
  const db = join(folder, 'killed.db');
  const ledger = await openLedger(db);
  await caseNamed(ledger, 'a');
  let decisions = 0;
  for (let n = 0; n < KILLS; n++) {
    await recordDecision(ledger, { kind: 'accept', target: `x/${n}`, payload: null, who: 'mona', why: 'before the crash' });
    decisions += 1;
    const { child, done, batches } = importing(db);
    const until = 1 + (n % 4);
    while (child.exitCode === null && child.signalCode === null && batches() < until)
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await done;
  }
  await ledger.close();
  await check(db, decisions);
  const { done } = importing(db);
  assert.equal(await done, 0);
  await check(db, decisions);
  const whole = await openLedger(db);
  assert.equal((await whole.read.selectFrom('reports').select('id').execute()).length, REPORTS);
  assert.equal(await findCase(whole, 'a'), 1);
  await whole.close();
});

test('two processes import the same reports at once', async () => {
  const db = join(folder, 'two.db');
  const both = [importing(db), importing(db)];
  assert.deepEqual(await Promise.all(both.map(({ done }) => done)), [0, 0]);
  await check(db, 0);
  const ledger = await openLedger(db);
  assert.equal((await ledger.read.selectFrom('reports').select('id').execute()).length, REPORTS);
  await ledger.close();
});
