/** Proves that a bundle is as it was written: every file by its manifest, the journal as a chain, and every report and reading by the entry that covers it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import type { ExportedRow } from '../formats/export/index.ts';
import { BYTES_AT, type Entry, GENESIS, hashOf, payloadOf, REPORT_HASH_AT, TEXT_AT } from '../ledger/index.ts';

export type BundleProof = { isWhole: boolean; files: number; reports: number; entries: number; head: string; faults: string[] };

const MOST_FAULTS = 20;

export function verifyBundle(folder: string): BundleProof {
  const faults: string[] = [];
  const listed = new Set<string>();
  for (const manifest of ['tagmanifest-sha256.txt', 'manifest-sha256.txt']) checkManifest(folder, manifest, listed, faults);
  for (const path of filesUnder(folder, 'data')) if (!listed.has(path)) faults.push(`${path} is in no manifest`);
  const proof = { entries: 0, head: GENESIS, reports: 0 };
  // What is not as the manifest says is not worth reading.
  if (faults.length === 0) {
    try {
      const entries = linesOf<Entry>(folder, 'data/journal.jsonl');
      proof.entries = entries.length;
      proof.head = checkChain(entries, faults);
      const noted = /^Isnad-Journal-Head: (\w+)$/mu.exec(readText(folder, 'bag-info.txt'))?.[1];
      if (noted !== proof.head) faults.push(`bag-info.txt notes another head than that of data/journal.jsonl`);
      proof.reports = checkRows(folder, entries, faults);
    } catch (error) {
      faults.push(`data/ cannot be read: ${(error as Error).message}`);
    }
  }
  return { isWhole: faults.length === 0, files: listed.size, ...proof, faults: faults.slice(0, MOST_FAULTS) };
}

function checkManifest(folder: string, manifest: string, listed: Set<string>, faults: string[]): void {
  if (!existsSync(join(folder, manifest))) return void faults.push(`${manifest} is missing`);
  for (const line of readText(folder, manifest).split('\n')) {
    if (line === '') continue;
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
    if (hash === undefined || !isInside(path)) {
      faults.push(`${manifest}: "${line.slice(0, 80)}" is no line of a manifest`);
      continue;
    }
    listed.add(path);
    if (!existsSync(join(folder, path))) faults.push(`${path} is missing`);
    else if (sha256(readFileSync(join(folder, path))) !== hash) faults.push(`${path} was altered`);
  }
}

function isInside(path: string): boolean {
  const plain = normalize(path);
  return plain !== '..' && !plain.startsWith(`..${sep}`) && !plain.startsWith(sep) && !/^[a-z]:/iu.test(plain);
}

function checkChain(entries: readonly Entry[], faults: string[]): string {
  let prev = GENESIS;
  for (const [n, entry] of entries.entries()) {
    if (entry.seq !== n + 1) faults.push(`data/journal.jsonl: entry ${n + 1} is missing`);
    else if (entry.prev !== prev) faults.push(`data/journal.jsonl: entry ${entry.seq} does not continue the one before it`);
    if (entry.hash !== hashOf(entry)) faults.push(`data/journal.jsonl: entry ${entry.seq} was altered`);
    prev = entry.hash;
    if (faults.length >= MOST_FAULTS) break;
  }
  return prev;
}

/** Number of reports whose row, text, bytes and reading are as the journal says. */
function checkRows(folder: string, entries: readonly Entry[], faults: string[]): number {
  const covering = new Map(entries.map((entry) => [`${entry.kind} ${entry.first}`, entry.payload]));
  let reports = 0;
  for (const { kind, file, values } of linesOf<ExportedRow>(folder, 'data/rows.jsonl')) {
    const row = [...values];
    const name = `${kind} ${row[0]} (${file})`;
    if (kind === 'reports') {
      reports += 1;
      const text = readText(folder, `data/texts/${file}.txt`);
      const hash = sha256(readFileSync(join(folder, `data/reports/${file}.bin`)));
      row[TEXT_AT] = text;
      if (hash !== row[REPORT_HASH_AT]) faults.push(`${name}: its bytes do not have the SHA-256 noted when they came`);
      if (row[BYTES_AT] !== null && row[BYTES_AT] !== hash) faults.push(`${name}: its bytes are not those of the ledger`);
    } else if (sha256(readFileSync(join(folder, `data/readings/${file}.json`))) !== row[4])
      faults.push(`${name}: its body was altered`);
    if (payloadOf([row]) !== covering.get(`${kind} ${row[0]}`)) faults.push(`${name}: is not what the journal covers`);
    if (faults.length >= MOST_FAULTS) break;
  }
  return reports;
}

function linesOf<T>(folder: string, path: string): T[] {
  return readText(folder, path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** With its byte order mark, if it has one: it is part of what was hashed. */
function readText(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function* filesUnder(folder: string, path: string): Generator<string> {
  if (!existsSync(join(folder, path))) return;
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    if (entry.isDirectory()) yield* filesUnder(folder, `${path}/${entry.name}`);
    else yield `${path}/${entry.name}`;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
