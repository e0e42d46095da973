/** Input that is made to do harm, or is only broken: each gets a clear reason, within bounds of time and memory, and what stands beside it is read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { LIMITS } from './budget.ts';
import { bytesSource, type Found, openSource, type Source } from './index.ts';
import { article, ps } from './pages/article.fixture.ts';
import { zipOf } from './zip.fixture.ts';

const a = article(5, 'صحيفة الوادي');
const good = a.paragraphs.join('\n');

async function opened(source: Source | Uint8Array, limits = LIMITS): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of openSource(source instanceof Uint8Array ? bytesSource(source, 'x') : source, {}, limits))
    found.push(one);
  return found;
}
const reasons = (found: Found[]): string[] =>
  found.flatMap((one) => ('fault' in one ? [one.fault] : 'passed' in one ? [one.passed] : []));
const texts = (found: Found[]): string[] => found.flatMap((one) => ('report' in one ? [one.report.text] : []));

/** A source of any size that is never in memory. */
function endless(piece: Uint8Array, times: number): Source {
  return {
    name: 'endless',
    size: piece.length * times,
    head: piece.subarray(0, 65_536),
    given: {},
    chunks: async function* () {
      for (let i = 0; i < times; i++) yield piece;
    },
    at: null,
  };
}

test('a bomb in an archive costs itself alone', async () => {
  const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024));
  const found = await opened(
    zipOf([
      { name: 'good.txt', bytes: good },
      { name: 'bomb.gz', bytes: bomb, isStored: true },
      { name: 'also.txt', bytes: `${good} ثانية` },
    ]),
  );
  assert.equal(texts(found).length, 2);
  assert.equal(reasons(found).length, 1);
});

test('a bomb is stopped by what it unpacks to, not by what it says', async () => {
  const limits = { ...LIMITS, unpacked: 2 * 1024 * 1024 };
  const bomb = zipOf([{ name: 'a.txt', bytes: Buffer.alloc(8 * 1024 * 1024, 'أ'), statedSize: 10 }]);
  assert.match(reasons(await opened(bomb, limits))[0], /unpacks to more than 2 MiB/u);
});

test('archives in archives in archives end', async () => {
  let nested = zipOf([{ name: 'a.txt', bytes: good }]);
  for (let i = 0; i < 8; i++) nested = zipOf([{ name: 'n.zip', bytes: nested }]);
  assert.match(reasons(await opened(nested))[0], /one in the other/u);
});

test('entries on top of one another are refused', async () => {
  const archive = zipOf([
    { name: 'a.txt', bytes: good },
    { name: 'b.txt', bytes: good },
  ]);
  const second = archive.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  archive.writeUInt32LE(0, second + 42);
  assert.match(reasons(await opened(archive))[0], /on top of one another/u);
});

test('names that lead outside lead nowhere', async () => {
  const found = await opened(
    zipOf([
      { name: '../../etc/passwd', bytes: good },
      { name: 'C:\\x\\..\\y.txt', bytes: `${good} ثانية` },
    ]),
  );
  assert.deepEqual(
    found.map((one) => one.name),
    ['x/etc/passwd', 'x/C:/x/y.txt'],
  );
});

test('XML that declares entities is not expanded', async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title><item><title>&b;</title></item></channel></rss>`;
  const [first] = await opened(Buffer.from(laughs));
  assert.ok('fault' in first, JSON.stringify(first));
  const word = zipOf([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    {
      name: 'word/document.xml',
      bytes: `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}">]><w:document><w:body><w:p><w:r><w:t>&a;&a; نص</w:t></w:r></w:p></w:body></w:document>`,
    },
  ]);
  assert.deepEqual(texts(await opened(word)), ['&a;&a; نص']);
});

