/** Which column of a table holds what: by a mapping that is given, else by the names of the columns. And a row made into a report. */

import type { Context, ImportOptions, PageWords } from './format.ts';
import { bareReport, type Found } from './found.ts';
import { tidy } from './html-text.ts';
import { phraseKey } from './page-words.ts';
import { asciiDigits, dayIn } from './published-day.ts';
import { Unreadable } from './source.ts';

export const FIELDS = ['text', 'headline', 'outlet', 'published', 'url', 'id'] as const;
export type Field = (typeof FIELDS)[number];
/** Index of the column of each field. */
export type Mapping = Partial<Record<Field, number>>;

export function mappingOf(header: readonly string[], options: ImportOptions, words: PageWords): Mapping {
  const keys = header.map(phraseKey);
  const mapping: Mapping = {};
  if (options.columns) {
    for (const [field, column] of Object.entries(options.columns)) {
      if (!(FIELDS as readonly string[]).includes(field))
        throw new Unreadable(`cannot be mapped: there is no field "${field}"; fields are ${FIELDS.join(', ')}`);
      const at = keys.indexOf(phraseKey(column));
      if (at < 0) throw new Unreadable(`has no column "${column}"; its columns are ${header.slice(0, 30).join(', ')}`);
      mapping[field as Field] = at;
    }
  } else {
    for (const [at, key] of keys.entries()) {
      const field = ((FIELDS as readonly string[]).includes(key) ? key : words.columns.get(key)) as Field | undefined;
      if (field !== undefined && mapping[field] === undefined) mapping[field] = at;
    }
  }
  if (mapping.text === undefined)
    throw new Unreadable(
      `has no column that is known to hold the text; name it with --columns text=COLUMN. Its columns are: ${header.slice(0, 30).join(', ')}`,
    );
  return mapping;
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
  const kept = Object.fromEntries(header.map((column, i) => [column === '' ? `column ${i + 1}` : column, row[i] ?? '']));
  const columnOf = (field: Field): string => `column ${header[mapping[field] as number]}`;
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
            .map((field) => `${field} from ${header[mapping[field] as number]}`)
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

/** Rows of a table as reports, whatever it came from. The first row that is not empty names the columns. */
export async function* tableItems(
  rows: AsyncIterable<readonly string[]>,
  name: string,
  { options, pageWords }: Context,
): AsyncGenerator<Found> {
  let header: readonly string[] | null = null;
  let mapping: Mapping = {};
  let n = 0;
  for await (const row of rows) {
    n += 1;
    if (row.every((cell) => cell.trim() === '')) continue;
    if (header === null) {
      header = row.map(tidy);
      mapping = mappingOf(header, options, pageWords);
    } else yield rowReport(row, header, mapping, `${name}:${n}`, n, pageWords);
  }
  if (header === null) throw new Unreadable('holds no rows');
}
