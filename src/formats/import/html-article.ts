/** The article of a page, without what stands around it, and what the page says of its outlet, writer, day and language. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Context, PageWords } from './format.ts';
import { bareReport, type Found, type FoundReport } from './found.ts';
import { decodePage } from './html-charset.ts';
import { absolute, bylineOf, headlineOf, languageOf, outletOf } from './html-fields.ts';
import { articleLines, removeFurniture } from './html-furniture.ts';
import { leanMarkup } from './html-lean.ts';
import { metaOf, type PageMeta, stringOf } from './html-meta.ts';
import { datesOf } from './html-published.ts';
import { type Element, type Line, linesOf, tidy } from './html-text.ts';
import { phraseKey } from './page-words.ts';
import { dayIn } from './published-day.ts';
import { type Given, Unreadable } from './source.ts';

export const ARTICLE_TOOL = 'readability 0.6.0';
/** A text shorter than this is no article. */
const SHORTEST = 80;
const MOST_ELEMENTS = 60_000;
const DEEPEST = 600;
export function pageOf(bytes: Uint8Array, name: string, given: Given, context: Context): Found {
  const { text: markup, encoding, declared } = decodePage(bytes, given.charset ?? null);
  const report = articleOf(markup, bytes, given, context);
  if (report === null) return { name, passed: 'is a page without an article: links, pictures or a frame' };
  report.steps.unshift({
    kind: 'decoded',
    tool: `${encoding}${declared !== null && declared !== encoding ? `, declared as ${declared}` : ''}`,
  });
  return { name, report };
}

export function articleOf(
  markup: string,
  bytes: Uint8Array,
  given: Given,
  { pageWords: words, options }: Context,
): FoundReport | null {
  const lean = leanMarkup(markup);
  if (lean.elements > MOST_ELEMENTS) throw new Unreadable('has more elements than a page of news has');
  // every tool behind this takes time by depth
  if (lean.depth > DEEPEST) throw new Unreadable('is nested deeper than a page of news is');
  const document = parse(lean.markup);
  const body = document.querySelector('body') as Element | null;
  if (body === null) return null;
  const page = metaOf(document);
  const url =
    absolute(given.url) ?? absolute(page.canonical) ?? absolute(page.meta.get('og:url')) ?? absolute(stringOf(page.linked?.url));
  const whole = linesOf(body);
  const site = outletOf(page, document, url, given, options.outlet ?? null);
  const headline = headlineOf(page, document, site?.value ?? null);
  const at = headline === null ? -1 : whole.findIndex((line) => phraseKey(line.text) === phraseKey(headline));
  const top = [...whole.slice(at + 1, at + 9), ...whole.slice(Math.max(0, at - 3), Math.max(0, at))];
  const dates = datesOf(body, page, url, top, words);
  removeFurniture(body);
  const { kept, dropped } = articleText(document, page, words);
  const byline = bylineOf(page, body, kept, words);
  const lines = withoutTop(kept, headline, byline?.value ?? null, words);
  const paragraphs = lines.map((line) => line.text);
  if (paragraphs.join('').length < SHORTEST || !lines.some((line) => line.linked < 0.5 && line.text.length > 40)) return null;
  const text = [...(headline === null ? [] : [headline]), ...paragraphs].join('\n\n');
  return {
    ...bareReport(bytes, text.toWellFormed(), 'text/html'),
    url,
    headline,
    outlet: site,
    byline,
    published: dates.published,
    language: languageOf(page, document),
    steps: [
      {
        kind: 'article-taken',
        tool: ARTICLE_TOOL,
        input: dropped.length === 0 ? null : `${dropped.length} lines of the page left out`,
      },
      ...dates.signs
        .slice(0, 8)
        .map((sign) => ({ kind: 'day-seen', tool: `${sign.from} (${sign.confidence})`, output: sign.value })),
    ],
  };
}

function parse(markup: string): Element {
  const whole = /<html[\s>]/iu.test(markup.slice(0, 100_000))
    ? markup
    : `<!doctype html><html><head></head><body>${markup}</body></html>`;
  return parseHTML(whole).document as unknown as Element;
}

function articleText(document: Element, page: PageMeta, words: PageWords): { kept: Line[]; dropped: Line[] } {
  const body = document.querySelector('body') as Element;
  let found: { kept: Line[]; dropped: Line[] } | null = null;
  const declared = body.querySelectorAll('[itemprop="articleBody"]');
  if (declared.length === 1) found = articleLines(linesOf(declared[0]), words);
  if (found === null || lettersOf(found.kept) < 200) {
    const read = new Readability(document as any, {
      charThreshold: 120,
      serializer: (element: unknown) => element as any,
    }).parse();
    if (read?.content) {
      const readable = articleLines(linesOf(read.content as unknown as Element), words);
      if (lettersOf(readable.kept) > lettersOf(found?.kept ?? [])) found = readable;
    }
  }
  if (found === null || lettersOf(found.kept) < 120) found = articleLines(linesOf(largestOf(body)), words);
  const stated = typeof page.linked?.articleBody === 'string' ? page.linked.articleBody : '';
  if (stated.length > 200 && lettersOf(found.kept) < 0.6 * stated.length) {
    const lines = stated
      .split(/\n+|<br\s*\/?>|<\/p>/iu)
      .map((line) => ({ text: tidy(line.replace(/<[^>]{1,200}>/gu, '')), tag: 'p', linked: 0, isItem: false }));
    return articleLines(
      lines.filter((line) => line.text !== ''),
      words,
    );
  }
  return found;
}

function largestOf(body: Element): Element {
  for (const selector of ['article', 'main', '[role="main"]', '#content', '.content']) {
    const all = Array.from(body.querySelectorAll(selector));
    if (all.length === 1 && all[0].textContent.length > 300) return all[0];
  }
  return body;
}

const lettersOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.text.length * (1 - line.linked), 0);

/** What stands before the first paragraph and is no text: the headline again, the day, the writer. */
function withoutTop(lines: readonly Line[], headline: string | null, byline: string | null, words: PageWords): Line[] {
  const head = headline === null ? null : phraseKey(headline);
  const writer = byline === null ? null : phraseKey(byline);
  const kept: Line[] = [];
  for (const [i, line] of lines.entries()) {
    const key = phraseKey(line.text);
    if (key === head) continue;
    if (i < 8 && line.text.length < 160 && isAboutIt(line.text, key, writer, words)) continue;
    kept.push(line);
  }
  return kept;
}

function isAboutIt(text: string, key: string, writer: string | null, words: PageWords): boolean {
  if (writer !== null && (key === writer || words.by.some((by) => key === `${by} ${writer}`))) return true;
  if (words.by.some((by) => key.startsWith(`${by} `)) && text.length < 60 && text.slice(0, 16).includes(':')) return true;
  const day = dayIn(text, words.months);
  if (day === null) return false;
  const rest = phraseKey(`${text.slice(0, day.start)} ${text.slice(day.end)}`.replace(/\d+/gu, ''));
  return rest.split(' ').length <= 8 && !/[.\u061f]$/u.test(text);
}
