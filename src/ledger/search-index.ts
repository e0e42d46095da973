/** Writes and removes the words of reports in the index of search. */
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Flavor } from './flavor.ts';
import { searchWords } from './search-words.ts';
import type { Tables } from './tables.ts';

export type Indexable = { report: number; text: string };

const WORDS_A_STATEMENT = 400;
/** Words that are remembered: beyond them the vocabulary is asked once more. */
const WORDS_KEPT = 50_000;
/** Only what can be searched for by a part of it. */
const PART = /^[^\d]{3,}$/u;

/** `seen`: words already in the vocabulary, as this process knows; a hint only. */
export async function indexWords(
  tx: Kysely<Tables>,
  flavor: Flavor,
  seen: Set<string>,
  reports: readonly Indexable[],
): Promise<void> {
  const fresh = new Set<string>();
  for (const { report, text } of reports) {
    const words = searchWords(text);
    const insert =
      flavor.name === 'sqlite'
        ? 'insert into search_words (rowid, words) values (?, ?)'
        : "insert into search_words (rowid, words) values ($1, to_tsvector('simple', $2))";
    await tx.executeQuery(CompiledQuery.raw(insert, [report, words.join(' ')]));
    for (const word of words) if (!seen.has(word) && PART.test(word)) fresh.add(word);
  }
  const list = [...fresh].sort();
  for (let i = 0; i < list.length; i += WORDS_A_STATEMENT)
    await addToVocabulary(tx, flavor, list.slice(i, i + WORDS_A_STATEMENT));
  if (seen.size + list.length > WORDS_KEPT) seen.clear();
  for (const word of list) seen.add(word);
}

async function addToVocabulary(tx: Kysely<Tables>, flavor: Flavor, words: readonly string[]): Promise<void> {
  const { rows } = await sql<{ top: number | null }>`select max(id) as top from vocabulary`.execute(tx);
  const first = (rows[0].top ?? 0) + 1;
  const added = await tx
    .insertInto('vocabulary')
    .values(words.map((word, i) => ({ id: first + i, word })))
    .onConflict((conflict) => conflict.column('word').doNothing())
    .returning(['id', 'word'])
    .execute();
  if (flavor.name !== 'sqlite') return;
  for (const { id, word } of added) {
    await tx.executeQuery(CompiledQuery.raw('insert into search_parts (rowid, word) values (?, ?)', [id, word]));
  }
}

export async function unindexWords(tx: Kysely<Tables>, reports: readonly number[]): Promise<void> {
  for (const report of reports) await sql`delete from search_words where rowid = ${report}`.execute(tx);
}
