/**
 * Keeps the compiled data of the engine in a file, so that only the first start builds it. The file is named by everything it depends on (the data, the code
 * that compiles them, the version of Node) and begins with a checksum of what follows. Whatever is wrong with it or with the disk, the data are built anew.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { type Compiled, compile, open, type Stored, store } from './compile.ts';
import type { EngineData } from './load.ts';

const NAME = /^words-[0-9a-f]{32}\.bin$/;
const UNFINISHED = /^words-.*\.tmp$/;
const CHECKSUM = 32;
/** Files of other versions that stay: several may be in use on one machine. */
const KEPT = 3;
const HOUR = 3_600_000;

/** @param folder where the file lies; null builds without keeping */
export function compiled(data: EngineData, folder: string | null): Compiled {
  const key = folder === null ? null : keyOf(data);
  if (folder === null || key === null) return compile(data);
  const path = join(folder, `words-${key}.bin`);
  const kept = read(path);
  if (kept !== null) return open(kept);
  const built = compile(data);
  if (write(folder, path, store(built))) prune(folder, path);
  return built;
}

function read(path: string): Stored | null {
  try {
    const bytes = readFileSync(path);
    const body = bytes.subarray(CHECKSUM);
    return checksum(body).equals(bytes.subarray(0, CHECKSUM)) ? deserialize(body) : null;
  } catch {
    return null;
  }
}

/** Written beside its place and renamed: another process sees the whole file or none. */
function write(folder: string, path: string, stored: Stored): boolean {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const body = serialize(stored);
    writeFileSync(unfinished, Buffer.concat([checksum(body), body]), { mode: 0o600 });
    renameSync(unfinished, path);
    return true;
  } catch {
    try {
      rmSync(unfinished, { force: true });
    } catch {
      // the folder itself is none
    }
    return false;
  }
}

function prune(folder: string, own: string): void {
  try {
    const others: { path: string; at: number }[] = [];
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (path === own) continue;
      if (NAME.test(name)) others.push({ path, at: statSync(path).mtimeMs });
      else if (UNFINISHED.test(name) && Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { force: true });
    }
    others.sort((a, b) => b.at - a.at);
    for (const { path } of others.slice(KEPT)) rmSync(path, { force: true });
  } catch {
    // another process pruned at the same time
  }
}

const checksum = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Layers whose code decides what is compiled. */
const LAYERS = ['text', 'lexicon', 'languages', 'link', 'engine'];

/** Hash of all that the compiled form depends on; null where the code does not lie beside this file as it does in the repository. */
function keyOf(data: EngineData): string | null {
  const hash = createHash('sha256').update(`${data.hash}\0${process.version}\0${process.arch}\0`);
  try {
    for (const layer of LAYERS) {
      const folder = fileURLToPath(new URL(`../${layer}/`, import.meta.url));
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
        hash.update(`${layer}/${name}\0`).update(readFileSync(join(folder, name)));
      }
    }
  } catch {
    return null;
  }
  return hash.digest('hex').slice(0, 32);
}
