/** What people decided, with who, when and why. A decision is never changed: an undo that names it comes after it. */
import { type Kysely, sql } from 'kysely';
import type { Judgement, Verdict } from '../claim/judgement.ts';
import { decidedReports, holdDecided } from './decided.ts';
import { append, type Draft, payloadOf } from './journal.ts';
import { remember } from './names.ts';
import type { Ledger } from './open.ts';
import { insertRows, nextId, type Value } from './rows.ts';
import type { Tables } from './tables.ts';
import { undoneIds } from './undone.ts';

/** `second`: what a second reader found, without having seen the first reading; it changes nothing by itself. */
export type DecisionKind = 'accept' | 'reject' | 'edit' | 'unsure' | 'second' | 'merge' | 'split' | 'same' | 'different' | 'undo';
export type ReviewState = 'accepted' | 'rejected' | 'edited' | 'unsure';

export type NewDecision = {
  kind: DecisionKind;
  /** Key of a claim, or code of an event. */
  target: string;
  payload: unknown;
  who: string;
  why: string;
  undoes?: number;
  /** Pairs on which it is a verdict. */
  pairs?: { left: string; right: string; verdict: Verdict }[];
};
export type Decision = {
  id: number;
  kind: DecisionKind;
  target: string;
  payload: unknown;
  who: string;
  why: string;
  at: string;
  undoes: number | null;
  undone: boolean;
};

const STATES: Partial<Record<DecisionKind, ReviewState>> = {
  accept: 'accepted',
  reject: 'rejected',
  edit: 'edited',
  unsure: 'unsure',
};

const PIECE = 500;

/** The decision holds at once: what stands on the claim is counted, listed and exported anew. */
export async function recordDecision(ledger: Ledger, decision: NewDecision): Promise<number> {
  const at = ledger.now();
  const { id, names } = await ledger.db.transaction().execute(async (tx) => {
    const id = await nextId(tx, 'decisions');
    const { kind, target, who, why } = decision;
    const row: Value[] = [id, kind, target, JSON.stringify(decision.payload ?? null), who, why, at, decision.undoes ?? null];
    await insertRows(tx, ledger.flavor, 'decisions', ['id', 'kind', 'target', 'payload', 'who', 'why', 'at', 'undoes'], [row]);
    const drafts: Draft[] = [{ kind: 'decisions', first: id, last: id, payload: payloadOf([row]) }];
    const first = await nextId(tx, 'judgements');
    const pairs = (decision.pairs ?? []).map((pair, i): Value[] => {
      return [first + i, id, pair.left, pair.right, pair.verdict, null, who, '[]', at];
    });
    const columns = ['id', 'decision', 'left_claim', 'right_claim', 'verdict', 'rule', 'person', 'because', 'at'] as const;
    await insertRows(tx, ledger.flavor, 'judgements', columns, pairs);
    if (pairs.length > 0) drafts.push({ kind: 'judgements', first, last: first + pairs.length - 1, payload: payloadOf(pairs) });
    await append(tx, ledger.flavor, at, drafts);
    const about = decision.undoes === undefined ? target : await targetOf(tx, decision.undoes);
    await projectReview(tx, about);
    const names = await holdDecided(ledger, tx, at, await decidedReports(tx, about));
    return { id, names };
  });
  remember(ledger.known, names);
  return id;
}

async function targetOf(tx: Kysely<Tables>, id: number): Promise<string> {
  const row = await tx.selectFrom('decisions').select('target').where('id', '=', id).executeTakeFirst();
  if (!row) throw new Error(`there is no decision ${id}`);
  return row.target;
}

export async function projectReview(tx: Kysely<Tables>, target: string): Promise<void> {
  await tx.deleteFrom('review').where('claim', '=', target).execute();
  const standing = await reviewStateOf(tx, target);
  if (!standing) return;
  const { state, decision, payload } = standing;
  const event = state === 'rejected' ? ((payload as { event?: string } | null)?.event ?? null) : null;
  await tx.insertInto('review').values({ claim: target, state, decision, event }).execute();
}

