/** What a person decides about a claim holds behind every door: the API, the command line, exports and MCP; and taking it back restores all of them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { main } from '../src/cli/main.ts';
import { createApp } from '../src/http/app.ts';
import type { ClaimPage, EventDetail, ReportDetail } from '../src/http/client.ts';
import { type Opened, openDesk } from '../src/http/open-desk.ts';
import { openLedger, verifyLedger } from '../src/ledger/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-decided-'));
const db = join(folder, 'a.db');
const WHERE = 'في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي';
const TEXTS = [
  ['صحيفة الوادي', `قال مرصد الفرات إن ثلاثة مدنيين قتلوا أمس الثلاثاء ${WHERE}.`],
  ['موقع السهل', `أفادت وكالة الضفاف بأن خمسة مدنيين قتلوا أمس الثلاثاء ${WHERE}.`],
];
let opened: Opened;
let app: ReturnType<typeof createApp>;

before(async () => {
  opened = await openDesk(db, { caseName: 'main' });
  app = createApp({ desk: opened.desk, screens: null });
  for (const [outlet, text] of TEXTS) await opened.desk.keep({ text, outlet, published: '2019-02-13', case: 'main' });
});
after(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

async function get<T>(path: string): Promise<T> {
  const response = await app.request(path);
  return (response.headers.get('content-type')?.includes('json') ? await response.json() : await response.text()) as T;
}

async function decide(body: object): Promise<any> {
  const init = { method: 'POST', body: JSON.stringify({ who: 'Rana', why: 'read it', ...body }) };
  const response = await app.request('/api/decisions', { ...init, headers: { 'content-type': 'application/json' } });
  return await response.json();
}

async function isnad(...args: string[]): Promise<string> {
  let out = '';
  let err = '';
  const io = {
    stdout: { write: (text: string) => void (out += text) },
    stderr: { write: (text: string) => void (err += text) },
    stdin: async () => new Uint8Array(),
    env: { ISNAD_DB: db },
  };
  assert.equal(await main(args, io), 0, err);
  return out;
}

async function mcp(name: string, args: object): Promise<any> {
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } };
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const text = await (await app.request('/mcp', { method: 'POST', headers, body: JSON.stringify(body) })).text();
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text).result.structuredContent;
}

/** How many claims each door knows, and the range of killed behind each. */
async function doors() {
  const [{ code, killedLow, killedHigh }] = (await get<{ items: any[] }>('/api/events')).items;
  const detail = await get<EventDetail>(`/api/events/${code}?policy=range`);
  const all = detail.event.counts.find(({ outcome, who }) => outcome === 'killed' && who === 'all');
  const claims = await get<ClaimPage>('/api/claims');
  const counts = await mcp('event_counts', { code, policy: 'range' });
  const listed = await mcp('search_claims', { limit: 50 });
  const searched = await mcp('search_claims', { words: 'الباغوز', limit: 50 });
  const [row] = JSON.parse(await isnad('events', '--format', 'json'));
  const exported = JSON.parse(await isnad('export', '--format', 'json'));
  const table = (await isnad('export', '--format', 'figures')).trim().split('\n').length - 1;
  const count = (body: any) => body.event.counts.find((one: any) => one.outcome === 'killed' && one.who === 'all');
  return {
    lists: [claims.total, listed.total, searched.claims.length, JSON.parse(await isnad('claims', '--format', 'json')).length],
    facets: claims.facets.outlet?.reduce((sum, facet) => sum + facet.count, 0),
    ranges: [
      [killedLow, killedHigh],
      [all?.low, all?.high],
      [row.killed_low, row.killed_high],
      [count(exported.events[0]).low, count(exported.events[0]).high],
      [counts.counts[0].low, counts.counts[0].high],
    ],
    underAll: counts.underEveryPolicy.filter((one: any) => one.who === 'all' && one.policy === 'ibc').map((one: any) => one.high),
    statements: exported.events.flatMap((one: any) => one.statements).length,
    read: exported.reports.flatMap((one: any) => one.reading.claims).length,
    figureRows: table,
    grade: detail.event.grade.grade,
    matrix: detail.contradictions?.rows.length ?? 0,
    sources: (await get<{ sources: any[] }>('/api/sources')).sources.length,
  };
}

const claimOf = async (people: number): Promise<string> =>
  (await get<ClaimPage>('/api/claims')).items.find((row) => row.figures.some((figure) => figure.low === people))?.key as string;

async function isWhole(): Promise<boolean> {
  const ledger = await openLedger(db);
  const proof = await verifyLedger(ledger.read);
  await ledger.close();
  assert.deepEqual(proof.faults, []);
  return proof.isWhole;
}

