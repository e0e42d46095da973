/** Feeds: RSS, Atom, RDF, JSON Feed. */
import type { Format } from './format.ts';
import { decodePage } from './html-charset.ts';
import { Unreadable, wholeOf } from './source.ts';

const LARGEST_FEED = 32 * 1024 * 1024;
const XML_FEED =
  /^\s*(?:<\?xml[^>]{0,400}\?>\s*)?(?:<\?[^>]{0,400}\?>\s*|<!--[\s\S]{0,4000}?-->\s*|<!DOCTYPE[^>[]{0,400}(?:\[[\s\S]{0,20000}?\]\s*)?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/iu;

export const feed: Format = {
  name: 'feed',
  title: 'feed (RSS, Atom, JSON Feed)',
  mediaTypes: ['application/rss+xml', 'application/atom+xml', 'application/feed+json'],
  options: { outlet: 'name of the publisher, instead of the title of the feed' },
  recognize: (head) => {
    const text = Buffer.from(head.buffer, head.byteOffset, head.length)
      .toString('utf8')
      .replace(/^\ufeff/u, '');
    return XML_FEED.test(text) || (/^\s*\{/u.test(text) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/u.test(text));
  },
  async *open(source, context) {
    const bytes = await wholeOf(source, LARGEST_FEED);
    const { text } = decodePage(bytes, source.given.charset ?? null);
    if (/<!ENTITY/iu.test(text.slice(0, 100_000)))
      throw new Unreadable('is XML that declares entities of its own, as documents do that are made to exhaust a machine');
    const { entriesOf } = await import('./feed-entries.ts');
    yield* entriesOf(text, source, context);
  },
};
