/** Events of a case, as reconciliation found them: a projection, written anew when reports or judgements are added. */

import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Change, Contradictions } from '../claim/contradiction.ts';
import type { Event } from '../claim/event.ts';
import type { Judgement } from '../claim/judgement.ts';
import type { RunningTotal } from '../claim/running-total.ts';
import { packed } from './body.ts';
import { leadOn, retiring } from './event-codes.ts';
import type { Ledger } from './open.ts';
import { insertRows, nextId, type Value } from './rows.ts';
import type { Tables } from './tables.ts';

/** What is kept whole of one event. */
export type EventBody = { event: Event; contradictions: Contradictions | null; changes: Change[] };
/** An event that is made only when asked for. Under one code the same mark means the same event, byte for byte. */
export type EventDraft = { code: string; mark: string; body: () => EventBody };
export type Reconciled = {
  /** May be gone through more than once, e.g. an array; of a large case they come one by one. */
  events: Iterable<EventDraft>;
  totals: Iterable<RunningTotal>;
  /** Codes of events that may be others than those that are kept; null or left out: any may be. `amongTouched`: the events that have them now. */
  touched?: ReadonlySet<string> | null;
  amongTouched?: Iterable<EventDraft>;
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
  'mark',
] as const;

/** Makes the events of a case those that were found, and says how many they are. Events that are kept as they are now stay untouched, so that a new report writes only what it changed. */
export async function replaceEvents(
  ledger: Ledger,
  caseId: number,
  found: Reconciled,
  mark: { engine: string; reports: number; decisions: number; name: string | null },
): Promise<number> {
  const at = ledger.now();
  let count = 0;
  await ledger.db.transaction().execute(async (tx) => {
    const before = await tx.selectFrom('reconciled').selectAll().where('case_id', '=', caseId).executeTakeFirst();
    const { touched = null } = found;
    const events = (touched === null ? found.events : found.amongTouched) as Iterable<EventDraft>;
    const kept = await keptEvents(tx, caseId, touched);
    const unchanged = new Set<string>();
    // of a case that has no events yet all are new: they are gone through once
    for (const { code, mark } of kept.size > 0 ? events : []) if (kept.get(code)?.mark === mark) unchanged.add(code);
    const gone = [...kept].filter(([code]) => !unchanged.has(code)).map(([, row]) => row.id);
    const retired = await retiring(tx, gone);
    await removeEvents(tx, gone);
    let fresh: EventDraft[] = [];
    const insert = async () => {
      await insertEvents(tx, ledger, caseId, fresh);
      fresh = [];
    };
    for (const draft of events) {
      if (unchanged.has(draft.code)) continue;
      if (fresh.push(draft) >= PIECE) await insert();
    }
    await insert();
    count = await countEvents(tx, caseId);
    await leadOn(tx, ledger.flavor, caseId, retired);
    const totalsMark = markOf(found.totals);
    if (before?.totals_mark !== totalsMark) await replaceTotals(tx, ledger, caseId, found.totals);
    const suggestionsMark = markOf(found.suggestions);
    if (before?.suggestions_mark !== suggestionsMark) await replaceSuggestions(tx, ledger, caseId, found.suggestions);
    await tx.deleteFrom('reconciled').where('case_id', '=', caseId).execute();
    await insertRows(
      tx,
      ledger.flavor,
      'reconciled',
      ['case_id', 'engine', 'reports', 'decisions', 'at', 'totals_mark', 'suggestions_mark', 'name'],
      [[caseId, mark.engine, mark.reports, mark.decisions, at, totalsMark, suggestionsMark, mark.name]],
    );
  });
  return count;
}

function markOf(list: Iterable<object>): string {
  const hash = createHash('sha256');
  for (const one of list) hash.update(JSON.stringify(one)).update('\n');
  return hash.digest('hex');
}

