/** Lines of JSON, one report each: {id, outlet, published, text, url, headline}; other fields stay in the bytes. */

import type { Context, Format } from './format.ts';
import { bareReport, type Found } from './found.ts';
import { byteLines } from './lines.ts';
import { dayIn } from './published-day.ts';

const LONGEST_LINE = 32 * 1024 * 1024;
const FIRST_FIELD = /^\{\s*"(?:id|text|outlet|published|url|headline)"\s*:/u;

export const jsonLines: Format = {
  name: 'jsonl',
  title: 'lines of JSON',
  mediaTypes: ['application/jsonl', 'application/x-ndjson'],
  options: { outlet: 'name of the publisher where it is not told' },
  recognize: (head) => {
    const text = Buffer.from(head.buffer, head.byteOffset, head.length)
      .toString('utf8')
      .replace(/^\ufeff/u, '');
    const start = /^\s*\{/u.exec(text);
    if (!start) return false;
    const end = text.indexOf('\n', start[0].length);
    const first = text.slice(0, end < 0 ? undefined : end).trim();
    // one object on one line: either a line of many, or a document on one line that has a text
    if (isObject(first)) return end >= 0 || first.includes('"text"');
    // a first line that is cut off, damaged, or longer than what is looked at: better listed with its fault than read as if it were prose
    return FIRST_FIELD.test(first);
  },
  async *open(source, context) {
    for await (const { bytes, n } of byteLines(source.chunks(), LONGEST_LINE)) {
      const name = `${source.name}:${n}`;
      if (bytes === null) yield { name, fault: 'is a line larger than 32 MiB' };
      else if (bytes.length > 0 && bytes.toString('latin1').trim() !== '') yield lineReport(bytes, name, n, context);
    }
  },
};

function isObject(text: string): boolean {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}

export function lineReport(bytes: Uint8Array, name: string, n: number, { pageWords }: Context): Found {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
        .toString('utf8')
        .replace(/^\ufeff/u, ''),
    );
  } catch {
    return { name, fault: 'is no JSON' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { name, fault: 'is no JSON object' };
  if (typeof value.text !== 'string' || value.text.trim() === '') return { name, fault: 'has no text' };
  const word = (key: string) =>
    typeof value[key] === 'string' && value[key] !== '' ? (value[key] as string).toWellFormed() : null;
  const published = word('published');
  const day = published === null ? null : dayIn(published, pageWords.months);
  if (published !== null && day === null)
    return { name, fault: `published "${published.slice(0, 60)}" is no day such as 2019-02-12` };
  const id = typeof value.id === 'number' ? String(value.id) : word('id');
  const outlet = word('outlet');
  const stated = (field: string, of: string | null) =>
    of === null ? null : ({ value: of, from: `field ${field}`, confidence: 'certain' } as const);
  const report = {
    ...bareReport(bytes, value.text.toWellFormed(), 'application/json'),
    id,
    item: String(n),
    url: word('url'),
    headline: word('headline') ?? word('title'),
    outlet: stated('outlet', outlet),
    published: stated('published', day?.day ?? null),
    language: stated('language', word('language')),
    steps: [{ kind: 'text-taken-from', tool: 'field text of a line of JSON' }],
  };
  return { name: id ?? name, report };
}
