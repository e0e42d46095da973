/**
 * `bagit`: the case as a BagIt folder (RFC 8493): reports as they came, their readings, events, and the journal of hashes, so that whoever gets it can prove
 * without the ledger and without a network that nothing was altered.
 */
import { createHash } from 'node:crypto';
import type { ExportOptions, FolderFormat } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import type { ExportSource } from './source.ts';

type File = { path: string; bytes: Uint8Array };

export const bagit: FolderFormat = {
  kind: 'folder',
  name: 'bagit',
  title: 'Bundle for archives and courts (BagIt), verified offline with "isnad verify FOLDER"',
  mediaType: 'application/x-bagit',
  extension: '',
  options: ['lang'],
  loses: [
    'reports of other cases: the journal proves that they were not altered, by their hashes only',
    'readings from before a report was read again: their hashes stand in the journal',
  ],
  async *write(source, options) {
    const manifest: string[] = [];
    let octets = 0;
    for await (const file of payload(source, options)) {
      manifest.push(`${sha256(file.bytes)}  ${file.path}\n`);
      octets += file.bytes.length;
      yield file;
    }
    const tags = [
      textFile('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
      textFile('bag-info.txt', infoOf(source, octets, manifest.length)),
      textFile('manifest-sha256.txt', manifest.join('')),
    ];
    yield* tags;
    yield textFile('tagmanifest-sha256.txt', tags.map((file) => `${sha256(file.bytes)}  ${file.path}\n`).join(''));
  },
};

async function* payload(source: ExportSource, options: ExportOptions): AsyncGenerator<File> {
  let n = 0;
  for await (const report of source.reports()) {
    n += 1;
    const name = String(n).padStart(6, '0');
    yield { path: `data/reports/${name}.bin`, bytes: report.bytes };
    yield textFile(`data/texts/${name}.txt`, report.text);
    yield textFile(`data/readings/${name}.json`, JSON.stringify(report.reading));
  }
  yield textFile('data/rows.jsonl', await lines(source.rows()));
  yield textFile('data/journal.jsonl', await lines(source.journal()));
  yield textFile('data/case.jsonl', await all(jsonl.write(source, options)));
  yield textFile('data/case.json', await all(json.write(source, options)));
  yield textFile('data/report.html', await all(html.write(source, options)));
}

function infoOf({ caseName, made }: ExportSource, octets: number, files: number): string {
  const oneLine = (text: string) => text.replace(/[\r\n]+/gu, ' ');
  return [
    `Source-Organization: isnad`,
    `Bagging-Date: ${made.at.slice(0, 10)}`,
    `External-Identifier: ${oneLine(caseName)}`,
    `External-Description: Reports, claims and events of one case; verify with "isnad verify"`,
    `Payload-Oxum: ${octets}.${files}`,
    `Isnad-Version: ${oneLine(made.version)}`,
    `Isnad-Policy: ${made.policy}`,
    `Isnad-Journal-Head: ${made.head}`,
    '',
  ].join('\n');
}

function textFile(path: string, text: string): File {
  return { path, bytes: Buffer.from(text, 'utf8') };
}

async function lines(items: AsyncIterable<object>): Promise<string> {
  const parts: string[] = [];
  for await (const item of items) parts.push(`${JSON.stringify(item)}\n`);
  return parts.join('');
}

async function all(parts: AsyncIterable<string>): Promise<string> {
  const list: string[] = [];
  for await (const part of parts) list.push(part);
  return list.join('');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