async function replaceTotals(tx: Kysely<Tables>, ledger: Ledger, caseId: number, totals: Iterable<RunningTotal>): Promise<void> {
  await tx.deleteFrom('totals').where('case_id', '=', caseId).execute();
  let id = await nextId(tx, 'totals');
  const rows: Value[][] = [];
  let bytes = 0;
  const insert = async () => {
    await insertRows(tx, ledger.flavor, 'totals', ['id', 'case_id', 'code', 'body'], rows.splice(0));
    bytes = 0;
  };
  for (const total of totals) {
    const body = packed(JSON.stringify(total));
    bytes += body.length;
    if (rows.push([id++, caseId, total.id, body]) >= PIECE || bytes > PIECE_BYTES) await insert();
  }
  await insert();
}

/** A total may have very many events inside. */
const PIECE_BYTES = 1024 * 1024;

async function replaceSuggestions(
  tx: Kysely<Tables>,
  ledger: Ledger,
  caseId: number,
  found: readonly Judgement[],
): Promise<void> {
  await tx.deleteFrom('suggestions').where('case_id', '=', caseId).execute();
  let id = await nextId(tx, 'suggestions');
  const rows = found.map((judgement): Value[] => {
    return [id++, caseId, judgement.left, judgement.right, judgement.verdict, packed(JSON.stringify(judgement))];
  });
  const columns = ['id', 'case_id', 'left_claim', 'right_claim', 'verdict', 'body'] as const;
  await insertRows(tx, ledger.flavor, 'suggestions', columns, rows);
}

const PIECE = 500;

type KeptEvents = Map<string, { id: number; mark: string | null }>;

/** Where codes are given only events that have one of them, with a number behind it or without. */
async function keptEvents(tx: Kysely<Tables>, caseId: number, touched: ReadonlySet<string> | null): Promise<KeptEvents> {
  const all = tx.selectFrom('events').select(['id', 'code', 'mark']).where('case_id', '=', caseId);
  const kept: KeptEvents = new Map();
  if (touched === null) for (const { id, code, mark } of await all.execute()) kept.set(code, { id, mark });
  else
    for (const code of touched) {
      const rows = await all.where('code', '>=', code).where('code', '<', `${code}.`).execute();
      for (const row of rows)
        if (row.code === code || row.code.startsWith(`${code}-`)) kept.set(row.code, { id: row.id, mark: row.mark });
    }
  return kept;
}

async function countEvents(tx: Kysely<Tables>, caseId: number): Promise<number> {
  const { n } = await tx
    .selectFrom('events')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

async function removeEvents(tx: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  for (let i = 0; i < ids.length; i += PIECE) {
    const some = ids.slice(i, i + PIECE);
    await tx.deleteFrom('event_claims').where('event', 'in', some).execute();
    await tx.deleteFrom('event_codes').where('event', 'in', some).execute();
    await tx.deleteFrom('events').where('id', 'in', some).execute();
  }
}

async function insertEvents(tx: Kysely<Tables>, ledger: Ledger, caseId: number, drafts: readonly EventDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const first = await nextId(tx, 'events');
  const events: Value[][] = [];
  const claims: Value[][] = [];
  const codes: Value[][] = [];
  for (const [i, draft] of drafts.entries()) {
    const id = first + i;
    const body = draft.body();
    events.push(eventRow(id, caseId, body, draft.mark));
    for (const claim of body.event.claims) claims.push([caseId, claim, id]);
    for (const code of new Set([body.event.code, ...body.event.aliases])) codes.push([caseId, code, id]);
  }
  await insertRows(tx, ledger.flavor, 'events', EVENT_COLUMNS, events);
  await insertRows(tx, ledger.flavor, 'event_claims', ['case_id', 'claim', 'event'], claims, 'do nothing');
  await insertRows(tx, ledger.flavor, 'event_codes', ['case_id', 'code', 'event'], codes, 'do nothing');
}

export function eventRow(id: number, caseId: number, body: EventBody, mark: string): Value[] {
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
    mark,
  ];
}
