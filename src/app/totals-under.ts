/** Running totals beside the same events under another counting rule: how far the rule alone moves what the events explain, and which claim moved it. */
import type { Count } from '../claim/count.ts';
import { rangeClaims } from '../claim/range-claims.ts';
import type { MovedPart, RunningTotal, TotalPart, TotalUnder } from '../claim/running-total.ts';
import { eventByCode, heldReportsWith, type Ledger } from '../ledger/index.ts';
import { againstParts, DEFAULT_POLICY, groupOf } from '../reconcile/index.ts';
import type { CaseReport } from './reconcile-case.ts';
import type { CountingReconciler } from './reconciler.ts';

/** So many events are counted again for one answer; of a total with more the parts stay as they are, and it says so. */
export const MOST_COUNTED_AGAIN = 1000;

type Ranges = Map<string, Omit<MovedPart, 'event' | 'before'>>;

export async function totalsUnder<T extends RunningTotal>(
  ledger: Ledger,
  reconciler: Pick<CountingReconciler, 'recount'>,
  caseId: number,
  totals: readonly T[],
  policy: string,
  most = MOST_COUNTED_AGAIN,
): Promise<(T & TotalUnder)[]> {
  const known = new Map<string, Ranges>();
  const answer: (T & TotalUnder)[] = [];
  for (const total of totals) {
    const fresh = total.parts.filter(({ event }) => !known.has(event));
    if (policy === DEFAULT_POLICY || known.size + fresh.length > most) {
      answer.push({ ...total, rule: DEFAULT_POLICY, moved: [] });
      continue;
    }
    for (const { event } of fresh) known.set(event, await rangesOf(ledger, reconciler, caseId, event, policy));
    answer.push(under(total, known, policy));
  }
  return answer;
}

function under<T extends RunningTotal>(total: T, known: ReadonlyMap<string, Ranges>, policy: string): T & TotalUnder {
  const kind = kindOf(total.outcome, groupOf(total.who));
  const moved: MovedPart[] = [];
  const parts = total.parts.map((part): TotalPart => {
    const found = known.get(part.event)?.get(kind);
    if (!found) return part;
    const { after } = found;
    if (after.low === part.low && after.high === part.high) return part;
    moved.push({ event: part.event, before: { low: part.low, high: part.high }, ...found });
    return { ...part, ...after };
  });
  const last = total.points[total.points.length - 1];
  return { ...total, parts, ...againstParts(last, parts), rule: policy, moved };
}

async function rangesOf(
  ledger: Ledger,
  reconciler: Pick<CountingReconciler, 'recount'>,
  caseId: number,
  code: string,
  policy: string,
): Promise<Ranges> {
  const found = await eventByCode(ledger.read, code, caseId, { withClaims: false });
  if (found === null) return new Map();
  const reports: CaseReport[] = [];
  for await (const { key, ...report } of heldReportsWith(ledger.read, found.event.reports))
    reports.push({ ...report, report: key });
  return new Map(
    reconciler.recount(found.event, reports, policy).map((count) => [kindOf(count.outcome, count.who), rangeOf(count)]),
  );
}

const kindOf = (outcome: string, who: string): string => `${outcome} ${who}`;

const rangeOf = (count: Count): Omit<MovedPart, 'event' | 'before'> => ({
  after: { low: count.low, high: count.high },
  ...rangeClaims(count),
});
