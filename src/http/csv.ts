/** The CSV twin of a table: UTF-8 with a mark for spreadsheets, and no cell that a spreadsheet would run. */
import { stringify } from 'csv-stringify/sync';

type Cell = string | number | boolean | null | undefined | string[];

export function csvOf(rows: readonly Record<string, Cell>[], columns: readonly string[]): string {
  const table = rows.map((row) => columns.map((column) => cellText(row[column])));
  return stringify([columns as string[], ...table], { bom: true });
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = Array.isArray(cell) ? cell.join(' | ') : cell;
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
