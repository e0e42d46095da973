/** The lists of a file of cases: `[name]` on a line of its own, and behind it a line for each case. */
import { readFileSync } from 'node:fs';
import { ROOT } from '../src/evaluate/evaluate.ts';

/** @throws Error when the file has no list of that name */
export function sectionsOf(file: string): (name: string) => string[] {
  const cases = readFileSync(`${ROOT}test/${file}`, 'utf8');
  return (name) => {
    const at = cases.indexOf(`[${name}]`);
    if (at < 0) throw new Error(`test/${file} has no list [${name}]`);
    return cases
      .slice(at + name.length + 2)
      .split('\n[')[0]
      .split('\n')
      .filter((line) => line !== '');
  };
}
