/** Trying again: a stopped import goes on with all that is left; pages that could not be had are asked for once more. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sourceOfPaths } from '../app/source-paths.ts';
import { caseNamed, markImport, openLedger, startImport, startRun } from '../ledger/index.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-retry-'));
const db = join(folder, 'l.db');
const text = 'قتل خمسة مدنيين في قصف على بلدة قرب الرقة أمس، وفق ما أعلن الدفاع المدني، الذي قال إن فرقه ما زالت تبحث عن ناجين.';
let server: Server;
let base = '';
let isDown = true;

before(async () => {
  server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (isDown) response.writeHead(500).end();
    else response.setHeader('content-type', 'text/plain; charset=utf-8').end(`${text} ${request.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function isnad(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io = {
    stdout: { write: (more: string) => (out += more) },
    stderr: { write: (more: string) => (err += more) },
    stdin: async () => new Uint8Array(),
    env: { ISNAD_DB: db },
  };
  return { code: await main(args, io), out, err };
}

test('an import that was cancelled goes on with everything that is not held', async () => {
  const files = join(folder, 'files');
  mkdirSync(files);
  for (const n of [1, 2, 3]) writeFileSync(join(files, `${n}.txt`), `${text} ${n}`);
  const first = await isnad('import', join(files, '1.txt'));
  assert.match(first.out, /^1 new/u);
  const ledger = await openLedger(db);
  const run = await startRun(ledger, { engine: 'x', data: 'x', what: 'import' });
  const caseId = await caseNamed(ledger, 'main');
  const id = await startImport(ledger, { caseId, source: sourceOfPaths([files]), tool: 'x', run });
  await markImport(ledger, id, 'cancelled', 1, null);
  await ledger.close();
  assert.match((await isnad('imports', String(id), '--retry')).out, /^2 new, 1 already held \(import/u);
});

test('pages that could not be had are fetched once more, under the same source', async () => {
  const asked = [`${base}/a`, `${base}/b`];
  const permit = ['--test-only-permit', '127.0.0.1'];
  const first = await isnad('fetch', ...asked, '--delay', '0', ...permit);
  assert.match(first.out, /^0 new, 0 already held, 2 failed \(2 fetching\)/u);
  const id = /import (\d+)/u.exec(first.out)?.[1] as string;
  isDown = false;
  const again = await isnad('imports', id, '--retry', ...permit);
  assert.match(again.out, /^2 new, 0 already held \(import/u, again.err);
  const next = /import (\d+)/u.exec(again.out)?.[1] as string;
  assert.equal((await isnad('imports', next, '--retry', ...permit)).out, 'nothing to retry\n');
});
