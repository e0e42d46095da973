/** Versions of one page: what its address says last holds, also where that is an earlier text; what is only brought along once more changes nothing. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createEngine, type Engine } from '../engine/index.ts';
import { type Ledger, listClaims, openLedger, reportByKey, sha256, verifyLedger } from '../ledger/index.ts';
import { versionsOf } from './copies.ts';
import { itemsOfAddresses, startFetcher } from './fetch-pages.ts';
import { ingest } from './ingest.ts';
import { filesUnder, itemsOfFiles, type Sized } from './items.ts';
import { itemsOfFeeds, type Watched } from './watch-feeds.ts';

const said = (n: string) => `قتل ${n} مدنيين في قصف على بلدة قرب الرقة أمس، وفق ما أعلن الدفاع المدني في بيان نشره مساء اليوم.`;
const A = said('خمسة');
const B = said('ستة');
const page = (text: string) =>
  `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>خبر | وكالة</title><meta property="article:published_time" content="2019-02-12"></head><body><h1>خبر عن قصف بلدة</h1><p>${text}</p></body></html>`;
const folder = mkdtempSync(join(tmpdir(), 'isnad-versions-'));
let shown = A;
/** The page cannot be had. */
let isGone = false;
let server: Server;
let base = '';
let engine: Engine;

