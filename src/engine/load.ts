/** Reads the data files of the repository (or of an installed package) from disk. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type DataFile = { file: string; readonly text: string };

/** The files the engine is built from: words of one language, registries, gazetteer. `hash` is SHA-256 over names and contents. */
export type EngineData = { words: DataFile[]; actors: DataFile[]; outlets: DataFile[]; places: DataFile[]; hash: string };

/** Where `data/` lies: beside `src/` in the repository, beside the bundle when installed. */
export function dataFolder(): string {
  for (const relative of ['../../data/', '../data/', './data/']) {
    const folder = fileURLToPath(new URL(relative, import.meta.url));
    if (existsSync(`${folder}ar/cues.yml`)) return folder;
  }
  throw new Error('the folder data/ was not found beside the program: reinstall isnad');
}

/** When the compiled data are at hand, most files are never read as text. */
function decodedWhenAsked(file: string, bytes: Buffer): DataFile {
  let text: string | null = null;
  return {
    file,
    get text() {
      text ??= bytes.toString('utf8');
      return text;
    },
  };
}

/** Words that only reconciliation needs. */
const notForReading = new Set(['reconcile.yml']);

export function loadData(folder: string = dataFolder(), language = 'ar'): EngineData {
  const hash = createHash('sha256');
  const read = (sub: string, extension: string): DataFile[] => {
    if (!existsSync(folder + sub)) return [];
    const files: DataFile[] = [];
    for (const name of readdirSync(folder + sub).sort()) {
      if (!name.endsWith(extension) || notForReading.has(name)) continue;
      const bytes = readFileSync(`${folder + sub}/${name}`);
      hash.update(`${sub}/${name}\0`).update(bytes);
      files.push(decodedWhenAsked(`data/${sub}/${name}`, bytes));
    }
    return files;
  };
  const words = read(language, '.yml');
  const actors = read('actors', '.yml');
  const outlets = read('outlets', '.yml');
  const places = read('places', '.tsv');
  return { words, actors, outlets, places, hash: hash.digest('hex') };
}
