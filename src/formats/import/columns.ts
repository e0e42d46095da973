/** Which column of a table holds what: by a mapping that is given, else by the names of the columns. And a row made into a report. */

import type { Columns, Context, ImportOptions, PageWords } from './format.ts';
import { bareReport, type Found } from './found.ts';
import { tidy } from './html-text.ts';
import { phraseKey } from './page-words.ts';
import { asciiDigits, dayIn } from './published-day.ts';
import { Unreadable } from './source.ts';

export const FIELDS = ['text', 'headline', 'outlet', 'published', 'url', 'id'] as const;
export type Field = (typeof FIELDS)[number];
/** Index of the column of each field. */
export type Mapping = Partial<Record<Field, number>>;

export function mappingOf(header: readonly string[], { columns, tables = [] }: ImportOptions, words: PageWords): Mapping {
  const shown = JSON.stringify(shownHeader(header));
  const own = tables.find((one) => JSON.stringify(one.header) === shown);
  const given: readonly Columns[] = own
    ? [own.columns]
    : columns === undefined
      ? []
      : Array.isArray(columns)
        ? columns
        : [columns as Columns];
  for (const one of given) checkFields(one);
  const fitting = given.find((one) => Object.values(one).every((column) => placeOf(column, header) >= 0));
  let mapping: Mapping = {};
  if (fitting) for (const [field, column] of Object.entries(fitting)) mapping[field as Field] = placeOf(column, header);
  else if (given.length === 1) {
    const missing = Object.values(given[0]).find((column) => placeOf(column, header) < 0);
    throw new Unreadable(`has no column "${missing}"; its columns are ${header.slice(0, 30).join(', ')}`);
  } else mapping = mappingByNames(header, words);
  if (mapping.text === undefined)
    throw new Unreadable(
      `has no column that is known to hold the text; name it with --columns text=COLUMN. Its columns are: ${header.slice(0, 30).join(', ')}`,
    );
  return mapping;
}

/** What the names of the columns say. */
export function mappingByNames(header: readonly string[], words: PageWords): Mapping {
  const mapping: Mapping = {};
  for (const [at, name] of header.entries()) {
    const key = phraseKey(name);
    const field = (isField(key) ? key : words.columns.get(key)) as Field | undefined;
    if (field !== undefined && mapping[field] === undefined) mapping[field] = at;
  }
  return mapping;
}

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

function checkFields(columns: Columns): void {
  const wrong = Object.keys(columns).find((field) => !isField(field));
  if (wrong !== undefined)
    throw new Unreadable(`cannot be mapped: there is no field "${wrong}"; fields are ${FIELDS.join(', ')}`);
}

const LONGEST_NAME = 300;
/** The names of the columns as people are shown them, and as a form of table is remembered. */
export const shownHeader = (header: readonly string[]): string[] =>
  header.map((_, at) => columnName(header, at).slice(0, LONGEST_NAME));

/** A column without a name is called by its number. */
export const columnName = (header: readonly string[], at: number): string => header[at] || `column ${at + 1}`;

/** By its name as it is written, else as it is compared; -1: there is none. */
function placeOf(column: string, header: readonly string[]): number {
  const whole = header.findIndex(
    (_, at) => columnName(header, at).slice(0, LONGEST_NAME) === tidy(column).slice(0, LONGEST_NAME),
  );
  return whole >= 0 || phraseKey(column) === '' ? whole : header.map(phraseKey).indexOf(phraseKey(column));
}

