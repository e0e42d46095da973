/** CSV as RFC 4180 has it, with no cell that a spreadsheet would run as a formula. */

export type CsvCell = string | number | boolean | null | undefined;
export type CsvOptions = {
  /** A mark at the start, by which spreadsheets know UTF-8. */
  bom?: boolean;
};

/** Signs at which spreadsheets start a formula, in ASCII and full width, also behind signs that nobody sees. */
const FORMULA = /^[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
const QUOTED = /[",\r\n]|^\s|\s$/u;

export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export function csvStart({ bom = false }: CsvOptions = {}): string {
  return bom ? '\ufeff' : '';
}

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
