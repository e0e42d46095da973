/** Which column holds which field, as people write it in one line: `text=Body,published="Date, local"`. A name with a comma or a quotation mark stands in marks, doubled inside. */
import type { Columns } from '../formats/import/index.ts';

const PAIR = /\s*([^=,"]+?)\s*=\s*(?:"((?:[^"]|"")*)"|([^,"][^,]*?|))\s*(?:,|$)/uy;

/** Null: it is not written so. */
export function columnsIn(line: string): Columns | null {
  const columns: Record<string, string> = {};
  PAIR.lastIndex = 0;
  while (PAIR.lastIndex < line.length) {
    const pair = PAIR.exec(line);
    const name = pair?.[2]?.replaceAll('""', '"') ?? pair?.[3] ?? '';
    if (!pair || name === '') return null;
    columns[pair[1]] = name;
  }
  return Object.keys(columns).length === 0 ? null : columns;
}

export function columnsLine(columns: Columns): string {
  return Object.entries(columns)
    .map(([field, name]) => `${field}=${/[",]|^\s|\s$/u.test(name) ? `"${name.replaceAll('"', '""')}"` : name}`)
    .join(',');
}

/** One mapping or several, as a list. */
export const columnLists = (columns: Columns | readonly Columns[] | undefined): readonly Columns[] =>
  columns === undefined ? [] : Array.isArray(columns) ? columns : [columns as Columns];
