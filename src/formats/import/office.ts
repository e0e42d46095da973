/** Word (DOCX) and OpenDocument (ODT) texts: paragraphs and notes in their order, headers and footers of pages once, at the end. */

import type { Context, Format } from './format.ts';
import { bareReport, type FoundReport } from './found.ts';
import { tidy } from './html-text.ts';
import { type Dialect, NOTE, type Notes, OPEN_DOCUMENT, paragraphsOf, WORD, wordNotes } from './office-text.ts';
import { type Source, Unreadable, WHOLE_BYTES, wholeOf } from './source.ts';
import { xmlEvents } from './xml.ts';
import { isZip } from './zip.ts';
import { entryBytes, zipEntries } from './zip-reader.ts';

const LARGEST_XML = 64 * 1024 * 1024;

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

type Parts = { entries: Awaited<ReturnType<typeof zipEntries>>['entries']; part: (name: string) => Promise<string | null> };

async function* opened(source: Source, { budget }: Context, main: string, about: string, dialect: Dialect, format: Format) {
  const { entries, at } = await zipEntries(source, budget);
  const bytesOf = (name: string) => entryBytes(entries, at, name, budget, LARGEST_XML);
  const xml = (await bytesOf(main)) ?? (await bytesOf(await mainOf(bytesOf)));
  if (xml === null) throw new Unreadable(`is no ${format.title}: ${main} is missing`);
  const parts: Parts = {
    entries,
    part: async (name) => {
      const bytes = await bytesOf(name);
      return bytes === null ? null : decodedXml(bytes);
    },
  };
  const notes = dialect === WORD ? await notesOf(parts) : new Map();
  const lines = paragraphsOf(decodedXml(xml), dialect, notes);
  const margins = dialect === WORD ? await wordMargins(parts) : await openMargins(parts);
  const text = [...lines, ...margins.map((line) => `[${line}]`)].join('\n');
  if (text.trim() === '') throw new Unreadable('holds no text');
  const core = await bytesOf(about);
  // a document full of photographs is read, and kept without them
  const isWhole = source.size === null || source.size <= WHOLE_BYTES;
  const bytes = isWhole ? await wholeOf(source) : xml;
  const report: FoundReport = { ...bareReport(bytes, text.toWellFormed(), format.mediaTypes[0]), ...aboutIt(core) };
  const kept = isWhole ? '' : ', which alone is kept: the whole is larger than 64 MiB';
  report.steps = [{ kind: 'text-taken-from', tool: `${main} of a ${format.title}${kept}` }];
  const told = [
    lines.some((line) => line.startsWith(NOTE)) ? 'notes behind the paragraphs that call them, marked [*]' : '',
    margins.length > 0 ? 'headers and footers of pages at the end, in brackets' : '',
    (await parts.part('word/comments.xml'))?.includes(':comment ') ? 'comments of its editors left out' : '',
  ].filter((one) => one !== '');
  if (told.length > 0) report.steps.push({ kind: 'arranged', tool: told.join('; ') });
  yield { name: source.name, report };
}

/** Where a Word document says that its text lies, if not in the usual place. */
async function mainOf(bytesOf: (name: string) => Promise<Uint8Array | null>): Promise<string> {
  const xml = await bytesOf('_rels/.rels');
  for (const event of xml === null ? [] : xmlEvents(decodedXml(xml))) {
    if (event.kind === 'open' && /\/officeDocument$/u.test(event.attributes.Type ?? ''))
      return (event.attributes.Target ?? '').replace(/^\//u, '');
  }
  return '';
}

async function notesOf({ part }: Parts): Promise<Notes> {
  const notes = new Map<string, string[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const xml = await part(`word/${kind}s.xml`);
    for (const [id, lines] of xml === null ? [] : wordNotes(xml, kind)) notes.set(id, lines);
  }
  return notes;
}

/** What stands above and below the pages of a Word document. */
async function wordMargins({ entries, part }: Parts): Promise<string[]> {
  const names = entries.map(({ name }) => name).filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name));
  // headers first, in the order of their numbers
  names.sort((a, b) => (a.includes('header') === b.includes('header') ? (a < b ? -1 : 1) : a.includes('header') ? -1 : 1));
  const lines: string[] = [];
  for (const name of names.slice(0, MOST_MARGINS)) lines.push(...paragraphsOf((await part(name)) ?? '', WORD));
  return onceEach(lines);
}

const MOST_MARGINS = 60;
const OPEN_MARGINS = new Set(['header', 'footer', 'header-left', 'footer-left', 'header-first', 'footer-first']);

/** The same of an OpenDocument text, where they stand among the styles. */
async function openMargins({ part }: Parts): Promise<string[]> {
  const xml = await part('styles.xml');
  return xml === null ? [] : onceEach(paragraphsOf(xml, OPEN_DOCUMENT, new Map(), OPEN_MARGINS));
}

/** First pages, even pages and sections mostly say the same; numbers of pages alone say nothing. */
const onceEach = (lines: readonly string[]): string[] => [...new Set(lines.filter((line) => /\p{L}/u.test(line)))];

/** XML says its encoding; everything these programs write is UTF-8 or UTF-16. */
export function decodedXml(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
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
