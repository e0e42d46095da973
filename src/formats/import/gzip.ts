/** Gzip files that hold one document of another format. */
import { createGunzip, gunzipSync } from 'node:zlib';
import type { Format, Inner } from './format.ts';
import { HEAD_BYTES, Unreadable } from './source.ts';
import { inflated } from './zip-reader.ts';

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;

/** The first bytes inside; null: they cannot be unpacked. */
export function insideOf(head: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(head.subarray(0, 16_384), { finishFlush: 2, maxOutputLength: 64 * 1024 * 1024 }).subarray(0, HEAD_BYTES);
  } catch {
    return null;
  }
}

export const gzip: Format = {
  name: 'gzip',
  title: 'one document packed by gzip',
  mediaTypes: ['application/gzip'],
  isArchive: true,
  options: {},
  recognize: isGzip,
  async *open(source, { budget }): AsyncGenerator<Inner> {
    const head = insideOf(source.head);
    if (head === null) throw new Unreadable('cannot be unpacked: its bytes are damaged', 'open');
    const name = source.name.replace(/\.gz$/iu, '');
    const chunks = () => inflated(source.chunks(), createGunzip(), source.size ?? source.head.length, budget);
    yield { source: { name, size: null, head, given: source.given, chunks, at: null }, step: { kind: 'unpacked', tool: 'gzip' } };
  },
};
