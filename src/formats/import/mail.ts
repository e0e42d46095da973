/** E-mail: one message (.eml) or a box of them (.mbox). The text of the message is the report; attachments are opened in their turn. */
import { decodeText } from './encoding.ts';
import type { Context, Format, Inner } from './format.ts';
import { bareReport, type Found, type FoundReport } from './found.ts';
import { tidy } from './html-text.ts';
import { decodedBody, decodedHeader, leavesOf, type Part, parseMessage, withParameters } from './mime.ts';
import { dayIn } from './published-day.ts';
import { bytesSource, Unreadable, WHOLE_BYTES, wholeOf } from './source.ts';

const HEADER = /^(?:[A-Za-z][\w-]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}/u;
const MAIL = /^(?:received|return-path|from|to|subject|date|message-id|mime-version|delivered-to|x-[\w-]+):/imu;
const BOX = /^From \S+ .*\d{4}/u;
/** A line that begins a message is not longer than this. */
const LONGEST_START = 256;
const latin = (head: Uint8Array): string =>
  Buffer.from(head.buffer, head.byteOffset, Math.min(16_384, head.length)).toString('latin1');

export function isMessage(head: Uint8Array): boolean {
  const text = latin(head);
  const headers = HEADER.exec(text)?.[0] ?? '';
  return (
    (headers.match(new RegExp(MAIL.source, 'gimu')) ?? []).length >= 2 &&
    /^(?:from|date|mime-version|message-id):/imu.test(headers)
  );
}

export const eml: Format = {
  name: 'eml',
  title: 'e-mail message',
  mediaTypes: ['message/rfc822'],
  options: { outlet: 'name of the publisher where it is not told' },
  recognize: isMessage,
  async *open(source, context) {
    yield* messageItems(await wholeOf(source), source.name, context);
  },
};

export const mbox: Format = {
  name: 'mbox',
  title: 'box of e-mail messages',
  mediaTypes: ['application/mbox'],
  options: { outlet: 'name of the publisher where it is not told' },
  recognize: (head) => BOX.test(latin(head)) && isMessage(head.subarray(head.indexOf(10) + 1)),
  async *open(source, context) {
    let n = 0;
    for await (const bytes of messagesOf(source.chunks())) {
      n += 1;
      const name = `${source.name}:${n}`;
      if (bytes === null) yield { name, fault: 'is a message larger than 64 MiB' };
      else {
        try {
          yield* messageItems(bytes, name, context);
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
          yield { name, fault: error.message };
        }
      }
    }
  },
};

/** Messages begin at lines "From …" after an empty line; null stands for one that is too large. */
async function* messagesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | null> {
  /** Pieces of the message at hand before `rest`; put together once its end is found. */
  let parts: Buffer[] = [];
  let size = 0;
  let rest = Buffer.alloc(0);
  const message = (end: Buffer): Buffer | null => {
    const whole = size > WHOLE_BYTES ? null : Buffer.concat([...parts, end]);
    parts = [];
    size = 0;
    return whole === null ? null : whole.subarray(whole.indexOf(10) + 1);
  };
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    for (let next = nextMessage(rest); next >= 0; next = nextMessage(rest)) {
      yield message(rest.subarray(0, next));
      rest = rest.subarray(next);
    }
    // the line that begins the next message may be cut off at the end of the piece
    const whole = Math.max(0, rest.length - LONGEST_START);
    size += whole;
    if (size <= WHOLE_BYTES) parts.push(rest.subarray(0, whole));
    else parts = [];
    rest = rest.subarray(whole);
  }
  if (size + rest.length > 5) yield message(rest);
}

function nextMessage(buffer: Buffer): number {
  for (let at = buffer.indexOf('\nFrom ', 1, 'latin1'); at >= 0; at = buffer.indexOf('\nFrom ', at + 1, 'latin1')) {
    const isAfterEmpty = buffer[at - 1] === 10 || (buffer[at - 1] === 13 && buffer[at - 2] === 10);
    if (isAfterEmpty && BOX.test(buffer.subarray(at + 1, at + 200).toString('latin1'))) return at + 1;
  }
  return -1;
}

