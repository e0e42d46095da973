/** Decisions at the desk: checks what they are about, and turns verdicts on events into verdicts on pairs of claims. */
import { editClaim, judgeClaim, ReviewError } from '../app/review.ts';
import { readSecond } from '../app/second-reading.ts';
import type { Verdict } from '../claim/judgement.ts';
import { claimIds, claimViews, listDecisions, recordDecision } from '../ledger/index.ts';
import type { Decision, DecisionQuery, NewDecision, Page } from './client.ts';
import { caseOf } from './desk-lists.ts';
import type { LedgerDesk } from './ledger-desk.ts';
import { positionOf } from './position.ts';
import { Refusal } from './problem.ts';

type Pair = { left: string; right: string; verdict: Verdict };
const MOST_PAIRS = 2000;
const MOST_WORDS = 300;

export async function decisionsAt(desk: LedgerDesk, query: DecisionQuery): Promise<Page<Decision>> {
  const { ledger } = desk;
  const { limit, after, case: name, ...filter } = query;
  const caseId = name === undefined ? undefined : await caseOf(desk, name);
  const { rows, total, next } = await listDecisions(ledger.read, { ...filter, caseId }, limit, positionOf(after));
  const words = await wordsOf(
    ledger,
    rows.map((row) => row.target),
  );
  const items = rows.map((row) => ({ ...row, words: words.get(row.target) ?? null }) as Decision);
  return { items, total, isMore: false, next: next === null ? null : String(next) };
}

/** The words of claims as they were read, also of those that count no longer. */
export async function wordsOf({ read }: LedgerDesk['ledger'], targets: readonly string[]): Promise<Map<string, string>> {
  const keys = [...new Set(targets)].filter((target) => target.includes('/'));
  const ids = [...(await claimIds(read, keys, { asRead: true })).values()];
  return new Map((await claimViews(read, ids, null)).map(({ key, quote }) => [key, quote.slice(0, MOST_WORDS)]));
}

export async function decideAt(desk: LedgerDesk, decision: NewDecision): Promise<number> {
  const { kind, target, who, why, undoes, payload } = decision;
  if (kind === 'undo') await checkDecision(desk, undoes!);
  const caseId = await caseOf(desk, decision.case);
  if (kind === 'accept' || kind === 'reject' || kind === 'unsure' || kind === 'edit') {
    const by = { who, why };
    return await told(
      kind === 'edit'
        ? editClaim(desk.ledger, target, payload, by, desk.help)
        : judgeClaim(desk.ledger, kind, target, by, caseId),
    );
  }
  if (kind === 'second') return await told(readSecond(desk.ledger, target, payload, { who, why }, desk.help));
  const pairs = await pairsOf(desk, caseId, decision);
  const kept = decision.with === undefined ? payload : { ...(payload as object | undefined), with: decision.with };
  return recordDecision(desk.ledger, { kind, target, who, why, undoes, payload: kept ?? null, pairs });
}

async function pairsOf(desk: LedgerDesk, caseId: number, decision: NewDecision): Promise<Pair[]> {
  const { kind, target } = decision;
  if (kind === 'undo') return [];
  const left = await claimsOf(desk, caseId, target);
  if (kind === 'split') {
    const wanted = (decision.payload as { claims?: unknown } | undefined)?.claims;
    const apart = new Set(Array.isArray(wanted) ? wanted.filter((key) => typeof key === 'string') : []);
    const [off, rest] = [left.filter((key) => apart.has(key)), left.filter((key) => !apart.has(key))];
    if (off.length === 0 || rest.length === 0)
      throw new Refusal(422, 'ISN-H22', 'payload.claims: name some of the claims of the event, not all');
    return cross(off, rest, 'different-event');
  }
  if (kind === 'same' || kind === 'merge')
    return cross(left.slice(0, 1), (await claimsOf(desk, caseId, decision.with!)).slice(0, 1), 'same-event');
  if (kind === 'different') return cross(left, await claimsOf(desk, caseId, decision.with!), 'different-event');
  return [];
}

function cross(left: readonly string[], right: readonly string[], verdict: Verdict): Pair[] {
  return left.flatMap((a) => right.filter((b) => b !== a).map((b) => ({ left: a, right: b, verdict }))).slice(0, MOST_PAIRS);
}

/** The claims that a target stands for: itself, or those of the event with that code. */
async function claimsOf(desk: LedgerDesk, caseId: number, target: string): Promise<string[]> {
  const { read } = desk.ledger;
  if ((await claimIds(read, [target])).has(target)) return [target];
  const rows = await read
    .selectFrom('event_codes')
    .innerJoin('event_claims', 'event_claims.event', 'event_codes.event')
    .select('event_claims.claim')
    .where('event_codes.case_id', '=', caseId)
    .where('event_codes.code', '=', target)
    .execute();
  if (rows.length === 0) throw new Refusal(404, 'ISN-H44', `there is no claim and no event ${target}`);
  return rows.map((row) => row.claim).sort();
}

async function checkDecision(desk: LedgerDesk, id: number): Promise<void> {
  const row = await desk.ledger.read.selectFrom('decisions').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal(404, 'ISN-H44', `there is no decision ${id}`);
}

/** What the caller got wrong, as the API says it. */
async function told<T>(deciding: Promise<T>): Promise<T> {
  try {
    return await deciding;
  } catch (error) {
    if (!(error instanceof ReviewError)) throw error;
    throw error.kind === 'missing' ? new Refusal(404, 'ISN-H44', error.message) : new Refusal(422, 'ISN-H22', error.message);
  }
}
