/** Events of the desk. They are a projection: computed again when reports or verdicts were added since. */
import type { CaseReport } from '../app/reconcile-case.ts';
import { decisionsAbout, eventByCode, listEvents, listSuggestions, reportByKey } from '../ledger/index.ts';
import type { Decision, EventDetail, EventRow, Page } from './client.ts';
import type { Window } from './desk.ts';
import { freshen } from './desk-freshness.ts';
import { caseOf, viewRow } from './desk-lists.ts';
import type { LedgerDesk } from './ledger-desk.ts';
import { Refusal } from './problem.ts';
import { POLICY, POLICY_ROWS } from './reconciler.ts';

export async function eventsAt(
  desk: LedgerDesk,
  query: Window & { type?: string; grade?: string; contested?: boolean },
): Promise<Page<EventRow>> {
  const caseId = await caseOf(desk, query.case);
  await freshen(desk, caseId);
  const filter = {
    caseId,
    type: query.type || undefined,
    grade: query.grade || undefined,
    isContested: query.contested || undefined,
  };
  const page = await listEvents(desk.ledger.read, filter, query.limit, query.after ?? null);
  const items = page.rows.map(
    ({ code, type, place, lat, lon, day_from, day_to, grade, reports, origins, killed_low, killed_high, contested }) => {
      const numbers = { lat, lon, reports, origins, killedLow: killed_low, killedHigh: killed_high, contested: contested !== 0 };
      return { code, type, place, begin: day_from, end: day_to, grade, ...numbers } as EventRow;
    },
  );
  return { items, total: page.total.n, isMore: page.total.isMore, next: page.next };
}

export async function eventAt(
  desk: LedgerDesk,
  code: string,
  { policy = POLICY, case: inCase }: { policy?: string; case?: string },
): Promise<EventDetail | null> {
  if (!POLICY_ROWS.some(({ name }) => name === policy))
    throw new Refusal(422, 'ISN-H22', `policy: use ${POLICY_ROWS.map(({ name }) => name).join(', ')}`);
  const caseId = await caseOf(desk, inCase);
  await freshen(desk, caseId);
  const { read } = desk.ledger;
  const found = await eventByCode(read, code, caseId);
  if (!found) return null;
  const { event, contradictions, changes, claims, claimCount } = found;
  const { reconciler } = desk;
  const counts =
    policy === POLICY || reconciler === null
      ? event.counts
      : reconciler.recount(event, await reportsOf(desk, event.reports), policy);
  const own = new Set(event.claims);
  const suggested = (await listSuggestions(read, caseId, 'unsure', 500)).rows.filter(
    ({ left, right }) => own.has(left) !== own.has(right),
  );
  const others = suggested.map(({ left, right }) => (own.has(left) ? right : left));
  const codes = await codesOf(desk, caseId, others);
  const decisions = (await decisionsAbout(read, null, 500)) as Decision[];
  return {
    event: { ...event, counts },
    contradictions,
    changes,
    claims: claims.map(viewRow),
    claimCount,
    policy,
    policies: POLICY_ROWS,
    decisions: decisions.filter(({ target }) => target === event.code || own.has(target)),
    suggestions: suggested
      .slice(0, 10)
      .map(({ left, right, because }, i) => ({ left, right, because, other: codes.get(others[i]) ?? null })),
  };
}

async function reportsOf(desk: LedgerDesk, keys: readonly string[]): Promise<CaseReport[]> {
  const found = await Promise.all(keys.map((key) => reportByKey(desk.ledger.read, key)));
  return found.flatMap((report) => (report === null ? [] : [{ ...report, report: report.key }]));
}

async function codesOf(desk: LedgerDesk, caseId: number, claims: readonly string[]): Promise<Map<string, string>> {
  if (claims.length === 0) return new Map();
  const rows = await desk.ledger.read
    .selectFrom('event_claims')
    .innerJoin('events', 'events.id', 'event_claims.event')
    .select(['event_claims.claim', 'events.code'])
    .where('event_claims.case_id', '=', caseId)
    .where('event_claims.claim', 'in', [...claims])
    .execute();
  return new Map(rows.map((row) => [row.claim, row.code]));
}
