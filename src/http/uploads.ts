/** Files that are sent to be imported: kept in a folder beside the ledger until their import has taken them in. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from './problem.ts';

/** Bytes of all files of one import. */
const MOST_BYTES = 8 * 1024 ** 3;
const sizes = new Map<string, number>();

export const uploadsOf = (ledgerFile: string): string => `${resolve(ledgerFile)}.uploads`;

export function startUpload(ledgerFile: string): string {
  const name = randomBytes(9).toString('base64url');
  mkdirSync(join(uploadsOf(ledgerFile), name), { recursive: true, mode: 0o700 });
  return name;
}

/** The folder of an upload; its name never leads anywhere else. */
export function folderOf(ledgerFile: string, upload: string): string {
  const folder = join(uploadsOf(ledgerFile), upload);
  if (!/^[\w-]{12}$/.test(upload) || !existsSync(folder)) throw new Refusal(404, 'ISN-H44', `there is no upload ${upload}`);
  return folder;
}

/** One piece of a file, in order; the same piece may be sent again. */
export async function addToUpload(
  ledgerFile: string,
  upload: string,
  { name, offset, bytes }: { name: string; offset: number; bytes: Uint8Array },
): Promise<void> {
  const folder = folderOf(ledgerFile, upload);
  const total = (sizes.get(upload) ?? 0) + bytes.length;
  if (total > MOST_BYTES)
    throw new Refusal(413, 'ISN-H13', `an import may hold ${MOST_BYTES / 1024 ** 3} GB; use "isnad import" for more`);
  sizes.set(upload, total);
  const path = join(folder, safePath(name));
  mkdirSync(dirname(path), { recursive: true });
  const file = await open(path, offset === 0 ? 'w' : 'r+').catch(() => {
    throw new Refusal(409, 'ISN-H09', `the first piece of ${name} is missing`);
  });
  try {
    if ((await file.stat()).size < offset) throw new Refusal(409, 'ISN-H09', `a piece of ${name} is missing`);
    await file.write(bytes, 0, bytes.length, offset);
  } finally {
    await file.close();
  }
}

/** A path inside the folder: no way up, no hidden file, nothing that a file system would not take. */
export function safePath(name: string): string {
  const parts = name
    .split(/[/\\]+/)
    .map((part) =>
      part
        .replace(/[\u0000-\u001f<>:"|?*\u202a-\u202e\u2066-\u2069]+/g, '_')
        .replace(/^\.+/, '_')
        .trim(),
    )
    .filter((part) => part !== '')
    .map(shortened);
  return parts.length === 0 ? 'file' : parts.slice(-8).join('/');
}

/** File systems take names of 255 bytes; the ending, by which some files are known, stays. */
function shortened(part: string): string {
  if (Buffer.byteLength(part) <= 200) return part;
  const ending = /\.\w{1,8}$/.exec(part)?.[0] ?? '';
  return `${Array.from(part).slice(0, 40).join('')}…${ending}`;
}

/** Files that were sent and never imported, e.g. after a look at them, go after some days. */
export function sweepUploads(ledgerFile: string, sources: ReadonlySet<string>, now = Date.now()): void {
  const above = uploadsOf(ledgerFile);
  if (ledgerFile === ':memory:' || !existsSync(above)) return;
  for (const name of readdirSync(above)) {
    const folder = join(above, name);
    const isOld = now - statSync(folder).mtimeMs > UNUSED_MS;
    if (/^[\w-]{12}$/.test(name) && isOld && !sources.has(folder)) dropUpload(folder);
  }
}
const UNUSED_MS = 3 * 86_400_000;

/** Once everything in it was taken in. */
export function dropUpload(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  sizes.delete(basename(folder));
  const above = dirname(folder);
  if (existsSync(above) && readdirSync(above).length === 0) rmSync(above, { recursive: true, force: true });
}
