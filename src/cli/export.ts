/** `isnad export --format NAME`: a case in the form that others work with; each form says what it cannot hold. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXPORTS, type ExportOptions, exportNamed } from '../formats/export/index.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { chosenCase, oneOf, parseLedgerArgs, withLedger } from './ledger-command.ts';

export const command: Command = {
  summary: 'write a case as JSON, CSV, UCDP or ACLED columns, GeoJSON, annotations, provenance, report or bundle',
  usage: [
    'isnad export --format NAME [--out FILE|FOLDER] [--case NAME] [--policy NAME] [--bom] [--hxl] [--lang ar|en] [--db FILE]',
    'isnad export --formats      every format with what it cannot hold',
    '',
    ...EXPORTS.map((format) => `  ${format.name.padEnd(12)} ${format.title}`),
    '',
    '  --out     where to write; default standard output (not for bagit)',
    '  --bom     CSV: a mark by which spreadsheets know UTF-8      --hxl   CSV: a row of HXL hashtags',
    '  --policy  how figures are counted: range, acled, ucdp, airwars, ibc, majority; default airwars; ucdp and acled use their own',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, flags, positionals, lang } = parseLedgerArgs(args, ['out', 'policy'], ['bom', 'hxl', 'formats']);
  if (flags.has('formats')) {
    for (const { name, title, mediaType, loses } of EXPORTS)
      io.stdout.write(`${name}: ${title}\n  ${mediaType}\n  cannot hold: ${loses.join('\n               ')}\n`);
    return 0;
  }
  if (positionals.length > 0)
    throw new UsageError('ISN-U01', `"${positionals[0]}" is one too many: name the case with --case, the file with --out`);
  const names = EXPORTS.map((format) => format.name);
  if (values.format === undefined) throw new UsageError('ISN-U01', `name a format: --format ${names.join('|')}`);
  const format = exportNamed(oneOf('format', values.format, names, 'json'));
  if (!format) throw new Error('a format that is named is there');
  const options: ExportOptions = { bom: flags.has('bom'), hxl: flags.has('hxl'), lang };
  for (const option of ['bom', 'hxl'] as const)
    if (options[option] && !format.options.includes(option))
      throw new UsageError('ISN-U03', `--${option} is not for ${format.name}`);
  const { out } = values;
  if (format.kind === 'folder' && out === undefined)
    throw new UsageError('ISN-U07', `${format.name} is a folder: say where with --out FOLDER`);
  return await withLedger(io, values.db, async (ledger) => {
    const chosen = await chosenCase(ledger, values.case);
    const [{ exportSource }, { createReconciler }, { freshEvents }, { DEFAULT_POLICY, POLICIES }] = await Promise.all([
      import('../app/export-case.ts'),
      import('../app/reconciler.ts'),
      import('./fresh-events.ts'),
      import('../reconcile/index.ts'),
    ]);
    const policy = oneOf('policy', values.policy, Object.keys(POLICIES), DEFAULT_POLICY);
    await freshEvents(ledger, chosen.id, io);
    const source = await exportSource(ledger, chosen, { reconciler: createReconciler(), policy });
    if (format.kind === 'folder') {
      const files = await writeFolder(out as string, format.write(source, options));
      io.stdout.write(`${files} files in ${out}. Check them anywhere with: isnad verify ${out}\n`);
    } else if (out === undefined) for await (const part of format.write(source, options)) io.stdout.write(part);
    else {
      await writeWhole(out, format.write(source, options));
      io.stdout.write(`${out} (${format.name})\n`);
    }
    for (const loss of format.loses) io.stderr.write(`not in ${format.name}: ${loss}\n`);
    return 0;
  });
}

/** Whole or not at all: written beside and renamed. */
async function writeWhole(path: string, parts: AsyncIterable<string>): Promise<void> {
  const beside = `${path}.part`;
  const file = await open(beside, 'w').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      'ISN-U06',
      `cannot write ${path}: ${error.code === 'ENOENT' ? 'there is no such folder' : error.message}`,
    );
  });
  try {
    for await (const part of parts) await file.writeFile(part);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  renameSync(beside, path);
}

async function writeFolder(folder: string, files: AsyncIterable<{ path: string; bytes: Uint8Array }>): Promise<number> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError('ISN-L08', `${folder} is not empty: give a new folder`);
  let n = 0;
  for await (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes, { flag: 'wx' });
    n += 1;
  }
  return n;
}
