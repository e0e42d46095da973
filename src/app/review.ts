/** What people decide about claims and events; every decision names who, when and why, and can be undone by another. */
import type { Verdict } from '../claim/judgement.ts';
import {
  claimIds,
  type DecisionKind,
  type EventBody,
  eventByCode,
  type Ledger,
  type NewDecision,
  recordDecision,
} from '../ledger/index.ts';

export type By = { who: string; why: string };
/** What the caller got wrong: a target that does not exist, a claim that is not in the event. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';
}

type Pair = NonNullable<NewDecision['pairs']>[number];
const MOST_PAIRS = 20_000;

/** Accepts, rejects or doubts one claim. */
export async function judgeClaim(ledger: Ledger, kind: 'accept' | 'reject' | 'unsure', claim: string, by: By): Promise<number> {
  await mustExist(ledger, claim);
  return await record(ledger, kind, claim, null, by);
}

/** Notes what a claim should say; the reading itself stays. `fields`: e.g. `{"stance": "denied"}`. */
export async function editClaim(ledger: Ledger, claim: string, fields: Record<string, unknown>, by: By): Promise<number> {
  await mustExist(ledger, claim);
  return await record(ledger, 'edit', claim, fields, by);
}

/** Two claims are about the same event, or not. */
export async function judgePair(
  ledger: Ledger,
  kind: 'same' | 'different',
  left: string,
  right: string,
  by: By,
): Promise<number> {
  if (left === right) throw new ReviewError('a claim cannot be compared with itself');
  for (const claim of [left, right]) await mustExist(ledger, claim);
  const verdict: Verdict = kind === 'same' ? 'same-event' : 'different-event';
  return await record(ledger, kind, left, { with: right }, by, [{ left, right, verdict }]);
}

/** Makes one event of several. */
export async function mergeEvents(
  ledger: Ledger,
  codes: readonly string[],
  by: By,
  caseId: number | null = null,
): Promise<number> {
  if (new Set(codes).size < 2) throw new ReviewError('name two events or more to merge');
  const events = await Promise.all(codes.map((code) => eventOf(ledger, code, caseId)));
  const [first, ...others] = events;
  const lead = first.event.claims[0];
  const pairs = others.map(({ event }): Pair => ({ left: lead, right: event.claims[0], verdict: 'same-event' }));
  return await record(ledger, 'merge', first.event.code, { with: others.map(({ event }) => event.code) }, by, pairs);
}

/** Takes claims out of an event, to be one of their own. */
export async function splitEvent(
  ledger: Ledger,
  code: string,
  claims: readonly string[],
  by: By,
  caseId: number | null = null,
): Promise<number> {
  const { event } = await eventOf(ledger, code, caseId);
  const stranger = claims.find((claim) => !event.claims.includes(claim));
  if (stranger !== undefined) throw new ReviewError(`the claim ${stranger} is not in ${event.code}`);
  const rest = event.claims.filter((claim) => !claims.includes(claim));
  if (claims.length === 0 || rest.length === 0)
    throw new ReviewError('name some of the claims of the event, not none and not all');
  if (claims.length * rest.length > MOST_PAIRS) throw new ReviewError('too many claims at once: split in smaller steps');
  const pairs = claims.flatMap((left) => rest.map((right): Pair => ({ left, right, verdict: 'different-event' })));
  return await record(ledger, 'split', event.code, { claims }, by, pairs);
}

/** Takes a decision back; the decision itself stays in the ledger. */
export async function undoDecision(ledger: Ledger, decision: number, by: By): Promise<number> {
  const row = await ledger.read.selectFrom('decisions').select('target').where('id', '=', decision).executeTakeFirst();
  if (!row) throw new ReviewError(`there is no decision ${decision}`);
  if (by.who.trim() === '') throw new ReviewError('say who decides');
  return await recordDecision(ledger, { kind: 'undo', target: row.target, payload: null, ...by, undoes: decision });
}

async function record(
  ledger: Ledger,
  kind: DecisionKind,
  target: string,
  payload: unknown,
  by: By,
  pairs: Pair[] = [],
): Promise<number> {
  if (by.who.trim() === '') throw new ReviewError('say who decides');
  return await recordDecision(ledger, { kind, target, payload, ...by, pairs });
}

async function mustExist(ledger: Ledger, claim: string): Promise<void> {
  if ((await claimIds(ledger.read, [claim])).size === 0) throw new ReviewError(`there is no claim ${claim}`);
}

async function eventOf(ledger: Ledger, code: string, caseId: number | null): Promise<EventBody> {
  const event = await eventByCode(ledger.read, code, caseId);
  if (!event) throw new ReviewError(`no event has or had the code ${code}`);
  return event;
}
