/** Bytes of a page to text: what the server or the page declares is believed only where the bytes do not say otherwise. */
import { decodeText } from './encoding.ts';
import { Unreadable } from './source.ts';

const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,40})/iu;

export type PageText = { text: string; encoding: string; declared: string | null };

export function decodePage(bytes: Uint8Array, fromServer: string | null): PageText {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(4096, bytes.length)).toString('latin1');
  const inPage = DECLARED.exec(start);
  const declared = (fromServer ?? inPage?.[1] ?? inPage?.[2] ?? null)?.toLowerCase() ?? null;
  const seen = decodeText(bytes);
  // What the bytes prove is stronger than what is declared
  if (seen.text !== null && seen.confidence === 'certain') return { text: seen.text, encoding: seen.encoding, declared };
  if (declared !== null && !/^utf-?(?:8|16)/u.test(declared)) {
    try {
      return { text: new TextDecoder(declared).decode(bytes), encoding: new TextDecoder(declared).encoding, declared };
    } catch {}
  }
  if (seen.text !== null) return { text: seen.text, encoding: seen.encoding, declared };
  throw new Unreadable(seen.reason);
}
