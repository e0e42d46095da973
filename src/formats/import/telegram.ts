/** Telegram's export of a chat as JSON (result.json): one report for each message that has a text. Large exports are read message by message. */

import type { Format } from './format.ts';
import { bareReport, type Found } from './found.ts';
import { objectsIn } from './json-stream.ts';

const LARGEST_MESSAGE = 4 * 1024 * 1024;
const SHORTEST = 20;

type Message = {
  id?: number;
  type?: string;
  date?: string;
  date_unixtime?: string;
  edited?: string;
  from?: string;
  forwarded_from?: string;
  text?: unknown;
};

export const telegram: Format = {
  name: 'telegram',
  title: 'export of a Telegram chat (JSON)',
  mediaTypes: ['application/json'],
  options: { outlet: 'name of the publisher, instead of the name of the chat' },
  recognize: (head) => {
    const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('utf8');
    return (
      /^[\s\ufeff]*\{/u.test(text) &&
      /"messages"\s*:\s*\[/u.test(text) &&
      /"(?:type|chats)"\s*:/u.test(text) &&
      /"(?:date_unixtime|from_id|actor|text_entities|chats|public_channel|private_channel)/u.test(text)
    );
  },
  async *open(source, { options }) {
    let silent = 0;
    for await (const { outer, value, text: bytes } of objectsIn(source.chunks(), 'messages', LARGEST_MESSAGE)) {
      const chat = outer.get('name') ?? null;
      const name = `${source.name}:${value === null ? '?' : ((value as Message).id ?? '?')}`;
      if (value === null) {
        yield { name, fault: 'is a message that is no whole JSON' };
        continue;
      }
      const found = messageReport(value as Message, Buffer.from(bytes), name, options.outlet ?? chat, outer.get('id') ?? null);
      if (found === null) silent += 1;
      else yield found;
    }
    if (silent > 0)
      yield { name: source.name, passed: `${silent} messages without a text of their own: pictures, notices, a few words` };
  },
};

function messageReport(message: Message, bytes: Buffer, name: string, chat: string | null, chatId: string | null): Found | null {
  const text = textOf(message.text);
  if ((message.type ?? 'message') !== 'message' || text.trim().length < SHORTEST) return null;
  const day = /^(\d{4}-\d\d-\d\d)T/u.exec(message.date ?? '')?.[1] ?? null;
  const from = message.forwarded_from ?? message.from ?? null;
  return {
    name,
    report: {
      ...bareReport(bytes, text.toWellFormed(), 'application/json'),
      id: message.id === undefined ? null : `telegram:${chatId ?? chat ?? ''}:${message.id}`,
      item: message.id === undefined ? null : String(message.id),
      outlet: chat === null ? null : { value: chat, from: 'name of the chat', confidence: 'certain' },
      byline:
        from === null || from === chat
          ? null
          : { value: from, from: message.forwarded_from ? 'forwarded from' : 'writer of the message', confidence: 'certain' },
      published: day === null ? null : { value: day, from: `date of the message: ${message.date}`, confidence: 'certain' },
      steps: [
        { kind: 'text-taken-from', tool: `message of a Telegram chat${message.edited ? `, edited ${message.edited}` : ''}` },
      ],
    },
  };
}

/** A text, or pieces of text and objects that carry one. */
function textOf(text: unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text.map((piece) => (typeof piece === 'string' ? piece : typeof piece?.text === 'string' ? piece.text : '')).join('');
}
