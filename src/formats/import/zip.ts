/** ZIP archives: every entry is opened in its turn. Names lead nowhere outside: nothing is ever written by them. */
import type { Context, Format, Inner } from './format.ts';
import type { Found } from './found.ts';
import { type Source, Unreadable } from './source.ts';
import { entrySource, zipEntries } from './zip-reader.ts';

const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu;

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

export const zip: Format = {
  name: 'zip',
  title: 'ZIP archive of any of these',
  mediaTypes: ['application/zip'],
  isArchive: true,
  options: {},
  recognize: isZip,
  async *open(source: Source, { budget }: Context): AsyncGenerator<Found | Inner> {
    const { entries, at } = await zipEntries(source, budget);
    let junk = 0;
    for (const entry of entries) {
      if (JUNK.test(entry.name)) {
        junk += 1;
        continue;
      }
      const name = `${source.name}/${shown(entry.name)}`;
      try {
        yield {
          source: entrySource(entry, at, name, budget),
          step: { kind: 'unpacked', tool: `entry ${shown(entry.name)} of a ZIP archive` },
        };
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        yield { name, fault: error.message };
      }
    }
    if (junk > 0)
      yield { name: source.name, passed: `${junk} entries that a system keeps for itself: marks and views of folders` };
  },
};

/** A name as it can be shown: no path upwards, no control characters. */
export const shown = (name: string): string =>
  name
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu, '')
    .split(/[\\/]+/u)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .slice(0, 400);
