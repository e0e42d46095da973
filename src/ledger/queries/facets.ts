/** How many claims have each type, source, place …? Kept counts for a case or for all; over a filter, counted in its newest matches. */
import { type Kysely, sql } from 'kysely';
import { textsOf } from '../names.ts';
import { ROLES, WHOLE } from '../postings.ts';
import type { Tables } from '../tables.ts';
import { type ClaimFilter, matchingClaims, type TermRole } from './claims.ts';

export type Facet = { value: string; n: number };
export type Facets = {
  facets: Partial<Record<TermRole, Facet[]>>;
  /** Null: all were counted. Else the newest so many claims were. */
  countedOf: number | null;
};

export const FACET_ROLES: readonly TermRole[] = [
  'type',
  'stance',
  'outlet',
  'source',
  'actor',
  'recipient',
  'place',
  'admin',
  'outcome',
];
const COUNTED = 2000;
const CLAIM_COLUMNS = { type: 'type', stance: 'stance', reality: 'reality', outlet: 'outlet', source: 'source' } as const;

export async function facetsOf(db: Kysely<Tables>, filter: ClaimFilter, most = 20): Promise<Facets> {
  const { caseId = null, ...others } = filter;
  const isWhole = Object.values(others).every(
    (value) => value === undefined || (typeof value === 'object' && Object.keys(value).length === 0),
  );
  if (!isWhole) return await countedFacets(db, filter, most);
  const facets: Facets['facets'] = {};
  for (const role of FACET_ROLES) {
    const rows = await db
      .selectFrom('facets')
      .select(['term', 'n'])
      .where('case_id', '=', caseId ?? WHOLE)
      .where('role', '=', ROLES[role])
      .where('n', '>', 0)
      .orderBy('n', 'desc')
      .limit(most)
      .execute();
    facets[role] = await named(db, rows);
  }
  return { facets, countedOf: null };
}

async function countedFacets(db: Kysely<Tables>, filter: ClaimFilter, most: number): Promise<Facets> {
  const ids = await matchingClaims(db, filter, COUNTED + 1);
  const counted = ids.slice(0, COUNTED);
  const facets: Facets['facets'] = {};
  if (counted.length === 0) return { facets, countedOf: null };
  for (const [role, column] of Object.entries(CLAIM_COLUMNS)) {
    const { rows } = await sql<{ term: number; n: number }>`
      select ${sql.ref(column)} as term, count(*) as n from claims
      where id in (${sql.join(counted)}) and ${sql.ref(column)} is not null group by 1 order by 2 desc limit ${most}`.execute(db);
    facets[role as TermRole] = await named(db, rows);
  }
  return { facets, countedOf: ids.length > COUNTED ? COUNTED : null };
}

async function named(db: Kysely<Tables>, rows: readonly { term: number; n: number }[]): Promise<Facet[]> {
  const texts = await textsOf(
    db,
    rows.map((row) => row.term),
  );
  return rows.map((row) => ({ value: texts.get(row.term) ?? '', n: Number(row.n) }));
}
