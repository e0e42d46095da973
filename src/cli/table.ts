/** Tables for people and for programs: aligned text, CSV, JSON or JSON lines of the same rows. */
import { csvLine } from '../formats/export/csv-text.ts';
import type { Lang } from './words.ts';

export const TABLE_FORMATS = ['text', 'csv', 'json', 'jsonl'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export type TableColumn<Row> = {
  /** In CSV and JSON. */
  name: string;
  /** For people. */
  title: string;
  value: (row: Row) => string | number | boolean | null | object;
  /** What people see, where it differs from the value. */
  shown?: (row: Row) => string;
  /** Never cut: people copy it. */
  isWhole?: boolean;
};

const WIDEST = 48;
const RIGHT_TO_LEFT_MARK = '\u200f';

export function tableText<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  format: TableFormat,
  lang: Lang,
): string {
  if (format === 'json')
    return `${JSON.stringify(
      rows.map((row) => objectOf(row, columns)),
      null,
      2,
    )}\n`;
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(objectOf(row, columns))}\n`).join('');
  if (format === 'csv')
    return (
      csvLine(columns.map((column) => column.name)) +
      rows.map((row) => csvLine(columns.map((column) => cellOf(column.value(row))))).join('')
    );
  return aligned(rows, columns, lang);
}

function objectOf<Row>(row: Row, columns: readonly TableColumn<Row>[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column.name, column.value(row)]));
}

function aligned<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[], lang: Lang): string {
  const shown = (row: Row, column: TableColumn<Row>): string => {
    const value = column.shown ? column.shown(row) : (column.value(row) ?? '–');
    const text = String(value).replace(/\s+/gu, ' ');
    return column.isWhole ? text : cut(text, WIDEST);
  };
  const cells = [columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => shown(row, column)))];
  const isNumber = columns.map((column) => rows.length > 0 && rows.every((row) => typeof column.value(row) === 'number'));
  const widths = columns.map((_, i) => cells.reduce((most, line) => Math.max(most, widthOf(line[i])), 0));
  // A line of an Arabic table starts at the right, whatever stands in its first cell.
  const start = lang === 'ar' ? RIGHT_TO_LEFT_MARK : '';
  return cells
    .map(
      (line) =>
        start +
        line
          .map((cell, i) => padded(cell, widths[i], isNumber[i], i === line.length - 1))
          .join('  ')
          .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function padded(cell: string, width: number, isNumber: boolean, isLast: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(cell)));
  if (isNumber) return space + cell;
  return isLast ? isolated(cell) : isolated(cell) + space;
}

/** Words keep their own direction and leave that of the line alone. */
export function isolated(text: string): string {
  return /[^\u0020-\u007e]/u.test(text) ? `\u2068${text}\u2069` : text;
}

const UNSEEN = /[\p{M}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Columns a terminal gives a text. */
export function widthOf(text: string): number {
  return [...text.replace(UNSEEN, '')].length;
}

export function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  const signs = [...text];
  let end = signs.length;
  while (widthOf(signs.slice(0, end).join('')) > most - 1) end -= 1;
  return `${signs.slice(0, end).join('')}…`;
}

function cellOf(value: string | number | boolean | null | object): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
