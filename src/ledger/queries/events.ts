/** Which events? Of one case or of all, newest day first, page by page. */
import type { Kysely } from 'kysely';
import { unpacked } from '../body.ts';
import type { EventBody } from '../events.ts';
import type { Tables } from '../tables.ts';
import type { Page } from './claims.ts';
import { reportsWithWords } from './search.ts';

export type EventFilter = {
  caseId?: number | null;
  type?: string;
  grade?: string;
  from?: string;
  to?: string;
  isContested?: boolean;
  /** Only events that reports holding these words speak of. */
  words?: string;
  /** Corners of a map: west, south, east, north. */
  box?: [number, number, number, number];
};
export type EventLine = Omit<Tables['events'], 'body' | 'changes' | 'mark'>;

const COUNTED = 5000;
const MOST_EVENTS = 5000;
/** Stands for no day in cursors: before all days. */
const NO_DAY = '';

export async function listEvents(
  db: Kysely<Tables>,
  filter: EventFilter,
  limit = 50,
  after: string | null = null,
): Promise<Page<EventLine>> {
  const ids = filter.words === undefined ? null : await eventsWithWords(db, filter.words, filter.caseId ?? null);
  let question = filtered(db, filter, ids)
    .select(['id', 'case_id', 'code', 'type', 'place', 'lat', 'lon', 'day_from', 'day_to', 'grade', 'reports', 'origins'])
    .select(['killed_low', 'killed_high', 'contested', 'changed'])
    .orderBy('day_from', (order) => order.desc().nullsLast())
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after !== null) question = question.where((where) => past(where, after));
  const found = await question.execute();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    next: found.length > limit && last ? `${last.day_from ?? NO_DAY}:${last.id}` : null,
    total: await bounded(db, filter, ids),
  };
}

function past(where: any, after: string): any {
  const [day, id] = after.split(':');
  const sameDay = day === NO_DAY ? where('day_from', 'is', null) : where('day_from', '=', day);
  const later = where.and([sameDay, where('id', '<', Number(id))]);
  return day === NO_DAY ? later : where.or([where('day_from', '<', day), where('day_from', 'is', null), later]);
}

function filtered(db: Kysely<Tables>, filter: EventFilter, ids: readonly number[] | null) {
  let question = db.selectFrom('events');
  if (ids !== null) question = question.where('id', 'in', [...ids]);
  // Without a case every case is asked, so that the indices, which begin with the case, are used.
  if (filter.caseId !== undefined && filter.caseId !== null) question = question.where('case_id', '=', filter.caseId);
  if (filter.type !== undefined) question = question.where('type', '=', filter.type);
  if (filter.grade !== undefined) question = question.where('grade', '=', filter.grade);
  if (filter.from !== undefined) question = question.where('day_from', '>=', filter.from);
  if (filter.to !== undefined) question = question.where('day_from', '<=', filter.to);
  if (filter.isContested) question = question.where('contested', '>', 0);
  if (filter.box !== undefined) {
    const [west, south, east, north] = filter.box;
    question = question.where('lon', '>=', west).where('lon', '<=', east).where('lat', '>=', south).where('lat', '<=', north);
  }
  return question;
}

async function bounded(db: Kysely<Tables>, filter: EventFilter, ids: readonly number[] | null) {
  const some = filtered(db, filter, ids)
    .select('id')
    .limit(COUNTED + 1);
  const row = await db
    .selectFrom(some.as('some'))
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const n = Number(row.n);
  return { n: Math.min(n, COUNTED), isMore: n > COUNTED };
}

/** So many reports that hold the words are looked at. */
const MOST_REPORTS = 500;

async function eventsWithWords(db: Kysely<Tables>, words: string, caseId: number | null): Promise<number[]> {
  const reports = await reportsWithWords(db, words, caseId, MOST_REPORTS);
  if (reports.length === 0) return [];
  const keys = await db.selectFrom('reports').select('key').where('id', 'in', reports).execute();
  const cases = caseId === null ? (await db.selectFrom('cases').select('id').execute()).map((row) => row.id) : [caseId];
  const found = new Set<number>();
  for (const inCase of cases) {
    for (const { key } of keys) {
      const rows = await db
        .selectFrom('event_claims')
        .select('event')
        .where('case_id', '=', inCase)
        .where('claim', '>=', `${key}/`)
        .where('claim', '<', `${key}/\uffff`)
        .execute();
      for (const { event } of rows) found.add(event);
    }
  }
  return [...found].slice(0, MOST_EVENTS);
}

/** Whole events by their numbers, in that order. */
export async function eventBodiesOf(db: Kysely<Tables>, ids: readonly number[]): Promise<EventBody[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('events')
    .select(['id', 'body'])
    .where('id', 'in', [...ids])
    .execute();
  const bodies = new Map(rows.map((row) => [row.id, row.body]));
  return ids.flatMap((id) => {
    const body = bodies.get(id);
    return body ? [unpacked<EventBody>(body)] : [];
  });
}
