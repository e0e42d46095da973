/** Counts of one event under every policy: made once for what is kept and decided, so that a change of the policy waits for nothing. */
import type { CaseReport } from '../app/reconcile-case.ts';
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import { heldReportsWith, type Ledger, markOfCase } from '../ledger/index.ts';
import type { LedgerDesk } from './ledger-desk.ts';
import { POLICY, POLICY_ROWS } from './reconciler.ts';

type ByPolicy = ReadonlyMap<string, Count[]>;

/** Of so many events the counts are remembered. */
const MOST = 30;
const remembered = new WeakMap<Ledger, Map<string, Promise<ByPolicy>>>();

/** An event holds its counts under the default policy; the others are made when first asked for. */
export async function countsUnder(desk: LedgerDesk, caseId: number, event: Event, policy: string): Promise<Count[]> {
  if (desk.reconciler === null || policy === POLICY) return event.counts;
  return (await allCounts(desk, caseId, event)).get(policy) ?? event.counts;
}

/** Makes them before anybody asks, once the answer at hand is out. */
export function warmCounts(desk: LedgerDesk, caseId: number, event: Event): void {
  if (desk.reconciler === null) return;
  // Whoever asks for them is told of a fault; here nobody waits.
  setTimeout(() => void allCounts(desk, caseId, event).catch(() => {}), 20).unref();
}

async function allCounts(desk: LedgerDesk, caseId: number, event: Event): Promise<ByPolicy> {
  const known = remembered.get(desk.ledger) ?? new Map<string, Promise<ByPolicy>>();
  remembered.set(desk.ledger, known);
  const key = `${caseId} ${event.code} ${await markOfCase(desk.ledger.read, caseId)}`;
  const counts = known.get(key) ?? made(desk, event);
  known.delete(key);
  known.set(key, counts);
  counts.catch(() => known.delete(key));
  for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
  return await counts;
}

async function made({ ledger, reconciler }: LedgerDesk, event: Event): Promise<ByPolicy> {
  const reports: CaseReport[] = [];
  for await (const { key, ...report } of heldReportsWith(ledger.read, event.reports)) reports.push({ ...report, report: key });
  const counts = new Map<string, Count[]>();
  for (const { name } of POLICY_ROWS)
    if (name !== POLICY && reconciler) counts.set(name, reconciler.recount(event, reports, name));
  return counts.set(POLICY, event.counts);
}
