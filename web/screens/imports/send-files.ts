/** Sends chosen files to the server, piece by piece, and starts their import. */
import type { NewImport } from '../../../src/http/client.ts';
import { Fault, send, tell } from '../../api.ts';

/** `name`: with the folders above it, where a folder was chosen. */
export type Chosen = { name: string; file: File };
const PIECE = 4 * 1024 * 1024;

/** Returns the place where they lie now. */
export async function sendFiles(files: readonly Chosen[], onSent: (share: number) => void): Promise<string> {
  const { upload } = await tell<{ upload: string }>('/api/uploads', {});
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  let sent = 0;
  for (const { name, file } of files) {
    for (let offset = 0; offset === 0 || offset < file.size; offset += PIECE) {
      const piece = file.slice(offset, offset + PIECE);
      await send(`/api/uploads/${upload}?name=${encodeURIComponent(name)}&offset=${offset}`, piece);
      sent += piece.size;
      onSent(total === 0 ? 1 : sent / total);
    }
  }
  return upload;
}

/** Returns the number of the run. */
export async function startRun(wanted: NewImport): Promise<number> {
  const { id } = await tell<{ id: number }>('/api/imports', wanted);
  return id;
}

/** Files of a drop, with those inside dropped folders. */
export async function droppedFiles(data: DataTransfer): Promise<Chosen[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null).filter((entry) => entry !== null);
  if (entries.length === 0) return chosenFiles(data.files);
  const found: Chosen[] = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

export function chosenFiles(files: FileList | null): Chosen[] {
  return [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
}

async function walk(entry: FileSystemEntry, found: Chosen[]): Promise<void> {
  if (entry.name.startsWith('.')) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)).catch(() => {
      throw new Fault('unread', entry.name);
    });
    found.push({ name: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A browser gives the entries of a folder in portions, an empty one at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}
