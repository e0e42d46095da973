/** Documents of formats that come in more than one dress: other kinds of feeds, other delimiters and encodings. What must be found in them is as in samples. */
import { article, ps } from './pages/article.fixture.ts';
import type { Expected, Sample } from './samples.fixture.ts';

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
  { name: 'text in UTF-16, big end first', format: 'text', bytes: utf16(prose, true), expected: [{ text: a.paragraphs }] },
  { name: 'text in Windows-1256', format: 'text', bytes: windows1256(prose), expected: [{ text: a.paragraphs }] },
];
