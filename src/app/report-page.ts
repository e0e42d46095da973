/** Everything that the page of one report shows: its text, its claims with their events and reviews, its custody. */
import { claimKey } from '../claim/judgement.ts';
import { type ClaimView, claimIds, claimViews, type Ledger, type ReportPage, reportByKey } from '../ledger/index.ts';

export type ReportScreen = ReportPage & { claims: ClaimView[] };

export async function reportPage(ledger: Ledger, key: string, caseId: number | null = null): Promise<ReportScreen | null> {
  const report = await reportByKey(ledger.read, key);
  if (!report) return null;
  const keys = report.reading.claims.map((claim) => claimKey(key, claim.id));
  const ids = await claimIds(ledger.read, keys);
  const claims = await claimViews(
    ledger.read,
    keys.flatMap((claim) => ids.get(claim) ?? []),
    caseId,
  );
  return { ...report, claims };
}
