/** Where do these words stand? Our own normalized words, in the spellings in which they may be written; else parts of words by trigrams. */
import { type Kysely, sql } from 'kysely';
import { textsOf } from '../names.ts';
import { searchWords, writtenForms } from '../search-words.ts';
import type { Tables } from '../tables.ts';
import type { Bounded } from './claims.ts';

export type SearchHit = {
  report: string;
  outlet: string | null;
  published: string | null;
  url: string | null;
  /** A stretch of the text around the first word found, with the spans of the words in it. */
  snippet: { start: number; text: string; marks: { start: number; end: number }[] };
};
export type SearchAnswer = {
  hits: SearchHit[];
  next: number | null;
  total: Bounded;
  /** Words of the index that were looked for, so that people see what matched. */
  forms: string[];
  /** True: nothing stood there as whole words, so parts of words were looked for. */
  isByParts: boolean;
};

const COUNTED = 1000;
const MOST_PARTS = 64;
const AROUND = 90;

export async function searchReports(
  db: Kysely<Tables>,
  query: string,
  { caseId = null, limit = 20, after = null }: { caseId?: number | null; limit?: number; after?: number | null } = {},
): Promise<SearchAnswer> {
  const { ids, match, forms, isByParts } = await found(db, query, caseId, limit + 1, after);
  const page = ids.slice(0, limit);
  const all = ids.length <= limit && after === null ? ids : await matching(db, match, caseId, COUNTED + 1, null);
  return {
    hits: await hitsOf(db, page, forms),
    next: ids.length > limit ? page[limit - 1] : null,
    total: { n: Math.min(all.length, COUNTED), isMore: all.length > COUNTED },
    forms,
    isByParts,
  };
}

/** Numbers of the reports that hold the words, the newest so many. */
export async function reportsWithWords(
  db: Kysely<Tables>,
  query: string,
  caseId: number | null,
  most: number,
): Promise<number[]> {
  return (await found(db, query, caseId, most, null)).ids;
}

type Matched = { ids: number[]; match: string; forms: string[]; isByParts: boolean };

async function found(
  db: Kysely<Tables>,
  query: string,
  caseId: number | null,
  limit: number,
  after: number | null,
): Promise<Matched> {
  const phrases = phrasesOf(query);
  if (phrases.length === 0) return { ids: [], match: '', forms: [], isByParts: false };
  const match = phrases.map(wordsMatch).join(' AND ');
  const ids = await matching(db, match, caseId, limit, after);
  const whole = { ids, match, forms: phrases.flat(), isByParts: false };
  // words that were asked for together are not taken apart
  if (ids.length > 0 || after !== null || phrases.some((words) => words.length > 1)) return whole;
  const parts = await partsOf(db, phrases.flat());
  if (parts.some((words) => words.length === 0)) return whole;
  const byParts = parts.map((words) => `(${words.map(quoted).join(' OR ')})`).join(' AND ');
  return { ids: await matching(db, byParts, caseId, limit, after), match: byParts, forms: parts.flat(), isByParts: true };
}

/** Words in quotation marks stay together; the others are looked for one by one. */
function phrasesOf(query: string): string[][] {
  const phrases: string[][] = [];
  for (const [i, part] of query.split(/["«»“”]/u).entries()) {
    const words = searchWords(part);
    if (i % 2 === 1 && words.length > 0) phrases.push(words);
    else for (const word of words) phrases.push([word]);
  }
  return phrases.slice(0, 12);
}

function wordsMatch(phrase: readonly string[]): string {
  const [first, ...rest] = phrase;
  const tail = rest.map((word) => ` ${word}`).join('');
  return `(${writtenForms(first)
    .map((form) => quoted(form + tail))
    .join(' OR ')})`;
}

function quoted(words: string): string {
  return `"${words.replaceAll('"', '')}"`;
}

async function matching(
  db: Kysely<Tables>,
  match: string,
  caseId: number | null,
  limit: number,
  after: number | null,
): Promise<number[]> {
  const inCase =
    caseId === null
      ? sql``
      : sql`and exists (select 1 from case_reports c where c.case_id = ${caseId} and c.report = search_words.rowid)`;
  const before = after === null ? sql`` : sql`and rowid < ${after}`;
  const { rows } = await sql<{ rowid: number }>`
    select rowid from search_words where search_words match ${match} ${before} ${inCase} order by rowid desc limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => row.rowid);
}

async function partsOf(db: Kysely<Tables>, words: readonly string[]): Promise<string[][]> {
  const parts: string[][] = [];
  for (const word of words) {
    if (word.length < 3) {
      parts.push([word]);
      continue;
    }
    const { rows } = await sql<{ word: string }>`
      select v.word from search_parts p join vocabulary v on v.id = p.rowid where p.word match ${quoted(word)} limit ${MOST_PARTS}`.execute(
      db,
    );
    parts.push(rows.map((row) => row.word).filter((found) => found.includes(word)));
  }
  return parts;
}

async function hitsOf(db: Kysely<Tables>, ids: readonly number[], forms: readonly string[]): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'key', 'outlet', 'published', 'url', 'text'])
    .where('id', 'in', [...ids])
    .execute();
  const outlets = await textsOf(
    db,
    rows.map((row) => row.outlet),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wanted = new Set(forms.flatMap(writtenForms));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const outlet = outlets.get(row.outlet as number) ?? null;
    return [{ report: row.key, outlet, published: row.published, url: row.url, snippet: snippetOf(row.text, wanted) }];
  });
}

function snippetOf(text: string, wanted: ReadonlySet<string>): SearchHit['snippet'] {
  const marks: { start: number; end: number }[] = [];
  for (const found of text.matchAll(/[\p{L}\p{M}\p{N}\u0640\u200c\u200d]+/gu)) {
    if (marks.length > 0 && found.index > marks[0].start + 3 * AROUND) break;
    if (searchWords(found[0]).some((word) => wanted.has(word)))
      marks.push({ start: found.index, end: found.index + found[0].length });
  }
  const start = Math.max(0, (marks[0]?.start ?? 0) - AROUND);
  const end = Math.min(text.length, start + 3 * AROUND);
  return { start, text: text.slice(start, end), marks: marks.filter((mark) => mark.end <= end) };
}
