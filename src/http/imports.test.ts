/** Imports from the screen: files are sent in pieces, a run is started, followed, cancelled and tried again; nobody else's page can start one. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createApp } from './app.ts';
import type { ImportDetail, ImportRow, Page, Preview, ReportRow } from './client.ts';
import { type Opened, openDesk } from './open-desk.ts';
import { safePath, sweepUploads, uploadsOf } from './uploads.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-upload-'));
const db = join(folder, 'a.db');
const TEXT = 'قال مرصد الفرات إن ثلاثة مدنيين قتلوا أمس الثلاثاء في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.';
let opened: Opened;
let app: ReturnType<typeof createApp>;

before(async () => {
  opened = await openDesk(db, { caseName: 'main' });
  app = createApp({ desk: opened.desk, screens: null });
});
after(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
const get = async <T>(path: string): Promise<T> => (await (await app.request(path)).json()) as T;

async function sent(files: Record<string, string>): Promise<string> {
  const { upload } = (await (await post('/api/uploads', {})).json()) as { upload: string };
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    for (let offset = 0; offset === 0 || offset < bytes.length; offset += 100)
      assert.equal((await piece(upload, name, offset, bytes.subarray(offset, offset + 100))).status, 204);
  }
  return upload;
}

const piece = (upload: string, name: string, offset: number, bytes: Uint8Array, type = 'application/octet-stream') =>
  app.request(`/api/uploads/${upload}?name=${encodeURIComponent(name)}&offset=${offset}`, {
    method: 'POST',
    body: Buffer.from(bytes),
    headers: { 'content-type': type },
  });

/** The last that is told of a run. */
async function followed(id: number): Promise<ImportDetail> {
  const response = await app.request(`/api/imports/${id}/stream`);
  const told = (await response.text()).matchAll(/^data: (.*)$/gm);
  return JSON.parse([...told].at(-1)?.[1] ?? '{}');
}

test('files that are sent are read into the case; what failed stands there with its reason and is tried again', async () => {
  const upload = await sent({ 'week/a.txt': TEXT, 'week/b.txt': `${TEXT}\n${TEXT}`, 'odd.csv': 'one,two\n1,2\n3,4\n' });
  const { id } = (await (await post('/api/imports', { upload, case: 'week', outlet: 'صحيفة' })).json()) as { id: number };
  const run = await followed(id);
  assert.deepEqual([run.state, run.kept, run.failed, run.failures[0].name], ['finished', 2, 1, 'odd.csv']);
  const whole = await get<ImportDetail>(`/api/imports/${id}`);
  assert.deepEqual([whole.stages.text, whole.failures[0].stage, whole.case, whole.reasons[0].n], [1, 'text', 'week', 1]);
  assert.ok(whole.pace.seconds > 0 && whole.pace.rate > 0 && whole.tool.startsWith('isnad'), JSON.stringify(whole.pace));
  assert.match(await (await app.request(`/api/imports/${id}?format=csv`)).text(), /^name,stage,reason\r\nodd\.csv,text,/u);
  assert.equal(run.source, 'odd.csv, week/a.txt, week/b.txt');
  const reports = (await get<Page<ReportRow>>('/api/reports?case=week')).items;
  assert.deepEqual(
    reports.map(({ outlet }) => outlet),
    ['صحيفة', 'صحيفة'],
  );
  assert.ok(existsSync(join(uploadsOf(db), upload)), 'what failed can be tried again');
  const again = (await (await post(`/api/imports/${id}/retry`, {})).json()) as { id: number };
  assert.deepEqual([(await followed(again.id)).failed, (await followed(again.id)).kept], [1, 0]);
  assert.deepEqual(
    (await get<Page<ImportRow>>('/api/imports')).items.map((row) => row.id),
    [again.id, id],
  );
  assert.equal((await post(`/api/imports/${id}/steer`, { to: 'cancelled' })).status, 409);
  assert.equal((await post('/api/imports/99/steer', { to: 'paused' })).status, 404);
});

test('columns of a table are named from the screen, and hold when it is tried again', {
  skip: process.env.ISNAD_LAND !== undefined,
}, async () => {
  const upload = await sent({ 't.csv': `what,when\n"${TEXT} ثالث",2019-02-12\n"${TEXT} رابع",?\n` });
  assert.equal((await post('/api/imports', { upload, columns: 'text' })).status, 422);
  const { id } = (await (await post('/api/imports', { upload, case: 'tables', columns: 'text=what,published=when' })).json()) as {
    id: number;
  };
  const run = await followed(id);
  assert.deepEqual([run.kept, run.failed, run.failures[0].reason], [1, 1, 'published "?" can be read as no one day']);
  const again = (await (await post(`/api/imports/${id}/retry`, {})).json()) as { id: number };
  assert.deepEqual([(await followed(again.id)).failed, (await followed(again.id)).held], [1, 1]);
});

