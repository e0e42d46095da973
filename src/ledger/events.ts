/** Events of a case, as reconciliation found them: a projection, written anew when reports or judgements are added. */
import type { Kysely } from 'kysely';
import type { Change, Contradictions } from '../claim/contradiction.ts';
import type { Event } from '../claim/event.ts';
import type { Judgement } from '../claim/judgement.ts';
import type { RunningTotal } from '../claim/running-total.ts';
import { packed } from './body.ts';
import type { Ledger } from './open.ts';
import { insertRows, nextId, type Value } from './rows.ts';
import type { Tables } from './tables.ts';

/** What is kept whole of one event. */
export type EventBody = { event: Event; contradictions: Contradictions | null; changes: Change[] };
export type Reconciled = {
  events: EventBody[];
  totals: RunningTotal[];
  /** By rules: same, and unsure for people to decide. */
  suggestions: Judgement[];
};

export const EVENT_COLUMNS = [
  'id',
  'case_id',
  'code',
  'type',
  'place',
  'lat',
  'lon',
  'day_from',
  'day_to',
  'grade',
  'reports',
  'origins',
  'killed_low',
  'killed_high',
  'contested',
  'changed',
  'body',
] as const;

/** Replaces all events of a case. */
export async function replaceEvents(
  ledger: Ledger,
  caseId: number,
  found: Reconciled,
  mark: { engine: string; reports: number; decisions: number },
): Promise<void> {
  const at = ledger.now();
  await ledger.db.transaction().execute(async (tx) => {
    for (const table of ['events', 'event_claims', 'event_codes', 'totals', 'suggestions', 'reconciled'] as const) {
      await tx.deleteFrom(table).where('case_id', '=', caseId).execute();
    }
    await insertEvents(tx, ledger, caseId, found.events);
    let id = await nextId(tx, 'totals');
    const totals = found.totals.map((total): Value[] => [id++, caseId, total.id, packed(JSON.stringify(total))]);
    await insertRows(tx, ledger.flavor, 'totals', ['id', 'case_id', 'code', 'body'], totals);
    id = await nextId(tx, 'suggestions');
    const suggestions = found.suggestions.map((judgement): Value[] => {
      return [id++, caseId, judgement.left, judgement.right, judgement.verdict, packed(JSON.stringify(judgement))];
    });
    const columns = ['id', 'case_id', 'left_claim', 'right_claim', 'verdict', 'body'] as const;
    await insertRows(tx, ledger.flavor, 'suggestions', columns, suggestions);
    await insertRows(
      tx,
      ledger.flavor,
      'reconciled',
      ['case_id', 'engine', 'reports', 'decisions', 'at'],
      [[caseId, mark.engine, mark.reports, mark.decisions, at]],
    );
  });
}

async function insertEvents(tx: Kysely<Tables>, ledger: Ledger, caseId: number, bodies: readonly EventBody[]): Promise<void> {
  const first = await nextId(tx, 'events');
  const events: Value[][] = [];
  const claims: Value[][] = [];
  const codes: Value[][] = [];
  for (const [i, body] of bodies.entries()) {
    const id = first + i;
    events.push(eventRow(id, caseId, body));
    for (const claim of body.event.claims) claims.push([caseId, claim, id]);
    for (const code of new Set([body.event.code, ...body.event.aliases])) codes.push([caseId, code, id]);
  }
  await insertRows(tx, ledger.flavor, 'events', EVENT_COLUMNS, events);
  await insertRows(tx, ledger.flavor, 'event_claims', ['case_id', 'claim', 'event'], claims, 'do nothing');
  await insertRows(tx, ledger.flavor, 'event_codes', ['case_id', 'code', 'event'], codes, 'do nothing');
}

export function eventRow(id: number, caseId: number, body: EventBody): Value[] {
  const { event, contradictions, changes } = body;
  const killed = event.counts.find((count) => count.outcome === 'killed' && count.who === 'all');
  const { place } = event;
  return [
    id,
    caseId,
    event.code,
    event.type,
    place?.name ?? null,
    place?.lat ?? null,
    place?.lon ?? null,
    event.begin,
    event.end,
    event.grade.grade,
    event.reports.length,
    event.origins.length,
    killed?.low ?? null,
    killed?.high ?? null,
    contradictions?.contested.length ?? 0,
    changes
      .map((change) => change.day)
      .sort()
      .at(-1) ?? null,
    packed(JSON.stringify(body)),
  ];
}
