/** How the paths of an import, and what was told about them, are written into its record, and read from it when it is tried again. */
import { resolve } from 'node:path';
import type { ImportOptions } from '../formats/import/index.ts';
import { columnLists, columnsLine } from './columns-told.ts';

/** As words where that is enough; else a list of the paths, and of what was told behind them. */
export function sourceOfPaths(paths: readonly string[], { outlet, columns, tables }: ImportOptions = {}): string {
  const whole = paths.map((path) => resolve(path));
  const told = { ...(outlet ? { outlet } : {}), ...(columns ? { columns } : {}), ...(tables ? { tables } : {}) };
  if (Object.keys(told).length > 0) return JSON.stringify([...whole, told]);
  return whole.some((path) => /\s|^\[/u.test(path)) ? JSON.stringify(whole) : whole.join(' ');
}

export function pathsOfSource(source: string): string[] {
  return listOf(source).filter((one) => typeof one === 'string');
}

/** The publisher and the columns that were named when it was imported. */
export function optionsOfSource(source: string): ImportOptions {
  return (listOf(source).find((one) => typeof one === 'object') ?? {}) as ImportOptions;
}

/** For people: the paths, and what was told about them. */
export function sourceShown(source: string): string {
  const { outlet, columns, tables = [] } = optionsOfSource(source);
  const told = [
    ...(outlet ? [`outlet ${outlet}`] : []),
    ...[...tables.map((table) => table.columns), ...columnLists(columns)].map(columnsLine),
  ];
  return `${pathsOfSource(source).join(' ')}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}

const listOf = (source: string): unknown[] => (source.startsWith('[') ? JSON.parse(source) : source.split(' '));
