/**
 * Reads ZIP archives by their directory, entry by entry. Sizes that the archive states are not believed: what comes out is counted, and entries that lie on
 * top of one another, as in archives made to exhaust a machine, are refused.
 */
import type { Transform } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Budget } from './budget.ts';
import { decodeText } from './encoding.ts';
import { HEAD_BYTES, type Source, tooLarge, Unreadable, wholeOf } from './source.ts';
import { streamThrough } from './stream-through.ts';

export type Entry = { name: string; packed: number; size: number; method: number; flags: number; offset: number };

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LARGEST_DIRECTORY = 256 * 1024 * 1024;
const PIECE = 256 * 1024;
const ENCRYPTED = 1;
const UTF8_NAMES = 0x800;

type At = NonNullable<Source['at']>;

export async function zipEntries(source: Source, budget: Budget): Promise<{ entries: Entry[]; at: At }> {
  let { at, size } = source;
  if (at === null || size === null) {
    const bytes = await wholeOf(source);
    size = bytes.length;
    at = (offset, length) => bytes.subarray(offset, offset + length);
  }
  const directory = directoryOf(at, size);
  const entries = [...listed(directory.bytes, directory.count, budget)];
  refuseOverlaps(entries);
  return { entries, at };
}

function directoryOf(at: At, size: number): { bytes: Buffer; count: number } {
  const tail = Buffer.from(at(Math.max(0, size - 65_557), 65_557));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Unreadable('is a ZIP archive without its directory: cut off, or damaged', 'open');
  let count = tail.readUInt16LE(end + 10);
  let length = tail.readUInt32LE(end + 12);
  let offset = tail.readUInt32LE(end + 16);
  const locator = end - 20;
  if (locator >= 0 && tail.readUInt32LE(locator) === LOCATOR64) {
    const far = Buffer.from(at(Number(tail.readBigUInt64LE(locator + 8)), 56));
    if (far.length === 56 && far.readUInt32LE(0) === END64) {
      count = Number(far.readBigUInt64LE(32));
      length = Number(far.readBigUInt64LE(40));
      offset = Number(far.readBigUInt64LE(48));
    }
  }
  if (length > LARGEST_DIRECTORY || offset + length > size)
    throw new Unreadable('is a ZIP archive whose directory is damaged', 'open');
  return { bytes: Buffer.from(at(offset, length)), count };
}

function* listed(directory: Buffer, count: number, budget: Budget): Generator<Entry> {
  let p = 0;
  for (let n = 0; n < count && p + 46 <= directory.length && directory.readUInt32LE(p) === CENTRAL; n++) {
    budget.entry();
    const flags = directory.readUInt16LE(p + 8);
    const nameLength = directory.readUInt16LE(p + 28);
    const extraLength = directory.readUInt16LE(p + 30);
    let packed = directory.readUInt32LE(p + 20);
    let size = directory.readUInt32LE(p + 24);
    let offset = directory.readUInt32LE(p + 42);
    const nameBytes = directory.subarray(p + 46, p + 46 + nameLength);
    const extra = directory.subarray(p + 46 + nameLength, p + 46 + nameLength + extraLength);
    if (packed === 0xffffffff || size === 0xffffffff || offset === 0xffffffff)
      [size, packed, offset] = large(extra, size, packed, offset);
    const name = flags & UTF8_NAMES ? nameBytes.toString('utf8') : (decodeText(nameBytes).text ?? nameBytes.toString('latin1'));
    if (!name.endsWith('/')) yield { name, packed, size, method: directory.readUInt16LE(p + 10), flags, offset };
    p += 46 + nameLength + extraLength + directory.readUInt16LE(p + 32);
  }
}

function large(extra: Buffer, size: number, packed: number, offset: number): [number, number, number] {
  for (let p = 0; p + 4 <= extra.length; p += 4 + extra.readUInt16LE(p + 2)) {
    if (extra.readUInt16LE(p) !== 1) continue;
    let q = p + 4;
    const next = (value: number): number => {
      if (value !== 0xffffffff || q + 8 > extra.length) return value;
      q += 8;
      return Number(extra.readBigUInt64LE(q - 8));
    };
    return [next(size), next(packed), next(offset)];
  }
  return [size, packed, offset];
}

function refuseOverlaps(entries: readonly Entry[]): void {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  for (let i = 1; i < sorted.length; i++) {
    const before = sorted[i - 1];
    if (before.offset + 30 + before.packed > sorted[i].offset)
      throw new Unreadable(
        'holds entries that lie on top of one another, as archives do that are made to exhaust a machine',
        'open',
      );
  }
}

/** An entry as a source of its own. Throws {@link Unreadable} when it cannot be unpacked. */
export function entrySource(entry: Entry, at: At, name: string, budget: Budget): Source {
  if (entry.flags & ENCRYPTED) throw new Unreadable('is encrypted', 'open');
  if (entry.method !== 0 && entry.method !== 8)
    throw new Unreadable(`is packed by a method (${entry.method}) that is not known`, 'open');
  const local = Buffer.from(at(entry.offset, 30));
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL)
    throw new Unreadable('does not lie where the directory of its archive says', 'open');
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const isStored = entry.method === 0;
  const packedAt = (offset: number, length: number) => at(start + offset, Math.max(0, Math.min(length, entry.packed - offset)));
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const pieces = async function* () {
      for (let i = 0; i < entry.packed; i += PIECE) yield packedAt(i, PIECE);
    };
    if (isStored) {
      for await (const piece of pieces()) {
        budget.unpack(piece.length, piece.length);
        yield piece;
      }
    } else yield* inflated(pieces(), createInflateRaw(), entry.packed, budget);
  }
  return {
    name,
    size: isStored ? entry.packed : null,
    head: isStored ? packedAt(0, HEAD_BYTES) : headOf(packedAt(0, HEAD_BYTES)),
    given: {},
    chunks,
    at: isStored ? packedAt : null,
  };
}

function headOf(packed: Uint8Array): Uint8Array {
  try {
    // 2 = Z_SYNC_FLUSH: the input is cut off, and what has come out until there is wanted
    return inflateRawSync(packed.subarray(0, 16_384), { finishFlush: 2, maxOutputLength: 64 * 1024 * 1024 }).subarray(
      0,
      HEAD_BYTES,
    );
  } catch {
    throw new Unreadable('cannot be unpacked: its bytes are damaged', 'open');
  }
}

/** Passes pieces through a decompressor, and counts what comes out. */
export async function* inflated(
  pieces: AsyncIterable<Uint8Array>,
  through: Transform,
  packed: number,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  try {
    for await (const chunk of streamThrough<Uint8Array>(pieces, through)) {
      budget.unpack(chunk.length, isFirst ? packed : 0);
      isFirst = false;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('cannot be unpacked to its end: its bytes are cut off or damaged', 'open');
  }
}

/** All of an entry that belongs to a document, e.g. the XML of a DOCX. */
export async function entryBytes(
  entries: readonly Entry[],
  at: At,
  name: string,
  budget: Budget,
  limit: number,
): Promise<Uint8Array | null> {
  const entry = entries.find((one) => one.name === name);
  if (!entry) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of entrySource(entry, at, name, budget).chunks()) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
