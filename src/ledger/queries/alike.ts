/** Which claims were read alike: the same kind of event, said in a way that the same rule reads? The rule stands in the reading only, so the newest matches are looked through. */
import type { Kysely } from 'kysely';
import type { Reading } from '../../claim/reading.ts';
import { unpacked } from '../body.ts';
import { textsOf } from '../names.ts';
import type { Tables } from '../tables.ts';
import { type ClaimView, claimViews } from './claim-views.ts';
import { type ClaimFilter, listClaims, matchingClaims, type Page } from './claims.ts';

/** `first`: the newest of them. */
export type Alike = { type: string; rule: string; n: number; first: number };
type Ruled = { id: number; type: string; rule: string };

/** So many claims are looked through. */
const LOOKED = 2000;
const PIECE = 200;
/** Readings never change: their rules are remembered for so many of them. */
const REMEMBERED = 20_000;
const remembered = new WeakMap<Kysely<Tables>, Map<number, string[]>>();

/** Groups of the newest matches, the largest first; `isMore`: there are older matches that were not looked at. */
export async function alikeClaims(
  db: Kysely<Tables>,
  filter: ClaimFilter,
): Promise<{ groups: Alike[]; looked: number; isMore: boolean }> {
  const { ruled, isMore } = await ruledClaims(db, filter);
  const groups = new Map<string, Alike>();
  for (const { id, type, rule } of ruled) {
    const known = groups.get(`${type} ${rule}`);
    if (known) known.n++;
    else groups.set(`${type} ${rule}`, { type, rule, n: 1, first: id });
  }
  const sorted = [...groups.values()].sort((a, b) => b.n - a.n || b.first - a.first);
  return { groups: sorted, looked: ruled.length, isMore };
}

/** The matches that one rule read, page by page. */
export async function claimsReadBy(
  db: Kysely<Tables>,
  filter: ClaimFilter,
  rule: string,
  limit: number,
  after: string | null,
): Promise<Page<ClaimView>> {
  const start = Number(/^a:(\d+)$/.exec(after ?? '')?.[1] ?? 0);
  const next = (n: number) => (start + limit < n ? `a:${start + limit}` : null);
  if (filter.review === 'rejected') {
    const { rows } = await listClaims(db, filter, LOOKED);
    const found = rows.filter(({ claim }) => claim.trace.rule === rule);
    return { rows: found.slice(start, start + limit), next: next(found.length), total: { n: found.length, isMore: false } };
  }
  const { ruled, isMore } = await ruledClaims(db, filter);
  const ids = ruled.filter((one) => one.rule === rule).map(({ id }) => id);
  const rows = await claimViews(db, ids.slice(start, start + limit), filter.caseId ?? null);
  return { rows, next: next(ids.length), total: { n: ids.length, isMore } };
}

async function ruledClaims(db: Kysely<Tables>, filter: ClaimFilter): Promise<{ ruled: Ruled[]; isMore: boolean }> {
  const ids = await matchingClaims(db, filter, LOOKED + 1);
  const rows: { id: number; ord: number; reading: number; type: number }[] = [];
  for (let i = 0; i < Math.min(ids.length, LOOKED); i += PIECE) {
    const some = ids.slice(i, Math.min(i + PIECE, LOOKED));
    rows.push(...(await db.selectFrom('claims').select(['id', 'ord', 'reading', 'type']).where('id', 'in', some).execute()));
  }
  const rules = await rulesOf(db, new Set(rows.map(({ reading }) => reading)));
  const types = await textsOf(db, [...new Set(rows.map(({ type }) => type))]);
  const place = new Map(ids.map((id, i) => [id, i]));
  const ruled = rows
    .map(({ id, ord, reading, type }) => ({ id, type: types.get(type) ?? '', rule: rules.get(reading)?.[ord] ?? '' }))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return { ruled, isMore: ids.length > LOOKED };
}

/** The rule of each claim of these readings, in their order. */
async function rulesOf(db: Kysely<Tables>, readings: ReadonlySet<number>): Promise<Map<number, string[]>> {
  const known = remembered.get(db) ?? new Map<number, string[]>();
  remembered.set(db, known);
  const found = new Map<number, string[]>();
  const wanted: number[] = [];
  for (const id of readings) {
    const rules = known.get(id);
    if (rules) found.set(id, rules);
    else wanted.push(id);
  }
  for (let i = 0; i < wanted.length; i += PIECE) {
    const some = wanted.slice(i, i + PIECE);
    for (const { id, body } of await db.selectFrom('readings').select(['id', 'body']).where('id', 'in', some).execute()) {
      const rules = unpacked<Reading>(body).claims.map((claim) => claim.trace.rule);
      found.set(id, rules);
      known.set(id, rules);
    }
  }
  for (const id of known.keys()) if (known.size > REMEMBERED) known.delete(id);
  return found;
}
