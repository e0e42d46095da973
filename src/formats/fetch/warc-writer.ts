/** Writes what was asked and answered as WARC records, each packed by itself, as archives and courts know them. */
import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Answer } from './ask.ts';

const LINE = '\r\n';
const digest = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The first record of a file: who wrote it. */
export function warcInfo(tool: string, at: string): Buffer {
  const block = Buffer.from(`software: ${tool}${LINE}format: WARC File Format 1.1${LINE}`);
  return record(
    [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Date', at],
      ['Content-Type', 'application/warc-fields'],
    ],
    block,
  );
}

/** A request and its answer. */
export function warcRecordsOf(answer: Answer): { bytes: Buffer; payloadDigest: string } {
  const { url, at, ip } = answer;
  const { pathname, search } = new URL(url);
  const sent = head(`GET ${pathname}${search} HTTP/1.1`, answer.requestHeaders);
  const received = Buffer.concat([head(`HTTP/1.1 ${answer.status} ${answer.statusText}`.trimEnd(), answer.headers), answer.body]);
  const payloadDigest = digest(answer.body);
  const id = recordId();
  const about: [string, string][] = [
    ['WARC-Target-URI', url],
    ['WARC-Date', at],
    ...(ip === null ? [] : [['WARC-IP-Address', ip] as [string, string]]),
  ];
  const response = record(
    [
      ['WARC-Type', 'response'],
      ...about,
      ['WARC-Payload-Digest', payloadDigest],
      ['Content-Type', 'application/http; msgtype=response'],
    ],
    received,
    id,
  );
  const request = record(
    [['WARC-Type', 'request'], ...about, ['WARC-Concurrent-To', id], ['Content-Type', 'application/http; msgtype=request']],
    sent,
  );
  return { bytes: Buffer.concat([response, request]), payloadDigest };
}

const recordId = (): string => `<urn:uuid:${randomUUID()}>`;
const head = (first: string, headers: readonly [string, string][]): Buffer =>
  Buffer.from(`${first}${LINE}${headers.map(([name, value]) => `${name}: ${value}${LINE}`).join('')}${LINE}`, 'latin1');

function record(headers: readonly [string, string][], block: Buffer, id = recordId()): Buffer {
  const all = [
    ...headers,
    ['WARC-Record-ID', id],
    ['WARC-Block-Digest', digest(block)],
    ['Content-Length', String(block.length)],
  ];
  const start = Buffer.from(`WARC/1.1${LINE}${all.map(([name, value]) => `${name}: ${value}${LINE}`).join('')}${LINE}`);
  return gzipSync(Buffer.concat([start, block, Buffer.from(LINE + LINE)]));
}