/** The state of a claim is that of its last decision that was not undone. */
export async function reviewStateOf(
  db: Kysely<Tables>,
  target: string,
): Promise<{ state: ReviewState; decision: number; payload: unknown } | null> {
  const last = (await decisionsAbout(db, target)).find((decision) => !decision.undone && STATES[decision.kind]);
  return last ? { state: STATES[last.kind] as ReviewState, decision: last.id, payload: last.payload } : null;
}

/** All decisions about these claims and events, newest first. An undo of an undo brings the decision back. */
export async function decisionsAbout(db: Kysely<Tables>, targets: string | readonly string[]): Promise<Decision[]> {
  const wanted = [...new Set(typeof targets === 'string' ? [targets] : targets)];
  const rows: Tables['decisions'][] = [];
  for (let i = 0; i < wanted.length; i += PIECE) {
    const some = wanted.slice(i, i + PIECE);
    rows.push(...(await db.selectFrom('decisions').selectAll().where('target', 'in', some).execute()));
  }
  rows.sort((a, b) => b.id - a.id);
  return rows.length === 0 ? [] : decisionsOf(rows, await undoneIds(db));
}

/** `caseId`: only those about claims and events of that case. */
export type DecisionFilter = { target?: string; kind?: DecisionKind; who?: string; caseId?: number };

/** Decisions, newest first, page by page; `after`: the number of the last one of the page before. */
export async function listDecisions(
  db: Kysely<Tables>,
  { target, kind, who, caseId }: DecisionFilter,
  limit: number,
  after: number | null,
): Promise<{ rows: Decision[]; total: number; next: number | null }> {
  let question = db.selectFrom('decisions');
  if (target !== undefined) question = question.where('target', '=', target);
  if (kind !== undefined) question = question.where('kind', '=', kind);
  if (who !== undefined) question = question.where('who', '=', who);
  if (caseId !== undefined) question = question.where(isOfCase(caseId));
  const { n } = await question.select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  let page = question.selectAll().orderBy('id', 'desc');
  if (after !== null) page = page.where('id', '<', after);
  const rows = await page.limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? shown[limit - 1].id : null;
  return { rows: decisionsOf(shown, await undoneIds(db)), total: Number(n), next };
}

/** A claim by its report, which stands before the last slash of its key; an event by any code it has or had. */
function isOfCase(caseId: number) {
  const report = sql`rtrim(decisions.target, replace(decisions.target, '/', ''))`;
  return sql<boolean>`(exists (select 1 from reports join case_reports on case_reports.report = reports.id
      where case_reports.case_id = ${caseId} and reports.key = substr(${report}, 1, length(${report}) - 1))
    or exists (select 1 from event_codes where event_codes.case_id = ${caseId} and event_codes.code = decisions.target))`;
}

/** All decisions, oldest first, in pieces. */
export async function* allDecisions(db: Kysely<Tables>): AsyncGenerator<Decision> {
  const undone = await undoneIds(db);
  let after = 0;
  for (;;) {
    const rows = await db.selectFrom('decisions').selectAll().where('id', '>', after).orderBy('id').limit(PIECE).execute();
    if (rows.length === 0) return;
    yield* decisionsOf(rows, undone);
    after = rows[rows.length - 1].id;
  }
}

function decisionsOf(rows: readonly Tables['decisions'][], undone: ReadonlySet<number>): Decision[] {
  return rows.map((row) => ({
    ...row,
    kind: row.kind as DecisionKind,
    payload: JSON.parse(row.payload),
    undone: undone.has(row.id),
  }));
}

/** Verdicts of people that hold now. */
export async function judgementsOfPeople(db: Kysely<Tables>): Promise<Judgement[]> {
  const undone = await undoneIds(db);
  const rows = await db.selectFrom('judgements').selectAll().where('person', 'is not', null).orderBy('id').execute();
  return rows
    .filter((row) => row.decision === null || !undone.has(row.decision))
    .map((row) => ({
      left: row.left_claim,
      right: row.right_claim,
      verdict: row.verdict as Verdict,
      by: { person: row.person as string },
      because: JSON.parse(row.because),
      at: row.at,
    }));
}
