/** Which events? Of one case or of all, newest day first, page by page. */
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Page } from './claims.ts';

export type EventFilter = {
  caseId?: number | null;
  type?: string;
  grade?: string;
  from?: string;
  to?: string;
  isContested?: boolean;
  /** Corners of a map: west, south, east, north. */
  box?: [number, number, number, number];
};
export type EventLine = Omit<Tables['events'], 'body'>;

const COUNTED = 5000;
/** Stands for no day in cursors: before all days. */
const NO_DAY = '';

export async function listEvents(
  db: Kysely<Tables>,
  filter: EventFilter,
  limit = 50,
  after: string | null = null,
): Promise<Page<EventLine>> {
  let question = filtered(db, filter)
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
    total: await bounded(db, filter),
  };
}

function past(where: any, after: string): any {
  const [day, id] = after.split(':');
  const sameDay = day === NO_DAY ? where('day_from', 'is', null) : where('day_from', '=', day);
  const later = where.and([sameDay, where('id', '<', Number(id))]);
  return day === NO_DAY ? later : where.or([where('day_from', '<', day), where('day_from', 'is', null), later]);
}

function filtered(db: Kysely<Tables>, filter: EventFilter) {
  let question = db.selectFrom('events');
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

async function bounded(db: Kysely<Tables>, filter: EventFilter) {
  const some = filtered(db, filter)
    .select('id')
    .limit(COUNTED + 1);
  const row = await db
    .selectFrom(some.as('some'))
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const n = Number(row.n);
  return { n: Math.min(n, COUNTED), isMore: n > COUNTED };
}
