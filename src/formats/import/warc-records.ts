/** Records of a WARC stream, one after the other: headers, and as much of the block as is wanted. Never more in memory than one block up to the limit. */
export type WarcRecord = {
  headers: Map<string, string>;
  /** The block; null: it is larger than the limit. */
  block: Buffer | null;
};
/** What stands behind the last record that could be read is none. */
export type Broken = { broken: true };

const LONGEST_HEADERS = 256 * 1024;

export async function* warcRecords(chunks: AsyncIterable<Uint8Array>, largest: number): AsyncGenerator<WarcRecord | Broken> {
  const input = chunks[Symbol.asyncIterator]();
  let buffer: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { value, done } = await input.next();
    if (done) return false;
    buffer = buffer.length === 0 ? Buffer.from(value) : Buffer.concat([buffer, value]);
    return true;
  };
  try {
    for (;;) {
      let end = -1;
      for (;;) {
        buffer = withoutBreaks(buffer);
        end = buffer.indexOf('\r\n\r\n');
        if (end >= 0 || buffer.length > LONGEST_HEADERS) break;
        if (!(await more())) {
          if (buffer.length > 0) yield { broken: true };
          return;
        }
      }
      const headers = end < 0 ? null : headersOf(buffer.subarray(0, end).toString('utf8'));
      const length = Number(headers?.get('content-length') ?? Number.NaN);
      if (headers === null || !Number.isSafeInteger(length) || length < 0) {
        yield { broken: true };
        return;
      }
      buffer = buffer.subarray(end + 4);
      const parts: Buffer[] = [];
      let left = length;
      while (left > 0) {
        if (buffer.length === 0 && !(await more())) {
          yield { broken: true };
          return;
        }
        const piece = buffer.subarray(0, left);
        if (length <= largest) parts.push(piece);
        left -= piece.length;
        buffer = buffer.subarray(piece.length);
      }
      yield { headers, block: length <= largest ? Buffer.concat(parts) : null };
    }
  } finally {
    await input.return?.();
  }
}

function withoutBreaks(buffer: Buffer): Buffer {
  let at = 0;
  while (at < buffer.length && (buffer[at] === 13 || buffer[at] === 10)) at++;
  return buffer.subarray(at);
}

/** Null: it does not begin like a record. */
function headersOf(text: string): Map<string, string> | null {
  const [first, ...lines] = text.replace(/\r\n[ \t]+/gu, ' ').split('\r\n');
  if (!first.startsWith('WARC/')) return null;
  return new Map(lines.flatMap((line) => pairOf(line)));
}

function pairOf(line: string): [string, string][] {
  const colon = line.indexOf(':');
  return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
}

export type HttpAnswer = { status: number; headers: Map<string, string>; body: Buffer };

/** An answer as it was received: status, headers, and the bytes behind them. */
export function httpAnswerOf(block: Buffer): HttpAnswer | null {
  const end = block.indexOf('\r\n\r\n');
  if (end < 0 || end > LONGEST_HEADERS) return null;
  const [first, ...lines] = block.subarray(0, end).toString('latin1').split('\r\n');
  const status = /^HTTP\/[\d.]+\s+(\d{3})/u.exec(first)?.[1];
  if (!status) return null;
  const headers = new Map<string, string>();
  for (const line of lines) for (const [name, value] of pairOf(line)) if (!headers.has(name)) headers.set(name, value);
  return { status: Number(status), headers, body: block.subarray(end + 4) };
}

/** Chunks put together; bytes that are not in chunks, though they say so, as they are. */
export function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const line = body.indexOf('\r\n', at);
    if (line < 0 || line - at > 1000) break;
    const size = /^([0-9a-f]{1,8})\s*(?:;|$)/iu.exec(body.subarray(at, line).toString('latin1'))?.[1];
    if (size === undefined) break;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
  return parts.length === 0 ? body : Buffer.concat(parts);
}
