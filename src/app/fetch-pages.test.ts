/** Fetching, against a server of our own on 127.0.0.1, which alone is permitted by name; everything else that leads inside is refused. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { isPublic } from '../formats/fetch/address.ts';
import { isAllowed, rulesFor } from '../formats/fetch/robots.ts';
import { bytesSource, openSource } from '../formats/import/index.ts';
import { openLedger } from '../ledger/index.ts';
import { itemsOfAddresses, pauseOf, startFetcher } from './fetch-pages.ts';
import type { Item } from './items.ts';
import { itemsOfFeeds, type Watched } from './watch-feeds.ts';

const text = 'قتل خمسة مدنيين في قصف على بلدة قرب الرقة أمس، وفق ما أعلن الدفاع المدني، الذي قال إن فرقه ما زالت تبحث عن ناجين.';
const page = (title: string) =>
  `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${title} | وكالة</title><meta property="article:published_time" content="2019-02-12"></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
const folder = mkdtempSync(join(tmpdir(), 'isnad-fetch-'));
const asked: string[] = [];
let server: Server;
let base = '';

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? '';
  asked.push(url);
  const feed = () =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title><link>${base}</link><description>x</description><item><title>خبر</title><link>${base}/a</link><pubDate>Tue, 12 Feb 2019 10:00:00 +0000</pubDate><description>${text}</description></item></channel></rss>`;
  if (url === '/robots.txt') response.end('User-agent: *\nDisallow: /secret\n');
  else if (url === '/a')
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-encoding', 'gzip')
      .end(gzipSync(page('خبر عن قصف بلدة')));
  else if (url === '/to-a') response.writeHead(302, { location: '/a' }).end();
  else if (url === '/loop') response.writeHead(302, { location: '/loop' }).end();
  else if (url === '/inside') response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
  else if (url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  else if (url === '/slow') response.write('<html>');
  else if (url === '/large') response.end(Buffer.alloc(300_000, 'x'));
  else if (url === '/bomb')
    response
      .setHeader('content-type', 'text/html')
      .setHeader('content-encoding', 'gzip')
      .end(gzipSync(Buffer.alloc(40 * 1024 * 1024)));
  else if (url === '/busy') response.writeHead(503, { 'retry-after': '120' }).end();
  else if (url === '/feed') {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else response.setHeader('etag', '"v1"').end(feed());
  } else response.writeHead(404).end();
}

before(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const fetcher = (more = {}) =>
  startFetcher({
    agent: 'isnad-test',
    warcFolder: join(folder, 'captures'),
    delayMs: 0,
    permitted: '127.0.0.1',
    timeoutMs: 30_000,
    mostBytes: 200_000,
    ...more,
  });
async function get(urls: string[], more = {}): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { item } of itemsOfAddresses(urls, fetcher(more))) items.push(item);
  return items;
}
const faults = (items: Item[]) => items.map((item) => item.fault);

test('a page comes in with its address, its record of custody and its WARC record', async () => {
  const [item] = await get([`${base}/to-a`]);
  assert.ok(item.report?.text.includes(text));
  const { url, published, steps } = item.report as NonNullable<typeof item.report>;
  assert.deepEqual([url, published], [`${base}/a`, '2019-02-12']);
  assert.match(steps?.[0].tool ?? '', /^HTTP 200 from 127\.0\.0\.1, over 1 redirects/u);
  const [file] = readdirSync(join(folder, 'captures'));
  const again: string[] = [];
  for await (const found of openSource(bytesSource(readFileSync(join(folder, 'captures', file)), file)))
    if ('report' in found) again.push(found.report.text);
  assert.deepEqual(again, [item.report?.text]);
});

test('what leads inside is refused: numbers, names, redirects, other schemes', async () => {
  const closed = [
    'http://127.0.0.1/',
    'http://localhost/',
    'http://10.0.0.8/',
    'http://[::1]/',
    'http://2130706433/',
    'http://[::ffff:127.0.0.1]/',
    'http://printer.local/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'http://a:b@example.org/',
    'http://example.org:25/',
    'no address',
  ];
  const items = await get(closed, { permitted: null });
  for (const [i, fault] of faults(items).entries())
    assert.match(fault ?? 'taken', /leads inside|is no web address|name and password|not of the web|is no address/u, closed[i]);
  assert.match(faults(await get([`${base}/inside`]))[0] ?? '', /169\.254\.169\.254 is not a public address/u);
  assert.match(faults(await get([`${base}/file`]))[0] ?? '', /file: is not asked/u);
});

test('bounds of steps, size and time; robots.txt; answers that are no page', async () => {
  const paths = ['/loop', '/large', '/bomb', '/secret/1', '/none'];
  const [loop, large, bomb, secret, missing] = faults(await get(paths.map((path) => base + path)));
  const [slow] = faults(await get([`${base}/slow`], { timeoutMs: 1500 }));
  assert.match(loop ?? '', /leads on more than 5 times/u);
  assert.match(large ?? '', /is larger than/u);
  assert.match(bomb ?? '', /too many/u);
  assert.match(slow ?? '', /no whole answer within|does not answer/u);
  assert.match(secret ?? '', /robots\.txt/u);
  assert.ok(!asked.includes('/secret/1'), 'it was not asked');
  assert.match(missing ?? '', /answered with 404/u);
});

test('a feed that has not changed is not sent again; pages behind entries are fetched once', async () => {
  const ledger = await openLedger(':memory:');
  const watched: Watched = {};
  const round = async (withPages: boolean) => {
    const items: Item[] = [];
    const options = {
      ledger,
      fetcher: fetcher(),
      feeds: [`${base}/feed`],
      withPages,
      watched,
      now: () => '2020-01-01T00:00:00Z',
    };
    for await (const { item } of itemsOfFeeds(options)) items.push(item);
    return items;
  };
  const [first] = await round(true);
  assert.deepEqual([first.report?.url, first.report?.text.includes('خبر عن قصف بلدة')], [`${base}/a`, true]);
  assert.equal(watched[`${base}/feed`].etag, '"v1"');
  const [second] = await round(false);
  assert.match(second.fault ?? '', /has not changed/u);
  await ledger.close();
});

test('a site that asks for a pause gets it', async () => {
  const [busy, other] = faults(await get([`${base}/busy`, `${base}/a`]));
  assert.match(busy ?? '', /answered with 503/u);
  assert.match(other ?? '', /asks for a pause: it is asked again in (?:1[12]\d|120) seconds/u);
  assert.deepEqual([pauseOf('30'), pauseOf(null), pauseOf('soon'), pauseOf('-5')], [30_000, 60_000, 60_000, 60_000]);
  assert.equal(pauseOf('Tue, 12 Feb 2019 10:00:10 GMT', Date.parse('2019-02-12T10:00:00Z')), 10_000);
});

test('whatever a site answers about itself is read', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'User-agent: *',
          'user-agent:isnad',
          'Disallow: /a*b$',
          'Allow:',
          'Crawl-delay: x',
          '\0',
          ':',
          '#',
          '****',
          '\r',
        ),
      ),
      fc.string(),
      (lines, path) => {
        const { rules, delay } = rulesFor(lines.join('\n'), 'isnad');
        assert.equal(typeof isAllowed(rules, path), 'boolean');
        assert.equal(delay, null);
      },
    ),
    { numRuns: 200, seed: 2 },
  );
});

test('public and other addresses', () => {
  for (const one of ['8.8.8.8', '93.184.216.34', '2606:2800:220:1::1']) assert.ok(isPublic(one), one);
  for (const one of [
    '0.0.0.0',
    '100.64.1.1',
    '172.31.255.1',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'example',
  ])
    assert.ok(!isPublic(one), one);
});

test('rules of robots.txt: the longest that fits, the group that names us', () => {
  const rules = rulesFor(
    'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /x\nAllow: /x/y\nDisallow: /*.pdf$ # no documents\n',
    'isnad',
  );
  assert.deepEqual(
    ['/', '/x', '/x/1', '/x/y/2', '/a.pdf', '/a.pdfx'].map((path) => isAllowed(rules.rules, path)),
    [true, false, false, true, false, true],
  );
  const named = rulesFor('User-agent: *\nDisallow: /\nCrawl-delay: 9\nUser-agent: isnad\nDisallow:\nCrawl-delay: 2.5\n', 'isnad');
  assert.deepEqual(named, { rules: [], delay: 2.5 });
});
