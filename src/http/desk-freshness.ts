/** Keeps the events of a case up to date: they are a projection, computed again when reports or verdicts were added since. */
import { isCurrent, reconcileCase } from '../app/reconcile-case.ts';
import { startImportProcess } from '../jobs/import-process.ts';
import { countReports } from '../ledger/index.ts';
import type { LedgerDesk } from './ledger-desk.ts';

/** Beyond so many reports events are computed by a process of its own: nobody waits for them, and lists show the events as they were. */
export const WHILE_WAITING = 3000;
/** To see whether a large case is up to date takes a while itself. */
const LOOK_EVERY = 10_000;

/** Brings the events of a case up to date; whoever asks meanwhile waits for the same run. */
export function freshen(desk: LedgerDesk, caseId: number): Promise<void> {
  const running = desk.running.get(caseId) ?? refresh(desk, caseId).finally(() => desk.running.delete(caseId));
  desk.running.set(caseId, running);
  return running;
}

async function refresh(desk: LedgerDesk, caseId: number): Promise<void> {
  const { ledger, reconciler, inTurn, whileWaiting } = desk;
  if (reconciler === null || caseId < 0) return;
  if ((await countReports(ledger.read, caseId)) <= whileWaiting) {
    await inTurn(() => reconcileCase(ledger, reconciler, caseId));
    return;
  }
  const looked = desk.looked.get(caseId) ?? Number.NEGATIVE_INFINITY;
  if (desk.behind.has(caseId) || performance.now() - looked < LOOK_EVERY) return;
  desk.looked.set(caseId, performance.now());
  if (await isCurrent(ledger, reconciler, caseId)) return;
  await beginBehind(desk, caseId);
}

/** Computes them in the background; {@link LedgerDesk.behind} tells that it goes on. */
async function beginBehind(desk: LedgerDesk, caseId: number): Promise<void> {
  const { ledger } = desk;
  // An import writes reports all the time: its events are computed once it has ended.
  if (ledger.file === ':memory:' || desk.imports.size > 0) return;
  const { name } = await ledger.read.selectFrom('cases').select('name').where('id', '=', caseId).executeTakeFirstOrThrow();
  const started = startImportProcess(['events', `--case=${name}`, '--limit', '1', '--db', ledger.file]);
  desk.behind.set(caseId, started);
  void started.ended.finally(() => {
    desk.behind.delete(caseId);
    desk.looked.delete(caseId);
  });
}
