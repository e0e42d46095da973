/** Every route that the description names, over a real ledger: odd questions get an answer or a problem with its code, never a fault of ours; every table has its twin. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openLedger } from '../ledger/index.ts';
import { createApp } from './app.ts';
import type { AlikePage, ClaimPage, ClaimRow, Decision, FacetPage, Page } from './client.ts';
import { oneEventReconciler, wordReader } from './desk.fixture.ts';
import { ledgerDesk } from './ledger-desk.ts';

type Route = { parameters?: { name: string; in: string }[]; responses: Record<string, { content?: Record<string, unknown> }> };
const ODD = [
  '',
  'x',
  '-1',
  '1e99',
  "'; drop table reports; --",
  '%',
  '\u0000',
  '\u202e<script>',
  'ا'.repeat(500),
  '2019-02-31',
  'd:x:y',
];

async function make() {
  const faults: unknown[] = [];
  const ledger = await openLedger(':memory:', { now: () => '2026-01-02T03:04:05.000Z' });
  const desk = ledgerDesk({ ledger, engine: wordReader, named: [], caseName: 'main', reconciler: oneEventReconciler() });
  const app = createApp({ desk, screens: null, report: (error) => faults.push(error) });
  const keep = (text: string) => desk.keep({ text, outlet: '=1+1', published: '2019-02-13' });
  const get = async <T>(path: string): Promise<T> => (await (await app.request(path)).json()) as T;
  const document = await get<{ paths: Record<string, Record<string, Route>> }>('/openapi.json');
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({ path, method, route })),
  );
  return { ledger, desk, app, get, keep, faults, routes };
}

test('odd questions are answered or refused with a code', async () => {
  const { app, keep, faults, routes, ledger } = await make();
  await keep('قتل ثلاثة');
  let asked = 0;
  for (const { path, method, route } of routes) {
    for (const odd of ODD) {
      const filled = path.replace(/\{\w+\}/g, encodeURIComponent(odd || 'none'));
      const names = (route.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
      const queries = method === 'get' ? ['', ...names.map((name) => `?${name}=${encodeURIComponent(odd)}`)] : [''];
      for (const query of queries) {
        const body =
          method === 'post' ? { body: JSON.stringify({ text: odd, kind: odd, target: odd, to: odd, upload: odd }) } : {};
        const response = await app.request(filled + query, {
          method: method.toUpperCase(),
          headers: { 'content-type': 'application/json' },
          ...body,
        });
        asked++;
        const type = response.headers.get('content-type') ?? '';
        if (response.status < 400) continue;
        const where = `${method} ${filled.slice(0, 60)}${query.slice(0, 40)}`;
        assert.match(type, /problem\+json/, where);
        const { code, status } = (await response.json()) as { code: string; status: number };
        assert.match(code, /^ISN-H\d\d$/, where);
        assert.equal(status, response.status, where);
        assert.ok(status < 500, where);
      }
    }
  }
  assert.ok(asked > 500, String(asked));
  assert.deepEqual(faults, []);
  await ledger.close();
});

test('every table has a CSV twin with the same rows, and a tag by which it is not sent twice', async () => {
  const { app, keep, get, desk, routes, ledger } = await make();
  const { id } = await keep('قتل ثلاثة');
  await keep('قتل خمسة');
  const [claim] = (await get<ClaimPage>('/api/claims')).items;
  await desk.decide({ kind: 'accept', target: claim.key, who: '=Rana', why: '' });
  const tables = routes.filter(({ method, route }) => method === 'get' && 'text/csv' in (route.responses[200].content ?? {}));
  const known: Record<string, string> = { '{code}': 'ISN-000001', '{id}': id };
  let twins = 0;
  for (const { path } of tables) {
    if (path.startsWith('/api/imports/')) continue;
    const filled = path.replace(/\{\w+\}/g, (name) => encodeURIComponent(known[name]));
    const more = path === '/api/search' ? '?q=%D9%82%D8%AA%D9%84&' : path.endsWith('/counts') ? '?policy=ibc&' : '?';
    const json = await app.request(`${filled}${more}format=json`);
    const csv = await app.request(`${filled}${more}format=csv`);
    assert.deepEqual([json.status, csv.status], [200, 200], filled);
    assert.match(csv.headers.get('content-disposition') ?? '', /^attachment; filename="[\w-]+\.csv"$/, filled);
    const lines = (await csv.text()).trim().split('\r\n');
    assert.doesNotMatch(lines.join('\n'), /(^|,)=/m, filled);
    const { items } = (await json.json()) as { items?: unknown[] };
    if (items && !path.endsWith('/matrix')) assert.equal(lines.length, items.length + 1, filled);
    for (const response of [json, csv]) {
      const etag = response.headers.get('etag') ?? '';
      const again = await app.request(`${filled}${more}format=${response === json ? 'json' : 'csv'}`, {
        headers: { 'if-none-match': etag },
      });
      assert.equal(again.status, 304, filled);
    }
    twins++;
  }
  assert.ok(twins >= 19, String(twins));
  for (const table of ['relations', 'naming', 'sources'])
    assert.equal((await app.request(`/api/sources?table=${table}&format=csv`)).status, 200);
  for (const table of ['points', 'parts']) assert.equal((await app.request(`/api/totals?table=${table}&format=csv`)).status, 200);
  await ledger.close();
});

test('decisions go on page by page to the first one, with who, when and why', async () => {
  const { keep, get, desk, ledger } = await make();
  const { id } = await keep('قتل ثلاثة');
  const [claim] = (await get<ClaimPage>('/api/claims')).items;
  for (let n = 0; n < 7; n++) await desk.decide({ kind: 'accept', target: claim.key, who: n % 2 ? 'Rana' : 'رنا', why: `${n}` });
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: Page<Decision> = await get<Page<Decision>>(`/api/decisions?limit=3${next && `&after=${next}`}`);
    assert.equal(page.total, 7);
    seen.push(...page.items.map(({ why }) => why));
    next = page.next;
  }
  assert.deepEqual(seen, ['6', '5', '4', '3', '2', '1', '0']);
  const own = await get<Page<Decision>>('/api/decisions?who=Rana');
  assert.deepEqual([own.total, own.items[0].words], [3, 'قتل']);
  assert.equal((await get<Page<Decision>>(`/api/decisions?target=${encodeURIComponent(`${id}/none`)}`)).total, 0);
  // of one case: what was decided about its claims and its events
  await desk.keep({ text: 'قتل خمسة', case: 'other/one' });
  const [other] = (await get<ClaimPage>('/api/claims?case=other/one')).items;
  await desk.decide({ kind: 'unsure', target: other.key, who: 'Rana', why: '' });
  // the code of an event in either case
  await get('/api/events');
  await get('/api/events?case=other/one');
  await desk.decide({ kind: 'different', target: 'ISN-000001', with: claim.key, who: 'Rana', why: '', case: 'main' });
  const totals = await Promise.all(
    ['other/one', 'main', 'none'].map(async (name) => (await get<Page<Decision>>(`/api/decisions?case=${name}`)).total),
  );
  assert.deepEqual(totals, [2, 8, 0]);
  assert.equal((await get<Page<Decision>>('/api/decisions')).total, 9);
  assert.equal((await get<{ code: string }>('/api/decisions?after=x')).code, 'ISN-H22');
  await ledger.close();
});

test('claims that were read alike stand together, and are given by the rule that read them', async () => {
  const { keep, get, desk, ledger } = await make();
  for (const n of [1, 2, 3]) await keep(`قتل ${n}`);
  const groups = await get<AlikePage>('/api/claims/alike?review=unreviewed');
  const [group] = groups.items;
  assert.deepEqual([groups.total, groups.looked, group.type, group.how, group.count], [1, 3, 'attack', 'first-word', 3]);
  const page = await get<ClaimPage>('/api/claims?how=first-word&type=attack&limit=2');
  assert.deepEqual([page.total, page.items.length, page.items[0].key], [3, 2, group.first.key]);
  const rest = await get<ClaimPage>(`/api/claims?how=first-word&type=attack&limit=2&after=${page.next}`);
  assert.deepEqual([rest.items.length, rest.next], [1, null]);
  assert.equal((await get<ClaimPage>('/api/claims?how=other')).total, 0);
  const types = await get<FacetPage>('/api/claims/facets?name=type');
  assert.deepEqual([types.items, types.total, types.counted], [[{ value: 'attack', count: 3 }], 1, null]);
  await desk.decide({ kind: 'accept', target: group.first.key, who: 'Rana', why: '' });
  assert.equal((await get<AlikePage>('/api/claims/alike?review=unreviewed')).items[0].count, 2);
  await desk.decide({ kind: 'reject', target: rest.items[0].key, who: 'Rana', why: '' });
  assert.equal((await get<ClaimPage>('/api/claims?how=first-word&review=rejected')).total, 1);
  await ledger.close();
});

test('a CSV file holds the whole table, a page of it only when one is asked for', async () => {
  const { keep, app, ledger } = await make();
  for (let n = 0; n < 60; n++) await keep(`قتل ${n}`);
  const lines = async (path: string) => (await (await app.request(path)).text()).trim().split('\r\n').length - 1;
  for (const path of ['/api/claims?', '/api/reports?', '/api/events/ISN-000001/claims?', '/api/search?q=%D9%82%D8%AA%D9%84&'])
    assert.deepEqual([await lines(`${path}format=csv`), await lines(`${path}format=csv&limit=7`)], [60, 7], path);
  await ledger.close();
});

test('all claims of an event are given, page by page', async () => {
  const { keep, get, ledger } = await make();
  for (let n = 0; n < 205; n++) await keep(`قتل ${n}`);
  const keys = new Set<string>();
  let next: string | null = '0';
  while (next !== null) {
    const page: Page<ClaimRow> = await get<Page<ClaimRow>>(`/api/events/ISN-000001/claims?limit=100&after=${next}`);
    assert.equal(page.total, 205);
    for (const { key } of page.items) keys.add(key);
    next = page.next;
  }
  assert.equal(keys.size, 205);
  assert.equal((await get<{ code: string }>('/api/events/ISN-NONE/claims')).code, 'ISN-H44');
  await ledger.close();
});