async function* messageItems(bytes: Uint8Array, name: string, context: Context): AsyncGenerator<Found | Inner> {
  const message = parseMessage(bytes);
  const leaves = leavesOf(message);
  const plain = leaves.find((part) => part.mediaType === 'text/plain' && !isAttached(part));
  const marked = leaves.find((part) => part.mediaType === 'text/html' && !isAttached(part));
  const report = await bodyReport(bytes, plain, marked, context);
  if (report !== null) yield { name, report: withHeaders(report, message, context) };
  let n = 0;
  let further = 0;
  for (const part of leaves) {
    if (part === plain || part === marked) continue;
    // more text without a name: the foot of a mailing list, or the same once more in another form
    if (!isAttached(part) && part.mediaType.startsWith('text/')) {
      if (decodedBody(part).length > 0) further += 1;
      continue;
    }
    n += 1;
    const file = fileNameOf(part) || `attachment ${n}`;
    const source = bytesSource(decodedBody(part), `${name}/${file}`, { charset: part.charset, mediaType: part.mediaType });
    yield { source, step: { kind: 'unpacked', tool: `attachment ${n} of a message` } };
  }
  if (further > 0)
    yield {
      name,
      passed: `${further} further texts of the message: its foot, or another form of it; the first text alone is read`,
    };
  if (report === null && n === 0) yield { name, passed: 'is a message without a text' };
}

/** Sent as a file: said to be one, or with a name of its own, as some programs send files in the middle of the text. */
const isAttached = (part: Part): boolean =>
  (part.headers.get('content-disposition') ?? '').toLowerCase().startsWith('attachment') || fileNameOf(part) !== '';

function fileNameOf({ headers, parameters }: Part): string {
  const of = withParameters(headers.get('content-disposition') ?? '').parameters;
  return tidy(extended(of.get('filename*')) ?? decodedHeader(of.get('filename') ?? parameters.get('name') ?? ''));
}

/** `UTF-8''%D8%AA`, as names beyond ASCII are written since RFC 2231. */
function extended(value: string | undefined): string | undefined {
  const coded = value === undefined ? null : /^utf-8'[^']*'(.*)$/iu.exec(value)?.[1];
  try {
    return coded == null ? undefined : decodeURIComponent(coded);
  } catch {
    return undefined;
  }
}

async function bodyReport(
  bytes: Uint8Array,
  plain: Part | undefined,
  marked: Part | undefined,
  context: Context,
): Promise<FoundReport | null> {
  if (plain) {
    const text = textOf(plain);
    if (text.trim() !== '')
      return { ...bareReport(bytes, text, 'message/rfc822'), steps: [{ kind: 'text-part', tool: 'plain text of the message' }] };
  }
  if (!marked) return null;
  const { articleOf } = await import('./html-article.ts');
  const found = articleOf(textOf(marked), bytes, {}, context);
  return found === null ? null : { ...found, mediaType: 'message/rfc822', outlet: null, headline: null };
}

function textOf(part: Part): string {
  const bytes = decodedBody(part);
  const seen = decodeText(bytes);
  if (seen.text !== null && seen.confidence === 'certain') return seen.text;
  try {
    return new TextDecoder(part.charset ?? 'utf-8').decode(bytes);
  } catch {
    return seen.text ?? '';
  }
}

function withHeaders(report: FoundReport, { headers }: Part, { pageWords }: Context): FoundReport {
  const from = decodedHeader(headers.get('from') ?? '');
  const subject = tidy(decodedHeader(headers.get('subject') ?? ''));
  const date = headers.get('date') ?? '';
  const day = dayIn(date, pageWords.months);
  const text = subject === '' ? report.text : `${subject}\n\n${report.text}`;
  return {
    ...report,
    text: text.toWellFormed(),
    headline: subject || null,
    id: headers.get('message-id')?.replace(/^<|>$/gu, '') ?? null,
    byline: from === '' ? null : { value: from, from: 'From of the message', confidence: 'certain' },
    published: day === null ? null : { value: day.day, from: `Date of the message: ${date.slice(0, 60)}`, confidence: 'likely' },
  };
}
