/** Messages as in e-mail and MHTML: headers, parts, transfer encodings. Nothing is believed that the bytes do not bear out. */
import { Unreadable } from './source.ts';

export type Part = {
  headers: Map<string, string>;
  body: Buffer;
  mediaType: string;
  charset: string | null;
  parameters: Map<string, string>;
};

const LARGEST_HEADERS = 256 * 1024;
const DEEPEST = 12;
const MOST_PARTS = 5000;

export function parseMessage(bytes: Uint8Array): Part {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { end, next } = headersEnd(buffer);
  const headers = headersOf(buffer.subarray(0, end).toString('latin1'));
  const { value, parameters } = withParameters(headers.get('content-type') ?? 'text/plain');
  return { headers, body: buffer.subarray(next), mediaType: value, charset: parameters.get('charset') ?? null, parameters };
}

/** All parts that are no containers, in their order. */
export function leavesOf(part: Part): Part[] {
  const leaves: Part[] = [];
  const visit = (one: Part, depth: number): void => {
    if (leaves.length > MOST_PARTS || depth > DEEPEST) throw new Unreadable('has more parts in parts than a message has');
    const boundary = one.parameters.get('boundary');
    if (one.mediaType.startsWith('multipart/') && boundary)
      for (const inner of partsOf(one.body, boundary)) visit(parseMessage(inner), depth + 1);
    else leaves.push(one);
  };
  visit(part, 0);
  return leaves;
}

function headersEnd(buffer: Buffer): { end: number; next: number } {
  // a part may begin with its body
  if (buffer[0] === 10) return { end: 0, next: 1 };
  if (buffer[0] === 13 && buffer[1] === 10) return { end: 0, next: 2 };
  const crlf = buffer.indexOf('\r\n\r\n');
  const lf = buffer.indexOf('\n\n');
  const isLf = lf >= 0 && (crlf < 0 || lf < crlf);
  const end = isLf ? lf : crlf;
  if (end < 0) return { end: Math.min(buffer.length, LARGEST_HEADERS), next: buffer.length };
  if (end > LARGEST_HEADERS) throw new Unreadable('has headers longer than those of any message');
  return { end, next: end + (isLf ? 2 : 4) };
}

function headersOf(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

export function withParameters(header: string): { value: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  for (const [, name, quoted, plain] of header
    .slice(0, 4000)
    .matchAll(/;\s*([\w!#$&^_.+*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/gu))
    parameters.set(name.toLowerCase(), quoted ?? plain);
  return { value: header.split(';', 1)[0].trim().toLowerCase(), parameters };
}

function partsOf(body: Buffer, boundary: string): Buffer[] {
  const parts: Buffer[] = [];
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 10) continue;
    if (start >= 0) parts.push(body.subarray(start, trimmedEnd(body, start, at)));
    if (body[at + mark.length] === 45 && body[at + mark.length + 1] === 45) return parts;
    const line = body.indexOf(10, at);
    if (line < 0 || parts.length > MOST_PARTS) return parts;
    start = line + 1;
  }
  // the closing boundary is missing: cut off
  if (start >= 0) parts.push(body.subarray(start));
  return parts;
}

function trimmedEnd(body: Buffer, start: number, at: number): number {
  let end = at;
  if (end > start && body[end - 1] === 10) end--;
  if (end > start && body[end - 1] === 13) end--;
  return end;
}

/** The bytes of a part with its transfer encoding undone. */
export function decodedBody({ headers, body }: Part): Buffer {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding.startsWith('base64')) return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding.startsWith('quoted-printable')) return unquoted(body);
  return body;
}

function unquoted(body: Uint8Array): Buffer {
  const out = Buffer.alloc(body.length);
  let n = 0;
  for (let i = 0; i < body.length; i++) {
    if (body[i] !== 61) {
      out[n++] = body[i];
      continue;
    }
    if (body[i + 1] === 10) i += 1;
    else if (body[i + 1] === 13 && body[i + 2] === 10) i += 2;
    else {
      const value = Number.parseInt(String.fromCharCode(body[i + 1] ?? 0, body[i + 2] ?? 0), 16);
      if (Number.isNaN(value)) out[n++] = 61;
      else {
        out[n++] = value;
        i += 2;
      }
    }
  }
  return out.subarray(0, n);
}

/** A header as people read it: `=?utf-8?B?…?=` undone; raw bytes taken for UTF-8. */
export function decodedHeader(header: string): string {
  const joined = header.slice(0, 20_000).replace(/(\?=)\s+(=\?)/gu, '$1$2');
  const raw = Buffer.from(joined, 'latin1').toString('utf8');
  const text = raw.includes('\ufffd') ? joined : raw;
  return text.replace(/=\?([\w-]+)(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/giu, (whole, charset, kind, value) => {
    const bytes =
      kind.toLowerCase() === 'b' ? Buffer.from(value, 'base64') : unquoted(Buffer.from(value.replace(/_/gu, ' '), 'latin1'));
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return whole;
    }
  });
}
