/** Who says how much? Sources by the number of claims that name them in their chain; of one source, who carries it and with what stance. */
import { type Kysely, sql } from 'kysely';
import { idOf, textsOf } from '../names.ts';
import { ROLES, WHOLE } from '../postings.ts';
import type { Tables } from '../tables.ts';
import type { Facet } from './facets.ts';

export type SourceProfile = { source: string; claims: number; carriers: Facet[]; stances: Facet[]; countedOf: number | null };

const COUNTED = 5000;

export async function listSources(db: Kysely<Tables>, caseId: number | null, limit = 100): Promise<Facet[]> {
  const rows = await db
    .selectFrom('facets')
    .select(['term', 'n'])
    .where('case_id', '=', caseId ?? WHOLE)
    .where('role', '=', ROLES.source)
    .where('n', '>', 0)
    .orderBy('n', 'desc')
    .limit(limit)
    .execute();
  const texts = await textsOf(
    db,
    rows.map((row) => row.term),
  );
  return rows.map((row) => ({ value: texts.get(row.term) ?? '', n: row.n }));
}

export async function sourceProfile(db: Kysely<Tables>, source: string, caseId: number | null): Promise<SourceProfile | null> {
  const term = await idOf(db, source);
  if (term === null) return null;
  const of = (role: number) =>
    db
      .selectFrom('facets')
      .select('n')
      .where('case_id', '=', caseId ?? WHOLE)
      .where('role', '=', role)
      .where('term', '=', term);
  const claims = (await of(ROLES.source).executeTakeFirst())?.n ?? 0;
  if (claims === 0) return null;
  return {
    source,
    claims,
    carriers: await groupBy(db, term, 'outlet'),
    stances: await groupBy(db, term, 'stance'),
    countedOf: claims > COUNTED ? COUNTED : null,
  };
}

async function groupBy(db: Kysely<Tables>, term: number, column: 'outlet' | 'stance'): Promise<Facet[]> {
  const { rows } = await sql<{ term: number | null; n: number }>`
    select c.${sql.ref(column)} as term, count(*) as n
    from (select claim from postings where role = ${ROLES.source} and term = ${term} order by claim desc limit ${COUNTED}) as some
    cross join claims c where c.id = some.claim group by 1 order by 2 desc limit 50`.execute(db);
  const texts = await textsOf(
    db,
    rows.map((row) => row.term),
  );
  return rows.map((row) => ({ value: row.term === null ? '' : (texts.get(row.term) ?? ''), n: Number(row.n) }));
}
