/** ninjs, the IPTC's JSON for news: one item, or a list of them. Versions 1 to 3. */

import type { Context, Format } from './format.ts';
import { bareReport, type Found } from './found.ts';
import { linesOf } from './html-text.ts';
import { dayIn } from './published-day.ts';
import { Unreadable, wholeOf } from './source.ts';

type Item = Record<string, any>;
const LARGEST = 64 * 1024 * 1024;

export const ninjs: Format = {
  name: 'ninjs',
  title: 'news in JSON (ninjs)',
  mediaTypes: ['application/ninjs+json'],
  options: { outlet: 'name of the publisher where it is not told' },
  recognize: (head) => {
    const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('utf8');
    return (
      /^[\s\ufeff]*[[{]/u.test(text) &&
      /"(?:uri|standard)"\s*:/u.test(text) &&
      /"(?:body_\w+|bodies|body_text|versioncreated|versionCreated|headlines)"\s*:/u.test(text)
    );
  },
  async *open(source, context) {
    let value: unknown;
    try {
      value = JSON.parse(
        Buffer.from(await wholeOf(source, LARGEST))
          .toString('utf8')
          .replace(/^\ufeff/u, ''),
      );
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      throw new Unreadable('is no whole JSON: cut off, or damaged');
    }
    const items = Array.isArray(value) ? value : Array.isArray((value as Item)?._items) ? (value as Item)._items : [value];
    for (const [i, item] of items.entries())
      yield await itemReport(item, items.length === 1 ? source.name : `${source.name}:${i + 1}`, i + 1, context);
  },
};

async function itemReport(item: Item, name: string, n: number, { pageWords }: Context): Promise<Found> {
  if (item === null || typeof item !== 'object') return { name, fault: 'is no item of news' };
  if (typeof item.type === 'string' && item.type !== 'text' && item.type !== 'composite')
    return { name, passed: `is an item of kind ${item.type.slice(0, 20)}` };
  const headline = stringOf(item.headline) ?? stringOf(item.headlines?.[0]?.value) ?? stringOf(item.title) ?? null;
  const body = await bodyOf(item);
  if (body === null) return { name, fault: 'has no text' };
  const dated =
    stringOf(item.firstcreated) ?? stringOf(item.firstCreated) ?? stringOf(item.versioncreated) ?? stringOf(item.versionCreated);
  const day = dated === null ? null : dayIn(dated, pageWords.months);
  const outlet =
    stringOf(item.infosources?.[0]?.name) ??
    stringOf(item.infoSources?.[0]?.name) ??
    stringOf(item.copyrightholder) ??
    stringOf(item.copyrightHolder) ??
    stringOf(item.organisation?.[0]?.name);
  const byline = stringOf(item.byline) ?? stringOf(item.by);
  const language = stringOf(item.language);
  const said = (value: string | null, from: string) =>
    value === null ? null : ({ value, from: `ninjs ${from}`, confidence: 'certain' } as const);
  return {
    name,
    report: {
      ...bareReport(
        Buffer.from(JSON.stringify(item)),
        (headline === null ? body : `${headline}\n\n${body}`).toWellFormed(),
        'application/ninjs+json',
      ),
      id: stringOf(item.uri),
      item: String(n),
      url: stringOf(item.url) ?? null,
      headline,
      outlet: said(outlet, 'infosources or copyrightholder'),
      byline: said(byline, 'byline'),
      published: said(day?.day ?? null, `day of creation: ${dated}`),
      language: said(language, 'language'),
      steps: [{ kind: 'text-taken-from', tool: 'body of a ninjs item' }],
    },
  };
}

const stringOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().toWellFormed() : null;

async function bodyOf(item: Item): Promise<string | null> {
  const plain = stringOf(item.body_text);
  if (plain !== null) return plain;
  const marked = stringOf(item.body_xhtml) ?? stringOf(item.body_html);
  if (marked !== null) return textOfMarkup(marked);
  for (const body of Array.isArray(item.bodies) ? item.bodies : []) {
    const value = stringOf(body?.value);
    if (value !== null) return /html/iu.test(String(body.contentType ?? body.contenttype ?? '')) ? textOfMarkup(value) : value;
  }
  return stringOf(item.description_text);
}

const textOfMarkup = async (markup: string): Promise<string | null> => {
  const { fragment } = await import('./html-fragment.ts');
  const text = linesOf(fragment(markup))
    .map((line) => line.text)
    .join('\n\n');
  return text === '' ? null : text;
};
