/** Running totals of the desk, each beside the events of its period as lists show them. */
import { totalsUnder } from '../app/totals-under.ts';
import type { RunningTotal, TotalUnder } from '../claim/running-total.ts';
import { type EventLine, listTotals } from '../ledger/index.ts';
import type { TotalRow, TotalsAnswer } from './client.ts';
import type { Window } from './desk.ts';
import { freshen } from './desk-freshness.ts';
import { caseOf } from './desk-lists.ts';
import type { LedgerDesk } from './ledger-desk.ts';
import { positionOf } from './position.ts';
import { Refusal } from './problem.ts';
import { POLICY, POLICY_ROWS } from './reconciler.ts';

const PIECE = 400;

type Known = Pick<EventLine, 'code' | 'type' | 'place' | 'day_from' | 'day_to'>;

export async function totalsAt(
  desk: LedgerDesk,
  { limit, after, case: inCase, policy = POLICY }: Window & { policy?: string },
): Promise<TotalsAnswer> {
  if (!POLICY_ROWS.some(({ name }) => name === policy)) throw new Refusal(422, 'ISN-H22', `there is no policy "${policy}"`);
  const caseId = await caseOf(desk, inCase);
  await freshen(desk, caseId);
  const { rows, next } = await listTotals(desk.ledger.read, caseId, limit, positionOf(after) ?? 0);
  const known = await eventsOf(desk, caseId, [...new Set(rows.flatMap(({ parts }) => parts.map(({ event }) => event)))]);
  const { reconciler } = desk;
  const counted = reconciler ? await totalsUnder(desk.ledger, reconciler, caseId, rows, policy) : rows.map(asKept);
  const totals: TotalRow[] = counted.map((row) => ({
    ...row,
    parts: row.parts.map((part) => {
      const event = known.get(part.event);
      const { type = null, place = null, day_from: begin = null, day_to: end = null } = event ?? {};
      return { ...part, type: type as TotalRow['parts'][number]['type'], place, begin, end };
    }),
  }));
  return { totals, next: next === null ? null : String(next), policy, policies: POLICY_ROWS };
}

const asKept = (row: RunningTotal): TotalUnder => ({ ...row, rule: POLICY, moved: [] });

async function eventsOf({ ledger }: LedgerDesk, caseId: number, codes: readonly string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (let i = 0; i < codes.length; i += PIECE) {
    const rows = await ledger.read
      .selectFrom('events')
      .select(['code', 'type', 'place', 'day_from', 'day_to'])
      .where('case_id', '=', caseId)
      .where('code', 'in', codes.slice(i, i + PIECE))
      .execute();
    for (const row of rows) known.set(row.code, row);
  }
  return known;
}
