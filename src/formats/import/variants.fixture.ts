/** Documents of formats that come in more than one dress: other kinds of feeds, other delimiters and encodings. What must be found in them is as in samples. */
import { article, ps } from './pages/article.fixture.ts';
import type { Expected, Sample } from './samples.fixture.ts';
import { zipOf } from './zip.fixture.ts';

export type Variant = Sample & { name: string; format: string };

const a = article(6, 'وكالة الوادي');
const b = article(7, 'إذاعة الساحل');
const both = [a, b];
const xml = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>${inner}`;
const aside = '<p>اقرأ أيضاً: <a href="/x">خبر آخر تماماً</a></p>';
const escaped = (markup: string) => markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const found = (outlet: string): Expected[] =>
  both.map((one, i) => ({
    text: one.paragraphs,
    published: one.iso,
    outlet,
    url: `https://valley.example/${i}`,
    without: ['خبر آخر'],
  }));

const atom = xml(
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title type="text">${a.outlet}</title><id>urn:feed</id><updated>2020-01-01T00:00:00Z</updated><link rel="self" href="https://valley.example/feed"/>${both.map((one, i) => `<entry><title type="html">${one.headline}</title><id>urn:entry:${i}</id><link rel="enclosure" href="https://valley.example/sound.mp3"/><link rel="alternate" href="https://valley.example/${i}"/><published>${one.iso}T08:00:00+03:00</published><updated>2020-01-01T00:00:00Z</updated><author><name>سامر</name></author><content type="html">${escaped(ps(one.paragraphs) + aside)}</content></entry>`).join('')}</feed>`,
);
const atomXhtml = xml(
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>${a.outlet}</title><id>urn:feed</id><updated>2020-01-01T00:00:00Z</updated><entry><title>${a.headline}</title><id>urn:entry:9</id><link href="https://valley.example/0"/><updated>${a.iso}T10:00:00Z</updated><summary>${a.paragraphs.join(' ')}</summary></entry></feed>`,
);
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: a.outlet,
  home_page_url: 'https://valley.example/',
  language: 'ar',
  items: both.map((one, i) => ({
    id: `urn:item:${i}`,
    url: `https://valley.example/${i}`,
    title: one.headline,
    date_published: `${one.iso}T10:00:00Z`,
    authors: [{ name: 'سامر' }],
    ...(i === 0 ? { content_html: ps(one.paragraphs) + aside } : { content_text: one.paragraphs.join('\n') }),
  })),
});
const rdf = xml(
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://valley.example/"><title>${a.outlet}</title><link>https://valley.example/</link><description>x</description></channel>${both.map((one, i) => `<item rdf:about="https://valley.example/${i}"><title>${one.headline}</title><link>https://valley.example/${i}</link><dc:date>${one.iso}T10:00:00+03:00</dc:date><description>${escaped(ps(one.paragraphs))}</description></item>`).join('')}</rdf:RDF>`,
);

const cells = [['النص', 'المصدر', 'التاريخ'], ...both.map((one) => [one.paragraphs.join(' '), one.outlet, one.iso])];
const rows: Expected[] = both.map((one) => ({ text: [one.paragraphs.join(' ')], published: one.iso, outlet: one.outlet }));
const table = (delimiter: string): string =>
  cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');

/** As Windows writes Arabic. */
function windows1256(text: string): Buffer {
  const back = new Map<string, number>();
  for (let b = 0; b < 256; b++) back.set(new TextDecoder('windows-1256').decode(Uint8Array.of(b)), b);
  return Buffer.from([...text].map((letter) => back.get(letter) ?? 63));
}
const utf16 = (text: string, isBig = false): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
const prose = a.paragraphs.join('\n');

const run = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const wordNotes = zipOf([
  { name: '[Content_Types].xml', bytes: '<Types/>' },
  {
    name: 'word/document.xml',
    bytes: `<w:document><w:body>${a.paragraphs.map((one, i) => `<w:p><w:r><w:t>${one}</w:t></w:r><w:r><w:footnoteReference w:id="${i + 1}"/></w:r></w:p>`).join('')}</w:body></w:document>`,
  },
  {
    name: 'word/footnotes.xml',
    bytes: `<w:footnotes>${a.paragraphs.map((_, i) => `<w:footnote w:id="${i + 1}">${run(`حاشية رقم ${i}.`)}</w:footnote>`).join('')}</w:footnotes>`,
  },
  { name: 'word/header1.xml', bytes: `<w:hdr>${run('مركز الوادي')}</w:hdr>` },
]);
const openNotes = zipOf([
  { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', isStored: true },
  {
    name: 'content.xml',
    bytes: `<office:document-content><office:body><office:text>${a.paragraphs.map((one) => `<text:p>${one}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>حاشية</text:p></text:note-body></text:note></text:p>`).join('')}</office:text></office:body></office:document-content>`,
  },
  {
    name: 'styles.xml',
    bytes:
      '<office:document-styles><office:master-styles><style:master-page><style:footer><text:p>مركز الوادي</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>',
  },
]);

export const variants: readonly Variant[] = [
  { name: 'Atom', format: 'feed', bytes: Buffer.from(atom), expected: found(a.outlet) },
  {
    name: 'Atom with summaries only',
    format: 'feed',
    bytes: Buffer.from(atomXhtml),
    expected: [{ text: [a.paragraphs.join(' ')], published: a.iso, outlet: a.outlet, url: 'https://valley.example/0' }],
  },
  { name: 'JSON Feed', format: 'feed', bytes: Buffer.from(jsonFeed), expected: found(a.outlet) },
  { name: 'RSS 1.0 (RDF)', format: 'feed', bytes: Buffer.from(rdf), expected: found(a.outlet) },
  { name: 'CSV with semicolons, Windows-1256', format: 'csv', bytes: windows1256(table(';')), expected: rows },
  { name: 'CSV with tabs, UTF-16', format: 'csv', bytes: utf16(table('\t')), expected: rows },
  {
    name: 'Word with notes',
    format: 'docx',
    bytes: wordNotes,
    expected: [{ text: [...a.paragraphs, '[*] حاشية رقم 0.', '[مركز الوادي]'] }],
  },
  {
    name: 'OpenDocument with notes',
    format: 'odt',
    bytes: openNotes,
    expected: [{ text: [...a.paragraphs, '[*] حاشية', '[مركز الوادي]'] }],
  },
  { name: 'text in UTF-16, big end first', format: 'text', bytes: utf16(prose, true), expected: [{ text: a.paragraphs }] },
  { name: 'text in Windows-1256', format: 'text', bytes: windows1256(prose), expected: [{ text: a.paragraphs }] },
];
