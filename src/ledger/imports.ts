/** Imports: what was asked for, what became of every item, and where it stands; all of it can be looked at afterwards. */
import type { Kysely } from 'kysely';
import { append, payloadOf } from './journal.ts';
import type { Ledger } from './open.ts';
import { insertRows, nextId } from './rows.ts';
import type { Tables } from './tables.ts';

export type ImportState = 'running' | 'paused' | 'cancelled' | 'finished' | 'failed';
/** `passed`: it is no report, and nothing is wrong with that. */
export type ItemStatus = 'new' | 'changed' | 'held' | 'failed' | 'passed';
/** The way of an item, in order: from its address, its file or archive, its bytes, its text, its reading into the ledger. */
export const STAGES = ['fetch', 'open', 'text', 'read', 'store'] as const;
export type Stage = (typeof STAGES)[number];
/** How many failed at each stage; `unknown`: in imports of an isnad that did not note it. */
export type StageCounts = Record<Stage | 'unknown', number>;
/** `stage`: where it failed; null: it did not, or that was not noted. */
export type ImportItem = { name: string; status: ItemStatus; reason: string | null; report: number | null; stage: Stage | null };

export type ImportSummary = {
  id: number;
  source: string;
  case: string;
  at: string;
  state: ImportState;
  done: number;
  total: number | null;
  counts: Record<ItemStatus, number>;
  /** Of those that failed. */
  stages: StageCounts;
  /** What took it in, with its version. */
  tool: string;
};

export const noStages = (): StageCounts => ({ fetch: 0, open: 0, text: 0, read: 0, store: 0, unknown: 0 });

export async function startImport(
  ledger: Ledger,
  { caseId, source, tool, run }: { caseId: number; source: string; tool: string; run: number },
): Promise<number> {
  const at = ledger.now();
  return await ledger.db.transaction().execute(async (tx) => {
    const id = await nextId(tx, 'imports');
    await tx.insertInto('imports').values({ id, case_id: caseId, source, tool, run, at }).execute();
    const payload = payloadOf([[id, caseId, source, tool, run, at]]);
    await append(tx, ledger.flavor, at, [{ kind: 'imports', first: id, last: id, payload }]);
    return id;
  });
}

/** Held items are only counted in the marks of an import that takes in millions; here every item is a row. */
export async function addItems(
  tx: Kysely<Tables>,
  ledger: Ledger,
  importId: number,
  firstOrd: number,
  items: readonly ImportItem[],
): Promise<void> {
  const rows = items.map((item, i) => [importId, firstOrd + i, item.name, item.status, item.reason, item.report, item.stage]);
  await insertRows(tx, ledger.flavor, 'import_items', ['import', 'ord', 'name', 'status', 'reason', 'report', 'stage'], rows);
}

export async function markImport(
  ledger: Ledger,
  importId: number,
  state: ImportState,
  done: number,
  total: number | null,
): Promise<void> {
  const at = ledger.now();
  await ledger.db.transaction().execute(async (tx) => {
    const last = await tx
      .selectFrom('import_marks')
      .select('ord')
      .where('import', '=', importId)
      .orderBy('ord', 'desc')
      .executeTakeFirst();
    await tx
      .insertInto('import_marks')
      .values({ import: importId, ord: (last?.ord ?? 0) + 1, state, done, total, at })
      .execute();
  });
}

/**
 * Notes how far a running import is (`total`: how many items it will have, as estimated so far), unless somebody has paused or cancelled it meanwhile; tells the state that holds. People steer an import by a mark of
 * their own, so that it does not matter which process runs it.
 */
export async function markProgress(
  ledger: Ledger,
  importId: number,
  done: number,
  total: number | null = null,
): Promise<ImportState> {
  return await markUnless(ledger, importId, (state) => (state === 'running' ? { state, done, total } : null));
}

/** Pauses, continues or cancels an import that has not ended; tells the state that holds then. */
export async function steerImport(
  ledger: Ledger,
  importId: number,
  wanted: 'running' | 'paused' | 'cancelled',
): Promise<ImportState> {
  return await markUnless(ledger, importId, (state) =>
    (state === 'running' || state === 'paused') && state !== wanted ? { state: wanted, done: null, total: null } : null,
  );
}

