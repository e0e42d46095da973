/** One small document of every format, of our own words, and what must be found in it. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { article, ps } from './pages/article.fixture.ts';
import { zipOf } from './zip.fixture.ts';

export type Expected = { text: string[]; published?: string; outlet?: string; url?: string; id?: string; without?: string[] };
export type Sample = { bytes: Buffer; expected: Expected[] };

const a = article(3, 'وكالة الوادي');
const b = article(4, 'إذاعة الساحل');
const page = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${a.headline} | ${a.outlet}</title><meta property="article:published_time" content="${a.iso}"></head><body><nav><a href="/">أخبار محلية</a></nav><article><h1>${a.headline}</h1>${ps(a.paragraphs)}</article></body></html>`;
const pageFound: Expected = { text: a.paragraphs, published: a.iso, outlet: a.outlet, without: ['أخبار محلية'] };
const body = (one: typeof a) => one.paragraphs.join('\n');
const xml = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>${inner}`;
const b64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/gu, '$&\r\n');

const word = zipOf([
  { name: '[Content_Types].xml', bytes: xml('<Types/>') },
  {
    name: 'word/document.xml',
    bytes: xml(
      `<w:document xmlns:w="w"><w:body>${a.paragraphs.map((p) => `<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t xml:space="preserve">${p.slice(0, 20)}</w:t></w:r><w:del><w:r><w:delText>كلام محذوف</w:delText></w:r></w:del><w:r><w:t>${p.slice(20)}</w:t></w:r></w:p>`).join('')}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>القتلى</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
    ),
  },
  { name: 'docProps/core.xml', bytes: xml('<cp:coreProperties><dc:creator>سامر</dc:creator></cp:coreProperties>') },
]);
const openDocument = zipOf([
  { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', isStored: true },
  {
    name: 'content.xml',
    bytes: xml(
      `<office:document-content><office:body><office:text><text:tracked-changes><text:p>كلام محذوف</text:p></text:tracked-changes>${a.paragraphs.map((p) => `<text:p text:style-name="P1">${p.replace(' ', '<text:s/>')}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
    ),
  },
]);
const columns = ['الرقم', 'العنوان', 'النص', 'المصدر', 'تاريخ النشر', 'الرابط'];
const rows = [a, b].map((one, i) => [`r${i}`, one.headline, body(one), one.outlet, one.iso, `https://example.org/${i}`]);
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const table = [columns, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
const rowsFound: Expected[] = [a, b].map((one, i) => ({
  text: one.paragraphs,
  published: one.iso,
  outlet: one.outlet,
  url: `https://example.org/${i}`,
  id: `r${i}`,
}));
const strings = [...columns, ...rows.flat()];
const sheet = [columns, ...rows]
  .map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((_, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="s"><v>${r * columns.length + c}</v></c>`).join('')}</row>`,
  )
  .join('');
const spreadsheet = zipOf([
  { name: 'xl/workbook.xml', bytes: xml('<workbook/>') },
  { name: 'xl/sharedStrings.xml', bytes: xml(`<sst>${strings.map((s) => `<si><t>${s}</t></si>`).join('')}</sst>`) },
  { name: 'xl/worksheets/sheet1.xml', bytes: xml(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`) },
]);

const rss = xml(
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${a.outlet}</title><link>https://example.org</link><description>x</description><language>ar</language>${[a, b].map((one, i) => `<item><title>${one.headline}</title><link>https://example.org/${i}</link><guid>g${i}</guid><pubDate>${new Date(`${one.iso}T10:00:00Z`).toUTCString()}</pubDate><content:encoded><![CDATA[${ps(one.paragraphs)}<p>اقرأ أيضاً: <a href="/x">خبر آخر تماماً</a></p>]]></content:encoded></item>`).join('')}</channel></rss>`,
);

const warcRecord = (type: string, url: string, block: string) => {
  const length = Buffer.byteLength(block);
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2020-05-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:12345678-0000-0000-0000-00000000000${url.length % 10}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${block}\r\n\r\n`;
};
const http = (type: string, content: string) => `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${content}`;
const capture = warcRecord('response', 'https://valley.example/1', http('text/html; charset=utf-8', page));
const picture = warcRecord('response', 'https://valley.example/p.png', http('image/png', 'x'));
const untold = warcRecord(
  'response',
  'https://valley.example/3',
  http('application/octet-stream', page.replace('<title>', '<title>3 ')),
);
const untoldOther = warcRecord('response', 'https://valley.example/4', http('application/octet-stream', 'var x = 1;'));
const missing = warcRecord(
  'response',
  'https://valley.example/2',
  `HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n${page}`,
);
const warcFound = [{ ...pageFound, url: 'https://valley.example/1' }];

const message = (one: typeof a, i: number) =>
  `Return-Path: <desk@example.org>\r\nFrom: =?utf-8?B?${Buffer.from('مكتب الإعلام').toString('base64')}?= <desk@example.org>\r\nTo: list@example.org\r\nSubject: =?utf-8?B?${Buffer.from(one.headline).toString('base64')}?=\r\nDate: ${new Date(`${one.iso}T10:00:00Z`).toUTCString().replace('GMT', '+0000')}\r\nMessage-ID: <m${i}@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="xyz"\r\n\r\n--xyz\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${b64(body(one))}\r\n--xyz\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>x</p>\r\n--xyz--\r\n`;
const mailFound = (one: typeof a, i: number): Expected => ({ text: one.paragraphs, published: one.iso, id: `m${i}@example.org` });

const quotedPrintable = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(.{60,70}?)(?=[^=]|=[0-9A-F]{2})(?![0-9A-F])/gu, '$1=\r\n');
const saved = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://valley.example/1\r\nSubject: x\r\nDate: Fri, 1 May 2020 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Mark----"\r\n\r\n------Mark----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://valley.example/1\r\n\r\n${quotedPrintable(page)}\r\n------Mark----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------Mark------\r\n`;

const chat = JSON.stringify(
  {
    name: 'قناة الوادي',
    type: 'public_channel',
    id: 77,
    messages: [
      { id: 1, type: 'service', date: '2019-02-12T10:00:00', date_unixtime: '1', text: '' },
      {
        id: 2,
        type: 'message',
        date: `${a.iso}T10:00:00`,
        date_unixtime: '1549965600',
        from: 'قناة الوادي',
        text: ['عاجل: ', { type: 'bold', text: a.paragraphs[0] }, ` ${a.paragraphs[1]}`],
      },
      { id: 3, type: 'message', date: `${b.iso}T10:00:00`, date_unixtime: '1549965600', text: b.paragraphs[0] },
    ],
  },
  null,
  1,
);

const news = JSON.stringify({
  uri: 'urn:news:1',
  standard: { name: 'ninjs', version: '3.0' },
  type: 'text',
  language: 'ar',
  firstCreated: `${a.iso}T10:00:00Z`,
  headlines: [{ role: 'main', value: a.headline }],
  infoSources: [{ name: a.outlet }],
  bodies: [{ contentType: 'text/html', value: ps(a.paragraphs) }],
});

export const samples: Record<string, Sample> = {
  html: { bytes: Buffer.from(page), expected: [pageFound] },
  mhtml: { bytes: Buffer.from(saved), expected: [{ ...pageFound, url: 'https://valley.example/1' }] },
  feed: {
    bytes: Buffer.from(rss),
    expected: [a, b].map((one, i) => ({
      text: one.paragraphs,
      published: one.iso,
      outlet: a.outlet,
      url: `https://example.org/${i}`,
      without: ['خبر آخر'],
    })),
  },
  pdf: {
    bytes: readFileSync(new URL('./samples/bulletin.pdf', import.meta.url)),
    expected: [
      {
        text: [
          'في الأنبار، بينهم 5 أطفال، والإسعاف يؤكد أن «الحصيلة أولية» منذ 5/3/2019 بحسب AFP.',
          '(طلب عدم نشر اسمه) إن 3.5% من السكان',
        ],
      },
    ],
  },
  docx: { bytes: word, expected: [{ text: [...a.paragraphs, 'القتلى | 12'], without: ['محذوف'] }] },
  odt: { bytes: openDocument, expected: [{ text: a.paragraphs, without: ['محذوف'] }] },
  xlsx: { bytes: spreadsheet, expected: rowsFound },
  csv: { bytes: Buffer.from(`\ufeff${table}`), expected: rowsFound },
  zip: {
    bytes: zipOf([
      { name: 'folder/page.html', bytes: page },
      { name: 'note.txt', bytes: body(b) },
    ]),
    expected: [pageFound, { text: [body(b)] }],
  },
  gzip: { bytes: gzipSync(page), expected: [pageFound] },
  warc: {
    bytes: Buffer.from(capture + picture + untold + untoldOther + missing),
    expected: [...warcFound, { ...pageFound, url: 'https://valley.example/3' }],
  },
  wacz: {
    bytes: zipOf([
      { name: 'archive/data.warc.gz', bytes: Buffer.concat([gzipSync(capture), gzipSync(picture)]), isStored: true },
      { name: 'pages/pages.jsonl', bytes: '{"format":"json-pages-1.0"}\n{"url":"https://valley.example/1"}\n' },
      { name: 'datapackage.json', bytes: '{}' },
    ]),
    expected: warcFound,
  },
  eml: { bytes: Buffer.from(message(a, 1)), expected: [mailFound(a, 1)] },
  mbox: {
    bytes: Buffer.from(
      [a, b].map((one, i) => `From desk@example.org Tue Feb 12 10:00:00 2019\r\n${message(one, i)}\r\n`).join(''),
    ),
    expected: [mailFound(a, 0), mailFound(b, 1)],
  },
  telegram: {
    bytes: Buffer.from(chat),
    expected: [
      { text: [a.paragraphs[0], a.paragraphs[1]], published: a.iso, outlet: 'قناة الوادي', id: 'telegram:77:2' },
      { text: [b.paragraphs[0]], published: b.iso, id: 'telegram:77:3' },
    ],
  },
  ninjs: { bytes: Buffer.from(news), expected: [{ text: a.paragraphs, published: a.iso, outlet: a.outlet, id: 'urn:news:1' }] },
  jsonl: {
    bytes: Buffer.from(
      [a, b]
        .map((one, i) =>
          JSON.stringify({
            id: `j${i}`,
            outlet: one.outlet,
            published: one.iso,
            text: body(one),
            url: `https://example.org/${i}`,
          }),
        )
        .join('\n'),
    ),
    expected: [a, b].map((one, i) => ({ text: [body(one)], published: one.iso, outlet: one.outlet, id: `j${i}` })),
  },
  text: { bytes: Buffer.from(body(a)), expected: [{ text: a.paragraphs }] },
};