test('what is sent is looked at first: columns are chosen for each form of table, and remembered', async () => {
  const header = ['الخلاصة, كاملة', 'اليوم'];
  const odd = `"${header[0]}",${header[1]}\n"${TEXT} خامس",2019-02-12\n`;
  const upload = await sent({ 'known.csv': `text,date\n"${TEXT} سادس",2019-02-12\n`, 'odd.csv': odd });
  const look = async (body: object, at = upload) =>
    (await (await post('/api/imports/preview', { upload: at, ...body })).json()) as Preview;
  const first = await look({});
  assert.deepEqual(
    first.tables.map((table) => [table.header, table.mapping, table.saved, table.rows.length]),
    [
      [['text', 'date'], { text: 'text', published: 'date' }, null, 1],
      [header, null, null, 1],
    ],
  );
  assert.equal(first.files, 2);
  const tables = [{ header, columns: { text: header[0], published: header[1] } }];
  const second = await look({ tables });
  assert.deepEqual(second.tables[1].mapping, tables[0].columns);
  assert.deepEqual(
    (await get<Page<ImportRow>>('/api/imports')).items.filter((row) => row.case === 'looked'),
    [],
    'nothing is kept',
  );
  const { id } = (await (await post('/api/imports', { upload, case: 'looked', tables })).json()) as { id: number };
  const run = await followed(id);
  assert.deepEqual([run.kept, run.failed], [2, 0], JSON.stringify(run.failures));
  const next = await look({}, await sent({ 'odd.csv': odd }));
  assert.deepEqual(next.tables[0].saved, tables[0].columns);
  assert.equal((await post('/api/imports/preview', { upload: 'aaaaaaaaaaaa' })).status, 404);
  const another = await sent({ 'odd.csv': odd });
  assert.equal((await post('/api/imports/preview', { upload: another, columns: 'text=' })).status, 422);
});

test('addresses are fetched only where the server was started for it', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.setHeader('content-type', 'text/plain; charset=utf-8').end(`${TEXT} من الشبكة`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const addresses = [`http://127.0.0.1:${(server.address() as AddressInfo).port}/a`];
  const refused = await post('/api/imports', { addresses });
  assert.deepEqual([refused.status, ((await refused.json()) as { code: string }).code], [403, 'ISN-H47']);
  assert.equal((await get<{ canFetch: boolean }>('/api/method')).canFetch, false);
  const going = await openDesk(db, { caseName: 'main', fetching: { permitted: '127.0.0.1' } });
  try {
    const id = await going.desk.startImport({ addresses, case: 'web' });
    for (let i = 0; i < 6000 && (await going.desk.importRun(id))?.state === 'running'; i++)
      await new Promise((done) => setTimeout(done, 50));
    const run = await going.desk.importRun(id);
    assert.deepEqual(
      [run?.state, run?.kept, run?.source, (await going.desk.method()).canFetch],
      ['finished', 1, addresses[0], true],
    );
  } finally {
    await going.close();
    server.close();
  }
  for (const address of ['file:///etc/passwd', 'ftp://example.org/', '--db', 'x'])
    assert.equal((await post('/api/imports', { addresses: [address] })).status, 422, address);
  assert.equal((await post('/api/imports', {})).status, 422);
});

test('uploads that nothing was imported from go after some days', async () => {
  const unused = await sent({ 'x.txt': TEXT });
  const used = await sent({ 'y.txt': TEXT });
  const at = (name: string) => join(uploadsOf(db), name);
  sweepUploads(db, new Set([at(used)]));
  assert.deepEqual([existsSync(at(unused)), existsSync(at(used))], [true, true]);
  sweepUploads(db, new Set([at(used)]), Date.now() + 4 * 86_400_000);
  assert.deepEqual([existsSync(at(unused)), existsSync(at(used))], [false, true]);
});

test('files that were all taken in are not kept a second time', async () => {
  const upload = await sent({ 'c.txt': `${TEXT} و` });
  const { id } = (await (await post('/api/imports', { upload })).json()) as { id: number };
  assert.equal((await followed(id)).kept, 1);
  for (let i = 0; i < 6000 && existsSync(join(uploadsOf(db), upload)); i++) await new Promise((done) => setTimeout(done, 50));
  assert.equal(existsSync(join(uploadsOf(db), upload)), false);
  assert.equal((await post(`/api/imports/${id}/retry`, {})).status, 409);
});

test('no page of another origin can send a file or start an import', async () => {
  const { upload } = (await (await post('/api/uploads', {})).json()) as { upload: string };
  assert.equal((await post('/api/imports', { upload }, { origin: 'http://evil.example' })).status, 403);
  assert.equal((await post('/api/imports', { upload }, { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await piece(upload, 'a.txt', 0, Buffer.from('x'), 'text/plain')).status, 415);
  assert.equal((await piece(upload, 'a.txt', 0, Buffer.from('x'), 'application/json')).status, 415);
  assert.equal((await piece(upload, 'a.txt', 50, Buffer.from('x'))).status, 409);
  assert.equal((await piece('../../etc/xx', 'a.txt', 0, Buffer.from('x'))).status, 415);
  assert.equal((await post('/api/imports', { upload: '../../../etc' })).status, 404);
});

test('no name of a file leads out of its folder', async () => {
  assert.equal(safePath('../../etc/passwd'), '_/_/etc/passwd');
  assert.equal(safePath('/a//b\\..\\c.txt'), 'a/b/_/c.txt');
  assert.equal(safePath('\u202egnp.exe\u0000'), '_gnp.exe_');
  assert.equal(safePath('...'), '_');
  assert.equal(safePath('/'), 'file');
  assert.ok(Buffer.byteLength(safePath(`${'ق'.repeat(300)}.pdf`)) < 255);
  const upload = await sent({ '../../../out.txt': TEXT });
  assert.equal(existsSync(join(folder, 'out.txt')), false);
  assert.deepEqual(readdirSync(join(uploadsOf(db), upload), { recursive: true }).length, 4);
});
