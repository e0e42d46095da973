/**
 * Bytes to text, with the encoding they turned out to be in: byte order marks first, then valid UTF-8, then UTF-16 by its zero bytes, then Windows-1256
 * where the bytes above 127 are mostly Arabic letters of that page. Anything else is no text, with the reason.
 */
export type Decoded =
  | {
      text: string;
      encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';
      confidence: 'certain' | 'likely';
      replaced: number;
      reason: null;
    }
  | { text: null; encoding: null; confidence: null; replaced: 0; reason: string };

/** Bytes looked at to guess; the whole text is decoded afterwards. */
const SAMPLE = 65_536;

export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return made(bytes.subarray(3), 'utf-8', 'certain');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return made(bytes.subarray(2), 'utf-16le', 'certain');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return made(bytes.subarray(2), 'utf-16be', 'certain');
  const sample = bytes.subarray(0, SAMPLE);
  const text = sample.includes(0) ? null : utf8Of(bytes);
  if (text !== null) return sound({ text, encoding: 'utf-8', confidence: 'certain', replaced: countOf(text), reason: null });
  const zeros = zeroBytes(sample);
  const half = sample.length / 2;
  // Latin text in UTF-16 has zeros on one side; Arabic text has the byte 0x06 there
  const high = sixes(sample);
  if (zeros.odd + high.odd > 0.6 * half && zeros.even < 0.05 * half) return sound(made(bytes, 'utf-16le', 'likely'));
  if (zeros.even + high.even > 0.6 * half && zeros.odd < 0.05 * half) return sound(made(bytes, 'utf-16be', 'likely'));
  if (zeros.odd + zeros.even > 0) return refused('it holds zero bytes, as images and archives do');
  if (isNearlyUtf8(sample)) return sound(made(bytes, 'utf-8', 'likely'));
  const share = arabicShare(sample);
  if (share.controls > sample.length * 0.02) return refused('it holds control bytes, as programs and images do');
  if (share.above > 0 && share.arabic > 0.7 * share.above) return made(bytes, 'windows-1256', 'likely');
  return refused('its bytes are neither UTF-8, UTF-16 nor Windows-1256');
}

/** Decoded without an error, and yet no text: mostly control characters, or characters that nothing is assigned to. */
function sound(decoded: Decoded): Decoded {
  const text = decoded.text?.slice(0, SAMPLE) ?? '';
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if ((c < 32 && c !== 9 && c !== 10 && c !== 13 && c !== 12) || c === 0xfffd || (c >= 0xe000 && c < 0xf900)) odd++;
  }
  return odd > 0 && odd > text.length * 0.02 ? refused('it holds control bytes, as programs and images do') : decoded;
}

/** UTF-8 that was cut off or has a few wrong bytes: many whole sequences for each broken one. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 128) continue;
    const more = bytes[i] >= 0xf0 ? 3 : bytes[i] >= 0xe0 ? 2 : bytes[i] >= 0xc2 ? 1 : -1;
    let n = 0;
    while (n < more && i + n + 1 < bytes.length && (bytes[i + n + 1] & 0xc0) === 0x80) n++;
    if (more > 0 && n === more) whole++;
    else broken++;
    if (n > 0) i += n;
  }
  return whole > 20 && broken <= whole * 0.05;
}

function made(
  bytes: Uint8Array,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256',
  confidence: 'certain' | 'likely',
): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, confidence, replaced: countOf(text), reason: null };
}

/** Characters that stand for bytes that could not be read. */
function countOf(text: string): number {
  let replaced = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced++;
  return replaced;
}

const refused = (reason: string): Decoded => ({ text: null, encoding: null, confidence: null, replaced: 0, reason });

/** Null: it is no UTF-8. The mark at the start has been taken off. */
function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function zeroBytes(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  return { even, odd };
}

function sixes(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 6) i % 2 === 0 ? even++ : odd++;
  return { even, odd };
}

/** Letters of Windows-1256 stand from 0xC0 to 0xED (less the Latin ones between) and at 0x81, 0x8D, 0x8E, 0x90. */
function arabicShare(bytes: Uint8Array): { above: number; arabic: number; controls: number } {
  let above = 0;
  let arabic = 0;
  let controls = 0;
  for (const b of bytes) {
    if (b < 32 && b !== 9 && b !== 10 && b !== 13 && b !== 12) controls++;
    if (b < 128) continue;
    above++;
    if (
      (b >= 0xc0 && b <= 0xdf && b !== 0xd7) ||
      b === 0xe1 ||
      (b >= 0xe3 && b <= 0xe6) ||
      b === 0xec ||
      b === 0xed ||
      b === 0xa1 ||
      b === 0xba ||
      b === 0xbf ||
      (b >= 0xf0 && b <= 0xfa)
    )
      arabic++;
  }
  return { above, arabic, controls };
}