/** `mark` is asked with the state that holds; null: no mark is made. `done` and `total` null: as before. */
async function markUnless(
  ledger: Ledger,
  importId: number,
  mark: (state: ImportState) => { state: ImportState; done: number | null; total: number | null } | null,
): Promise<ImportState> {
  const at = ledger.now();
  return await ledger.db.transaction().execute(async (tx) => {
    const last = await lastMark(tx, importId);
    const wanted = mark((last?.state ?? 'running') as ImportState);
    if (wanted === null) return (last?.state ?? 'running') as ImportState;
    const { state, done, total } = wanted;
    const row = {
      import: importId,
      ord: (last?.ord ?? 0) + 1,
      state,
      done: done ?? last?.done ?? 0,
      total: total ?? last?.total ?? null,
      at,
    };
    await tx.insertInto('import_marks').values(row).execute();
    return state;
  });
}

const lastMark = (db: Kysely<Tables>, importId: number) =>
  db.selectFrom('import_marks').selectAll().where('import', '=', importId).orderBy('ord', 'desc').executeTakeFirst();

export async function importState(ledger: Ledger, importId: number): Promise<ImportState | null> {
  return ((await lastMark(ledger.read, importId))?.state ?? null) as ImportState | null;
}

export async function findImport(ledger: Ledger, id: number): Promise<ImportSummary | null> {
  return (await listImports(ledger, 1, id))[0] ?? null;
}

/** Newest first; `only`: this one alone. */
export async function listImports(ledger: Ledger, limit = 50, only: number | null = null): Promise<ImportSummary[]> {
  let question = ledger.read
    .selectFrom('imports')
    .innerJoin('cases', 'cases.id', 'imports.case_id')
    .select(['imports.id', 'imports.source', 'imports.at', 'imports.tool', 'cases.name'])
    .orderBy('imports.id', 'desc')
    .limit(limit);
  if (only !== null) question = question.where('imports.id', '=', only);
  const rows = await question.execute();
  const summaries: ImportSummary[] = [];
  for (const row of rows) {
    const mark = await ledger.read
      .selectFrom('import_marks')
      .selectAll()
      .where('import', '=', row.id)
      .orderBy('ord', 'desc')
      .executeTakeFirst();
    const counted = await ledger.read
      .selectFrom('import_items')
      .select((of) => ['status', 'stage', of.fn.countAll<number>().as('n')])
      .where('import', '=', row.id)
      .groupBy(['status', 'stage'])
      .execute();
    const counts: Record<ItemStatus, number> = { new: 0, changed: 0, held: 0, failed: 0, passed: 0 };
    const stages = noStages();
    for (const { status, stage, n } of counted) {
      counts[status as ItemStatus] += Number(n);
      if (status === 'failed') stages[(stage ?? 'unknown') as Stage] += Number(n);
    }
    summaries.push({
      id: row.id,
      source: row.source,
      case: row.name,
      at: row.at,
      state: (mark?.state ?? 'running') as ImportState,
      done: mark?.done ?? 0,
      total: mark?.total ?? null,
      counts,
      stages,
      tool: row.tool,
    });
  }
  return summaries;
}

export async function itemsOf(ledger: Ledger, importId: number, status: ItemStatus, limit = 1000): Promise<ImportItem[]> {
  const rows = await ledger.read
    .selectFrom('import_items')
    .select(['name', 'status', 'reason', 'report', 'stage'])
    .where('import', '=', importId)
    .where('status', '=', status)
    .orderBy('ord')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, status: row.status as ItemStatus, stage: row.stage as Stage | null }));
}

/** How long an import worked, pauses left out, and how many items a second it took in over that time and over the last stretch of it. */
export type Pace = { seconds: number; rate: number; recent: number };
const RECENT_MARKS = 4;

export async function paceOf(ledger: Ledger, importId: number): Promise<Pace> {
  const marks = await ledger.read
    .selectFrom('import_marks')
    .select(['state', 'done', 'at'])
    .where('import', '=', importId)
    .orderBy('ord')
    .execute();
  const stretches = marks.slice(1).flatMap((mark, i) => {
    const seconds = (Date.parse(mark.at) - Date.parse(marks[i].at)) / 1000;
    return marks[i].state === 'running' && seconds > 0 ? [{ seconds, done: Math.max(0, mark.done - marks[i].done) }] : [];
  });
  const over = (list: typeof stretches) => {
    const seconds = list.reduce((sum, one) => sum + one.seconds, 0);
    return { seconds, rate: seconds === 0 ? 0 : list.reduce((sum, one) => sum + one.done, 0) / seconds };
  };
  return { ...over(stretches), recent: over(stretches.slice(-RECENT_MARKS)).rate };
}
