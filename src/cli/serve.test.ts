/** The server as it is started: on this machine only, with a token beyond it, over a ledger that it makes and does not overwrite. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startServer } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-serve-'));
const db = join(folder, 'a.db');
const report = (error: unknown): never => {
  throw error;
};
after(() => rmSync(folder, { recursive: true }));

/** Status of a request to 127.0.0.1 under any host name. */
function statusOf(port: number, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('it listens on this machine only, makes its ledger, loads the sample once and keeps what is there', async () => {
  const first = await startServer({ port: 0, db, caseName: null, withSample: true, report });
  assert.match(first.address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((one) => !one.internal && one.family === 'IPv4');
  if (outside) await assert.rejects(reach(outside.address, first.port), /ECONNREFUSED/);
  const cases = async (port: number) =>
    ((await (await fetch(`http://127.0.0.1:${port}/api/cases`)).json()) as { items: any[] }).items;
  assert.deepEqual(
    (await cases(first.port)).map(({ name, reports }) => [name, reports > 10]),
    [['sample', true]],
  );
  const kept = await fetch(`${first.address}api/keep`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'قتل ثلاثة مدنيين في قصف على بلدة الباغوز', case: 'main' }),
  });
  assert.equal(kept.status, 200);
  await first.close();
  const second = await startServer({ port: 0, db, caseName: null, withSample: true, report });
  assert.deepEqual((await cases(second.port)).map(({ name }) => name).sort(), ['main', 'sample']);
  assert.equal(await statusOf(second.port, '/api/cases', { host: 'rebound.example' }), 421);
  await second.close();
});

test('beyond this machine everybody needs the token, under the names of the machine', async () => {
  const server = await startServer({ port: 0, db, caseName: null, host: '0.0.0.0', token: 'secret', report });
  assert.match(server.address, /\?token=secret$/);
  assert.doesNotMatch(server.address, /0\.0\.0\.0/);
  const { hostname } = new URL(server.address);
  assert.equal(await statusOf(server.port, '/', { host: hostname }), 401);
  assert.equal(await statusOf(server.port, '/api/cases?token=secret', { host: hostname }), 200);
  assert.equal(await statusOf(server.port, '/api/cases?token=secret', { host: 'rebound.example' }), 421);
  await server.close();
});

test('a port that is taken is told in one line', async () => {
  const server = await startServer({ port: 0, db, caseName: null, report });
  await assert.rejects(startServer({ port: server.port, db, caseName: null, report }), /ISN-U32|is taken/);
  await server.close();
});

function reach(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port }, () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}
