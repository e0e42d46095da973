/** WARC files, packed or not: every page that was captured, as its own source with its address and the time of capture. */
import { WARCParser, type WARCRecord } from 'warcio';
import type { Budget } from './budget.ts';
import type { Context, Format, Inner } from './format.ts';
import type { Found } from './found.ts';
import { insideOf, isGzip } from './gzip.ts';
import { withParameters } from './mime.ts';
import { bytesSource, type Source, Unreadable } from './source.ts';

const LARGEST_PAGE = 16 * 1024 * 1024;
const READABLE =
  /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/pdf|application\/(?:rss|atom|feed)\+|application\/(?:msword|vnd\.openxmlformats|vnd\.oasis)|text\/xml|application\/xml)/iu;
const isWarc = (head: Uint8Array): boolean =>
  Buffer.from(head.buffer, head.byteOffset, Math.min(5, head.length)).toString('latin1') === 'WARC/';

export const warc: Format = {
  name: 'warc',
  title: 'web archive (WARC)',
  mediaTypes: ['application/warc', 'application/warc+gzip'],
  options: {},
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
  const other = (what: string) => void others.set(what, (others.get(what) ?? 0) + 1);
  try {
    for await (const record of new WARCParser(counted(source, budget) as AsyncIterable<Uint8Array>)) {
      budget.entry();
      const inner = await captureOf(record, source.name, wanted, other);
      if (inner !== null) yield inner;
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    yield { name: source.name, fault: 'is cut off or damaged: what stands behind the last record that was read is not read' };
  }
  if (others.size > 0)
    yield { name: source.name, passed: `other records: ${[...others].map(([what, n]) => `${n} ${what}`).join(', ')}` };
}

/** What comes out of a packed archive is counted as it is read by the parser, which unpacks by itself; here only the packed bytes pass. */
async function* counted(source: Source, budget: Budget): AsyncGenerator<Uint8Array> {
  for await (const chunk of source.chunks()) {
    budget.unpack(0, chunk.length);
    // a buffer of its own: the parser keeps views of it
    yield new Uint8Array(chunk);
  }
}

async function captureOf(
  record: WARCRecord,
  file: string,
  wanted: ReadonlySet<string> | null,
  other: (what: string) => void,
): Promise<Inner | Found | null> {
  const type = record.warcType;
  if (type !== 'response' && type !== 'resource') {
    other(`of kind ${type}`);
    return null;
  }
  const url = (record.warcTargetURI ?? '').replace(/^<|>$/gu, '');
  const name = `${file}: ${url.slice(0, 300)}`;
  const status = Number(record.httpHeaders?.statusCode ?? 200);
  const header = type === 'resource' ? (record.warcContentType ?? '') : (record.httpHeaders?.headers.get('content-type') ?? '');
  const { value: mediaType, parameters } = withParameters(header);
  if (status < 200 || status >= 300) {
    other(`answered ${status}`);
    return null;
  }
  if (!READABLE.test(mediaType) || (wanted !== null && !wanted.has(url))) {
    other(READABLE.test(mediaType) ? 'not in the list of pages' : (mediaType.split(/[/+]/u)[0] ?? 'unknown'));
    return null;
  }
  const bytes = await contentOf(record);
  if (bytes === null) return { name, fault: 'is larger than 16 MiB, the most that is read as one page' };
  const given = { url, mediaType, charset: parameters.get('charset') ?? null, retrieved: record.warcDate ?? null };
  const captured = `record of a WARC file, captured ${record.warcDate ?? 'at an unknown time'}`;
  return {
    source: bytesSource(bytes, name, given),
    step: { kind: 'unpacked', tool: captured, input: record.warcPayloadDigest ?? null },
  };
}

async function contentOf(record: WARCRecord): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size > LARGEST_PAGE) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
