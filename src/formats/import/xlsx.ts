/** Spreadsheets (XLSX): the first sheet that has rows, read row by row. */
import { tableItems } from './columns.ts';
import type { Context, Format } from './format.ts';
import { decodedXml, holds } from './office.ts';
import { type Source, Unreadable } from './source.ts';
import { xmlEvents } from './xml.ts';
import { isZip } from './zip.ts';
import { entryBytes, entrySource, zipEntries } from './zip-reader.ts';

const LARGEST_XML = 128 * 1024 * 1024;
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
  open: (source, context) => tableItems(sheetRows(source, context), source.name, context),
};

export async function* sheetRows(source: Source, { budget }: Context): AsyncGenerator<string[]> {
  const { entries, at } = await zipEntries(source, budget);
  const strings = await entryBytes(entries, at, 'xl/sharedStrings.xml', budget, LARGEST_XML);
  const shared = strings === null ? [] : sharedStrings(decodedXml(strings));
  const sheets = entries
    .filter((entry) => /^xl\/worksheets\/[^/]+\.xml$/u.test(entry.name))
    .sort((a, b) => numberIn(a.name) - numberIn(b.name));
  if (sheets.length === 0) throw new Unreadable('holds no sheets');
  for (const sheet of sheets) {
    let hasRows = false;
    for await (const row of rowsOfSheet(entrySource(sheet, at, sheet.name, budget), shared)) {
      hasRows = true;
      yield row;
    }
    if (hasRows) return;
  }
}

const numberIn = (name: string): number => Number(/(\d+)\.xml$/u.exec(name)?.[1] ?? 0);

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'open') {
      if (event.name === 'si') text = '';
      inText = event.name === 't';
      if (event.name === 'rPh') inPhonetic = true;
    } else if (event.kind === 'close') {
      if (event.name === 'si') strings.push(text);
      if (event.name === 'rPh') inPhonetic = false;
      inText = false;
    } else if (inText && !inPhonetic) text += event.text;
  }
  return strings;
}

/** Rows are cut out of the stream one by one, so that a large sheet is never whole in memory. */
async function* rowsOfSheet(source: Source, shared: readonly string[]): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of source.chunks()) {
    rest += decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = rest.indexOf('</row>'); end >= 0; end = rest.indexOf('</row>', from)) {
      const start = rest.indexOf('<row', from);
      if (start >= 0 && start < end) yield cellsOf(rest.slice(start, end + 6), shared);
      from = end + 6;
    }
    rest = rest.slice(from);
    if (rest.length > 32 * 1024 * 1024) throw new Unreadable('has a row larger than 32 MiB');
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
