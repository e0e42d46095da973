/** Events of a case, as reconciliation found them: a projection, written anew when reports or judgements are added. */
import type { Kysely } from 'kysely';
import type { Change, Contradictions } from '../claim/contradiction.ts';
import type { Event } from '../claim/event.ts';
import type { Judgement } from '../claim/judgement.ts';
import type { RunningTotal } from '../claim/running-total.ts';
import { packed } from './body.ts';
import { leadOn, retiring } from './event-codes.ts';
import { sha256 } from './journal.ts';
import type { Ledger } from './open.ts';
import { insertRows, nextId, type Value } from './rows.ts';
import type { Tables } from './tables.ts';

/** What is kept whole of one event. */
export type EventBody = { event: Event; contradictions: Contradictions | null; changes: Change[] };
export type Reconciled = {
  /** May be gone through more than once, e.g. an array; of a large case they come one by one. */
  events: Iterable<EventBody>;
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
  'changes',
] as const;

/** Makes the events of a case those that were found, and says how many they are. Events that are kept as they are now stay untouched, so that a new report writes only what it changed. */
export async function replaceEvents(
  ledger: Ledger,
  caseId: number,
  found: Reconciled,
  mark: { engine: string; reports: number; decisions: number },
): Promise<number> {
  const at = ledger.now();
  let count = 0;
  await ledger.db.transaction().execute(async (tx) => {
    for (const table of ['totals', 'suggestions', 'reconciled'] as const) {
      await tx.deleteFrom(table).where('case_id', '=', caseId).execute();
    }
    const kept = await keptEvents(tx, caseId);
    const unchanged = new Set<string>();
    // of a case that has no events yet all are new: they are gone through once
    for (const body of kept.size > 0 ? found.events : []) {
      const known = kept.get(body.event.code);
      if (known && known.hash === sha256(packed(JSON.stringify(body)))) unchanged.add(body.event.code);
    }
    const gone = [...kept].filter(([code]) => !unchanged.has(code)).map(([, row]) => row.id);
    const retired = await retiring(tx, gone);
    await removeEvents(tx, gone);
    let fresh: EventBody[] = [];
    const insert = async () => {
      await insertEvents(tx, ledger, caseId, fresh);
      fresh = [];
    };
    for (const body of found.events) {
      count += 1;
      if (unchanged.has(body.event.code)) continue;
      if (fresh.push(body) >= PIECE) await insert();
    }
    await insert();
    await leadOn(tx, ledger.flavor, caseId, retired);
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
  return count;
}

const PIECE = 500;

async function keptEvents(tx: Kysely<Tables>, caseId: number): Promise<Map<string, { id: number; hash: string }>> {
  const kept = new Map<string, { id: number; hash: string }>();
  let after = 0;
  for (;;) {
    const rows = await tx
      .selectFrom('events')
      .select(['id', 'code', 'body'])
      .where('case_id', '=', caseId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PIECE)
      .execute();
    if (rows.length === 0) return kept;
    for (const { id, code, body } of rows) kept.set(code, { id, hash: sha256(body) });
    after = rows[rows.length - 1].id;
  }
}

async function removeEvents(tx: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  for (let i = 0; i < ids.length; i += PIECE) {
    const some = ids.slice(i, i + PIECE);
    await tx.deleteFrom('event_claims').where('event', 'in', some).execute();
    await tx.deleteFrom('event_codes').where('event', 'in', some).execute();
    await tx.deleteFrom('events').where('id', 'in', some).execute();
  }
}

async function insertEvents(tx: Kysely<Tables>, ledger: Ledger, caseId: number, bodies: readonly EventBody[]): Promise<void> {
  if (bodies.length === 0) return;
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
    changes.length === 0 ? null : JSON.stringify(changes),
  ];
}
