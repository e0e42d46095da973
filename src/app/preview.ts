/** The beginning of what would be imported, before anything is kept: tables with their columns and what each is taken for, first items with what is known of them. */

import { LIMITS } from '../formats/import/budget.ts';
import { type Found, fileSource, type ImportOptions, openSource, type SeenTable } from '../formats/import/index.ts';
import { type FileToOpen, itemOf } from './items.ts';

export type PreviewItem =
  | { name: string; outlet: string | null; published: string | null; url: string | null; start: string; by: string }
  | { name: string; reason: string; isPassed: boolean };
export type Preview = {
  files: number;
  tables: SeenTable[];
  items: PreviewItem[];
  /** There is more than what is shown. */
  isMore: boolean;
};

/** Items of one file, of all files, and tables that are shown; letters of a cell. */
const MOST_OF_FILE = 5;
const MOST_ITEMS = 20;
const MOST_TABLES = 30;
const LONGEST_CELL = 300;
const START = 160;
const MOST_MS = 10_000;

export async function previewOf(
  files: readonly FileToOpen[],
  options: ImportOptions,
  now = () => performance.now(),
): Promise<Preview> {
  const tables: SeenTable[] = [];
  const items: PreviewItem[] = [];
  const until = now() + MOST_MS;
  let isMore = false;
  for (const file of files) {
    // tables are looked for in all files, however many items were shown
    if (tables.length >= MOST_TABLES || now() > until) {
      isMore = true;
      break;
    }
    let n = 0;
    for await (const item of itemsIn(file, options, tables)) {
      if (items.length >= MOST_ITEMS || n >= MOST_OF_FILE) {
        isMore = true;
        break;
      }
      items.push(item);
      n += 1;
    }
  }
  return { files: files.length, tables, items, isMore };
}

async function* itemsIn(
  { path, name, passed }: FileToOpen,
  options: ImportOptions,
  tables: SeenTable[],
): AsyncGenerator<PreviewItem> {
  if (passed !== undefined) return yield { name, reason: passed, isPassed: true };
  const onTable = (table: SeenTable) => {
    if (tables.length < MOST_TABLES) tables.push(cut(table));
  };
  try {
    for await (const found of openSource(fileSource(path, name), options, LIMITS, onTable)) yield shown(found, path);
  } catch (error) {
    yield { name, reason: `cannot be read: ${(error as Error).message}`, isPassed: false };
  }
}

function shown(found: Found, path: string): PreviewItem {
  const item = itemOf(found, path);
  if (item.report === null) return { name: item.name, reason: item.fault, isPassed: item.isPassed === true };
  const { outlet, published, url, text, tool } = item.report;
  return { name: item.name, outlet, published, url, start: text.replace(/\s+/gu, ' ').slice(0, START), by: tool };
}

const cut = (table: SeenTable): SeenTable => ({
  ...table,
  rows: table.rows.map((row) => row.slice(0, table.header.length).map((cell) => cell.slice(0, LONGEST_CELL))),
});
