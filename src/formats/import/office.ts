/** Word (DOCX) and OpenDocument (ODT) texts: paragraphs in their order, without what was deleted; tables row by row. */

import type { Context, Format } from './format.ts';
import { bareReport, type FoundReport } from './found.ts';
import { tidy } from './html-text.ts';
import { type Source, Unreadable, WHOLE_BYTES, wholeOf } from './source.ts';
import { xmlEvents } from './xml.ts';
import { isZip } from './zip.ts';
import { entryBytes, zipEntries } from './zip-reader.ts';

const LARGEST_XML = 64 * 1024 * 1024;

type Dialect = {
  /** Elements that end a line. */
  paragraphs: ReadonlySet<string>;
  /** Elements whose text is text; null: all. */
  runs: ReadonlySet<string> | null;
  /** Elements whose lines stand by themselves, in the middle of another line: text boxes. */
  boxes: ReadonlySet<string>;
  /** Elements that are passed over with all they hold. */
  skipped: ReadonlySet<string>;
  spaces: Readonly<Record<string, string>>;
};

const WORD: Dialect = {
  paragraphs: new Set(['p']),
  runs: new Set(['t']),
  boxes: new Set(['txbxContent']),
  // what old programs show instead of a drawing is the same again
  skipped: new Set(['del', 'moveFrom', 'instrText', 'delText', 'object', 'Fallback']),
  spaces: { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' },
};
const OPEN_DOCUMENT: Dialect = {
  paragraphs: new Set(['p', 'h']),
  runs: null,
  boxes: new Set(['text-box']),
  skipped: new Set([
    'tracked-changes',
    'annotation',
    'note-citation',
    'image',
    'title',
    'desc',
    'sequence-decls',
    'table-of-content',
  ]),
  spaces: { tab: ' ', 'line-break': '\n', s: ' ' },
};

export const docx: Format = {
  name: 'docx',
  title: 'Word document (DOCX)',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  options: { outlet: 'name of the publisher where it is not told' },
  recognize: (head) =>
    isZip(head) &&
    firstNames(head).some((name) => name.startsWith('word/') || name === '[Content_Types].xml') &&
    holds(head, 'word/'),
  open: (source, context) => opened(source, context, 'word/document.xml', 'docProps/core.xml', WORD, docx),
};

export const odt: Format = {
  name: 'odt',
  title: 'OpenDocument text (ODT)',
  mediaTypes: ['application/vnd.oasis.opendocument.text'],
  options: { outlet: 'name of the publisher where it is not told' },
  recognize: (head) => isZip(head) && holds(head, 'mimetypeapplication/vnd.oasis.opendocument.text'),
  open: (source, context) => opened(source, context, 'content.xml', 'meta.xml', OPEN_DOCUMENT, odt),
};

export const holds = (head: Uint8Array, words: string): boolean =>
  Buffer.from(head.buffer, head.byteOffset, head.length).includes(words, 0, 'latin1');

function firstNames(head: Uint8Array): string[] {
  const buffer = Buffer.from(head.buffer, head.byteOffset, head.length);
  return buffer.length < 30 ? [] : [buffer.subarray(30, 30 + buffer.readUInt16LE(26)).toString('latin1')];
}

async function* opened(source: Source, { budget }: Context, main: string, about: string, dialect: Dialect, format: Format) {
  const { entries, at } = await zipEntries(source, budget);
  const xml = await entryBytes(entries, at, main, budget, LARGEST_XML);
  if (xml === null) throw new Unreadable(`is no ${format.title}: ${main} is missing`);
  const text = paragraphsOf(decodedXml(xml), dialect).join('\n');
  if (text.trim() === '') throw new Unreadable('holds no text');
  const core = await entryBytes(entries, at, about, budget, LARGEST_XML);
  // a document full of photographs is read, and kept without them
  const isWhole = source.size === null || source.size <= WHOLE_BYTES;
  const bytes = isWhole ? await wholeOf(source) : xml;
  const report: FoundReport = { ...bareReport(bytes, text.toWellFormed(), format.mediaTypes[0]), ...aboutIt(core) };
  const kept = isWhole ? '' : ', which alone is kept: the whole is larger than 64 MiB';
  report.steps = [{ kind: 'text-taken-from', tool: `${main} of a ${format.title}${kept}` }];
  yield { name: source.name, report };
}

/** XML says its encoding; everything these programs write is UTF-8 or UTF-16. */
export function decodedXml(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}

function paragraphsOf(xml: string, dialect: Dialect): string[] {
  const lines: string[] = [];
  let line = '';
  let skipping = 0;
  let inRun = 0;
  let depth = 0;
  let row: string[] | null = null;
  /** Lines that are open around a text box. */
  const around: string[] = [];
  const close = () => {
    const clean = line
      .split('\n')
      .map(tidy)
      .filter((one) => one !== '')
      .join('\n');
    if (clean !== '') (row ?? lines).push(clean);
    line = '';
  };
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'open') {
      depth += 1;
      if (skipping > 0 || dialect.skipped.has(event.name)) {
        skipping += 1;
        continue;
      }
      if (dialect.runs?.has(event.name)) inRun += 1;
      if (dialect.boxes.has(event.name)) {
        around.push(line);
        line = '';
      }
      if (event.name in dialect.spaces) line += dialect.spaces[event.name];
      if (event.name === 'tr' || event.name === 'table-row') row = [];
    } else if (event.kind === 'close') {
      depth -= 1;
      if (skipping > 0) {
        skipping -= 1;
        continue;
      }
      if (dialect.runs?.has(event.name)) inRun -= 1;
      if (dialect.boxes.has(event.name)) {
        close();
        line = around.pop() ?? '';
      }
      if (dialect.paragraphs.has(event.name)) close();
      if ((event.name === 'tr' || event.name === 'table-row') && row !== null) {
        if (row.length > 0) lines.push(row.join(' | '));
        row = null;
      }
    } else if (skipping === 0 && (dialect.runs === null ? depth > 2 : inRun > 0)) line += event.text;
  }
  close();
  return lines;
}

/** Writer of the document; its dates are those of the file, and no day of publication. */
function aboutIt(core: Uint8Array | null): Pick<FoundReport, 'byline'> {
  if (core === null) return { byline: null };
  let inCreator = false;
  for (const event of xmlEvents(decodedXml(core))) {
    if (event.kind === 'open') inCreator = event.name === 'creator';
    else if (event.kind === 'text' && inCreator && tidy(event.text) !== '')
      return { byline: { value: tidy(event.text), from: 'creator of the document', confidence: 'weak' } };
    else if (event.kind === 'close') inCreator = false;
  }
  return { byline: null };
}
