/** The CSV twin of a table in an answer: UTF-8 with a mark for spreadsheets; lists stand in one cell. */
import { csvLine, csvStart } from '../formats/export/csv-text.ts';

type Cell = string | number | boolean | null | undefined | string[];

export function csvOf(rows: readonly Record<string, Cell>[], columns: readonly string[]): string {
  const lines = rows.map((row) => csvLine(columns.map((column) => cellOf(row[column]))));
  return csvStart({ bom: true }) + csvLine(columns) + lines.join('');
}

const cellOf = (cell: Cell) => (Array.isArray(cell) ? cell.join(' | ') : cell);
