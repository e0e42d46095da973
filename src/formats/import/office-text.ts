/**
 * The text of Word and OpenDocument markup, line by line: without what was deleted, tables row by row, text boxes by themselves. A footnote or endnote follows
 * the paragraph that it is called in as a line of its own, marked; the call itself is no text, for a figure beside a number would be read as one.
 */
import { tidy } from './html-text.ts';
import { xmlEvents } from './xml.ts';

export type Dialect = {
  /** Elements that end a line. */
  paragraphs: ReadonlySet<string>;
  /** Elements whose text is text; null: all. */
  runs: ReadonlySet<string> | null;
  /** Elements whose lines stand by themselves, in the middle of another line: text boxes. */
  boxes: ReadonlySet<string>;
  /** Elements that hold a note in the middle of a line. */
  notes: ReadonlySet<string>;
  /** Elements that call a note which stands elsewhere, by its id. */
  calls: Readonly<Record<string, 'footnote' | 'endnote'>>;
  /** Elements that are passed over with all they hold. */
  skipped: ReadonlySet<string>;
  spaces: Readonly<Record<string, string>>;
};

export const WORD: Dialect = {
  paragraphs: new Set(['p']),
  runs: new Set(['t']),
  boxes: new Set(['txbxContent']),
  notes: new Set(),
  calls: { footnoteReference: 'footnote', endnoteReference: 'endnote' },
  // what old programs show instead of a drawing is the same again
  skipped: new Set(['del', 'moveFrom', 'instrText', 'delText', 'object', 'Fallback']),
  spaces: { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' },
};
export const OPEN_DOCUMENT: Dialect = {
  paragraphs: new Set(['p', 'h']),
  runs: null,
  boxes: new Set(['text-box']),
  notes: new Set(['note-body']),
  calls: {},
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

/** Lines of the notes by their ids, `footnote 2`. */
export type Notes = ReadonlyMap<string, readonly string[]>;
export const NOTE = '[*] ';

/** `only`: elements outside of which nothing is read, e.g. the headers of pages among styles. */
export function paragraphsOf(xml: string, dialect: Dialect, notes: Notes = new Map(), only?: ReadonlySet<string>): string[] {
  const reader = lineReader(dialect, notes);
  let skipping = 0;
  let inside = 0;
  let depth = 0;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (skipping === 0 && (!only || inside > 0) && (dialect.runs !== null || depth > 2)) reader.text(event.text);
      continue;
    }
    depth += event.kind === 'open' ? 1 : -1;
    if (event.kind === 'open' && (skipping > 0 || dialect.skipped.has(event.name))) skipping += 1;
    else if (event.kind === 'close' && skipping > 0) skipping -= 1;
    else {
      if (only?.has(event.name)) inside += event.kind === 'open' ? 1 : -1;
      if (event.kind === 'open') reader.open(event.name, event.attributes);
      else reader.close(event.name);
    }
  }
  return reader.end();
}

function lineReader(dialect: Dialect, notes: Notes) {
  const lines: string[] = [];
  let line = '';
  let inRun = 0;
  let row: string[] | null = null;
  /** Lines that are open around a text box or a note. */
  const around: string[] = [];
  /** Notes that are open, innermost last. */
  const open: string[][] = [];
  /** Notes that were called in the line or row at hand. */
  let called: string[] = [];
  const flushNotes = () => {
    for (const note of called) lines.push(`${NOTE}${note}`);
    called = [];
  };
  const endLine = () => {
    const clean = line
      .split('\n')
      .map(tidy)
      .filter((one) => one !== '')
      .join('\n');
    line = '';
    if (clean !== '') (open.at(-1) ?? row ?? lines).push(clean);
    if (open.length === 0 && row === null && around.length === 0) flushNotes();
  };
  return {
    text(text: string): void {
      if (dialect.runs === null || inRun > 0) line += text;
    },
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      if (dialect.runs?.has(name)) inRun += 1;
      if (dialect.boxes.has(name) || dialect.notes.has(name)) {
        around.push(line);
        line = '';
      }
      if (dialect.notes.has(name)) open.push([]);
      if (name in dialect.calls) called.push(...(notes.get(`${dialect.calls[name]} ${attributes.id}`) ?? []));
      if (name in dialect.spaces) line += dialect.spaces[name];
      if (name === 'tr' || name === 'table-row') row = [];
    },
    close(name: string): void {
      if (dialect.runs?.has(name)) inRun -= 1;
      if (dialect.boxes.has(name) || dialect.notes.has(name)) {
        endLine();
        line = around.pop() ?? '';
        if (dialect.notes.has(name)) called.push(...(open.pop() ?? []));
      }
      if (dialect.paragraphs.has(name)) endLine();
      if ((name === 'tr' || name === 'table-row') && row !== null) {
        if (row.length > 0) lines.push(row.join(' | '));
        row = null;
        flushNotes();
      }
    },
    end(): string[] {
      endLine();
      flushNotes();
      return lines;
    },
  };
}

/** The notes of a part of a Word document; lines that only part them from the text are none. */
export function wordNotes(xml: string, kind: 'footnote' | 'endnote'): Map<string, string[]> {
  const notes = new Map<string, string[]>();
  // each note is an element of its own: it is cut out and read like a small document
  const start = new RegExp(`<(\\w+:)?${kind}\\s([^>]*)>`, 'gu');
  for (let match = start.exec(xml); match !== null; match = start.exec(xml)) {
    const [whole, prefix = '', attributes] = match;
    const end = xml.indexOf(`</${prefix}${kind}>`, match.index);
    if (end < 0) break;
    const id = /(?:^|\s|:)id\s*=\s*["'](-?\d+)["']/u.exec(attributes)?.[1];
    const isRule = /(?:^|\s|:)type\s*=\s*["'](?!normal)/u.test(attributes);
    if (id !== undefined && !isRule && !whole.endsWith('/>'))
      notes.set(`${kind} ${id}`, paragraphsOf(xml.slice(match.index, end), WORD));
    start.lastIndex = end;
  }
  return notes;
}
