/** The day a page was published: what it declares, its address, the line beside its headline; each with where it stood and how much that is worth. */

import type { PageWords } from './format.ts';
import type { Evidence } from './found.ts';
import type { PageMeta } from './html-meta.ts';
import { type Element, type Line, tidy } from './html-text.ts';
import { phraseKey } from './page-words.ts';
import { dayIn } from './published-day.ts';

/** Names that mean the day of publication and nothing else. */
const DECLARED = [
  'article:published_time',
  'datepublished',
  'og:published_time',
  'og:article:published_time',
  'article.published',
  'publish-date',
  'publishdate',
  'publish_date',
  'published_time',
  'pubdate',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'parsely-pub-date',
  'sailthru.date',
  'article_date_original',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'citation_publication_date',
  'originalpublicationdate',
  'creation_date',
  'iso-8601-publish-date',
];
/** Names that mean some day of the page. */
const LOOSE = ['dc.date', 'dcterms.date', 'date', 'dc.date.created', 'article.created', 'last-modified'];
const TIMES =
  'time[pubdate],time[itemprop="datePublished"],[itemprop="datePublished"],time.entry-date,time.published,abbr.published,time.timeago';
const IN_ADDRESS = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)|[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?:[/_-]|$|\.)/u;
const BYLINE_LENGTH = 160;
/** Lines beside the headline. */
const NEAR = 11;

export type PageDates = { published: Evidence | null; signs: Evidence[] };

export function datesOf(body: Element, page: PageMeta, url: string | null, top: readonly Line[], words: PageWords): PageDates {
  const signs: Evidence[] = [];
  const add = (text: string | null | undefined, from: string, confidence: Evidence['confidence']): void => {
    const day = text ? dayIn(text, words.months) : null;
    if (day !== null) signs.push({ value: day.day, from: `${from}: ${tidy(text as string).slice(0, 120)}`, confidence });
  };
  const declared = page.linked?.datePublished;
  if (typeof declared === 'string') add(declared, 'JSON-LD datePublished', 'certain');
  for (const name of DECLARED) add(page.meta.get(name), `meta ${name}`, 'certain');
  for (const one of Array.from(body.querySelectorAll(TIMES)).slice(0, 2)) {
    add(
      one.getAttribute('datetime') ?? one.getAttribute('content') ?? one.getAttribute('title') ?? one.textContent,
      'time of publication',
      'likely',
    );
  }
  for (const name of LOOSE.slice(0, 5)) add(page.meta.get(name), `meta ${name}`, 'likely');
  const address = url === null ? null : IN_ADDRESS.exec(url);
  if (address) add([address[1] ?? address[4], address[2] ?? address[5], address[3] ?? address[6]].join('-'), 'address', 'likely');
  for (const sign of visibleDays(top, words)) signs.push(sign);
  const times = Array.from(body.querySelectorAll('time[datetime]'));
  if (times.length === 1) add(times[0].getAttribute('datetime'), 'the only time of the page', 'likely');
  return { published: chosen(signs), signs };
}

/** The day in the lines beside the headline that are no sentences. */
function visibleDays(top: readonly Line[], words: PageWords): Evidence[] {
  const signs: Evidence[] = [];
  for (const line of top.slice(0, NEAR)) {
    if (line.text.length > BYLINE_LENGTH) continue;
    const day = dayIn(line.text, words.months);
    if (day === null) continue;
    const before = phraseKey(line.text.slice(0, day.start));
    if (words.updated.some((word) => before.includes(word)) && !words.published.some((word) => before.includes(word))) continue;
    // what is left beside the day and the time is a label, a name of a weekday, a writer
    const rest = phraseKey(line.text.slice(0, day.start) + line.text.slice(day.end).replace(/\d{1,2}:\d\d/gu, ''));
    if (rest.split(' ').length > 10) continue;
    signs.push({ value: day.day, from: `line beside the headline: ${line.text}`, confidence: 'likely' });
  }
  return signs;
}

/** The best sign; a day that another sign of the same worth contradicts is only likely, and one that signs of less worth contradict stays. */
function chosen(signs: readonly Evidence[]): Evidence | null {
  for (const confidence of ['certain', 'likely'] as const) {
    const of = signs.filter((sign) => sign.confidence === confidence);
    if (of.length === 0) continue;
    const others = of.filter((sign) => sign.value !== of[0].value);
    if (others.length === 0) return of[0];
    if (confidence === 'certain') return { ...of[0], confidence: 'likely', from: `${of[0].from} (but ${others[0].from})` };
    const said = (value: string) => of.filter((sign) => sign.value === value).length;
    const [best, next] = of
      .filter((sign, n) => of.findIndex((other) => other.value === sign.value) === n)
      .toSorted((a, b) => said(b.value) - said(a.value));
    // two days with as much for the one as for the other: unknown
    return said(best.value) > said(next.value) ? { ...best, from: `${best.from} (but ${next.from})` } : null;
  }
  return null;
}