before(async () => {
  engine = createEngine();
  server = createServer(({ url }, response) => {
    if (url === '/a' && isGone) response.writeHead(404).end();
    else if (url === '/a') response.setHeader('content-type', 'text/html; charset=utf-8').end(page(shown));
    else if (url === '/pages')
      response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title><link>${base}</link><description>x</description><item><title>خبر عن قصف بلدة</title><link>${base}/a</link><pubDate>Tue, 12 Feb 2019 10:00:00 +0000</pubDate><description>${shown}</description></item></channel></rss>`,
      );
    else if (url === '/feed' || url === '/other')
      response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title><link>${base}</link><description>x</description><item><title>خبر</title><link>${base}/b</link><pubDate>Tue, 12 Feb 2019 10:00:00 +0000</pubDate><description>${url === '/feed' ? shown : 'قتل مدنيون في قصف على بلدة قرب الرقة أمس، وفق ما أعلن الدفاع المدني. التفاصيل في الداخل.'}</description></item></channel></rss>`,
      );
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const fetcher = () =>
  startFetcher({ agent: 'isnad-test', warcFolder: join(folder, 'captures'), delayMs: 0, permitted: '127.0.0.1' });

async function take(ledger: Ledger, items: AsyncIterable<Sized>, caseName = 'a') {
  const { new: fresh, changed, held } = await ingest({ ledger, engine, items, caseName, source: 'test' });
  return { new: fresh, changed, held };
}

/** Which of the versions holds. */
async function versions(ledger: Ledger, key: string) {
  const all = (await reportByKey(ledger.read, key))?.versions ?? [];
  return all.map(({ isHeld }) => isHeld);
}

test('a page that goes back to an earlier text: that text holds again, and nothing is lost', async () => {
  const ledger = await openLedger(':memory:');
  const key = `${base}/a`;
  const look = () => take(ledger, itemsOfAddresses([key], fetcher()));
  const told: unknown[] = [];
  for (const text of [A, A, B, A, A, B]) {
    shown = text;
    told.push(await look());
  }
  const [one, same, other] = [
    { new: 1, changed: 0, held: 0 },
    { new: 0, changed: 0, held: 1 },
    { new: 0, changed: 1, held: 0 },
  ];
  assert.deepEqual(told, [one, same, other, other, same, other]);
  assert.deepEqual(await versions(ledger, key), [false, false, false, true]);
  assert.ok((await reportByKey(ledger.read, key))?.text.includes(B));
  assert.equal((await listClaims(ledger.read, {})).total.n, engine.read({ text: B }).claims.length, 'claims of one version');
  const [, second, third] = await versionsOf(ledger, key);
  assert.deepEqual(
    [second, third].map(({ figures }) => figures.length),
    [1, 1],
  );
  assert.deepEqual((await verifyLedger(ledger.read)).faults, []);
  await ledger.close();
});

test('entries of feeds too; two feeds that tell one address differently do not take turns', async () => {
  const ledger = await openLedger(':memory:');
  const look = async (feeds: string[]) =>
    await take(
      ledger,
      itemsOfFeeds({
        ledger,
        fetcher: fetcher(),
        feeds: feeds.map((feed) => `${base}/${feed}`),
        withPages: false,
        watched: {},
        now: () => '2020-01-01T00:00:00Z',
      }),
    );
  const told: number[] = [];
  for (const text of [A, B, A]) {
    shown = text;
    told.push((await look(['feed'])).changed);
  }
  assert.deepEqual(told, [0, 1, 1]);
  assert.ok((await reportByKey(ledger.read, `${base}/b`))?.text.includes(A));
  assert.equal((await look(['other'])).changed, 1);
  for (let round = 0; round < 3; round++) {
    assert.deepEqual(await look(['feed']), { new: 0, changed: 0, held: 1 });
    assert.deepEqual(await look(['other']), { new: 0, changed: 0, held: 1 });
  }
  assert.deepEqual((await verifyLedger(ledger.read)).faults, []);
  await ledger.close();
});

test('a page behind a feed is fetched again when the feed tells of it otherwise, and only then', async () => {
  const ledger = await openLedger(':memory:');
  const watched: Watched = {};
  const look = () => {
    const feeds = [`${base}/pages`];
    const now = () => '2020-01-01T00:00:00Z';
    return take(ledger, itemsOfFeeds({ ledger, fetcher: fetcher(), feeds, withPages: true, watched, now }));
  };
  shown = A;
  assert.equal((await look()).new, 1);
  assert.deepEqual(await look(), { new: 0, changed: 0, held: 0 }, 'it is held and its entry is the same');
  shown = B;
  assert.equal((await look()).changed, 1);
  assert.ok((await reportByKey(ledger.read, `${base}/a`))?.text.includes(B));
  isGone = true;
  shown = A;
  assert.deepEqual(await look(), { new: 0, changed: 0, held: 0 }, 'a summary does not take the place of the page that is held');
  assert.ok((await reportByKey(ledger.read, `${base}/a`))?.text.includes(B));
  isGone = false;
  assert.equal((await look()).changed, 1, 'it is asked for again');
  await ledger.close();
});

/** A WARC file of captures of one address. */
function captured(name: string, url: string, captures: readonly [day: string, text: string][]): string {
  const file = join(folder, name);
  const records = captures.map(([day, text]) => {
    const body = page(text);
    const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:${sha256(day)}>\r\nWARC-Date: 2019-02-${day}T10:00:00Z\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
  });
  writeFileSync(file, records.join(''));
  return file;
}

test('captures of an archive follow each other by the time they were made, in one file and over several, however often they are brought', async () => {
  const ledger = await openLedger(':memory:');
  const url = 'https://agency.example/1';
  const bring = (file: string) => take(ledger, itemsOfFiles(filesUnder([file])));
  const three = captured('three.warc', url, [
    ['12', A],
    ['13', B],
    ['14', A],
  ]);
  assert.deepEqual(await bring(three), { new: 1, changed: 2, held: 0 });
  assert.deepEqual(await versions(ledger, url), [false, false, true]);
  assert.deepEqual(await bring(three), { new: 0, changed: 0, held: 3 });
  assert.deepEqual(await bring(captured('later.warc', url, [['15', B]])), { new: 0, changed: 1, held: 0 });
  // of an earlier day: it does not take the place of what was there later
  assert.deepEqual(await bring(captured('earlier.warc', url, [['11', said('سبعة')]])), { new: 1, changed: 0, held: 0 });
  assert.deepEqual(await bring(captured('old.warc', url, [['12', A]])), { new: 0, changed: 0, held: 1 });
  assert.deepEqual(await versions(ledger, url), [false, false, false, true]);
  assert.ok((await reportByKey(ledger.read, url))?.text.includes(B));
  assert.deepEqual((await verifyLedger(ledger.read)).faults, []);
  await ledger.close();
});

test('files that nobody says when they were seen: an old one brought once more changes nothing, and a case it is brought to gets what holds', async () => {
  const ledger = await openLedger(':memory:');
  const line = (name: string, text: string) => {
    writeFileSync(join(folder, name), JSON.stringify({ id: 'r1', outlet: 'agency', published: '2019-02-12', text }));
    return itemsOfFiles(filesUnder([join(folder, name)]));
  };
  await take(ledger, line('a.jsonl', A), 'first');
  await take(ledger, line('b.jsonl', B), 'second');
  assert.deepEqual(await take(ledger, line('a.jsonl', A), 'third'), { new: 0, changed: 0, held: 1 });
  const page = await reportByKey(ledger.read, 'r1');
  assert.deepEqual([page?.text, page?.cases], [B, ['first', 'second', 'third']]);
  for (const { id } of await ledger.read.selectFrom('cases').select('id').execute())
    assert.ok((await listClaims(ledger.read, { caseId: id })).total.n > 0, `case ${id}`);
  assert.deepEqual((await verifyLedger(ledger.read)).faults, []);
  await ledger.close();
});
