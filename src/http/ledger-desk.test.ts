/** The API over a real ledger: what is kept can be found, decided on, undone; events are computed once for what is there. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Reading } from '../claim/reading.ts';
import { addItems, caseNamed, markImport, openLedger, startImport, startRun, verifyLedger } from '../ledger/index.ts';
import { createApp } from './app.ts';
import type {
  ClaimPage,
  EventCounts,
  EventCountsPacked,
  EventDetail,
  EventMatrix,
  Page,
  ReportDetail,
  SearchPage,
} from './client.ts';
import { oneEventReconciler, wordReader } from './desk.fixture.ts';
import { ledgerDesk } from './ledger-desk.ts';
import { unpacked } from './packed-counts.ts';

async function make(now = () => '2026-01-02T03:04:05.000Z') {
  const ledger = await openLedger(':memory:', { now });
  const reconciler = oneEventReconciler();
  const desk = ledgerDesk({ ledger, engine: wordReader, named: [], caseName: 'main', reconciler });
  const app = createApp({ desk, screens: null });
  const get = async <T>(path: string): Promise<T> => (await (await app.request(path)).json()) as T;
  const post = async (path: string, body: unknown) =>
    (await (
      await app.request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    ).json()) as any;
  return { ledger, app, get, post, reconciler };
}

test('a kept report is found by id, by claim, by word, in its case; and the ledger stays whole', async () => {
  const { get, post, ledger } = await make();
  const { id } = await post('/api/keep', { text: 'قتل ثلاثة مدنيين', outlet: 'س', published: '2020-01-02' });
  const report = await get<ReportDetail>(`/api/reports/${encodeURIComponent(id)}`);
  assert.equal(report.text, 'قتل ثلاثة مدنيين');
  assert.equal(report.custody.length, 1);
  assert.equal((await get<Page<unknown>>('/api/reports')).total, 1);
  const claims = await get<ClaimPage>('/api/claims?outlet=%D8%B3');
  assert.deepEqual([claims.total, claims.items[0].quote, claims.facets.outlet], [1, 'قتل', [{ value: 'س', count: 1 }]]);
  assert.equal((await get<SearchPage>(`/api/search?q=${encodeURIComponent('والمدنيين')}`)).items.length, 1);
  assert.equal((await verifyLedger(ledger.read)).isWhole, true);
  await ledger.close();
});

test('a page pasted again as it was before: what its address says now holds', async () => {
  let second = 0;
  const { get, post, ledger } = await make(() => `2026-01-02T03:04:${String(second++).padStart(2, '0')}.000Z`);
  const url = 'https://paper.example/1';
  const keep = async (text: string, of = 'main') => (await post('/api/keep', { text, url, outlet: 'س', case: of })).held;
  const told: boolean[] = [];
  for (const text of ['قتل ثلاثة', 'قتل خمسة', 'قتل ثلاثة', 'قتل ثلاثة']) told.push(await keep(text));
  assert.deepEqual(told, [false, false, false, true]);
  assert.equal((await get<ReportDetail>(`/api/reports/${encodeURIComponent(url)}`)).text, 'قتل ثلاثة');
  assert.deepEqual([await keep('قتل خمسة', 'other'), (await get<Page<unknown>>('/api/reports?case=main')).total], [false, 1]);
  assert.equal((await get<ReportDetail>(`/api/reports/${encodeURIComponent(url)}`)).text, 'قتل خمسة');
  assert.equal((await verifyLedger(ledger.read)).isWhole, true);
  await ledger.close();
});

test('events are computed once for what is kept, and counted again under another policy', async () => {
  const { get, post, ledger, reconciler } = await make();
  await post('/api/keep', { text: 'قتل ثلاثة', outlet: 'س' });
  await post('/api/keep', { text: 'قتل خمسة', outlet: 'ص' });
  assert.equal((await get<Page<{ code: string }>>('/api/events')).items[0].code, 'ISN-000001');
  await get('/api/events');
  assert.equal(reconciler.runs, 1);
  const event = await get<EventDetail>('/api/events/ISN-000001?policy=acled');
  assert.deepEqual([event.policy, event.event.counts[0].policy, event.claims.length], ['acled', 'acled', 2]);
  assert.equal((await get<{ code: string }>('/api/events/ISN-000001?policy=none')).code, 'ISN-H22');
  const counts = await get<EventCounts>('/api/events/ISN-000001/counts?policy=ibc');
  const small = await get<EventCountsPacked>('/api/events/ISN-000001/counts?policy=ibc&packed=1');
  assert.deepEqual(unpacked(small.packed), counts.counts);
  assert.deepEqual([counts.policy, counts.counts.map(({ policy }) => policy)], ['ibc', ['ibc']]);
  assert.equal((await get<{ code: string }>('/api/events/ISN-000001/counts?policy=none')).code, 'ISN-H22');
  assert.equal((await get<{ code: string }>('/api/events/ISN-NONE/counts?policy=ibc')).code, 'ISN-H44');
  await ledger.close();
});

test('a verdict on an event reaches reconciliation as pairs of claims, and an undo takes it back', async () => {
  const { get, post, ledger, reconciler } = await make();
  await post('/api/keep', { text: 'قتل ثلاثة', outlet: 'س' });
  await post('/api/keep', { text: 'قتل خمسة', outlet: 'ص' });
  await get('/api/events');
  const { event } = await get<EventDetail>('/api/events/ISN-000001');
  const split = await post('/api/decisions', {
    kind: 'split',
    target: event.code,
    who: 'Rana',
    payload: { claims: [event.claims[0]] },
  });
  await get('/api/events');
  assert.deepEqual(
    reconciler.verdicts.map((judgement) => judgement.verdict),
    ['different-event'],
  );
  await post('/api/decisions', { kind: 'undo', target: event.code, undoes: split.id, who: 'Rana' });
  await get('/api/events');
  assert.deepEqual(reconciler.verdicts, []);
  assert.equal((await post('/api/decisions', { kind: 'split', target: event.code, who: 'Rana' })).code, 'ISN-H22');
  assert.equal((await post('/api/decisions', { kind: 'accept', target: 'ISN-NONE', who: 'Rana' })).code, 'ISN-H44');
  await ledger.close();
});

test('an import is told as it happens, until its end, with what failed and why', async () => {
  const { ledger, app, get } = await make();
  const run = await startRun(ledger, { engine: 'words 1', data: 'none', what: 'import' });
  const caseId = await caseNamed(ledger, 'main');
  const id = await startImport(ledger, { caseId, source: 'a folder', tool: 'test', run });
  await markImport(ledger, id, 'running', 1, 3);
  const response = await app.request(`/api/imports/${id}/stream`);
  assert.match(response.headers.get('content-type') ?? '', /event-stream/);
  const told: { state: string; done: number; failed: number }[] = [];
  let buffer = '';
  const decoder = new TextDecoder();
  for await (const piece of response.body as ReadableStream<Uint8Array>) {
    buffer += decoder.decode(piece, { stream: true });
    for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
      told.push(JSON.parse(/^data: (.*)$/m.exec(buffer.slice(0, end))?.[1] ?? '{}'));
      buffer = buffer.slice(end + 2);
      if (told.length > 1) continue;
      await ledger.db.transaction().execute(async (tx) => {
        await addItems(tx, ledger, id, 0, [
          { name: '<b>x</b>.txt', status: 'failed', reason: 'is empty', report: null, stage: 'open' },
        ]);
      });
      await markImport(ledger, id, 'finished', 3, 3);
    }
  }
  assert.deepEqual(
    told.map(({ state, done, failed }) => [state, done, failed]),
    [
      ['running', 1, 0],
      ['finished', 3, 1],
    ],
  );
  const detail = await get<{ failures: unknown[] }>(`/api/imports/${id}`);
  assert.deepEqual(detail.failures, [{ name: '<b>x</b>.txt', reason: 'is empty', stage: 'open' }]);
  assert.equal((await app.request('/api/imports/99/stream')).status, 404);
  await ledger.close();
});

test('accepting a claim shows on its report and in the list of claims', async () => {
  const { get, post, ledger } = await make();
  const { id } = await post('/api/keep', { text: 'قتل ثلاثة' });
  const reading = (await get<ReportDetail>(`/api/reports/${encodeURIComponent(id)}`)).reading as Reading;
  const target = `${id}/${reading.claims[0].id}`;
  await post('/api/decisions', { kind: 'accept', target, who: 'Rana', why: 'read it' });
  const report = await get<ReportDetail>(`/api/reports/${encodeURIComponent(id)}`);
  assert.deepEqual([Object.values(report.review), report.decisions[0].why], [['accepted'], 'read it']);
  assert.equal((await get<ClaimPage>('/api/claims')).items[0].review, 'accepted');
  await ledger.close();
});

test('the same events stand as a list and as a matrix, narrowed by words', async () => {
  const { get, post, ledger } = await make();
  await post('/api/keep', { text: 'قتل ثلاثة في الباغوز', outlet: 'س' });
  await post('/api/keep', { text: 'قتل خمسة في هجين', outlet: 'ص' });
  const total = async (path: string) => (await get<Page<unknown>>(path)).total;
  const words = (word: string) => `q=${encodeURIComponent(word)}`;
  assert.deepEqual([await total(`/api/events?${words('الباغوز')}`), await total(`/api/events?${words('دمشق')}`)], [1, 0]);
  assert.equal((await get<ClaimPage>(`/api/claims?${words('والباغوز')}`)).total, 1);
  assert.equal((await get<ClaimPage>(`/api/claims?${words('دمشق')}`)).total, 0);
  assert.equal((await get<ClaimPage>(`/api/claims?${words('قتل')}&outlet=%D8%B3`)).total, 1);
  const matrix = await get<EventMatrix>(`/api/events/matrix?${words('هجين')}`);
  assert.deepEqual([matrix.total, matrix.items[0].code, matrix.columns], [1, 'ISN-000001', []]);
  await ledger.close();
});
