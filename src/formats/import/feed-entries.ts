/** Entries of feeds: each is a report of what the feed carries of it, the text or the summary. */
import { parseFeed } from 'feedsmith';
import type { Context } from './format.ts';
import { bareReport, type Evidence, type Found } from './found.ts';
import { fragment } from './html-fragment.ts';
import { articleLines } from './html-furniture.ts';
import { linesOf, tidy } from './html-text.ts';
import { dayIn } from './published-day.ts';
import { type Source, Unreadable } from './source.ts';

/** What all kinds of feeds say of an entry. */
type Entry = {
  title: string | null;
  link: string | null;
  id: string | null;
  date: string | null;
  markup: string;
  isSummary: boolean;
  author: string | null;
};

export function* entriesOf(text: string, source: Source, context: Context): Generator<Found> {
  const { entries, title, language } = parsed(text);
  const isJson = /^\ufeff?\s*\{/u.test(text);
  const raw = isJson ? jsonPieces(text) : pieces(text);
  for (const [i, entry] of entries.entries()) {
    const name = `${source.name}:${i + 1}`;
    const piece = raw.length === entries.length ? raw[i] : JSON.stringify(entry);
    yield entryReport(
      entry,
      piece,
      name,
      i + 1,
      context.options.outlet ?? title ?? source.given.outlet ?? null,
      language,
      context,
      isJson ? 'application/json' : 'application/xml',
    );
  }
  if (entries.length === 0) yield { name: source.name, passed: 'is a feed without entries' };
}

function parsed(text: string): { entries: Entry[]; title: string | null; language: string | null } {
  let result: any;
  try {
    result = parseFeed(text.replace(/^\ufeff/u, ''));
  } catch {
    throw new Unreadable('is a feed that cannot be read: cut off, or damaged');
  }
  const { format, feed: of } = result;
  const language = stringOf(of.language) ?? stringOf(of.dc?.language) ?? null;
  if (format === 'atom') {
    const entries = (of.entries ?? []).map(
      (entry: any): Entry => ({
        title: stringOf(entry.title?.value ?? entry.title),
        link: stringOf(
          (entry.links ?? []).find((link: any) => !link.rel || link.rel === 'alternate')?.href ?? entry.links?.[0]?.href,
        ),
        id: stringOf(entry.id),
        date: stringOf(entry.published ?? entry.dcterms?.issued ?? entry.updated),
        markup: stringOf(entry.content?.value) ?? stringOf(entry.summary?.value ?? entry.summary) ?? '',
        isSummary: stringOf(entry.content?.value) === null,
        author: stringOf(entry.authors?.[0]?.name),
      }),
    );
    return { entries, title: stringOf(of.title?.value ?? of.title), language };
  }
  const entries = (of.items ?? []).map(
    (item: any): Entry => ({
      title: stringOf(item.title),
      link: stringOf(item.link ?? item.url ?? item.external_url),
      id: stringOf(item.guid?.value ?? item.id ?? item.rdf?.about),
      date: stringOf(item.pubDate ?? item.date_published ?? item.dc?.date ?? item.dc?.dates?.[0] ?? item.dcterms?.issued),
      markup:
        stringOf(item.content?.encoded) ??
        stringOf(item.content_html) ??
        stringOf(item.content_text) ??
        stringOf(item.description) ??
        stringOf(item.summary) ??
        '',
      isSummary: !(item.content?.encoded ?? item.content_html ?? item.content_text),
      author: stringOf(item.authors?.[0]?.name ?? item.authors?.[0] ?? item.dc?.creator ?? item.dc?.creators?.[0]),
    }),
  );
  return { entries, title: stringOf(of.title), language };
}

const stringOf = (value: unknown): string | null => {
  const text = typeof value === 'string' ? tidy(value) : value instanceof Date ? value.toISOString() : '';
  return text === '' ? null : text;
};

/** The entries as they stand in the XML, for their bytes. */
function pieces(text: string): string[] {
  const found: string[] = [];
  const open = /<(item|entry)[\s>]/giu;
  for (let match = open.exec(text); match !== null; match = open.exec(text)) {
    const close = text.indexOf(`</${match[1]}>`, match.index);
    if (close < 0) return found;
    found.push(text.slice(match.index, close + match[1].length + 3));
    open.lastIndex = close;
  }
  return found;
}

/** The items of a JSON Feed with all that they say, also what is not read. */
function jsonPieces(text: string): string[] {
  try {
    const { items } = JSON.parse(text.replace(/^\ufeff/u, ''));
    return Array.isArray(items) ? items.map((item) => JSON.stringify(item)) : [];
  } catch {
    return [];
  }
}

function entryReport(
  entry: Entry,
  piece: string,
  name: string,
  n: number,
  outlet: string | null,
  language: string | null,
  { pageWords: words }: Context,
  mediaType: string,
): Found {
  const lines =
    entry.markup.includes('<') || entry.markup.includes('&')
      ? linesOf(fragment(entry.markup))
      : [{ text: entry.markup, tag: 'p', linked: 0, isItem: false }];
  const { kept } = articleLines(
    lines.filter((line) => line.text !== ''),
    words,
  );
  const body = kept.map((line) => line.text).join('\n\n');
  const title = entry.title === null ? null : tidy(fragment(entry.title).textContent);
  if (body === '' && title === null) return { name, fault: 'is an entry without a text' };
  const day = entry.date === null ? null : dayIn(entry.date, words.months);
  const said = (value: string | null, from: string): Evidence | null =>
    value === null ? null : { value, from, confidence: 'certain' };
  const text = title === null ? body : body === '' || body === title ? title : `${title}\n\n${body}`;
  return {
    name,
    report: {
      ...bareReport(Buffer.from(piece), text.toWellFormed(), mediaType),
      id: null,
      item: entry.id ?? String(n),
      url: webAddress(entry.link),
      headline: title,
      outlet: said(outlet, 'title of the feed'),
      byline: said(entry.author, 'author of the entry'),
      published: said(day?.day ?? null, `date of the entry: ${entry.date}`),
      language: said(/^[a-z]{2,3}/iu.exec(language ?? '')?.[0].toLowerCase() ?? null, 'language of the feed'),
      steps: [{ kind: 'text-taken-from', tool: entry.isSummary ? 'summary of an entry of a feed' : 'entry of a feed' }],
    },
  };
}

function webAddress(link: string | null): string | null {
  try {
    const url = new URL(link ?? '');
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
