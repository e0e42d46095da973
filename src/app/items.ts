/** What an import takes in: files and folders, opened by the importer that knows them, one item after the other. */
import { createHash } from 'node:crypto';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Found, fileSource, type ImportOptions, openSource } from '../formats/import/index.ts';
import type { Received, Stage } from '../ledger/index.ts';
import { receivedOf } from './received-from-found.ts';

/** One report of a file, or the reason why a part of it is none; `isPassed`: it is none, and nothing is wrong with that. */
export type Item =
  | { name: string; report: Received; fault: null }
  /** `stage`: where on its way it failed. */
  | { name: string; report: null; fault: string; isPassed?: boolean; stage?: Stage };
/** `size`: bytes of the sources that this item and those before it took up. */
export type Sized = { item: Item; size: number };
/** `passed`: why it is not opened. */
export type FileToOpen = { path: string; name: string; size: number; passed?: string };

const HIDDEN = /^\./u;

/**
 * Every file under the paths, in the order of their names; a path that does not exist is an error of the caller. What is hidden, and a folder that a link leads
 * to once more, is in the list too, with the reason why it is not opened: a link that leads upwards would have no end.
 */
export function filesUnder(paths: readonly string[]): FileToOpen[] {
  const files: FileToOpen[] = [];
  const entered = new Set<string>();
  const walk = (path: string, root: string) => {
    const name = relative(root, path) || basename(path);
    const stat = statSync(path);
    if (!stat.isDirectory()) {
      files.push({ path, name, size: stat.size });
      return;
    }
    const real = realpathSync(path);
    if (entered.has(real)) {
      files.push({ path, name, size: 0, passed: 'leads to a folder that is read already' });
      return;
    }
    entered.add(real);
    for (const inside of readdirSync(path).sort()) {
      const at = join(path, inside);
      if (HIDDEN.test(inside)) files.push({ path: at, name: relative(root, at), size: 0, passed: 'is hidden, and not opened' });
      else {
        try {
          walk(at, root);
        } catch {
          files.push({ path: at, name: relative(root, at), size: 0 });
        }
      }
    }
  };
  for (const path of paths) walk(path, statSync(path).isDirectory() ? path : join(path, '..'));
  return files;
}

export async function* itemsOfFiles(files: readonly FileToOpen[], options: ImportOptions = {}): AsyncGenerator<Sized> {
  let before = 0;
  for (const file of files) {
    for await (const { item, size } of itemsOfFile(file, options)) yield { item, size: before + size };
    before += file.size;
  }
}

/** Items of one file; never throws for what is in it. `size`: how far in the file the item lies. */
export async function* itemsOfFile({ path, name, size, passed }: FileToOpen, options: ImportOptions = {}): AsyncGenerator<Sized> {
  if (passed !== undefined) {
    yield { item: { name, report: null, fault: passed, isPassed: true }, size };
    return;
  }
  let at = 0;
  try {
    if (!statSync(path).isFile()) {
      yield { item: { name, report: null, fault: 'is no file: a pipe, a socket or a device', stage: 'open' }, size };
      return;
    }
    const whole = fileSource(path, name);
    const source = {
      ...whole,
      at: (offset: number, length: number) => {
        at = Math.min(size, offset + length);
        return (whole.at as NonNullable<typeof whole.at>)(offset, length);
      },
      chunks: async function* () {
        at = 0;
        for await (const chunk of whole.chunks()) {
          at += chunk.length;
          yield chunk;
        }
      },
    };
    let hash: string | null = null;
    for await (const found of openSource(source, options)) {
      if ('report' in found && found.report.bytes.length !== size) {
        // the bytes of the report are not those of the file: its record names the file that it is a part of
        hash ??= await hashOf(whole.chunks());
        const step = { kind: 'part-of-file', tool: `file of ${size} bytes`, output: hash };
        yield { item: itemOf({ ...found, report: { ...found.report, steps: [step, ...found.report.steps] } }, path), size: at };
      } else yield { item: itemOf(found, path), size: at };
    }
  } catch (error) {
    yield { item: { name, report: null, fault: reasonOf(error as NodeJS.ErrnoException), stage: 'open' }, size };
  }
}

async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

export function itemOf(found: Found, path: string): Item {
  const { name } = found;
  if ('report' in found) return { name, report: receivedOf(found.report, path), fault: null };
  return 'fault' in found
    ? { name, report: null, fault: found.fault, stage: found.stage ?? 'text' }
    : { name, report: null, fault: found.passed, isPassed: true };
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'is no longer there, or leads nowhere';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: permission denied';
  return `cannot be read: ${message}`;
}
