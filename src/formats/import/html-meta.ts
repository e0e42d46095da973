/** What a page says about itself: meta elements, JSON-LD, canonical address. */
import { type Element, tidy } from './html-text.ts';

export type Linked = Record<string, unknown>;
export type PageMeta = {
  /** First value of each name, lower case: `og:title`, `article:published_time`, `dc.date` … */
  meta: Map<string, string>;
  /** The JSON-LD object of the article. */
  linked: Linked | null;
  canonical: string | null;
};

const ARTICLES = /Article$|Posting$|^Report$/u;
const MOST_OBJECTS = 2000;
const MOST_SCRIPT = 2 * 1024 * 1024;

export function metaOf(document: Element): PageMeta {
  const meta = new Map<string, string>();
  for (const one of Array.from(document.querySelectorAll('meta'))) {
    const name = (one.getAttribute('property') ?? one.getAttribute('name') ?? one.getAttribute('itemprop') ?? '').toLowerCase();
    const value = tidy(one.getAttribute('content') ?? '');
    if (name !== '' && value !== '' && !meta.has(name)) meta.set(name, value.slice(0, 2000));
  }
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  return { meta, linked: linkedData(document), canonical };
}

function linkedData(document: Element): Linked | null {
  const articles: Linked[] = [];
  let pageDate: Linked | null = null;
  let seen = 0;
  const visit = (value: unknown, depth: number): void => {
    if (depth > 6 || seen > MOST_OBJECTS || value === null || typeof value !== 'object') return;
    seen += 1;
    if (Array.isArray(value)) {
      for (const one of value) visit(one, depth + 1);
      return;
    }
    const object = value as Linked;
    const types = [object['@type']].flat().map(String);
    if (types.some((type) => ARTICLES.test(type))) articles.push(object);
    else if (types.includes('WebPage') && typeof object.datePublished === 'string') pageDate ??= object;
    if (object['@graph']) visit(object['@graph'], depth + 1);
    if (object.mainEntity) visit(object.mainEntity, depth + 1);
  };
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"]'))) {
    const source = script.textContent ?? '';
    if (source.length > MOST_SCRIPT) continue;
    visit(parseLoosely(source), 0);
  }
  return articles[0] ?? pageDate;
}

/** Line breaks inside strings, comments around, a comma too many: all are met in the wild. */
function parseLoosely(source: string): unknown {
  const text = source.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>)\s*$/gu, '');
  for (const attempt of [
    text,
    text.replace(/[\u0000-\u001f]+/gu, ' '),
    text.replace(/[\u0000-\u001f]+/gu, ' ').replace(/,\s*([}\]])/gu, '$1'),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}

/** A string of an object, or the name of the object that stands there. */
export function stringOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return tidy(one) === '' ? null : tidy(one);
  if (one !== null && typeof one === 'object')
    return stringOf((one as Linked).name ?? (one as Linked)['@value'] ?? (one as Linked)['@id']);
  return null;
}

export function namesOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .map(stringOf)
    .filter((name) => name !== null && !/^https?:/u.test(name));
  return names.length === 0 ? null : [...new Set(names)].join('; ');
}
