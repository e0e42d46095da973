/** E-mail: one message (.eml) or a box of them (.mbox). The text of the message is the report; attachments are opened in their turn. */
import { decodeText } from './encoding.ts';
import type { Context, Format, Inner } from './format.ts';
import { bareReport, type Found, type FoundReport } from './found.ts';
import { tidy } from './html-text.ts';
import { decodedBody, decodedHeader, leavesOf, type Part, parseMessage } from './mime.ts';
import { dayIn } from './published-day.ts';
import { bytesSource, HEAD_BYTES, Unreadable, WHOLE_BYTES, wholeOf } from './source.ts';

const HEADER = /^(?:[A-Za-z][\w-]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}/u;
const MAIL = /^(?:received|return-path|from|to|subject|date|message-id|mime-version|delivered-to|x-[\w-]+):/imu;
const BOX = /^From \S+ .*\d{4}/u;
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
  options: {},
  recognize: isMessage,
  async *open(source, context) {
    yield* messageItems(await wholeOf(source), source.name, context);
  },
};

export const mbox: Format = {
  name: 'mbox',
  title: 'box of e-mail messages',
  mediaTypes: ['application/mbox'],
  options: {},
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
  let rest = Buffer.alloc(0);
  let isTooLarge = false;
  const take = (message: Buffer): Buffer => message.subarray(message.indexOf(10) + 1);
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    for (let next = nextMessage(rest); next >= 0; next = nextMessage(rest)) {
      yield isTooLarge ? null : take(rest.subarray(0, next));
      isTooLarge = false;
      rest = rest.subarray(next);
    }
    if (rest.length > WHOLE_BYTES) {
      isTooLarge = true;
      rest = Buffer.concat([rest.subarray(0, 64), rest.subarray(rest.length - HEAD_BYTES)]);
    }
  }
  if (rest.length > 5) yield isTooLarge ? null : take(rest);
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
  const isAttached = (part: Part) => (part.headers.get('content-disposition') ?? '').toLowerCase().startsWith('attachment');
  const plain = leaves.find((part) => part.mediaType === 'text/plain' && !isAttached(part));
  const marked = leaves.find((part) => part.mediaType === 'text/html' && !isAttached(part));
  const report = await bodyReport(bytes, plain, marked, context);
  if (report !== null) yield { name, report: withHeaders(report, message, context) };
  let n = 0;
  for (const part of leaves) {
    if (part === plain || part === marked || !isAttached(part)) continue;
    n += 1;
    const file = tidy(decodedHeader(part.parameters.get('name') ?? '')) || `attachment ${n}`;
    const source = bytesSource(decodedBody(part), `${name}/${file}`, { charset: part.charset, mediaType: part.mediaType });
    yield { source, step: { kind: 'unpacked', tool: `attachment ${n} of a message` } };
  }
  if (report === null && n === 0) yield { name, passed: 'is a message without a text' };
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
