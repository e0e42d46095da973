/** Letters as programs send them: pictures inside, files in the middle of the text, boxes of any size. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, type Found, formatOf, openSource, type Source } from './index.ts';
import { article } from './pages/article.fixture.ts';

const a = article(6, 'وكالة الوادي');
const b64 = (text: string): string => Buffer.from(text).toString('base64');
const head = (type: string): string =>
  `From: desk@example.org\r\nTo: list@example.org\r\nSubject: x\r\nDate: Tue, 12 Feb 2019 10:00:00 +0000\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`;
const part = (headers: string, text: string): string =>
  `--b\r\n${headers}\r\nContent-Transfer-Encoding: base64\r\n\r\n${b64(text)}\r\n`;
const markup = `<html><body>${a.paragraphs.map((p) => `<p>${p}</p>`).join('')}<img src="cid:1"></body></html>`;

async function opened(source: Source): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of openSource(source)) found.push(one);
  return found;
}

test('a letter with a picture in it is a letter, and no saved page', async () => {
  const letter = `${head('multipart/related; boundary=b')}${part('Content-Type: text/html; charset=utf-8', markup)}${part('Content-Type: image/png; name="p.png"', '\u0089')}--b--\r\n`;
  const source = bytesSource(Buffer.from(letter), 'x');
  assert.equal(formatOf(source)?.name, 'eml');
  const [first] = await opened(source);
  assert.ok('report' in first && first.report.published?.value === '2019-02-12' && first.report.text.includes(a.paragraphs[0]));
});

test('a file in the middle of the text is opened; a second text without a name is told', async () => {
  const letter = `${head('multipart/mixed; boundary=b')}${part('Content-Type: text/plain; charset=utf-8', a.paragraphs[0])}${part("Content-Type: application/octet-stream\r\nContent-Disposition: inline; filename*=UTF-8''%D8%AE%D8%A8%D8%B1.txt", a.paragraphs[1])}${part('Content-Type: text/plain', 'list foot')}--b--\r\n`;
  const found = await opened(bytesSource(Buffer.from(letter), 'x'));
  assert.deepEqual(
    found.map((one) => [one.name, 'report' in one ? one.report.text : 'passed' in one ? one.passed.slice(0, 15) : one.fault]),
    [
      ['x', `x\n\n${a.paragraphs[0]}`],
      ['x/خبر.txt', a.paragraphs[1]],
      ['x', '1 further texts'],
    ],
  );
});

test('a box comes apart wherever its pieces end, and a letter that is too large costs itself alone', {
  timeout: 300_000,
}, async () => {
  const letters = a.paragraphs.map(
    (text) => `From desk@example.org Tue Feb 12 10:00:00 2019\r\n${head('text/plain; charset=utf-8')}${text}\r\n\r\n`,
  );
  const box = Buffer.from(letters.join(''));
  for (const piece of [7, 100, 301]) {
    const chunks = async function* () {
      for (let i = 0; i < box.length; i += piece) yield box.subarray(i, i + piece);
    };
    const found = await opened({ ...bytesSource(box, 'x'), chunks });
    assert.deepEqual(
      found.map((one) => 'report' in one && one.report.text.trim()),
      a.paragraphs.map((text) => `x\n\n${text}`),
    );
  }
  const filler = Buffer.alloc(1024 * 1024, 'x');
  const chunks = async function* () {
    yield Buffer.from(letters[0].trimEnd());
    for (let i = 0; i < 200; i++) yield filler;
    yield Buffer.from(`\r\n\r\n${letters[1]}`);
  };
  const [large, good] = await opened({ ...bytesSource(box, 'x'), size: null, at: null, chunks });
  assert.ok('fault' in large && /larger than 64 MiB/u.test(large.fault));
  assert.ok('report' in good && good.report.text.includes(a.paragraphs[1]));
});
