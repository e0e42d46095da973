/**
 * `node bench/pages.ts [RUNS] [ONLY]`: how many web pages, and how many items of feeds, are read a second, in processor time of this thread (other work on the machine does
 * not count), the best of some runs once the compiler is warm. The pages are the layouts of the tests as they stand, and the same as portals send them: with
 * menus, cards of other articles, programs, styles and drawings around them.
 */
import { Budget } from '../src/formats/import/budget.ts';
import type { Context } from '../src/formats/import/format.ts';
import { pageOf } from '../src/formats/import/html-article.ts';
import { bytesSource, openSource } from '../src/formats/import/index.ts';
import { pageWords } from '../src/formats/import/page-words.ts';
import { article, others, ps } from '../src/formats/import/pages/article.fixture.ts';
import { blogs } from '../src/formats/import/pages/blogs.fixture.ts';
import { portals } from '../src/formats/import/pages/portals.fixture.ts';

const RUNS = Number(process.argv[2] ?? 5);
/** Only what has this in its name. */
const ONLY = process.argv[3] ?? '';
const ITEMS = 1000;
const context: Context = { budget: new Budget(), options: {}, pageWords: pageWords() };
const small = [...portals, ...blogs].map((layout) => layout().html);

const card = (n: number): string =>
  `<div class="card card--small js-card" data-id="${n}"><div class="card__media"><a href="/news/${n}" tabindex="-1"><img src="/i/${n}.jpg" srcset="/i/${n}-320.jpg 320w, /i/${n}-640.jpg 640w" alt="" loading="lazy" width="320" height="180"></a></div><div class="card__body"><a class="card__section" href="/s/${n % 9}"><span>${others[n % others.length].slice(0, 12)}</span></a><h3 class="card__title"><a href="/news/${n}">${others[n % others.length]}</a></h3><time class="card__time" datetime="2019-01-0${1 + (n % 9)}">${n}</time></div></div>`;
const drawing = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${'M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10z'.repeat(8)}"/></svg>`;
const program = `<script>window.dataLayer=window.dataLayer||[];${'function gtag(){dataLayer.push(arguments);if(a<b){c("<div>")}}\n'.repeat(90)}</script>`;
const style = `<style>${'.card__title{font:700 1rem/1.4 "Noto",serif;color:#111}\n'.repeat(120)}</style>`;
const menu = `<div class="mega-menu"><ul>${Array.from({ length: 90 }, (_, n) => `<li class="mega-menu__item"><a class="mega-menu__link" href="/m/${n}">${others[n % 6].slice(0, 14)}</a></li>`).join('')}</ul></div>`;

/** Of the size that portals send: about 73 KB. */
function asSent(html: string): string {
  const cards = Array.from({ length: 70 }, (_, n) => card(n)).join('\n<!-- card -->\n');
  const around = `${drawing.repeat(10)}<div class="related-articles"><h2>${others[0]}</h2>${cards}</div>${program}`;
  return html
    .replace(/<body[^>]*>/iu, (body) => `${body}${menu}`)
    .replace(/<\/head>/iu, `${style}${program}</head>`)
    .replace(/<\/body>|$/iu, (end) => `${around}${end}`);
}

const feedText = `<?xml version="1.0"?><rss version="2.0"><channel><title>X</title><link>https://example.org</link><description>x</description>${Array.from(
  { length: ITEMS },
  (_, n) => {
    const { headline, paragraphs, iso } = article(n, 'X');
    return `<item><title>${headline}</title><link>https://example.org/${n}</link><guid>g${n}</guid><pubDate>${new Date(iso).toUTCString()}</pubDate><description><![CDATA[${ps(paragraphs)}<p><a href="/">${others[n % 6]}</a></p>]]></description></item>`;
  },
).join('')}</channel></rss>`;

function seconds(from: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1e6;
}

async function best(name: string, count: number, unit: string, run: () => unknown): Promise<void> {
  if (!name.includes(ONLY)) return;
  await run();
  let most = 0;
  for (let n = 0; n < RUNS; n++) {
    const from = process.threadCpuUsage();
    await run();
    most = Math.max(most, count / seconds(from));
  }
  process.stdout.write(`${name.padEnd(46)}${most.toFixed(0)} ${unit}/s of processor time\n`);
}

const read = (pages: readonly Uint8Array[]) => () => {
  for (const bytes of pages) pageOf(bytes, 'page', {}, context);
};
const sizeOf = (pages: readonly Uint8Array[]): string =>
  `${(pages.reduce((sum, page) => sum + page.length, 0) / pages.length / 1000).toFixed(0)} KB each`;

const asTested = small.map((html) => Buffer.from(html));
const large = small.map((html) => Buffer.from(asSent(html)));
await best(`${asTested.length} layouts, ${sizeOf(asTested)}`, asTested.length, 'pages', read(asTested));
await best(`the same as portals send them, ${sizeOf(large)}`, large.length, 'pages', read(large));
const feed = Buffer.from(feedText);
await best(`a feed of ${ITEMS} items, ${(feed.length / 1000).toFixed(0)} KB`, ITEMS, 'items', async () => {
  for await (const _ of openSource(bytesSource(feed, 'feed')));
});
