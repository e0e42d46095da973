/** The encodings that Arabic reports come in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from './encoding.ts';

const text = 'قتل ثلاثة مدنيين في قصف على البلدة، أمس.';
/** Windows-1256 of the text, by asking the decoder for every byte. */
function to1256(s: string): Uint8Array {
  const back = new Map<string, number>();
  for (let b = 0; b < 256; b++) back.set(new TextDecoder('windows-1256').decode(Uint8Array.of(b)), b);
  return Uint8Array.from([...s], (c) => back.get(c) ?? 63);
}

test('UTF-8, with and without its mark', () => {
  assert.deepEqual(decodeText(Buffer.from(text)), { text, encoding: 'utf-8', confidence: 'certain', replaced: 0, reason: null });
  assert.equal(decodeText(Buffer.from(`\ufeff${text}`)).text, text);
});

test('UTF-16, with and without its mark', () => {
  assert.equal(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')).text, text);
  const bare = decodeText(Buffer.from(text, 'utf16le'));
  assert.equal(bare.encoding, 'utf-16le');
  assert.equal(bare.text, text);
});

test('Windows-1256', () => {
  const decoded = decodeText(to1256(text));
  assert.equal(decoded.encoding, 'windows-1256');
  assert.equal(decoded.text, text);
});

test('what is no text is refused with a reason', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0xff, 0xfe);
  const decoded = decodeText(png);
  assert.equal(decoded.text, null);
  assert.match(decoded.reason!, /zero bytes/);
});
