/** The files of one folder of `data/`, for the tests of the registries. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export function readDataFiles(folder: string): { file: string; text: string }[] {
  const path = fileURLToPath(new URL(`../../data/${folder}/`, import.meta.url));
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith('.yml'));
  return names.sort().map((name) => ({ file: `data/${folder}/${name}`, text: readFileSync(path + name, 'utf8') }));
}
