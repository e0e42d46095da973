/** PDF documents: by poppler's pdftotext where it is installed, else by pdf.js with our own order of lines; Arabic in the order it is read. */
import { execFile, spawnSync } from 'node:child_process';
import type { Format } from './format.ts';
import { bareReport } from './found.ts';
import { pdfJsLines } from './pdf-js.ts';
import { paragraphsOf, sidesChanged } from './pdf-lines.ts';
import { Unreadable, wholeOf } from './source.ts';

const SECONDS = 60;
const LARGEST_TEXT = 64 * 1024 * 1024;
const MOST_PAGES = 2000;

let poppler: string | null | undefined;

/** Version of pdftotext; null: it is not installed. */
export function popplerVersion(): string | null {
  if (poppler === undefined) {
    const asked = spawnSync('pdftotext', ['-v'], { encoding: 'utf8', timeout: 5000 });
    poppler = /version ([\d.]+)/u.exec(`${asked.stderr}${asked.stdout}`)?.[1] ?? null;
  }
  return poppler;
}

export const pdf: Format = {
  name: 'pdf',
  title: 'PDF document',
  mediaTypes: ['application/pdf'],
  options: { outlet: 'name of the publisher' },
  recognize: (head) => Buffer.from(head.buffer, head.byteOffset, Math.min(1024, head.length)).includes('%PDF-', 0, 'latin1'),
  async *open(source) {
    const bytes = await wholeOf(source);
    const version = popplerVersion();
    const lines = version === null ? await pdfJsLines(bytes, MOST_PAGES) : await popplerLines(bytes);
    const text = paragraphsOf(lines).join('\n\n');
    if (text.trim() === '') throw new Unreadable('holds no text: it may be a scan, which needs character recognition first');
    const report = { ...bareReport(bytes, text.toWellFormed(), 'application/pdf'), url: source.given.url ?? null };
    report.steps = [
      { kind: 'text-taken-from', tool: version === null ? 'pages by pdf.js (unpdf 1.8.1)' : `pages by pdftotext ${version}` },
    ];
    yield { name: source.name, report };
  },
};

/** Poppler puts what runs left to right in an Arabic line between marks, as it is seen. */
export function inReadingOrder(line: string): string {
  return line.includes('\u202a')
    ? line.replace(/\u202a([^\u202a-\u202c]*)\u202c/gu, (_, run: string) => sidesChanged(run))
    : line;
}

/** The document goes in by standard input: no name reaches a command line. */
function popplerLines(bytes: Uint8Array): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const args = ['-enc', 'UTF-8', '-q', '-l', String(MOST_PAGES), '-', '-'];
    const child = execFile(
      'pdftotext',
      args,
      { timeout: SECONDS * 1000, maxBuffer: LARGEST_TEXT, encoding: 'utf8' },
      (error, out) => {
        if (error === null) resolve(out.split('\n').map(inReadingOrder));
        else if (error.killed) reject(new Unreadable(`takes longer than ${SECONDS} seconds to read`));
        else if ((error as { code?: unknown }).code === 3) reject(new Unreadable('is protected against copying its text'));
        else reject(new Unreadable('is a damaged or encrypted PDF document'));
      },
    );
    // a document that is refused at once closes the pipe before all is written
    child.stdin?.on('error', () => {});
    child.stdin?.end(bytes);
  });
}
