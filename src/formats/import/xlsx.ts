/** Spreadsheets (XLSX): every sheet that holds reports, read row by row. */
import { tableItems } from './columns.ts';
import type { Context, Format } from './format.ts';
import type { Found } from './found.ts';
import { holds } from './office.ts';
import { type Source, Unreadable } from './source.ts';
import { xmlEvents } from './xml.ts';
import { isZip } from './zip.ts';
import { entrySource, zipEntries } from './zip-reader.ts';

/** Letters of all shared strings together. */
const LARGEST_STRINGS = 128 * 1024 * 1024;
const LARGEST_ELEMENT = 32 * 1024 * 1024;
const MOST_COLUMNS = 1024;

export const xlsx: Format = {
  name: 'xlsx',
  title: 'spreadsheet (XLSX)',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  options: {
    columns: 'which column holds which field: text, headline, outlet, published, url, id',
    outlet: 'name of the publisher where no column tells it',
  },
  recognize: (head) => isZip(head) && holds(head, 'xl/'),
  open: sheetItems,
};

/** Rows of every sheet. A sheet beside another that holds reports may hold anything: it is told, and not read, where no column of it holds a text. */
async function* sheetItems(source: Source, context: Context): AsyncGenerator<Found> {
  const { budget } = context;
  const { entries, at } = await zipEntries(source, budget);
  const sheets = entries
    .filter((entry) => /^xl\/worksheets\/[^/]+\.xml$/u.test(entry.name))
    .sort((a, b) => numberIn(a.name) - numberIn(b.name));
  if (sheets.length === 0) throw new Unreadable('holds no sheets');
  const strings = entries.find((entry) => entry.name === 'xl/sharedStrings.xml');
  const shared = strings === undefined ? [] : await sharedStrings(entrySource(strings, at, strings.name, budget));
  const faults: string[] = [];
  let hasReports = false;
  let withRows = 0;
  for (const [i, sheet] of sheets.entries()) {
    const name = withRows === 0 ? source.name : `${source.name}:sheet ${i + 1}`;
    const rows = rowsOfSheet(entrySource(sheet, at, sheet.name, budget), shared);
    const first = await rows.next();
    if (first.done) continue;
    withRows += 1;
    try {
      for await (const found of tableItems(startedWith(first.value, rows), name, context)) {
        hasReports = true;
        yield found;
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faults.push(`sheet ${i + 1} ${error.message}`);
    }
  }
  if (withRows === 0) throw new Unreadable('holds no rows');
  for (const fault of faults) yield hasReports ? { name: source.name, passed: fault } : { name: source.name, fault };
}

async function* startedWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

const numberIn = (name: string): number => Number(/(\d+)\.xml$/u.exec(name)?.[1] ?? 0);

async function sharedStrings(source: Source): Promise<string[]> {
  const strings: string[] = [];
  let size = 0;
  for await (const xml of elementsOf(source, 'si')) {
    size += xml.length;
    if (size > LARGEST_STRINGS) throw new Unreadable('holds more text than a table of reports does');
    strings.push(stringOf(xml));
  }
  return strings;
}

/** The text of one shared string, without how it is pronounced. */
function stringOf(xml: string): string {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'open') {
      inText = event.name === 't';
      if (event.name === 'rPh') inPhonetic = true;
    } else if (event.kind === 'close') {
      if (event.name === 'rPh') inPhonetic = false;
      inText = false;
    } else if (inText && !inPhonetic) text += event.text;
  }
  return text;
}

async function* rowsOfSheet(source: Source, shared: readonly string[]): AsyncGenerator<string[]> {
  for await (const xml of elementsOf(source, 'row')) yield cellsOf(xml, shared);
}

/** Elements of one name, cut out of the stream one by one, so that a large part is never whole in memory; empty ones as they are. */
async function* elementsOf(source: Source, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const tag = new RegExp(`<((?:\\w+:)?)${name}(?=[\\s/>])`, 'gu');
  let rest = '';
  for await (const chunk of source.chunks()) {
    rest += decoder.decode(chunk, { stream: true });
    let from = 0;
    for (;;) {
      tag.lastIndex = from;
      const open = tag.exec(rest);
      if (open === null) {
        // the beginning of a tag may be cut off
        from = Math.max(from, rest.length - 40);
        break;
      }
      from = open.index;
      const start = rest.indexOf('>', from);
      if (start < 0) break;
      const close = `</${open[1]}${name}>`;
      const end = rest[start - 1] === '/' ? start + 1 : rest.indexOf(close, start);
      if (end < 0) break;
      yield rest.slice(from, end);
      from = end;
    }
    rest = rest.slice(from);
    if (rest.length > LARGEST_ELEMENT) throw new Unreadable('has a row larger than 32 MiB');
  }
}

function cellsOf(xml: string, shared: readonly string[]): string[] {
  const cells: string[] = [];
  let column = -1;
  let type = '';
  let value = '';
  let inValue = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'open') {
      if (event.name === 'c') {
        column = event.attributes.r ? columnOf(event.attributes.r) : column + 1;
        type = event.attributes.t ?? '';
        value = '';
      }
      inValue = event.name === 'v' || event.name === 't';
    } else if (event.kind === 'text') {
      if (inValue) value += event.text;
    } else {
      inValue = false;
      if (event.name === 'c' && column < MOST_COLUMNS) {
        while (cells.length < column) cells.push('');
        cells[column] = type === 's' ? (shared[Number(value)] ?? '') : value;
      }
    }
  }
  return cells;
}

/** "BC12" is the 55th column. */
function columnOf(reference: string): number {
  let n = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    n = n * 26 + (code - 64);
  }
  return Math.max(0, n - 1);
}
