/** Bodies: JSON values, compressed, for what is always read whole. The same value gives the same bytes on one machine; hashes are taken of the JSON. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Most bodies are packed and unpacked in one piece: a larger one takes longer to set up. */
const WHOLE = { chunkSize: 32 * 1024 };
const SMALL = { chunkSize: 8 * 1024, params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export function packed(json: string): Uint8Array {
  return zstdCompressSync(json, SMALL);
}

export function unpacked<T>(body: Uint8Array): T {
  return JSON.parse(unpackedText(body)) as T;
}

export function unpackedText(body: Uint8Array): string {
  return zstdDecompressSync(body, WHOLE).toString('utf8');
}
