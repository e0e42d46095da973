/** Lines of a stream of bytes, one after the other; a line longer than the limit is given as null. */
export type ByteLine = { bytes: Buffer | null; n: number; size: number };

export async function* byteLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<ByteLine> {
  let parts: Buffer[] = [];
  let length = 0;
  let n = 0;
  let size = 0;
  const line = (): ByteLine => {
    n += 1;
    const bytes = length > longest ? null : parts.length === 1 ? parts[0] : Buffer.concat(parts);
    size += length + 1;
    parts = [];
    length = 0;
    return { bytes, n, size };
  };
  const add = (piece: Buffer) => {
    length += piece.length;
    if (length <= longest) parts.push(piece);
    else parts = [];
  };
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let from = 0;
    for (let at = buffer.indexOf(10); at >= 0; at = buffer.indexOf(10, from)) {
      add(buffer.subarray(from, at));
      yield line();
      from = at + 1;
    }
    if (from < buffer.length) add(buffer.subarray(from));
  }
  if (length > 0) yield line();
}
