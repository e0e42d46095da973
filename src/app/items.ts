/** What an import takes in: files and folders, opened one after the other and split into items; lines of JSON are streamed, however many there are. */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { decodeText } from '../formats/import/encoding.ts';
import type { Received } from '../ledger/index.ts';
import { sha256 } from '../ledger/journal.ts';

/** One report of a file, or the reason why a part of it is none. */
export type Item = { name: string; report: Received; fault: null } | { name: string; report: null; fault: string };
/** Splits a file into reports; given by the formats that can be imported. */
export type ItemsOf = (bytes: Uint8Array, name: string) => AsyncIterable<Item> | Iterable<Item>;
/** `size`: bytes of the source that this item and those before it took up. */
export type Sized = { item: Item; size: number };

/** A file above this is not taken in whole. */
const LARGEST = 256 * 1024 * 1024;
const LINES = /\.(jsonl|ndjson)$/iu;
const HIDDEN = /^\./u;

/** Every file under the paths, in the order of their names; a path that does not exist is an error of the caller. */
export function filesUnder(paths: readonly string[]): { path: string; name: string; size: number }[] {
  const files: { path: string; name: string; size: number }[] = [];
  const walk = (path: string, root: string) => {
    const stat = statSync(path);
    if (!stat.isDirectory()) return void files.push({ path, name: relative(root, path) || basename(path), size: stat.size });
    const names = readdirSync(path).filter((name) => !HIDDEN.test(name));
    for (const name of names.sort()) {
      try {
        walk(join(path, name), root);
      } catch {
        files.push({ path: join(path, name), name: relative(root, join(path, name)), size: 0 });
      }
    }
  };
  for (const path of paths) walk(path, statSync(path).isDirectory() ? path : join(path, '..'));
  return files;
}

export async function* itemsOfFiles(files: ReturnType<typeof filesUnder>, itemsOf: ItemsOf = plainItems): AsyncGenerator<Sized> {
  let before = 0;
  for (const { path, name, size } of files) {
    try {
      if (LINES.test(name)) {
        for await (const line of linesOf(path, name)) yield { item: line.item, size: before + line.size };
      } else if (size > LARGEST) {
        yield { item: { name, report: null, fault: `is larger than ${LARGEST / 1024 / 1024} MiB` }, size: before };
      } else {
        for await (const item of itemsOf(readFileSync(path), name)) yield { item: from(item, path), size: before };
      }
    } catch (error) {
      yield { item: { name, report: null, fault: (error as Error).message }, size: before };
    }
    before += size;
  }
}

function from(item: Item, path: string): Item {
  return item.report ? { ...item, report: { ...item.report, source: item.report.source ?? path } } : item;
}

/** One text a file. */
export function* plainItems(bytes: Uint8Array, name: string): Generator<Item> {
  const decoded = decodeText(bytes);
  if (decoded.text === null) yield { name, report: null, fault: decoded.reason };
  else if (decoded.text.trim() === '') yield { name, report: null, fault: 'is empty' };
  else yield { name, report: textReport(bytes, decoded.text, `decoded as ${decoded.encoding}`), fault: null };
}

function textReport(bytes: Uint8Array, text: string, tool: string): Received {
  return {
    id: null,
    bytes,
    text,
    outlet: null,
    published: null,
    url: null,
    source: null,
    item: null,
    mediaType: 'text/plain',
    tool,
  };
}

async function* linesOf(path: string, name: string): AsyncGenerator<Sized> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let n = 0;
  let size = 0;
  for await (const line of lines) {
    n += 1;
    size += Buffer.byteLength(line) + 1;
    if (line.trim() !== '') yield { item: itemOfLine(line, `${name}:${n}`, path, n), size };
  }
}

/** `{id, outlet, published, text, url}`; unknown fields are kept in the bytes and otherwise passed over. */
export function itemOfLine(line: string, name: string, source: string, n: number): Item {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(line.replace(/^\ufeff/u, ''));
  } catch {
    return { name, report: null, fault: 'is no JSON' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { name, report: null, fault: 'is no JSON object' };
  if (typeof value.text !== 'string' || value.text.trim() === '') return { name, report: null, fault: 'has no text' };
  const word = (key: string) => (typeof value[key] === 'string' && value[key] !== '' ? (value[key] as string) : null);
  const published = word('published');
  if (published !== null && !isDay(published))
    return { name, report: null, fault: `published "${published}" is no day such as 2019-02-12` };
  const id = typeof value.id === 'number' ? String(value.id) : word('id');
  const report: Received = {
    id,
    bytes: Buffer.from(line, 'utf8'),
    text: value.text.toWellFormed(),
    outlet: word('outlet'),
    published,
    url: word('url'),
    source,
    item: String(n),
    mediaType: 'application/json',
    tool: 'text of a JSON line',
  };
  return { name: id ?? name, report, fault: null };
}

function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:$|T)/u.exec(text);
  return (
    found !== null &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(`${found[0].slice(0, 10)}T00:00:00Z`).toISOString().startsWith(found[0].slice(0, 10))
  );
}

/** A stable name for what was given without a file. */
export function pastedReport(text: string, more: Partial<Received> = {}): Received {
  const wellFormed = text.toWellFormed();
  return {
    ...textReport(Buffer.from(wellFormed, 'utf8'), wellFormed, 'as given'),
    item: sha256(wellFormed).slice(0, 12),
    ...more,
  };
}
