/** Events of the desk. They are a projection: computed again when reports or verdicts were added since. */
import type { Count } from '../claim/count.ts';
import { rangeClaims } from '../claim/range-claims.ts';
import {
  claimsOfEvent,
  decisionsAbout,
  type EventLine,
  eventBodiesOf,
  eventByCode,
  isAllRejected,
  listEvents,
  listSuggestions,
} from '../ledger/index.ts';
import type { ClaimRow, Decision, EventCounts, EventDetail, EventMatrix, EventRow, Page, PolicyRange, Ranges } from './client.ts';
import type { EventQuery, Window } from './desk.ts';
import { countsUnder, warmCounts } from './desk-counts.ts';
import { freshen } from './desk-freshness.ts';
import { caseOf, viewRow } from './desk-lists.ts';
import { matrixOf } from './event-matrix.ts';
import type { LedgerDesk } from './ledger-desk.ts';
import { cursorOf, positionOf } from './position.ts';
import { Refusal } from './problem.ts';
import { POLICY, POLICY_ROWS } from './reconciler.ts';

const SUGGESTIONS_READ = 500;
const SUGGESTIONS_SHOWN = 10;

export async function eventsAt(desk: LedgerDesk, query: EventQuery): Promise<Page<EventRow>> {
  const { page } = await eventsFor(desk, query);
  const items = page.rows.map(eventRow);
  if (query.withClaims) await addClaims(desk, page.rows, items);
  return { items, total: page.total.n, isMore: page.total.isMore, next: page.next };
}

/** The way from the killed of each event to their words. */
async function addClaims(desk: LedgerDesk, lines: readonly EventLine[], items: EventRow[]): Promise<void> {
  const counted = lines.filter(({ killed_low }) => killed_low !== null).map(({ id }) => id);
  const known = new Map(items.map((item) => [item.code, item]));
  for (const { event } of await eventBodiesOf(desk.ledger.read, counted)) {
    const row = known.get(event.code);
    const killed = event.counts.find(({ outcome, who }) => outcome === 'killed' && who === 'all');
    if (row && killed) row.killedFrom = rangeClaims(killed);
  }
}

async function eventsFor(desk: LedgerDesk, query: EventQuery) {
  const caseId = await caseOf(desk, query.case);
  await freshen(desk, caseId);
  const filter = {
    caseId,
    type: query.type || undefined,
    grade: query.grade || undefined,
    from: query.from || undefined,
    to: query.to || undefined,
    isContested: query.contested || undefined,
    words: query.q || undefined,
  };
  return { page: await listEvents(desk.ledger.read, filter, query.limit, cursorOf(query.after)) };
}

/** The same events as a matrix: a column for each chain that speaks of most of them, in each cell what it says. */
export async function matrixAt(desk: LedgerDesk, query: EventQuery): Promise<EventMatrix> {
  const { page } = await eventsFor(desk, query);
  const bodies = await eventBodiesOf(
    desk.ledger.read,
    page.rows.map((row) => row.id),
  );
  const rows = page.rows.map(eventRow);
  return { ...matrixOf(rows, bodies), total: page.total.n, isMore: page.total.isMore, next: page.next };
}

function eventRow(line: EventLine): EventRow {
  const { code, type, place, lat, lon, day_from, day_to, grade, reports, origins, killed_low, killed_high, contested } = line;
  const numbers = { lat, lon, reports, origins, killedLow: killed_low, killedHigh: killed_high, contested: contested !== 0 };
  return { code, type, place, begin: day_from, end: day_to, grade, ...numbers } as EventRow;
}