test('a rejected claim is nowhere but on the pages where it was, as rejected; the undo brings it back', async () => {
  const before = await doors();
  assert.deepEqual([before.lists, before.ranges[0], before.grade, before.matrix], [[2, 2, 2, 2], [3, 5], 'fair', 2]);
  const target = await claimOf(5);
  const { id } = await decide({ kind: 'reject', target, why: 'another day' });
  const without = await doors();
  assert.deepEqual(without.lists, [1, 1, 1, 1]);
  assert.deepEqual(without.ranges, Array(5).fill([3, 3]));
  assert.deepEqual(
    [without.facets, without.underAll, without.statements, without.read, without.grade, without.matrix],
    [1, [3], 1, 1, 'weak', 0],
  );
  assert.ok(without.figureRows < before.figureRows && without.sources < before.sources);

  const [{ code }] = (await get<{ items: { code: string }[] }>('/api/events')).items;
  const detail = await get<EventDetail>(`/api/events/${code}`);
  assert.deepEqual([detail.rejected, detail.claims.map(({ review }) => review)], [1, [null, 'rejected']]);
  assert.equal(detail.decisions[0].why, 'another day');
  const report = await get<ReportDetail>(`/api/reports/${encodeURIComponent(target.slice(0, target.lastIndexOf('/')))}`);
  assert.deepEqual([report.reading.claims.length, report.rejected.length], [0, 1]);
  assert.equal((await get<ClaimPage>('/api/claims?review=rejected')).items[0].key, target);
  assert.equal(JSON.parse(await isnad('claims', '--review', 'rejected', '--format', 'json')).length, 1);
  assert.match(await isnad('event', code), /Rejected by people.*\n.*\n.*خمسة/u);
  assert.equal((await mcp('get_claim', { claim: target })).review, 'rejected');
  const exported = JSON.parse(await isnad('export', '--format', 'json'));
  assert.equal(exported.reports.flatMap((one: any) => one.rejected).length, 1);
  assert.ok(await isWhole());

  await decide({ kind: 'undo', target, undoes: id });
  assert.deepEqual(await doors(), before);
  assert.ok(await isWhole());
});

test('an event whose claims were all rejected is gone, and its code says so', async () => {
  const [{ code }] = (await get<{ items: { code: string }[] }>('/api/events')).items;
  const targets = [await claimOf(3), await claimOf(5)];
  const ids: number[] = [];
  for (const target of targets) ids.push((await decide({ kind: 'reject', target })).id);
  assert.equal((await get<{ total: number }>('/api/events')).total, 0);
  assert.equal((await get<{ code: string }>(`/api/events/${code}`)).code, 'ISN-H45');
  for (const [i, target] of targets.entries()) await decide({ kind: 'undo', target, undoes: ids[i] });
  assert.equal((await get<EventDetail>(`/api/events/${code}`)).claims.length, 2);
});

test('a corrected number changes events, counts and exports; what was read stays beside it, with who, when and why', async () => {
  const before = await doors();
  const target = await claimOf(5);
  const { id } = await decide({ kind: 'edit', target, why: 'misread', payload: { field: 'figure', figure: 0, low: 8, high: 9 } });
  const now = await doors();
  assert.deepEqual(now.ranges, Array(5).fill([3, 9]));
  assert.deepEqual(now.lists, before.lists);
  const [report, claim] = [target.slice(0, target.lastIndexOf('/')), target.slice(target.lastIndexOf('/') + 1)];
  const page = await get<ReportDetail>(`/api/reports/${encodeURIComponent(report)}`);
  assert.deepEqual([page.reading.claims[0].event.figures[0].low, page.originals[claim].event.figures[0].low], [8, 5]);
  assert.deepEqual([page.review[claim], page.decisions[0].who, page.decisions[0].why], ['edited', 'Rana', 'misread']);
  assert.match(page.decisions[0].at, /^\d{4}-/);
  assert.equal((await mcp('get_claim', { claim: target })).asRead.figures[0].low, 5);
  const exported = JSON.parse(await isnad('export', '--format', 'json'));
  const [statement] = exported.events.flatMap((one: any) => one.statements).filter((one: any) => one.original !== null);
  assert.deepEqual([statement.claim.event.figures[0].low, statement.original.event.figures[0].low], [8, 5]);
  const told = exported.decisions.find((one: any) => one.id === id);
  assert.deepEqual(told.edit, { field: 'figure', before: 'killed civilian exact 5', after: 'killed civilian range 8-9' });
  assert.match(await isnad('export', '--format', 'markdown'), /figure: .*exact 5.* → .*range 8-9/u);
  assert.ok(await isWhole());
  await decide({ kind: 'undo', target, undoes: id });
  assert.deepEqual(await doors(), before);
});