export function rowReport(
  row: readonly string[],
  header: readonly string[],
  mapping: Mapping,
  name: string,
  n: number,
  words: PageWords,
): Found {
  const cell = (field: Field): string | null => {
    const at = mapping[field];
    const value = at === undefined ? '' : tidy(row[at] ?? '');
    return value === '' ? null : value;
  };
  const body = mapping.text === undefined ? '' : (row[mapping.text] ?? '').trim();
  if (body === '') return { name, fault: 'has no text in its row' };
  const stated = cell('published');
  const day = stated === null ? null : (dayIn(stated, words.months) ?? serialDay(stated));
  if (stated !== null && day === null) return { name, fault: `published "${stated.slice(0, 60)}" can be read as no one day` };
  const headline = cell('headline');
  const outlet = cell('outlet');
  const text = headline === null ? body : `${headline}\n\n${body}`;
  const kept = Object.fromEntries(header.map((_, i) => [columnName(header, i), row[i] ?? '']));
  const columnOf = (field: Field): string => `column ${columnName(header, mapping[field] as number)}`;
  return {
    name,
    report: {
      ...bareReport(Buffer.from(JSON.stringify(kept)), text.toWellFormed(), 'application/json'),
      id: cell('id'),
      item: String(n),
      url: cell('url'),
      headline,
      outlet: outlet === null ? null : { value: outlet, from: columnOf('outlet'), confidence: 'certain' },
      published: day === null ? null : { value: day.day, from: `${columnOf('published')}: ${stated}`, confidence: 'certain' },
      steps: [
        {
          kind: 'row-taken',
          tool: `row ${n}: ${FIELDS.filter((field) => mapping[field] !== undefined)
            .map((field) => `${field} from ${columnName(header, mapping[field] as number)}`)
            .join(', ')}`,
        },
      ],
    },
  };
}

/** A day as spreadsheets count them, from 1900. */
function serialDay(text: string): { day: string } | null {
  const serial = Number(asciiDigits(text));
  if (!(serial > 20_000 && serial < 80_000)) return null;
  return { day: new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 10) };
}

/** Rows shown of a table before anything is read from it. */
const ROWS_SHOWN = 5;

/** Rows of a table as reports, whatever it came from. The first row that is not empty names the columns. */
export async function* tableItems(
  rows: AsyncIterable<readonly string[]>,
  name: string,
  context: Context,
  { isStrict = false }: { isStrict?: boolean } = {},
): AsyncGenerator<Found> {
  const { options, pageWords } = context;
  let header: readonly string[] | null = null;
  let mapping: Mapping = {};
  let n = 0;
  for await (const row of context.onTable ? shownFirst(rows, name, context) : rows) {
    n += 1;
    if (row.every((cell) => cell.trim() === '')) continue;
    if (header === null) {
      header = row.map(tidy);
      mapping = mappingOf(header, options, pageWords);
    } else if (isStrict && row.slice(header.length).some((cell) => cell.trim() !== ''))
      yield {
        name: `${name}:${n}`,
        fault: `has ${row.length} cells where the table has ${header.length} columns: a quotation mark may be missing`,
      };
    else yield rowReport(row, header, mapping, `${name}:${n}`, n, pageWords);
  }
  if (header === null) throw new Unreadable('holds no rows');
}

/** The same rows, after whoever wants to see the table has seen its beginning. */
async function* shownFirst(
  rows: AsyncIterable<readonly string[]>,
  name: string,
  { options, pageWords, onTable }: Context,
): AsyncGenerator<readonly string[]> {
  const first: (readonly string[])[] = [];
  let isShown = false;
  const show = () => {
    isShown = true;
    const [header, ...rest] = first.filter((row) => row.some((cell) => cell.trim() !== ''));
    if (header === undefined) return;
    const names = header.map(tidy);
    const seen = { name, header: shownHeader(names), rows: rest };
    try {
      const mapping = Object.entries(mappingOf(names, options, pageWords));
      onTable?.({
        ...seen,
        mapping: Object.fromEntries(mapping.map(([field, at]) => [field, seen.header[at]])),
        fault: null,
      });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      onTable?.({ ...seen, mapping: null, fault: error.message });
    }
  };
  try {
    for await (const row of rows) {
      if (first.length <= ROWS_SHOWN) {
        first.push(row);
        if (first.length <= ROWS_SHOWN) continue;
        show();
        yield* first;
      } else yield row;
    }
  } finally {
    // a table that is cut off is shown as far as it goes
    if (!isShown) show();
  }
  if (first.length <= ROWS_SHOWN) yield* first;
}
