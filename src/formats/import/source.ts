/** Something that can be opened: a file, an entry of an archive, a part of a message. Its bytes can be had whole, up to a limit, or piece by piece. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import type { FoundStage } from './found.ts';

/** What the container or the server says of it. */
export type Given = {
  url?: string | null;
  mediaType?: string | null;
  charset?: string | null;
  outlet?: string | null;
  /** When it was captured, ISO. */
  retrieved?: string | null;
};

export type Source = {
  name: string;
  /** Null: unknown before it is read. */
  size: number | null;
  /** The first bytes, for recognition. */
  head: Uint8Array;
  given: Given;
  chunks: () => AsyncIterable<Uint8Array>;
  /** Part of it without reading what comes before; null: only in order. */
  at: ((offset: number, length: number) => Uint8Array) | null;
};

/** A reason why an item cannot be taken in, to be shown as it is. `stage`: where it failed, if that differs from what its format says. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly stage: FoundStage | null;
  constructor(message: string, stage: FoundStage | null = null) {
    super(message);
    this.stage = stage;
  }
}

export const HEAD_BYTES = 65_536;
/** What is parsed as a whole is not larger than this. */
export const WHOLE_BYTES = 64 * 1024 * 1024;
const PIECE = 256 * 1024;

export function fileSource(path: string, name: string, given: Given = {}): Source {
  const { size } = statSync(path);
  const at = (offset: number, length: number): Uint8Array => {
    const file = openSync(path, 'r');
    try {
      const into = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      let got = 0;
      while (got < into.length) {
        const n = readSync(file, into, got, into.length - got, offset + got);
        if (n === 0) break;
        got += n;
      }
      return into.subarray(0, got);
    } finally {
      closeSync(file);
    }
  };
  const chunks = () => createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Uint8Array>;
  return { name, size, head: at(0, HEAD_BYTES), given, chunks, at };
}

export function bytesSource(bytes: Uint8Array, name: string, given: Given = {}): Source {
  return {
    name,
    size: bytes.length,
    head: bytes.subarray(0, HEAD_BYTES),
    given,
    chunks: async function* () {
      for (let i = 0; i < bytes.length; i += PIECE) yield bytes.subarray(i, i + PIECE);
    },
    at: (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** All of it. Throws {@link Unreadable} when it is larger than the limit, without reading further. */
export async function wholeOf(source: Source, limit = WHOLE_BYTES): Promise<Uint8Array> {
  if (source.size !== null && source.size > limit) throw tooLarge(limit);
  if (source.at !== null && source.size !== null) return source.at(0, source.size);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.chunks()) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

export const tooLarge = (limit: number): Unreadable =>
  new Unreadable(`is larger than ${Math.floor(limit / 1024 / 1024)} MiB, the most that is read as one document`, 'open');
