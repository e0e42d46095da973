/** Which terms stand for a place? By an id of the gazetteer, or a part of its name as reports write it. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

const MOST = 200;

/** The words themselves are among them: a place that could not be found has no other term. */
export async function placeTerms(db: Kysely<Tables>, words: string): Promise<string[]> {
  const part = words.replace(/[\\%_]/gu, '\\$&');
  const { rows } = await sql<{ key: string }>`
    select p.key as key from places p join names n on n.id = p.name
    where p.key like ${`${part}@%`} escape '\\' or n.text like ${`%${part}%`} escape '\\' limit ${MOST}`.execute(db);
  return [words, ...rows.map((row) => row.key)];
}
