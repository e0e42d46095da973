/** HTML pages. What reads them is loaded with the first one. */
import type { Format } from './format.ts';
import { wholeOf } from './source.ts';

const LARGEST_PAGE = 16 * 1024 * 1024;
const START =
  /^\s*(?:<!--[\s\S]{0,4000}?-->\s*)*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|table|div|article|p|h1|script|link|center|font|section|main)\b/iu;

export const html: Format = {
  name: 'html',
  title: 'web page',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  options: { outlet: 'name of the publisher where the page names none' },
  recognize: (head) => START.test(headText(head)),
  async *open(source, context) {
    const { pageOf } = await import('./html-article.ts');
    yield pageOf(await wholeOf(source, LARGEST_PAGE), source.name, source.given, context);
  },
};

/** The first characters, whatever the encoding: markup is ASCII. */
function headText(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(8192, head.length));
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[1] === 0 && bytes[0] === 0x3c))
    return bytes.toString('utf16le').replace(/^\ufeff/u, '');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le')
      .slice(1);
  return bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/u, '');
}
