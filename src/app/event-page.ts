/** Everything that the page of one event shows: counts, chains, contradictions, claims, and what people decided about it. */
import { type Decision, decisionsAbout, type EventPage, eventByCode, type Ledger, reportByKey } from '../ledger/index.ts';
import type { CaseReport } from './reconcile-case.ts';
import type { CountingReconciler } from './reconciler.ts';

export type EventScreen = EventPage & { decisions: Decision[] };
/** Counts under a policy that is not the one the events were kept with. */
export type Counting = { policy: string; reconciler: Pick<CountingReconciler, 'recount'> };

export async function eventPage(
  ledger: Ledger,
  code: string,
  caseId: number | null = null,
  counting: Counting | null = null,
): Promise<EventScreen | null> {
  const page = await eventByCode(ledger.read, code, caseId);
  if (!page) return null;
  const targets = [page.event.code, ...page.event.aliases, ...page.event.claims, ...page.rejected.map(({ key }) => key)];
  const decisions = await decisionsAbout(ledger.read, targets);
  const keptBy = page.event.counts[0]?.policy;
  if (counting === null || keptBy === undefined || keptBy === counting.policy) return { ...page, decisions };
  const reports = await Promise.all(page.event.reports.map((key) => caseReport(ledger, key)));
  const held = reports.filter((report) => report !== null);
  const counts = counting.reconciler.recount(page.event, held, counting.policy);
  return { ...page, event: { ...page.event, counts }, decisions };
}

async function caseReport(ledger: Ledger, key: string): Promise<CaseReport | null> {
  const report = await reportByKey(ledger.read, key);
  if (!report) return null;
  const { outlet, published, text, reading } = report;
  return { report: key, outlet, published, text, reading };
}
