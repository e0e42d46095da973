/** `isnad read FILE|-`: one report, or a file of many, to claims. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Reading, Report } from '../claim/reading.ts';
import { createEngine } from '../engine/index.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { decodeReport } from './decode.ts';
import { printReading } from './print-reading.ts';
import { reportLines } from './report-lines.ts';

export const command: Command = {
  summary: 'read a report and print its claims',
  usage: [
    'isnad read FILE|-  [--published DAY] [--outlet NAME] [--format text|json] [--lang ar|en]',
    'isnad read --reports FILE.jsonl --out DIR',
    '',
    '  --published DAY   day of publication, 2019-02-12; without it relative times stay open',
    '  --outlet NAME     who published it',
    '  --format          text (for people) or json (isnad.reading/1); default text',
    '  --lang            language of the text format; default en',
    '  --reports FILE    many reports: lines {"id","outlet","published","text"}; each reading goes to DIR/<id>.json',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  const lang = values.lang ?? 'en';
  if (lang !== 'en' && lang !== 'ar') throw new UsageError('ISN-U03', `--lang ${lang}: use ar or en`);
  if (values.reports !== undefined) return readMany(values.reports, values.out, io);
  const file = positionals[0];
  if (file === undefined) throw new UsageError('ISN-U01', 'name a file to read, or - for standard input');
  if (positionals.length > 1) throw new UsageError('ISN-U01', `one file at a time: "${positionals[1]}" is one too many`);
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') throw new UsageError('ISN-U03', `--format ${format}: use text or json`);
  const published = checkDay(values.published, '--published');
  const bytes = file === '-' ? await io.stdin() : readBytes(file);
  const text = decodeReport(bytes, file === '-' ? 'standard input' : file, io);
  const reading = createEngine().read({ text, outlet: values.outlet ?? null, published });
  io.stdout.write(format === 'json' ? `${JSON.stringify(reading, null, 2)}\n` : printReading(reading, text, lang));
  return 0;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        published: { type: 'string' },
        outlet: { type: 'string' },
        format: { type: 'string' },
        lang: { type: 'string' },
        reports: { type: 'string' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}

/** An ISO day that exists, or null. */
export function checkDay(value: string | undefined, name: string): string | null {
  if (value === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new UsageError('ISN-U04', `${name} ${value}: write a day as 2019-02-12`);
  return value;
}

export function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).isDirectory())
      throw new UsageError('ISN-U05', `${file} is a folder: name a file, or use "isnad import ${file}"`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('ISN-U06', `cannot read ${file}: ${reasonOf(error)}`);
  }
}

const reasonOf = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'permission denied' : (error as Error).message;
};

async function readMany(file: string, out: string | undefined, io: Io): Promise<number> {
  if (out === undefined) throw new UsageError('ISN-U07', '--reports needs --out DIR, where the readings go');
  const lines = reportLines(decodeReport(readBytes(file), file, io), null);
  mkdirSync(out, { recursive: true });
  const engine = createEngine();
  let done = 0;
  let failed = 0;
  const names = new Set<string>();
  const since = Date.now();
  const readings = engine.readMany(sound());
  for (const reading of readings) {
    save(join(out, `${freeName(reading.report.id, names)}.json`), reading);
    done++;
    if (io.stderr.isTTY && done % 20 === 0)
      io.stderr.write(`\r${done}/${lines.length} reports, ${Math.round((done * 1000) / Math.max(1, Date.now() - since))}/s `);
  }
  /** The reports of the lines; what is wrong with the others is told. */
  function* sound(): Generator<Report> {
    for (const line of lines) {
      if ('fault' in line) {
        io.stderr.write(`${file}:${line.number} ${line.fault}; skipped\n`);
        failed++;
        continue;
      }
      for (const note of new Set(line.notes)) io.stderr.write(`${file}:${line.number} ${note}\n`);
      yield* line.reports;
    }
  }
  if (io.stderr.isTTY) io.stderr.write('\r');
  io.stderr.write(`${done} read into ${out}${failed > 0 ? `, ${failed} skipped` : ''}\n`);
  return failed > 0 ? 1 : 0;
}

/** No id leads out of the folder. */
const safeName = (id: string): string =>
  id
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 120) || '_';

/** Two ids may have one name once it is safe, or where capitals are not told apart: the second gets a number. */
function freeName(id: string, taken: Set<string>): string {
  const name = safeName(id);
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name}~${n}`;
    const key = free.normalize('NFC').toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return free;
  }
}

/** Whole or not at all: written beside and renamed. */
function save(path: string, reading: Reading): void {
  writeFileSync(`${path}.part`, JSON.stringify(reading));
  renameSync(`${path}.part`, path);
}