test('type, place, day, parties, source and stance can be corrected, and are then found by what they are', async () => {
  const before = await doors();
  const target = await claimOf(5);
  const made: number[] = [];
  const edit = async (payload: object) => made.push((await decide({ kind: 'edit', target, payload })).id);
  await edit({ field: 'type', value: 'shelling' });
  // the same day in either calendar: what is kept is Gregorian
  await edit({ field: 'time', begin: '1440-05-12', calendar: 'hijri' });
  assert.equal((await get<ClaimPage>('/api/claims?from=2019-01-19&to=2019-01-19')).items[0]?.key, target);
  await edit({ field: 'time', begin: '2019-01-20' });
  await edit({ field: 'place', text: 'هجين' });
  await edit({ field: 'source', text: 'وكالة أخرى' });
  await edit({ field: 'actor', text: 'التحالف الدولي' });
  const claims = await get<ClaimPage>('/api/claims?type=shelling&from=2019-01-20&to=2019-01-20');
  assert.deepEqual([claims.items[0]?.key, claims.items[0]?.place, claims.items[0]?.chain], [target, 'هجين', ['وكالة أخرى']]);
  assert.equal((await get<ClaimPage>('/api/claims?actor=actor:us-led-coalition')).total, 1);
  const events = (await get<{ items: any[] }>('/api/events')).items;
  assert.deepEqual(events.map((row) => row.type).sort(), ['air-strike', 'shelling']);
  const moved = events.find((row) => row.type === 'shelling');
  assert.deepEqual([moved.begin, moved.killedLow, Math.round(moved.lat)], ['2019-01-20', 5, 35]);
  await edit({ field: 'stance', value: 'denied' });
  assert.equal((await get<ClaimPage>('/api/claims?stance=denied')).total, 1);
  assert.ok(await isWhole());
  for (const id of made.reverse()) await decide({ kind: 'undo', target, undoes: id });
  assert.deepEqual(await doors(), before);
});

test('a figure can be taken away and added from the command line; taking the removal back moves no other correction', async () => {
  const before = await doors();
  const target = await claimOf(5);
  const by = ['--who', 'Rana', '--why', 'read again'];
  const number = (text: string) => /decision (\d+)/.exec(text)?.[1] as string;
  const removed = number(await isnad('decide', 'edit', target, 'figure', '1', 'none', ...by));
  assert.deepEqual((await doors()).ranges[1], [3, 3]);
  const { id } = await decide({
    kind: 'edit',
    target,
    payload: { field: 'figure', low: 6, outcome: 'injured', who: 'civilian' },
  });
  await isnad('decide', 'edit', target, 'figure', '1', '7', ...by);
  const figures = async () => {
    const row = (await get<ClaimPage>('/api/claims?limit=9')).items.find((one) => one.key === target);
    return row?.figures.map(({ outcome, low }) => `${outcome} ${low}`);
  };
  assert.deepEqual(await figures(), ['injured 7']);
  await isnad('decide', 'undo', removed, ...by);
  assert.deepEqual(await figures(), ['killed 5', 'injured 7']);
  const decisions = (await get<{ items: any[] }>(`/api/decisions?target=${encodeURIComponent(target)}`)).items;
  const last = decisions.find((one) => one.kind === 'edit' && one.id > id).id;
  for (const undoes of [last, id]) await decide({ kind: 'undo', target, undoes });
  assert.deepEqual(await doors(), before);
});

test('a correction that cannot be is refused, and nothing is recorded', async () => {
  const target = await claimOf(5);
  const count = async () => (await get<{ total: number }>('/api/decisions')).total;
  const before = await count();
  for (const payload of [
    null,
    { field: 'type', value: 'party' },
    { field: 'figure', figure: 7, low: 1 },
    { field: 'figure', figure: 0, low: 9, high: 2 },
    { field: 'time', begin: '2019-02-31' },
    { field: 'time', begin: '1440-06-30', calendar: 'hijri' },
    { field: 'time', begin: '1440-06-07', end: '1440-06-06', calendar: 'hijri' },
    { field: 'place', text: 'x', lat: 120, lon: 1 },
    { field: 'content', span: { start: 5, end: 99999 } },
  ])
    assert.equal((await decide({ kind: 'edit', target, payload })).code, 'ISN-H22', JSON.stringify(payload));
  assert.equal((await decide({ kind: 'reject', target: 'no/claim' })).code, 'ISN-H44');
  assert.equal(await count(), before);
});

test('reading again after a change of the engine keeps what was decided', async () => {
  const target = await claimOf(5);
  const { id } = await decide({ kind: 'edit', target, payload: { field: 'figure', figure: 0, low: 6 } });
  const three = await claimOf(3);
  const rejected = await decide({ kind: 'reject', target: three });
  assert.match(await isnad('reread'), /0/u);
  const ledger = await openLedger(db);
  const { recordReadings, startRun, heldReports } = await import('../src/ledger/index.ts');
  const run = await startRun(ledger, { engine: 'another', data: 'none', what: 'reread' });
  for await (const { id: report, reading } of heldReports(ledger.read, null, { asRead: true }))
    await recordReadings(ledger, run, [{ report, reading: { ...reading, engine: 'another' } }]);
  await ledger.close();
  const claims = await get<ClaimPage>('/api/claims');
  assert.deepEqual(
    claims.items.map((row) => row.figures[0].low),
    [6],
  );
  assert.ok(await isWhole());
  await decide({ kind: 'undo', target, undoes: id });
  await decide({ kind: 'undo', target: three, undoes: rejected.id });
  assert.equal((await get<ClaimPage>('/api/claims')).total, 2);
});
