/** How the paths of an import are written into its record, and read from it when it is tried again. */
import { resolve } from 'node:path';

export function sourceOfPaths(paths: readonly string[]): string {
  const whole = paths.map((path) => resolve(path));
  return whole.some((path) => /\s|^\[/u.test(path)) ? JSON.stringify(whole) : whole.join(' ');
}

export const pathsOfSource = (source: string): string[] =>
  source.startsWith('[') ? (JSON.parse(source) as string[]) : source.split(' ');
