/** Tables as text: CSV with commas, semicolons, tabs or bars, in every encoding that reports come in. */
import { mappingByNames, tableItems } from './columns.ts';
import { decodeText } from './encoding.ts';
import type { Format } from './format.ts';
import { pageWords } from './page-words.ts';
import { type Source, Unreadable } from './source.ts';
import { streamThrough } from './stream-through.ts';

const LARGEST_ROW = 4 * 1024 * 1024;
const LONGEST_HEADER = 2000;
const DELIMITERS = [',', ';', '\t', '|'] as const;

export const csv: Format = {
  name: 'csv',
  title: 'table (CSV)',
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  options: {
    columns: 'which column holds which field: text, headline, outlet, published, url, id',
    outlet: 'name of the publisher where no column tells it',
  },
  recognize: (head) => {
    const text = decodeText(head).text ?? decodeText(head.subarray(0, head.lastIndexOf(10) + 1)).text;
    return text !== null && delimiterOf(text) !== null;
  },
  open: (source, context) => tableItems(rowsOf(source), source.name, context, { isStrict: true }),
};

export async function* rowsOf(source: Source): AsyncGenerator<string[]> {
  const whole = source.head.lastIndexOf(10) + 1;
  const decoded = decodeText(
    source.size !== null && source.size <= source.head.length
      ? source.head
      : source.head.subarray(0, whole || source.head.length),
  );
  if (decoded.text === null) throw new Unreadable(decoded.reason);
  const delimiter = delimiterOf(decoded.text) ?? ',';
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LARGEST_ROW,
  });
  const decoder = new TextDecoder(decoded.encoding);
  const texts = async function* () {
    for await (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
  try {
    yield* streamThrough<string[]>(texts(), parser);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(faultOf(error as Error & { code?: string }));
  }
}

function faultOf({ code, message }: Error & { code?: string }): string {
  if (code === 'CSV_MAX_RECORD_SIZE') return 'has a row larger than 4 MiB: a quotation mark may be missing';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'ends inside a quotation: it is cut off, or a quotation mark is missing';
  return `cannot be read as a table: ${message.slice(0, 120)}`;
}

/** The delimiter that parts the first line into names of columns that are known, else the one that parts the first lines into as many cells each; null: it is no table. */
function delimiterOf(text: string): string | null {
  const named = delimiterOfHeader(text);
  if (named !== null) return named;
  const lines = unquotedLines(text, 6);
  if (lines.length < 2) return null;
  let best: string | null = null;
  let most = 1;
  for (const delimiter of DELIMITERS) {
    const cells = lines.map((line) => line.split(delimiter).length);
    // sentences have commas too, but not as many on every line
    if (cells[0] > most && cells.every((n) => n === cells[0])) {
      best = delimiter;
      most = cells[0];
    }
  }
  return best;
}

/** A first line that names a text and something else is the header of a table, whatever follows it, also where nothing does. */
function delimiterOfHeader(text: string): string | null {
  const first = text.slice(0, LONGEST_HEADER).trimStart().split(/\r?\n/u, 1)[0];
  if (first.length >= LONGEST_HEADER) return null;
  for (const delimiter of DELIMITERS) {
    const cells = first.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
    const known = mappingByNames(cells, pageWords());
    // a sentence may hold such a word; a header holds little else
    if (known.text !== undefined && Object.keys(known).length >= Math.max(2, cells.length / 2)) return delimiter;
  }
  return null;
}

/** The first lines with what stands in quotation marks left out. */
function unquotedLines(text: string, count: number): string[] {
  const lines: string[] = [];
  let line = '';
  let inQuotes = false;
  for (let i = 0; i < text.length && lines.length < count; i++) {
    const c = text[i];
    if (c === '"') inQuotes = !inQuotes;
    else if (c === '\n' && !inQuotes) {
      if (line.trim() !== '') lines.push(line);
      line = '';
    } else if (!inQuotes) line += c;
  }
  if (lines.length < count && line.trim() !== '' && !inQuotes && text.length < 60_000) lines.push(line);
  return lines;
}
