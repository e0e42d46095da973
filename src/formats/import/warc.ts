/** WARC files, packed or not: every page that was captured, as its own source with its address and the time of capture. */
import { brotliDecompressSync, createGunzip, gunzipSync, inflateSync } from 'node:zlib';
import { feed } from './feed.ts';
import type { Context, Format, Inner } from './format.ts';
import type { Found } from './found.ts';
import { insideOf, isGzip } from './gzip.ts';
import { html } from './html.ts';
import { withParameters } from './mime.ts';
import { docx, odt } from './office.ts';
import { pdf } from './pdf.ts';
import { bytesSource, HEAD_BYTES, type Source } from './source.ts';
import { dechunked, type HttpAnswer, httpAnswerOf, type WarcRecord, warcRecords } from './warc-records.ts';
import { inflated } from './zip-reader.ts';

const LARGEST_PAGE = 16 * 1024 * 1024;
const READABLE =
  /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/pdf|application\/(?:rss|atom|feed)\+|application\/(?:msword|vnd\.openxmlformats|vnd\.oasis)|text\/xml|application\/xml)/iu;
/** Types that say nothing of what is in it; its first bytes do. */
const UNTOLD =
  /^(?:|application\/octet-stream|binary\/octet-stream|application\/(?:x-)?(?:force-)?download|application\/x-unknown|unknown\/unknown|content\/unknown)$/iu;
const isWarc = (head: Uint8Array): boolean =>
  Buffer.from(head.buffer, head.byteOffset, Math.min(5, head.length)).toString('latin1') === 'WARC/';

export const warc: Format = {
  name: 'warc',
  title: 'web archive (WARC)',
  mediaTypes: ['application/warc', 'application/warc+gzip'],
  isArchive: true,
  options: { outlet: 'name of the publisher where it is not told' },
  recognize: (head) => isWarc(head) || (isGzip(head) && isWarc(insideOf(head) ?? new Uint8Array())),
  open: (source, context) => captures(source, context, null),
};

/** `wanted`: addresses of the pages; null: every page. */
export async function* captures(
  source: Source,
  { budget }: Context,
  wanted: ReadonlySet<string> | null,
): AsyncGenerator<Found | Inner> {
  const others = new Map<string, number>();
  const chunks = isGzip(source.head) ? inflated(source.chunks(), createGunzip(), source.size ?? 0, budget) : source.chunks();
  for await (const record of warcRecords(chunks, LARGEST_PAGE)) {
    if ('broken' in record) {
      yield { name: source.name, fault: 'is cut off or damaged: what stands behind the last record that was read is not read' };
      break;
    }
    budget.entry();
    const found = captureOf(record, source.name, wanted);
    if (typeof found === 'string') others.set(found, (others.get(found) ?? 0) + 1);
    else yield found;
  }
  if (others.size > 0)
    yield { name: source.name, passed: `other records: ${[...others].map(([what, n]) => `${n} ${what}`).join(', ')}` };
}

/** A page to open, a reason, or what kind of other record it is. */
function captureOf({ headers, block }: WarcRecord, file: string, wanted: ReadonlySet<string> | null): Inner | Found | string {
  const type = headers.get('warc-type') ?? 'unknown';
  if (type !== 'response' && type !== 'resource') return `of kind ${type.slice(0, 20)}`;
  const url = (headers.get('warc-target-uri') ?? '').replace(/^<|>$/gu, '');
  const name = `${file}: ${url.slice(0, 300)}`;
  if (block === null) return { name, fault: 'is larger than 16 MiB, the most that is read as one page' };
  const answer = type === 'resource' ? null : httpAnswerOf(block);
  if (type === 'response' && answer === null) return { name, fault: 'is a record without an answer of a server' };
  if (answer !== null && (answer.status < 200 || answer.status >= 300)) return `answered ${answer.status}`;
  const { value: mediaType, parameters } = withParameters((answer ?? { headers }).headers.get('content-type') ?? '');
  if (!READABLE.test(mediaType) && !UNTOLD.test(mediaType)) return mediaType.split(/[/+]/u)[0];
  if (wanted !== null && !wanted.has(url)) return 'not in the list of pages';
  const body = answer === null ? block : bodyOf(answer);
  if (body === null) return { name, fault: 'cannot be unpacked: its bytes are damaged, or too many' };
  if (UNTOLD.test(mediaType) && !looksReadable(body)) return 'of unknown kind';
  const captured = headers.get('warc-date') ?? null;
  const given = { url, mediaType, charset: parameters.get('charset') ?? null, retrieved: captured };
  const tool = `record of a WARC file, captured ${captured ?? 'at an unknown time'}`;
  return {
    source: bytesSource(body, name, given),
    step: { kind: 'captured', tool, input: headers.get('warc-payload-digest') ?? null, output: captured },
  };
}

/** A page, a feed or a document by its first bytes: programs and pictures are sent without a type too. */
function looksReadable(body: Uint8Array): boolean {
  const head = body.subarray(0, HEAD_BYTES);
  return [html, pdf, feed, docx, odt].some((format) => format.recognize(head, bytesSource(body, '')));
}

/** The page as a browser has it. Null: it cannot be unpacked. */
export function bodyOf({ headers, body }: HttpAnswer): Buffer | null {
  const whole = /chunked/iu.test(headers.get('transfer-encoding') ?? '') ? dechunked(body) : body;
  const encoding = (headers.get('content-encoding') ?? '').trim().toLowerCase();
  const bound = { maxOutputLength: LARGEST_PAGE };
  try {
    // tools that wrote the archive may have unpacked the page and left the header
    if (encoding === 'gzip' || encoding === 'x-gzip') return isGzip(whole) ? gunzipSync(whole, bound) : whole;
    if (encoding === 'deflate') return inflateSync(whole, bound);
    if (encoding === 'br') return brotliDecompressSync(whole, bound);
    return whole;
  } catch {
    return null;
  }
}
