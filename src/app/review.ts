/** What people decide about claims and events; every decision names who, when and why, and can be undone by another. */
import type { Verdict } from '../claim/judgement.ts';
import {
  claimIds,
  claimToEdit,
  type DecisionKind,
  type EventBody,
  eventByCode,
  type Ledger,
  type NewDecision,
  recordDecision,
} from '../ledger/index.ts';
import { claimEdit, type EditHelp } from './claim-edit.ts';
import { ReviewError } from './review-error.ts';

export { ReviewError } from './review-error.ts';

export type By = { who: string; why: string };
type Pair = NonNullable<NewDecision['pairs']>[number];
const MOST_PAIRS = 20_000;

/** Accepts, rejects or doubts one claim. A rejected claim counts for nothing until the rejection is undone; the event that it was in is noted. */
export async function judgeClaim(
  ledger: Ledger,
  kind: 'accept' | 'reject' | 'unsure',
  claim: string,
  by: By,
  caseId: number | null = null,
): Promise<number> {
  await mustExist(ledger, claim);
  const event = kind === 'reject' ? await eventHolding(ledger, claim, caseId) : null;
  return await record(ledger, kind, claim, event === null ? null : { event }, by);
}

/** Corrects one field of a claim: what the engine read stays beside it. `given`: as `ClaimEdit`, with names that are looked up here. */
export async function editClaim(ledger: Ledger, claim: string, given: unknown, by: By, help: EditHelp): Promise<number> {
  await mustExist(ledger, claim);
  const known = await claimToEdit(ledger.read, claim);
  if (known === null) throw new ReviewError('missing', `there is no claim ${claim}`);
  return await record(ledger, 'edit', claim, claimEdit(known, given, help), by);
}

async function eventHolding(ledger: Ledger, claim: string, caseId: number | null): Promise<string | null> {
  let question = ledger.read
    .selectFrom('event_claims')
    .innerJoin('events', 'events.id', 'event_claims.event')
    .select('events.code')
    .where('event_claims.claim', '=', claim);
  if (caseId === null) question = question.where('event_claims.case_id', 'in', ledger.read.selectFrom('cases').select('id'));
  else question = question.where('event_claims.case_id', '=', caseId);
  return (await question.executeTakeFirst())?.code ?? null;
}

/** Two claims are about the same event, or not. */
export async function judgePair(
  ledger: Ledger,
  kind: 'same' | 'different',
  left: string,
  right: string,
  by: By,
): Promise<number> {
  if (left === right) throw new ReviewError('wrong', 'a claim cannot be compared with itself');
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
  if (new Set(codes).size < 2) throw new ReviewError('wrong', 'name two events or more to merge');
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
  if (stranger !== undefined) throw new ReviewError('wrong', `the claim ${stranger} is not in ${event.code}`);
  const rest = event.claims.filter((claim) => !claims.includes(claim));
  if (claims.length === 0 || rest.length === 0)
    throw new ReviewError('wrong', 'name some of the claims of the event, not none and not all');
  if (claims.length * rest.length > MOST_PAIRS) throw new ReviewError('wrong', 'too many claims at once: split in smaller steps');
  const pairs = claims.flatMap((left) => rest.map((right): Pair => ({ left, right, verdict: 'different-event' })));
  return await record(ledger, 'split', event.code, { claims }, by, pairs);
}

/** Takes a decision back; the decision itself stays in the ledger. */
export async function undoDecision(ledger: Ledger, decision: number, by: By): Promise<number> {
  const row = await ledger.read.selectFrom('decisions').select('target').where('id', '=', decision).executeTakeFirst();
  if (!row) throw new ReviewError('missing', `there is no decision ${decision}`);
  if (by.who.trim() === '') throw new ReviewError('wrong', 'say who decides');
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
  if (by.who.trim() === '') throw new ReviewError('wrong', 'say who decides');
  return await recordDecision(ledger, { kind, target, payload, ...by, pairs });
}

async function mustExist(ledger: Ledger, claim: string): Promise<void> {
  if ((await claimIds(ledger.read, [claim], { asRead: true })).size === 0)
    throw new ReviewError('missing', `there is no claim ${claim}`);
}

async function eventOf(ledger: Ledger, code: string, caseId: number | null): Promise<EventBody> {
  const event = await eventByCode(ledger.read, code, caseId);
  if (!event) throw new ReviewError('missing', `no event has or had the code ${code}`);
  return event;
}
