/** Imports at the desk: files that were sent are imported by a process of its own; a run is paused, continued, cancelled and tried again from here. */
import { endInterrupted } from '../app/interrupted.ts';
import { optionsOfSource, pathsOfSource } from '../app/source-paths.ts';
import type { ImportOptions } from '../formats/import/index.ts';
import { startImportProcess } from '../jobs/import-process.ts';
import { findCase, type ImportSummary, itemsOf, listImports, steerImport } from '../ledger/index.ts';
import type { ImportDetail, ImportRow, NewImport } from './client.ts';
import { freshen } from './desk-freshness.ts';
import type { LedgerDesk } from './ledger-desk.ts';
import { Refusal } from './problem.ts';
import { dropUpload, folderOf, uploadsOf } from './uploads.ts';

const MOST_AT_ONCE = 2;

export async function importsAt({ ledger }: LedgerDesk): Promise<ImportRow[]> {
  return (await listImports(ledger, 200)).map(importRow);
}

export async function importAt({ ledger }: LedgerDesk, id: number): Promise<ImportDetail | null> {
  const found = (await listImports(ledger, 1000)).find((one) => one.id === id);
  if (!found) return null;
  const failures = await itemsOf(ledger, id, 'failed');
  return { ...importRow(found), failures: failures.map(({ name, reason }) => ({ name, reason: reason ?? '' })) };
}

export async function startImportAt(desk: LedgerDesk, { upload, case: into, outlet, columns }: NewImport): Promise<number> {
  const folder = folderOf(fileOf(desk), upload);
  return await begin(desk, [
    'import',
    folder,
    '--case',
    into ?? desk.caseName,
    ...told({ outlet }),
    ...(columns ? ['--columns', columns] : []),
  ]);
}

/** Tells the state that holds then: one that has ended cannot be steered. */
export async function steerImportAt(
  desk: LedgerDesk,
  id: number,
  to: 'paused' | 'running' | 'cancelled',
): Promise<ImportRow['state']> {
  await mustBe(desk, id);
  const state = await desk.inTurn(() => steerImport(desk.ledger, id, to));
  if (state !== to) throw new Refusal(409, 'ISN-H09', `the import is ${state} and cannot be ${to} any more`);
  return state;
}

/** Only what failed is tried again; of a run that was stopped everything that is not held yet. Returns the number of the new run. */
export async function retryImportAt(desk: LedgerDesk, id: number): Promise<number> {
  const run = await mustBe(desk, id);
  if (run.state === 'running' || run.state === 'paused') throw new Refusal(409, 'ISN-H09', 'the import has not ended yet');
  if (run.state === 'finished' && run.counts.failed === 0) throw new Refusal(409, 'ISN-H09', 'nothing failed in this import');
  const isWhole = run.state !== 'finished';
  return await begin(
    desk,
    isWhole
      ? ['import', ...pathsOfSource(run.source), '--case', run.case, ...told(optionsOfSource(run.source))]
      : ['imports', String(id), '--retry'],
  );
}

/** What a person told about the files, as the command line takes it. */
function told({ outlet, columns }: ImportOptions): string[] {
  const pairs = Object.entries(columns ?? {}).map(([field, column]) => `${field}=${column}`);
  return [...(outlet ? ['--outlet', outlet] : []), ...(pairs.length > 0 ? ['--columns', pairs.join(',')] : [])];
}

async function mustBe({ ledger }: LedgerDesk, id: number): Promise<ImportSummary> {
  const found = (await listImports(ledger, 1000)).find((one) => one.id === id);
  if (!found) throw new Refusal(404, 'ISN-H44', 'there is no such import');
  return found;
}

async function begin(desk: LedgerDesk, args: readonly string[]): Promise<number> {
  if (desk.imports.size >= MOST_AT_ONCE) throw new Refusal(409, 'ISN-H09', 'wait until one of the running imports has ended');
  const started = startImportProcess([...args, '--db', fileOf(desk)]);
  desk.imports.add(started);
  const ended = started.ended.finally(() => desk.imports.delete(started));
  const id = await started.id;
  if (id === null)
    throw new Refusal(422, 'ISN-H22', (await ended).said.trim().split('\n').at(-1) || 'the import could not start');
  void ended.then(() => settle(desk, id)).catch(() => {});
  return id;
}

/** A process that died leaves its import to be tried again; files that were sent go once all of them were taken in. */
async function settle(desk: LedgerDesk, id: number): Promise<void> {
  await desk.inTurn(() => endInterrupted(desk.ledger));
  const run = await mustBe(desk, id);
  const into = await findCase(desk.ledger, run.case);
  if (into !== null) void freshen(desk, into).catch(() => {});
  const [folder, ...others] = pathsOfSource(run.source);
  const isUpload = others.length === 0 && folder?.startsWith(`${uploadsOf(fileOf(desk))}/`);
  if (isUpload && run.state === 'finished' && run.counts.failed === 0) dropUpload(folder);
}

function fileOf({ ledger }: LedgerDesk): string {
  if (ledger.file === ':memory:') throw new Refusal(409, 'ISN-H09', 'a ledger in memory takes in no files');
  return ledger.file;
}

function importRow({ id, source, case: into, at, state, done, total, counts }: ImportSummary): ImportRow {
  return {
    id,
    source: sourceName(source),
    tool: into,
    at,
    state,
    done,
    total,
    kept: counts.new + counts.changed,
    held: counts.held,
    failed: counts.failed,
  };
}

/** The folder of an upload says nothing to people. */
const sourceName = (source: string): string =>
  pathsOfSource(source)
    .map((path) => path.replace(/^.*\.uploads[/\\]([\w-]{12})$/su, 'upload $1'))
    .join(' ');