test('a table of 100,000 rows streams', { timeout: 600_000 }, async () => {
  // fewer where time is short
  const thousands = process.env.ISNAD_LAND === undefined ? 100 : 10;
  const row = `"${a.paragraphs[0]}","2019-02-12"\n`.repeat(1000);
  const head = Buffer.from(`text,published\n${row}`);
  const source: Source = {
    ...endless(Buffer.from(row), 100),
    head: head.subarray(0, 65_536),
    chunks: async function* () {
      yield Buffer.from('text,published\n');
      for (let i = 0; i < thousands; i++) yield Buffer.from(row);
    },
  };
  let n = 0;
  const before = process.memoryUsage().rss;
  for await (const one of openSource(source)) if ('report' in one) n += 1;
  assert.equal(n, thousands * 1000);
  assert.ok(process.memoryUsage().rss - before < 250e6, 'memory is bounded');
});

test('large files are refused where they are read whole, and streamed where not', async () => {
  const page = Buffer.from(`<html><body>${'<p>x</p>'.repeat(30_000)}`);
  assert.match(reasons(await opened(endless(page, 1000)))[0], /larger than 16 MiB/u);
  const line = Buffer.from('x'.repeat(256 * 1024));
  const start = Buffer.from('{"id":"1","text":"');
  const source: Source = {
    ...endless(line, 300),
    head: Buffer.concat([start, line]).subarray(0, 65_536),
    chunks: async function* () {
      yield start;
      for (let i = 0; i < 300; i++) yield line;
      yield Buffer.from('\n{"text":"سطر سليم بعد السطر الطويل"}\n');
    },
  };
  const found = await opened(source);
  assert.deepEqual([reasons(found), texts(found)], [['is a line larger than 32 MiB'], ['سطر سليم بعد السطر الطويل']]);
});

test('elements nested without end', async () => {
  const deep = await opened(Buffer.from(`<html><body>${'<div>'.repeat(40_000)}${ps(a.paragraphs)}`));
  assert.match(reasons(deep)[0], /nested deeper/u);
  const many = await opened(Buffer.from(`<html><body>${'<i><b>'.repeat(100_000)}`));
  assert.match(reasons(many)[0], /more elements/u);
  const json = await opened(Buffer.from(`{"type":"public_channel","date_unixtime":1,"messages":[${'['.repeat(200_000)}`));
  assert.equal(json.length, 1);
});

test('what is no report is told apart', async () => {
  const of = async (bytes: Uint8Array) => reasons(await opened(bytes))[0];
  assert.match(await of(Buffer.from('ffd8ffe000104a46', 'hex')), /picture/u);
  assert.match(await of(Buffer.from('d0cf11e0a1b11ae1', 'hex')), /save it as DOCX/u);
  assert.equal(await of(Buffer.alloc(0)), 'is empty');
  assert.match(await of(Buffer.from('PK\x03\x04 cut off', 'latin1')), /cut off/u);
  assert.match(await of(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8])), /no format/u);
  assert.match(await of(zipOf([{ name: 'a.txt', bytes: good, flags: 1 }])), /encrypted/u);
  assert.match(await of(Buffer.from('%PDF-1.4\n%%EOF')), /PDF/u);
});

test('UTF-8 with broken bytes keeps the rest', async () => {
  const bytes = Buffer.from(good.repeat(3));
  bytes[101] = 0xff;
  const [found] = await opened(bytes);
  assert.ok('report' in found && found.report.text.includes(a.paragraphs[1]));
  assert.ok(found.report.steps.some((step) => /could not be read/u.test(step.tool)));
});

test('JSON that is cut off, or of a form nobody knows, is never read as prose', async () => {
  const line = JSON.stringify({ id: 'a', text: good });
  assert.deepEqual(reasons(await opened(Buffer.from(line.slice(0, -5)))), ['is no JSON']);
  assert.deepEqual(reasons(await opened(Buffer.from(`${line.slice(0, -5)}\n${line}`))), ['is no JSON']);
  const unknown = JSON.stringify({ kind: 'x', parts: [good] }, null, 2);
  assert.deepEqual(reasons(await opened(Buffer.from(unknown))), ['is of no format that can be read']);
  assert.deepEqual(reasons(await opened(Buffer.from(`[\n${unknown}]`))), ['is of no format that can be read']);
  assert.equal(texts(await opened(Buffer.from(`{"${good}"}`))).length, 1);
});
