/** The API by itself: reading, keeping, faults, guards, twins; over a desk in memory with a tiny engine. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Reading } from '../claim/reading.ts';
import { createApp } from './app.ts';
import { memoryDesk } from './memory-desk.ts';

const NOW = '2026-01-02T03:04:05.000Z';
const engine = {
  version: 'isnad 0.0.0',
  dataHash: 'd',
  read: ({
    text,
    outlet = null,
    published = null,
  }: {
    text: string;
    outlet?: string | null;
    published?: string | null;
  }): Reading => ({
    format: 'isnad.reading/1',
    engine: 'isnad 0.0.0 data d',
    report: {
      id: `sha256:${text.length}`,
      outlet,
      publishedAt: published,
      language: 'ar',
      headline: null,
      sha256: 'x',
      length: text.length,
    },
    claims: [
      {
        id: 'c1',
        content: { start: 0, end: Math.min(5, text.length) },
        attribution: [],
        stance: 'asserted',
        reality: 'current',
        event: {
          type: 'attack',
          trigger: { start: 0, end: 1 },
          actor: [],
          recipient: [],
          places: [],
          time: null,
          means: [],
          figures: [],
        },
        trace: { rule: 'r', span: { start: 0, end: 1 }, children: [] },
      },
    ],
    unread: [],
  }),
};
const make = (safety = {}) => createApp({ desk: memoryDesk(engine, [], () => NOW), screens: null, safety });
const post = (app: ReturnType<typeof make>, path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

test('reads without keeping, keeps once, and shows what is kept', async () => {
  const app = make();
  const read = await post(app, '/api/read', { text: 'قال المرصد', published: '2019-02-12' });
  assert.equal(read.status, 200);
  assert.equal(((await read.json()) as Reading).report.publishedAt, '2019-02-12');
  assert.equal(((await (await app.request('/api/reports')).json()) as { total: number }).total, 0);
  const first = (await (await post(app, '/api/keep', { text: 'قال المرصد', outlet: 'س' })).json()) as {
    id: string;
    held: boolean;
  };
  assert.deepEqual(
    [first.held, ((await (await post(app, '/api/keep', { text: 'قال المرصد' })).json()) as { held: boolean }).held],
    [false, true],
  );
  const report = await app.request(`/api/reports/${encodeURIComponent(first.id)}`);
  assert.equal(((await report.json()) as { text: string }).text, 'قال المرصد');
});

test('faults are problem+json with a code that stays', async () => {
  const app = make();
  const cases: [Response, number, string][] = [
    [await post(app, '/api/read', {}), 422, 'ISN-H22'],
    [await post(app, '/api/read', { text: 'x', published: '2019-02-31' }), 422, 'ISN-H22'],
    [await post(app, '/api/read', '{'), 400, 'ISN-H01'],
    [await app.request('/api/reports/none'), 404, 'ISN-H44'],
    [await app.request('/api/nothing'), 404, 'ISN-H44'],
    [await app.request('/api/reports?limit=9999'), 422, 'ISN-H22'],
  ];
  for (const [response, status, code] of cases) {
    assert.equal(response.status, status);
    assert.match(response.headers.get('content-type') ?? '', /problem\+json/);
    assert.equal(((await response.json()) as { code: string }).code, code);
  }
});

test('an address of a report is one of the web', async () => {
  const app = make();
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no address'])
    assert.equal((await post(app, '/api/keep', { text: 'x', url })).status, 422, url);
  assert.equal((await post(app, '/api/keep', { text: 'x', url: 'https://paper.example/1' })).status, 200);
});

test('answers under its own host names only, and takes writes from its own pages only', async () => {
  const app = make();
  assert.equal((await app.request('/api/cases', { headers: { host: 'evil.example:4747' } })).status, 421);
  assert.equal((await app.request('/api/cases', { headers: { host: '127.0.0.1:4747' } })).status, 200);
  assert.equal((await post(app, '/api/read', { text: 'x' }, { host: '127.0.0.1:1', origin: 'http://evil.example' })).status, 403);
  assert.equal((await post(app, '/api/read', { text: 'x' }, { host: '127.0.0.1:1', origin: 'null' })).status, 403);
  assert.equal((await post(app, '/api/read', { text: 'x' }, { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await post(app, '/api/read', '{"text":"x"}', { 'content-type': 'text/plain' })).status, 415);
  assert.equal((await post(app, '/api/read', { text: 'x' }, { host: '127.0.0.1:1', origin: 'http://127.0.0.1:1' })).status, 200);
});

test('a token is asked for when the server listens beyond this machine', async () => {
  const app = make({ token: 'secret' });
  assert.equal((await app.request('/api/cases')).status, 401);
  assert.equal((await app.request('/api/cases', { headers: { authorization: 'Bearer secret' } })).status, 200);
  const first = await app.request('/api/cases?token=secret');
  assert.match(first.headers.get('set-cookie') ?? '', /isnad_token=secret.*HttpOnly.*SameSite=Strict/i);
});

test('too large is refused, and every answer has its policy of content', async () => {
  const app = make({ maxBytes: 100 });
  const large = await post(app, '/api/read', { text: 'x'.repeat(200) }, { 'content-length': '220' });
  assert.equal(large.status, 413);
  for (const path of ['/api/cases', '/api', '/nothing']) {
    assert.match((await app.request(path)).headers.get('content-security-policy') ?? '', /default-src 'none'/);
  }
});

test('what takes too long is ended', async () => {
  const desk = { ...memoryDesk(engine, [], () => NOW), cases: () => new Promise<never>(() => {}) };
  const app = createApp({ desk, screens: null, safety: { maxMilliseconds: 20 } });
  const response = await app.request('/api/cases');
  assert.deepEqual([response.status, ((await response.json()) as { code: string }).code], [408, 'ISN-H08']);
});

test('what was packed already and comes too late is told unpacked', async () => {
  const row = { name: 'long'.repeat(400), reports: 1, events: 0, at: NOW, reconciling: false };
  const cases = async () => {
    // Work that holds the thread: the time is over before the packed answer has its tag.
    for (const until = performance.now() + 60; performance.now() < until; );
    return Array.from({ length: 50 }, () => row);
  };
  const app = createApp({
    desk: { ...memoryDesk(engine, [], () => NOW), cases },
    screens: null,
    safety: { maxMilliseconds: 20 },
  });
  const response = await app.request('/api/cases', { headers: { 'accept-encoding': 'gzip' } });
  assert.deepEqual([response.status, response.headers.get('content-encoding')], [408, null]);
  assert.equal(((await response.json()) as { code: string }).code, 'ISN-H08');
});

test('tables have a CSV twin in which no cell is a formula', async () => {
  const app = make();
  await post(app, '/api/keep', { text: '=HYPERLINK("x")', outlet: '=1+1' });
  const csv = await (await app.request('/api/reports?format=csv')).text();
  assert.match(csv, /'=1\+1/);
  assert.doesNotMatch(csv, /,=1/);
});

test('an unchanged answer is not sent twice', async () => {
  const app = make();
  const first = await app.request('/api/cases');
  const etag = first.headers.get('etag');
  assert.ok(etag);
  assert.equal((await app.request('/api/cases', { headers: { 'if-none-match': etag } })).status, 304);
});

test('decisions need a person and a target that exists, and can be undone', async () => {
  const app = make();
  const { id } = (await (await post(app, '/api/keep', { text: 'abcdef' })).json()) as { id: string };
  assert.equal((await post(app, '/api/decisions', { kind: 'accept', target: `${id}/c1`, who: ' ' })).status, 422);
  assert.equal((await post(app, '/api/decisions', { kind: 'accept', target: `${id}/none`, who: 'Rana' })).status, 404);
  const made = (await (await post(app, '/api/decisions', { kind: 'accept', target: `${id}/c1`, who: 'Rana' })).json()) as {
    id: number;
  };
  const review = async () =>
    ((await (await app.request(`/api/reports/${encodeURIComponent(id)}`)).json()) as { review: Record<string, string> }).review;
  assert.deepEqual(await review(), { c1: 'accepted' });
  await post(app, '/api/decisions', { kind: 'undo', target: `${id}/c1`, who: 'Rana', undoes: made.id });
  assert.deepEqual(await review(), {});
});

test('the description names every route and the page for people is made from it', async () => {
  const app = make();
  const document = (await (await app.request('/openapi.json')).json()) as { openapi: string; paths: Record<string, unknown> };
  assert.equal(document.openapi, '3.1.0');
  for (const path of ['/api/read', '/api/keep', '/api/events/{code}', '/api/decisions']) assert.ok(path in document.paths, path);
  assert.match(await (await app.request('/api')).text(), /\/api\/totals/);
});
