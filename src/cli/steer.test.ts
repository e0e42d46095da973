/** An import that runs in another process is paused, continued, cancelled and gone on with from the command line: nothing is lost, nothing doubled. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importState, listImports, openLedger, verifyLedger } from '../ledger/index.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-steer-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const db = join(folder, 'l.db');
/** So many that an import is still going on when it is told to stop, on a fast machine too. */
const REPORTS = 12_000;

async function isnad(...args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const io = {
    stdout: { write: (more: string) => (out += more) },
    stderr: { write: () => true },
    stdin: async () => new Uint8Array(),
    env: { ISNAD_DB: db },
  };
  return { code: await main(args, io), out };
}

const waited = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('paused, continued, cancelled, gone on with', { skip: process.env.ISNAD_LAND !== undefined, timeout: 300_000 }, async () => {
  const file = join(folder, 'many.jsonl');
  const line = (n: number) =>
    JSON.stringify({
      id: `s-${n}`,
      published: '2020-01-05',
      text: `قتل ${3 + (n % 9)} مدنيين في قصف على بلدة رقم ${n} قرب حلب أمس.`,
    });
  writeFileSync(file, Array.from({ length: REPORTS }, (_, n) => line(n)).join('\n'));
  await (await openLedger(db)).close();
  const entry = fileURLToPath(new URL('./main.ts', import.meta.url));
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const child = spawn(process.execPath, [entry, 'import', file, '--db', db], { stdio: 'ignore', env });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ledger = await openLedger(db);
  const done = async () => (await listImports(ledger))[0]?.done ?? 0;
  while ((await done()) === 0 && child.exitCode === null) await waited(20);
  assert.equal((await isnad('imports', '1', '--pause')).out, 'import 1 is paused\n');
  // the batch at hand may still come in, on a slow machine after some seconds
  let atPause = -1;
  for (let still = 0; still < 4; still++) {
    const now = await done();
    if (now !== atPause) still = 0;
    atPause = now;
    await waited(1000);
  }
  assert.deepEqual([await done(), await importState(ledger, 1)], [atPause, 'paused']);
  assert.match((await isnad('imports', '1')).out, /paused .*\n {2}\d+ of about \d+ items/u);
  assert.ok(atPause < REPORTS, 'paused in the middle');
  assert.equal((await isnad('imports', '1', '--continue')).out, 'import 1 is running\n');
  while ((await done()) === atPause && child.exitCode === null) await waited(20);
  assert.equal((await isnad('imports', '1', '--cancel')).code, 0);
  assert.equal(await ended, 130);
  const kept = (await listImports(ledger))[0].counts.new;
  assert.ok(kept > atPause - 1 && kept < REPORTS, `${kept} kept`);
  assert.match((await isnad('imports', '1', '--retry')).out, new RegExp(`^${REPORTS - kept} new, ${kept} already held`, 'u'));
  const proof = await verifyLedger(ledger.read);
  assert.deepEqual([proof.isWhole, proof.reports], [true, REPORTS]);
  await ledger.close();
});
