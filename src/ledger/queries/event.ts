/** One event with all that was said about it. Codes that it had before a merge lead here too. */
import type { Kysely } from 'kysely';
import { unpacked } from '../body.ts';
import type { EventBody } from '../events.ts';
import type { Tables } from '../tables.ts';
import { type ClaimView, claimIds, claimViews } from './claim-views.ts';
import { rejectedFrom } from './rejected.ts';

export type EventPage = EventBody & {
  caseId: number;
  /** The code asked for, when it is one from before a merge. */
  askedAs: string | null;
  claims: ClaimView[];
  /** How many claims there are when not all are given. */
  claimCount: number;
  /** As they were read: claims that people took out of it. They are shown and count for nothing. */
  rejected: ClaimView[];
};

const CLAIMS_SHOWN = 200;

/** `withClaims: false`: only the event, quicker. */
export async function eventByCode(
  db: Kysely<Tables>,
  code: string,
  caseId: number | null = null,
  { withClaims = true }: { withClaims?: boolean } = {},
): Promise<EventPage | null> {
  let question = db
    .selectFrom('event_codes')
    .innerJoin('events', 'events.id', 'event_codes.event')
    .select(['events.id', 'events.case_id', 'events.code', 'events.body'])
    .where('event_codes.code', '=', code)
    .orderBy('events.case_id')
    .limit(1);
  if (caseId !== null) question = question.where('event_codes.case_id', '=', caseId);
  const row = await question.executeTakeFirst();
  if (!row) return null;
  const body = unpacked<EventBody>(row.body);
  const askedAs = row.code === code ? null : code;
  const claimCount = body.event.claims.length;
  if (!withClaims) return { ...body, caseId: row.case_id, askedAs, claims: [], claimCount, rejected: [] };
  const shown = body.event.claims.slice(0, CLAIMS_SHOWN);
  const ids = await claimIds(db, shown);
  const claims = await claimViews(
    db,
    shown.flatMap((key) => ids.get(key) ?? []),
    row.case_id,
  );
  const codes = await db.selectFrom('event_codes').select('code').where('event', '=', row.id).execute();
  const rejected = await rejectedFrom(
    db,
    codes.map((one) => one.code),
    row.case_id,
  );
  return { ...body, caseId: row.case_id, askedAs, claims, claimCount, rejected };
}

/** All claims of an event, page by page, in the order of the event; those that people rejected are not among them. Null: no event has or had that code. */
export async function claimsOfEvent(
  db: Kysely<Tables>,
  code: string,
  caseId: number | null,
  limit: number,
  start: number,
): Promise<{ code: string; rows: ClaimView[]; total: number; next: number | null } | null> {
  const found = await eventByCode(db, code, caseId, { withClaims: false });
  if (!found) return null;
  const { claims } = found.event;
  const page = claims.slice(start, start + limit);
  const ids = await claimIds(db, page);
  const rows = await claimViews(
    db,
    page.flatMap((key) => ids.get(key) ?? []),
    found.caseId,
  );
  const next = start + limit < claims.length ? start + limit : null;
  return { code: found.event.code, rows, total: claims.length, next };
}

/** Bodies of all events of a case by day and code, in pieces, for exports. Events without a day come first. */
export async function* eventBodies(db: Kysely<Tables>, caseId: number, piece = 200): AsyncGenerator<EventBody> {
  const ordered = await db
    .selectFrom('events')
    .select('id')
    .where('case_id', '=', caseId)
    .orderBy('day_from', (order) => order.asc().nullsFirst())
    .orderBy('code')
    .execute();
  for (let i = 0; i < ordered.length; i += piece) {
    const ids = ordered.slice(i, i + piece).map((row) => row.id);
    const rows = await db.selectFrom('events').select(['id', 'body']).where('id', 'in', ids).execute();
    const bodies = new Map(rows.map((row) => [row.id, row.body]));
    for (const id of ids) {
      const body = bodies.get(id);
      if (body) yield unpacked<EventBody>(body);
    }
  }
}
