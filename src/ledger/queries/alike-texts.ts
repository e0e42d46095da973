/** Which reports hold some of the same runs of words as this text? For finding copies without comparing a text with all others. */
import { type Kysely, sql } from 'kysely';
import { searchWords } from '../search-words.ts';
import type { Tables } from '../tables.ts';

/** Runs of so many words, so many of them, spread over the text. */
const RUN = 6;
const RUNS = 16;
const LONGEST_TEXT = 200_000;

/** Keys of reports, the newest so many; the text's own report may be among them. */
export async function reportsSharingRuns(
  db: Kysely<Tables>,
  text: string,
  caseId: number | null,
  most: number,
): Promise<string[]> {
  const words = searchWords(text.slice(0, LONGEST_TEXT));
  if (words.length < RUN) return [];
  const step = Math.max(1, Math.floor((words.length - RUN) / (RUNS - 1)));
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= words.length && runs.size < RUNS; i += step) runs.add(`"${words.slice(i, i + RUN).join(' ')}"`);
  const inCase =
    caseId === null
      ? sql``
      : sql`and exists (select 1 from case_reports c where c.case_id = ${caseId} and c.report = search_words.rowid)`;
  const { rows } = await sql<{ key: string }>`
    select r.key from search_words join reports r on r.id = search_words.rowid
    where search_words match ${[...runs].join(' OR ')} ${inCase} order by search_words.rowid desc limit ${most}`.execute(db);
  return rows.map(({ key }) => key);
}
