/** Which columns people said hold what, kept beside the ledger by the names of the columns, so that the next table of that form need not be explained again. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Columns, TableColumns } from '../formats/import/index.ts';

const MOST = 500;
const fileOf = (ledgerFile: string): string => `${ledgerFile}.columns.json`;
const keyOf = (header: readonly string[]): string => JSON.stringify(header);

export function savedColumns(ledgerFile: string): (header: readonly string[]) => Columns | null {
  const saved = new Map(readSaved(ledgerFile).map((one) => [keyOf(one.header), one.columns]));
  return (header) => saved.get(keyOf(header)) ?? null;
}

/** What is said last about a form of table holds. */
export function saveColumns(ledgerFile: string, tables: readonly TableColumns[]): void {
  if (tables.length === 0) return;
  const fresh = new Set(tables.map(({ header }) => keyOf(header)));
  const list = [...readSaved(ledgerFile).filter(({ header }) => !fresh.has(keyOf(header))), ...tables].slice(-MOST);
  const file = fileOf(ledgerFile);
  writeFileSync(`${file}.part`, `${JSON.stringify(list, null, 2)}\n`);
  renameSync(`${file}.part`, file);
}

function readSaved(ledgerFile: string): TableColumns[] {
  if (!existsSync(fileOf(ledgerFile))) return [];
  try {
    const list = JSON.parse(readFileSync(fileOf(ledgerFile), 'utf8'));
    return Array.isArray(list) ? list.filter((one) => Array.isArray(one?.header) && typeof one.columns === 'object') : [];
  } catch {
    return [];
  }
}
