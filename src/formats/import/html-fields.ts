/** Headline, outlet, writer, language and address of a page, each with where it was found. */

import type { PageWords } from './format.ts';
import type { Evidence } from './found.ts';
import { namesOf, type PageMeta, stringOf } from './html-meta.ts';
import { type Element, type Line, tidy } from './html-text.ts';
import { phraseKey } from './page-words.ts';
import type { Given } from './source.ts';

export function headlineOf(page: PageMeta, document: Element, site: string | null): string | null {
  const h1 = Array.from(document.querySelectorAll('h1')).map((one) => tidy(one.textContent));
  const title = tidy(document.querySelector('title')?.textContent ?? '');
  const stated = stringOf(page.linked?.headline) ?? page.meta.get('og:title') ?? page.meta.get('twitter:title') ?? null;
  // The h1 that the title repeats is the headline; a logo is not
  const isSite = (one: string) => site !== null && phraseKey(one) === phraseKey(site);
  const shown = h1.find((one) => one.length > 8 && !isSite(one) && (title.includes(one) || stated?.includes(one)));
  const best = shown ?? stated ?? (title !== '' ? withoutSite(title, site) : null) ?? h1.find((one) => one.length > 8) ?? null;
  const clean = best === null ? '' : withoutSite(best, site);
  return clean === '' ? null : clean.slice(0, 400);
}

function withoutSite(title: string, site: string | null): string {
  const parts = title.split(/\s+[|\u2013\u2014\u00bb\u00ab:-]\s+|\s*\|\s*/u);
  if (parts.length < 2) return title;
  if (site !== null && phraseKey(parts[parts.length - 1]) === phraseKey(site))
    return tidy(title.slice(0, title.lastIndexOf(parts[parts.length - 1])).replace(/[\s|\u2013\u2014\u00bb\u00ab:-]+$/u, ''));
  return title.includes('|') ? tidy(title.slice(0, title.indexOf('|'))) : title;
}

export function outletOf(
  page: PageMeta,
  document: Element,
  url: string | null,
  given: Given,
  option: string | null,
): Evidence | null {
  const publisher = stringOf(page.linked?.publisher);
  if (publisher !== null && !/^https?:/u.test(publisher))
    return { value: publisher, from: 'JSON-LD publisher', confidence: 'certain' };
  for (const name of ['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'copyright']) {
    const value = page.meta.get(name);
    if (value && value.length < 80 && !/^https?:/u.test(value))
      return { value, from: `meta ${name}`, confidence: name === 'copyright' ? 'weak' : 'certain' };
  }
  if (option !== null) return { value: option, from: 'given at import', confidence: 'certain' };
  if (given.outlet) return { value: given.outlet, from: 'given with the page', confidence: 'certain' };
  const title = tidy(document.querySelector('title')?.textContent ?? '');
  const tail = /\s[|\u2013\u2014-]\s*([^|\u2013\u2014-]{2,40})$/u.exec(title)?.[1];
  if (tail && tail.split(' ').length <= 5) return { value: tidy(tail), from: 'end of the title', confidence: 'likely' };
  const host = url === null ? null : new URL(url).hostname.replace(/^(?:www|m|amp)\./u, '');
  return host === null ? null : { value: host, from: 'host of the address', confidence: 'likely' };
}

export function bylineOf(page: PageMeta, body: Element, lines: readonly Line[], words: PageWords): Evidence | null {
  const linked = namesOf(page.linked?.author);
  if (linked !== null) return { value: linked, from: 'JSON-LD author', confidence: 'certain' };
  for (const name of ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl']) {
    const value = page.meta.get(name);
    if (value && !/^https?:/u.test(value) && value.length < 120) return { value, from: `meta ${name}`, confidence: 'certain' };
  }
  const marked = body.querySelector('[rel="author"],[itemprop="author"],.byline,.author-name,.entry-author,.post-author');
  const name = marked === null ? '' : tidy(marked.textContent);
  if (name !== '' && name.length < 80)
    return { value: withoutBy(name, words), from: 'marked as the writer', confidence: 'likely' };
  for (const line of lines.slice(0, 4)) {
    const key = phraseKey(line.text);
    if (line.text.length < 60 && line.text.slice(0, 16).includes(':') && words.by.some((by) => key.startsWith(`${by} `)))
      return { value: tidy(line.text.slice(line.text.indexOf(':') + 1)), from: 'line beside the headline', confidence: 'likely' };
  }
  return null;
}

function withoutBy(name: string, words: PageWords): string {
  const [first, ...rest] = name.split(' ');
  return rest.length > 0 && words.by.includes(phraseKey(first)) ? tidy(rest.join(' ').replace(/^[:\s]+/u, '')) : name;
}

export function languageOf(page: PageMeta, document: Element): Evidence | null {
  const candidates: [string | null | undefined, string][] = [
    [stringOf(page.linked?.inLanguage), 'JSON-LD inLanguage'],
    [document.querySelector('html')?.getAttribute('lang'), 'lang of the page'],
    [page.meta.get('og:locale'), 'meta og:locale'],
    [page.meta.get('content-language'), 'meta content-language'],
  ];
  for (const [value, from] of candidates) {
    const code = /^([a-z]{2,3})(?:[-_]|$)/iu.exec(value ?? '')?.[1];
    if (code) return { value: code.toLowerCase(), from, confidence: 'certain' };
  }
  return null;
}

export function absolute(address: string | null | undefined): string | null {
  if (!address || address.length > 2000) return null;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
