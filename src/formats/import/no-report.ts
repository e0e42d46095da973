/** Files that are known and hold no text: pictures, sound, programs, databases, documents of old Word. Each with what can be done. */
const BYTES: readonly [string, string][] = [
  ['ffd8ff', 'is a picture (JPEG), which holds no text'],
  ['89504e47', 'is a picture (PNG), which holds no text'],
  ['47494638', 'is a picture (GIF), which holds no text'],
  ['52494646', 'is a sound, a film or a picture (RIFF), which holds no text'],
  ['00000100', 'is a picture (ICO), which holds no text'],
  ['49492a00', 'is a picture (TIFF), which holds no text'],
  ['4d4d002a', 'is a picture (TIFF), which holds no text'],
  ['494433', 'is a sound (MP3), which holds no text'],
  ['4f676753', 'is a sound (Ogg), which holds no text'],
  ['1a45dfa3', 'is a film (Matroska), which holds no text'],
  ['7f454c46', 'is a program, which holds no text'],
  ['4d5a90', 'is a program, which holds no text'],
  ['53514c69746520666f726d6174', 'is a database (SQLite): export the table as CSV'],
  ['d0cf11e0a1b11ae1', 'is a document of old Office (DOC, XLS): save it as DOCX or XLSX'],
  ['7b5c727466', 'is a document in RTF: save it as DOCX or as text'],
  ['377abcaf271c', 'is a 7-Zip archive: unpack it, or pack it as ZIP'],
  ['526172211a07', 'is a RAR archive: unpack it, or pack it as ZIP'],
  ['fd377a585a', 'is packed by xz: unpack it'],
  ['425a68', 'is packed by bzip2: unpack it'],
];

/** Null: it is none of these. */
export function knownWithoutText(head: Uint8Array): string | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(16, head.length)).toString('hex');
  for (const [bytes, reason] of BYTES) if (start.startsWith(bytes)) return reason;
  if (start.slice(8, 16) === '66747970') return 'is a film or a picture (MP4, HEIC), which holds no text';
  return null;
}
