/** Plain text, one report a file, in UTF-8, UTF-16 or Windows-1256. */
import { decodeText } from './encoding.ts';
import type { Format } from './format.ts';
import { bareReport } from './found.ts';
import { Unreadable, wholeOf } from './source.ts';

const LARGEST_TEXT = 16 * 1024 * 1024;

export const plain: Format = {
  name: 'text',
  title: 'plain text',
  mediaTypes: ['text/plain'],
  options: { outlet: 'name of the publisher' },
  recognize: (head) => {
    // XML and JSON of a kind that no importer knows are no text for people
    const start = Buffer.from(head.buffer, head.byteOffset, Math.min(256, head.length)).toString('latin1');
    if (/^(?:\u00ef\u00bb\u00bf)?\s*(?:<(?:\?xml|!DOCTYPE|svg)|(?:\[\s*)?\{\s*"[^"]{1,60}"\s*:)/iu.test(start)) return false;
    // the sample may end inside a letter
    const whole = head.length < 65_536 ? head : head.subarray(0, Math.max(head.lastIndexOf(10) + 1, head.length - 8));
    return decodeText(whole).text !== null;
  },
  async *open(source) {
    const bytes = await wholeOf(source, LARGEST_TEXT);
    const decoded = decodeText(bytes);
    if (decoded.text === null) throw new Unreadable(decoded.reason);
    if (decoded.text.trim() === '') throw new Unreadable('is empty');
    const broken = decoded.replaced > 0 ? `, ${decoded.replaced} letters that could not be read` : '';
    const report = { ...bareReport(bytes, decoded.text, 'text/plain'), url: source.given.url ?? null };
    report.steps = [{ kind: 'decoded', tool: `${decoded.encoding}${broken}` }];
    yield { name: source.name, report };
  },
};