export async function eventAt(
  desk: LedgerDesk,
  code: string,
  { policy = POLICY, case: inCase }: { policy?: string; case?: string },
): Promise<EventDetail | null> {
  checkPolicy(policy);
  const caseId = await caseOf(desk, inCase);
  await freshen(desk, caseId);
  const { read } = desk.ledger;
  const found = await eventByCode(read, code, caseId);
  if (!found) {
    if (await isAllRejected(read, code)) throw new Refusal(410, 'ISN-H45', 'every claim of this event was rejected');
    return null;
  }
  const { event, contradictions, changes, claims, claimCount, rejected } = found;
  warmCounts(desk, caseId, event);
  const own = new Set(event.claims);
  const targets = [event.code, ...event.aliases, ...own, ...rejected.map(({ key }) => key)];
  return {
    event: { ...event, counts: await countsUnder(desk, caseId, event, policy) },
    rejected: rejected.length,
    contradictions,
    changes,
    claims: [...claims, ...rejected].map(viewRow),
    claimCount: claimCount + rejected.length,
    policy,
    policies: POLICY_ROWS,
    decisions: (await decisionsAbout(read, targets)) as Decision[],
    suggestions: await suggestionsFor(desk, caseId, own),
  };
}

/** All claims of an event that stand, page by page. */
export async function claimsOfEventAt(
  desk: LedgerDesk,
  code: string,
  { limit, after, case: inCase }: Window,
): Promise<(Page<ClaimRow> & { code: string }) | null> {
  const caseId = await caseOf(desk, inCase);
  await freshen(desk, caseId);
  const found = await claimsOfEvent(desk.ledger.read, code, caseId, limit, positionOf(after) ?? 0);
  if (!found) return null;
  const next = found.next === null ? null : String(found.next);
  return { code: found.code, items: found.rows.map(viewRow), total: found.total, isMore: false, next };
}

/** The counts under every policy, without their figures. */
export async function rangesAt(desk: LedgerDesk, code: string, inCase?: string): Promise<Ranges | null> {
  const caseId = await caseOf(desk, inCase);
  await freshen(desk, caseId);
  const found = await eventByCode(desk.ledger.read, code, caseId, { withClaims: false });
  if (!found) return null;
  const counts: Count[] = [];
  for (const { name } of POLICY_ROWS) counts.push(...(await countsUnder(desk, caseId, found.event, name)));
  return { code: found.event.code, ranges: counts.map(rangeOf) };
}

/** The counts under one policy with their figures, without the rest of the event. */
export async function countsAt(desk: LedgerDesk, code: string, policy: string, inCase?: string): Promise<EventCounts | null> {
  checkPolicy(policy);
  const caseId = await caseOf(desk, inCase);
  await freshen(desk, caseId);
  const found = await eventByCode(desk.ledger.read, code, caseId, { withClaims: false });
  if (!found) return null;
  return { code: found.event.code, policy, counts: await countsUnder(desk, caseId, found.event, policy) };
}

function checkPolicy(policy: string): void {
  if (!POLICY_ROWS.some(({ name }) => name === policy))
    throw new Refusal(422, 'ISN-H22', `policy: use ${POLICY_ROWS.map(({ name }) => name).join(', ')}`);
}

function rangeOf(count: Count): PolicyRange {
  const { policy, outcome, who, low, best, high, provisional } = count;
  return { policy, outcome, who, low, best, high, provisional, ...rangeClaims(count) };
}

/** Of several pairs of claims with one other event the first, which is the strongest. */
async function suggestionsFor(desk: LedgerDesk, caseId: number, own: ReadonlySet<string>): Promise<EventDetail['suggestions']> {
  const { read } = desk.ledger;
  const rows = (await listSuggestions(read, caseId, 'unsure', SUGGESTIONS_READ)).rows.filter(
    ({ left, right }) => own.has(left) !== own.has(right),
  );
  const others = rows.map(({ left, right }) => (own.has(left) ? right : left));
  if (others.length === 0) return [];
  const lines = await read
    .selectFrom('event_claims')
    .innerJoin('events', 'events.id', 'event_claims.event')
    .selectAll('events')
    .select('event_claims.claim')
    .where('event_claims.case_id', '=', caseId)
    .where('event_claims.claim', 'in', others)
    .execute();
  const eventOf = new Map(lines.map((line) => [line.claim, eventRow(line)]));
  const found = new Map<string, EventDetail['suggestions'][number]>();
  for (const [i, { left, right, because }] of rows.entries()) {
    const other = eventOf.get(others[i]);
    if (other && !found.has(other.code)) found.set(other.code, { other, left, right, because });
  }
  return [...found.values()].slice(0, SUGGESTIONS_SHOWN);
}
