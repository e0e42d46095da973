/** WACZ: a ZIP archive of WARC files with a list of the pages in them. */

import type { Context, Format, Inner } from './format.ts';
import type { Found } from './found.ts';
import { holds } from './office.ts';
import { type Source, Unreadable } from './source.ts';
import { captures } from './warc.ts';
import { isZip } from './zip.ts';
import { entryBytes, entrySource, zipEntries } from './zip-reader.ts';

const LARGEST_LIST = 64 * 1024 * 1024;

export const wacz: Format = {
  name: 'wacz',
  title: 'collection of web archives (WACZ)',
  mediaTypes: ['application/wacz'],
  isArchive: true,
  options: {},
  recognize: (head, source) =>
    isZip(head) &&
    (holds(head, 'archive/') || holds(head, 'datapackage.json') || holds(tailOf(source), 'datapackage.json')) &&
    holds(tailOf(source), 'archive/'),
  async *open(source, context): AsyncGenerator<Found | Inner> {
    const { entries, at } = await zipEntries(source, context.budget);
    const wanted = await pagesOf(entries, at, context);
    const archives = entries.filter((entry) => /^archive\/[^/]+\.warc(?:\.gz)?$/iu.test(entry.name));
    if (archives.length === 0) throw new Unreadable('is a WACZ without a web archive in it');
    for (const entry of archives) {
      const name = `${source.name}/${entry.name}`;
      try {
        yield* captures(entrySource(entry, at, name, context.budget), context, wanted);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        yield { name, fault: error.message };
      }
    }
  },
};

const tailOf = (source: Source): Uint8Array =>
  source.at === null || source.size === null ? source.head : source.at(Math.max(0, source.size - 65_536), 65_536);

type Zip = Awaited<ReturnType<typeof zipEntries>>;

/** Addresses in pages/pages.jsonl and extraPages.jsonl; null: there is no list. */
async function pagesOf(entries: Zip['entries'], at: Zip['at'], { budget }: Context): Promise<Set<string> | null> {
  const urls = new Set<string>();
  for (const name of ['pages/pages.jsonl', 'pages/extraPages.jsonl']) {
    const bytes = await entryBytes(entries, at, name, budget, LARGEST_LIST);
    for (const line of bytes === null ? [] : Buffer.from(bytes).toString('utf8').split('\n')) {
      try {
        const { url } = JSON.parse(line);
        if (typeof url === 'string') urls.add(url);
      } catch {}
    }
  }
  return urls.size === 0 ? null : urls;
}
