/** Exports that are one CSV table: columns with their HXL hashtags, and the rows. */
import { type CsvCell, csvLine, csvStart } from './csv-text.ts';
import type { FileFormat } from './format.ts';
import type { ExportSource } from './source.ts';

export type Column<Row> = { name: string /** Empty where HXL has no fitting tag. */; tag: string; value: (row: Row) => CsvCell };
export type Table<Row> = {
  name: string;
  title: string;
  loses: readonly string[];
  columns: readonly Column<Row>[];
  rows: (source: ExportSource) => AsyncIterable<Row>;
};

export function tableFormat<Row>({ name, title, loses, columns, rows }: Table<Row>): FileFormat {
  return {
    kind: 'file',
    name,
    title,
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    options: ['bom', 'hxl'],
    loses,
    async *write(source, { bom = false, hxl = false }) {
      yield csvStart({ bom }) + csvLine(columns.map((column) => column.name));
      if (hxl) yield csvLine(columns.map((column) => column.tag));
      for await (const row of rows(source)) yield csvLine(columns.map((column) => column.value(row)));
    },
  };
}
