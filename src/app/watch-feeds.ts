/** Looks after feeds: each is asked only for what is new since the last time, and its entries are taken in; with pages, the page behind each entry. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Refused } from '../formats/fetch/address.ts';
import { headerOf } from '../formats/fetch/ask.ts';
import type { Ledger } from '../ledger/index.ts';
import { type Fetcher, itemsOfAddress, itemsOfFetched } from './fetch-pages.ts';
import type { Item, Sized } from './items.ts';

/** What a feed told the last time, to be told back. `entries`: what it said of each page then, as a fingerprint by address; only those it still lists. */
export type FeedState = { etag: string | null; modified: string | null; checked: string; entries?: Record<string, string> };
export type Watched = Record<string, FeedState>;

export function readWatched(file: string): Watched {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** Whole or not at all. */
export function writeWatched(file: string, watched: Watched): void {
  writeFileSync(`${file}.part`, JSON.stringify(watched, null, 2));
  renameSync(`${file}.part`, file);
}

export type WatchOptions = {
  ledger: Ledger;
  fetcher: Fetcher;
  feeds: readonly string[];
  withPages: boolean;
  watched: Watched;
  now: () => string;
};

/** Items of all feeds; `watched` is brought up to date feed by feed, to be kept once they are recorded. */
export async function* itemsOfFeeds({ ledger, fetcher, feeds, withPages, watched, now }: WatchOptions): AsyncGenerator<Sized> {
  for (const [size, feed] of feeds.entries()) {
    const before = watched[feed];
    const headers: Record<string, string> = {};
    if (before?.etag) headers['If-None-Match'] = before.etag;
    if (before?.modified) headers['If-Modified-Since'] = before.modified;
    try {
      const fetched = await fetcher.get(feed, headers);
      if ('unchanged' in fetched) {
        yield { item: { name: feed, report: null, fault: 'has not changed since it was last asked', isPassed: true }, size };
        watched[feed] = { ...before, checked: now() };
        continue;
      }
      const entries: Record<string, string> = Object.create(null);
      const told = new Map(Object.entries(before?.entries ?? {}));
      let isWhole = true;
      for await (const item of itemsOfFetched(fetched, {})) {
        const url = item.report?.url ?? null;
        const [last, print] = [url === null ? undefined : told.get(url), fingerprint(item)];
        let isMissed = false;
        if (withPages)
          for await (const better of pagesOf(item, last !== undefined && last !== print, ledger, fetcher)) {
            isMissed ||= 'stage' in better && better.stage === 'fetch';
            yield { item: better, size };
          }
        else yield { item, size };
        // a page that could not be had again is asked for in the next round
        if (url !== null) entries[url] = isMissed && last !== undefined ? last : print;
        isWhole &&= !isMissed;
      }
      watched[feed] = {
        etag: isWhole ? headerOf(fetched.answer, 'etag') : null,
        modified: isWhole ? headerOf(fetched.answer, 'last-modified') : null,
        checked: now(),
        entries,
      };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      yield { item: { name: feed, report: null, fault: error.message, stage: 'fetch' }, size };
    }
  }
}

/** What an entry says: another summary or day stands for another version of the page behind it. */
const fingerprint = ({ report }: Item): string => hash('sha256', JSON.stringify([report?.text, report?.published])).slice(0, 16);

/** The page behind an entry; the entry itself where the page cannot be had. A page that is held is fetched again only when its entry `isChanged`: then it is a version. */
async function* pagesOf(item: Item, isChanged: boolean, ledger: Ledger, fetcher: Fetcher): AsyncGenerator<Item> {
  const url = item.report?.url ?? null;
  if (item.report === null || url === null) {
    yield item;
    return;
  }
  const held =
    !isChanged && (await ledger.read.selectFrom('reports').select('id').where('url', '=', url).limit(1).executeTakeFirst());
  if (held) {
    yield { name: url, report: null, fault: 'is held already: its page was fetched before', isPassed: true };
    return;
  }
  let hasPage = false;
  for await (const page of itemsOfAddress(url, fetcher)) {
    if (page.report === null) continue;
    hasPage = true;
    const { outlet, published } = item.report;
    yield {
      ...page,
      report: { ...page.report, url, outlet: page.report.outlet ?? outlet, published: page.report.published ?? published },
    };
  }
  if (hasPage) return;
  const fault = 'tells another version of its page, which could not be fetched: the one that is held stays';
  yield isChanged ? { name: url, report: null, fault, stage: 'fetch' } : item;
}
