/** Bytes of a report to text: UTF-8 and UTF-16 by their marks, Windows-1256 when the bytes are no UTF-8; anything else is refused in one line. */
import { decodeText } from '../formats/import/encoding.ts';
import { type Io, UsageError } from './command.ts';

export function decodeReport(bytes: Uint8Array, name: string, io: Io): string {
  if (bytes.length === 0) throw new UsageError('ISN-U08', `${name} is empty`);
  const decoded = decodeText(bytes);
  if (decoded.text === null) throw new UsageError('ISN-U09', `${name} is not text${decoded.reason ? `: ${decoded.reason}` : ''}`);
  if (decoded.encoding !== 'utf-8') io.stderr.write(`isnad: ${name} is ${decoded.encoding}, read as such\n`);
  return decoded.text;
}
