/** MHTML: a page as browsers and Hunchly save it, in one file. */
import type { Format } from './format.ts';
import { decodedBody, decodedHeader, leavesOf, parseMessage } from './mime.ts';
import { Unreadable, wholeOf } from './source.ts';

/** A letter with pictures in it is no saved page. */
const SENT = /^(?:to|cc|received|return-path|delivered-to|message-id|reply-to|in-reply-to):/imu;
const SAVED = /^(?:snapshot-content-location|from:\s*["<]*saved by)/imu;
const RELATED = /^content-type:\s*multipart\/related/imu;

export const mhtml: Format = {
  name: 'mhtml',
  title: 'page saved with its pictures (MHTML)',
  mediaTypes: ['multipart/related', 'application/x-mimearchive'],
  options: { outlet: 'name of the publisher where the page names none' },
  recognize: (head) => {
    const text = Buffer.from(head.buffer, head.byteOffset, Math.min(8192, head.length)).toString('latin1');
    const headers = text.split(/\r?\n\r?\n/u, 1)[0];
    return (
      /^[A-Za-z][\w-]+:/u.test(headers) &&
      RELATED.test(headers) &&
      /^(?:mime-version|snapshot-content-location|from):/imu.test(headers) &&
      (SAVED.test(headers) || !SENT.test(headers))
    );
  },
  async *open(source, context) {
    const bytes = await wholeOf(source);
    const message = parseMessage(bytes);
    const pages = leavesOf(message).filter((part) => part.mediaType === 'text/html');
    const address = message.headers.get('snapshot-content-location') ?? null;
    const page = pages.find((part) => part.headers.get('content-location') === address) ?? pages[0];
    if (!page) throw new Unreadable('holds no page');
    const url = address ?? page.headers.get('content-location') ?? null;
    const { pageOf } = await import('./html-article.ts');
    const found = pageOf(
      decodedBody(page),
      source.name,
      { ...source.given, charset: page.charset, url: url === null ? null : decodedHeader(url) },
      context,
    );
    if (!('report' in found)) yield found;
    else {
      const saved = message.headers.get('date');
      const steps = [
        { kind: 'page-taken', tool: `page of an MHTML file${saved ? `, saved ${saved}` : ''}` },
        ...found.report.steps,
      ];
      yield { ...found, report: { ...found.report, bytes, mediaType: 'multipart/related', steps } };
    }
  },
};
