/** Which claims? Filters by terms and days, newest row first, page by page. The rarest condition leads, so that a million claims stay quick. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { dayOf } from '../claim-rows.ts';
import { idOf } from '../names.ts';
import { ROLES, type Role, termTexts, WHOLE } from '../postings.ts';
import type { Tables } from '../tables.ts';
import { type ClaimView, claimViews } from './claim-views.ts';
import { rejectedClaims } from './rejected.ts';
import { reportsWithWords } from './search.ts';

export type TermRole = Exclude<Role, 'case'>;
export type ClaimFilter = {
  caseId?: number | null;
  /** Names or ids as the dictionary has them; of several in one role any will do. */
  terms?: Partial<Record<TermRole, string | readonly string[]>>;
  /** ISO days, both included; they are days of the event. */
  from?: string;
  to?: string;
  /** Only claims with a figure of at least so many people. */
  atLeast?: number;
  review?: ReviewFilter;
  /** Only claims of the newest reports that hold these words. */
  words?: string;
};
export type ReviewFilter = 'accepted' | 'rejected' | 'edited' | 'unsure' | 'unreviewed';
export type Page<T> = { rows: T[]; next: string | null; total: Bounded };
/** `isMore`: there are more than `n`; they were not all counted. */
export type Bounded = { n: number; isMore: boolean };

const COUNTED = 1000;
/** Claims of so many are walked by day without a thought, newest day first. */
const FEW = 5000;
const DAYS_WEIGHED = 60_000;
/** To ask the terms of a claim met by day takes so many times as long as to go on to the next claim of a term, beside which day and type stand. */
const DAY_COST = 6;
/** Terms that stand in the claim's own row: there they cost nothing once the row is read. */
const OWN_COLUMNS: Partial<Record<number, string>> = {
  [ROLES.type]: 'type',
  [ROLES.stance]: 'stance',
  [ROLES.reality]: 'reality',
  [ROLES.outlet]: 'outlet',
};

type Term = { role: number; terms: number[]; n: number };
type Lead = 'days' | 'ids';
type Days = { from: number | null; to: number | null };
type Plan = {
  terms: Term[];
  lead: Lead;
  days: Days;
  atLeast: number | null;
  /** Of the claim's own row, `c`. */
  rest: RawBuilder<unknown>[];
  isEmpty: boolean;
  isOfReports: boolean;
};

/** So many reports that hold the words are looked at. */
const MOST_REPORTS = 1000;

export async function listClaims(
  db: Kysely<Tables>,
  filter: ClaimFilter,
  limit = 50,
  after: string | null = null,
): Promise<Page<ClaimView>> {
  if (filter.review === 'rejected') return await listRejected(db, filter, limit, after);
  const plan = await planOf(db, filter, after);
  if (plan.isEmpty) return { rows: [], next: null, total: { n: 0, isMore: false } };
  // The first page and the count are one walk over the same rows.
  const isCounted = after === null && !isKnown(plan);
  const found = await select(db, plan, isCounted ? Math.max(limit, COUNTED) + 1 : limit + 1, after);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const cursor = last && (plan.lead === 'days' ? `d:${last.day_from}:${last.id}` : `i:${last.id}`);
  return {
    rows: await claimViews(
      db,
      page.map((row) => row.id),
      filter.caseId ?? null,
    ),
    next: found.length > limit ? (cursor ?? null) : null,
    total: isCounted ? boundedBy(found.length) : await countOf(db, plan),
  };
}

/** What people rejected stands in no posting: it is looked through. */
async function listRejected(
  db: Kysely<Tables>,
  filter: ClaimFilter,
  limit: number,
  after: string | null,
): Promise<Page<ClaimView>> {
  const { terms = {}, from, to, atLeast } = filter;
  const all = (await rejectedClaims(db, filter.caseId ?? null)).filter(({ claim, report }) => {
    const own = termTexts(claim, report.outlet);
    const begin = claim.event.time?.begin ?? null;
    return (
      Object.entries(terms).every(
        ([role, given]) => given === undefined || [given].flat().some((text) => own.has(`${role} ${text}`)),
      ) &&
      (from === undefined || (begin !== null && begin >= from)) &&
      (to === undefined || (begin !== null && begin <= to)) &&
      (atLeast === undefined || claim.event.figures.some((figure) => figure.low >= atLeast))
    );
  });
  const start = Number(after?.split(':')[1] ?? 0);
  const next = start + limit < all.length ? `r:${start + limit}` : null;
  return { rows: all.slice(start, start + limit), next, total: { n: all.length, isMore: false } };
}

/** Ids of the first matching claims, for facets over a filter. */
export async function matchingClaims(db: Kysely<Tables>, filter: ClaimFilter, limit: number): Promise<number[]> {
  const plan = await planOf(db, filter, null);
  return plan.isEmpty ? [] : (await select(db, plan, limit, null)).map((row) => row.id);
}

async function planOf(db: Kysely<Tables>, filter: ClaimFilter, after: string | null): Promise<Plan> {
  const terms: Term[] = [];
  let isEmpty = false;
  const caseId = filter.caseId ?? null;
  const add = async (role: number, ids: readonly (number | null)[], inCase: number) => {
    const found: Term = { role, terms: [], n: 0 };
    for (const id of ids) {
      const n = id === null ? null : await countOfTerm(db, inCase, role, id);
      if (id === null || !n) continue;
      found.terms.push(id);
      found.n += n;
    }
    if (found.n === 0) isEmpty = true;
    else terms.push(found);
  };
  for (const [role, given] of Object.entries(filter.terms ?? {})) {
    if (given === undefined) continue;
    const ids = await Promise.all((typeof given === 'string' ? [given] : given).map((text) => idOf(db, text)));
    await add(ROLES[role as TermRole], ids, caseId ?? WHOLE);
  }
  if (caseId !== null && !(await isOfCaseOnly(db, terms, caseId))) await add(ROLES.case, [caseId], WHOLE);
  terms.sort((a, b) => a.n - b.n);
  const from = dayOf(filter.from ?? null);
  const to = dayOf(filter.to ?? null);
  const rest: RawBuilder<unknown>[] = [];
  if (filter.review === 'unreviewed') rest.push(sql`not exists (${reviewOf()})`);
  else if (filter.review !== undefined) rest.push(sql`exists (${reviewOf()} and v.state = ${filter.review})`);
  const isOfReports = filter.words !== undefined;
  if (filter.words !== undefined) {
    const reports = await reportsWithWords(db, filter.words, caseId, MOST_REPORTS);
    if (reports.length === 0) isEmpty = true;
    else rest.push(sql`c.reading in (select reading from held where report in (${sql.join(reports)}))`);
  }
  let lead: Lead = 'ids';
  if (isOfReports) lead = 'ids';
  else if (after !== null) lead = after.startsWith('d:') ? 'days' : 'ids';
  else if (from !== null || to !== null) {
    const smallest = terms[0]?.n ?? Number.POSITIVE_INFINITY;
    const weighed = Math.min(DAYS_WEIGHED, smallest, Math.max(FEW, smallest / DAY_COST));
    const types = terms.find(({ role }) => role === ROLES.type)?.terms ?? [];
    const inDays = await countDays(db, types, from ?? 0, to ?? 99_999_999, Math.trunc(weighed) + 1);
    lead = inDays <= weighed || terms.length === 0 ? 'days' : 'ids';
  }
  return { terms, lead, days: { from, to }, atLeast: filter.atLeast ?? null, rest, isEmpty, isOfReports };
}

function reviewOf(): RawBuilder<unknown> {
  return sql`select 1 from review v join reports r on v.claim = r.key || '/' || c.claim where r.id = c.report`;
}

/** One of the terms has no claim outside the case: nothing more needs to be asked of the case. */
async function isOfCaseOnly(db: Kysely<Tables>, terms: readonly Term[], caseId: number): Promise<boolean> {
  for (const { role, terms: ids, n } of terms) {
    let whole = 0;
    for (const id of ids) whole += (await countOfTerm(db, WHOLE, role, id)) ?? 0;
    if (n > 0 && whole === n && caseId !== WHOLE) return true;
  }
  return false;
}

async function countOfTerm(db: Kysely<Tables>, caseId: number, role: number, term: number): Promise<number | null> {
  const question = db
    .selectFrom('facets')
    .select('n')
    .where('case_id', '=', caseId)
    .where('role', '=', role)
    .where('term', '=', term);
  return (await question.executeTakeFirst())?.n ?? null;
}

/** Of one type, where one is asked for: there is an index of both. */
async function countDays(db: Kysely<Tables>, types: readonly number[], from: number, to: number, most: number): Promise<number> {
  const ofType = types.length === 1 ? sql`type = ${types[0]} and` : sql``;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from
      (select 1 from claims where ${ofType} day_from >= ${from} and day_from <= ${to} limit ${most}) as some`.execute(db);
  return Number(rows[0].n);
}

type Found = { id: number; day_from: number | null };

async function select(db: Kysely<Tables>, plan: Plan, limit: number, after: string | null): Promise<Found[]> {
  const conditions = [...plan.rest];
  const [, one, two] = (after ?? '').split(':');
  const tables: RawBuilder<unknown>[] = [];
  const isByDay = plan.lead === 'days';
  const isClaimsFirst = isByDay || plan.isOfReports || plan.terms.length === 0;
  const claim = isClaimsFirst ? sql`c.id` : sql`p0.claim`;
  if (after !== null) {
    conditions.push(
      isByDay
        ? sql`(c.day_from < ${Number(one)} or (c.day_from = ${Number(one)} and c.id < ${Number(two)}))`
        : sql`${claim} < ${Number(one)}`,
    );
  }
  // One posting says that the claim is held; what else stands in its own row is asked there.
  const led = isClaimsFirst ? [] : plan.terms.slice(0, 1);
  const others = isClaimsFirst ? plan.terms : plan.terms.slice(1);
  const own = others.filter(({ role }) => OWN_COLUMNS[role] !== undefined);
  const posted = [...led, ...others.filter((term) => !own.includes(term))];
  // Day and type stand beside a posting too: there they are asked before the row of the claim is looked for.
  const day = sql.ref(isClaimsFirst ? 'c.day_from' : 'p0.day');
  if (plan.days.from !== null) conditions.push(sql`${day} >= ${plan.days.from}`);
  if (plan.days.to !== null) conditions.push(sql`${day} <= ${plan.days.to}`);
  for (const { role, terms } of own) {
    const column = role === ROLES.type && !isClaimsFirst ? 'p0.type' : `c.${OWN_COLUMNS[role]}`;
    conditions.push(sql`${sql.ref(column)} ${oneOf(terms)}`);
  }
  if (plan.atLeast !== null)
    conditions.push(sql`exists (select 1 from figures f where f.claim = ${claim} and f.low >= ${plan.atLeast})`);
  // where postings alone answer, the rows of claims, which lie far apart in a large file, are not looked for
  const isRowAsked = plan.rest.length > 0 || own.some(({ role }) => role !== ROLES.type);
  if (posted.length === 0)
    conditions.push(sql`exists (select 1 from held h where h.report = c.report and h.reading = c.reading)`);
  const postings = posted.map((term, i) => {
    const p = sql.ref(`p${i}`);
    conditions.push(sql`${p}.role = ${term.role}`, sql`${p}.term ${oneOf(term.terms)}`);
    if (isClaimsFirst || i > 0) conditions.push(sql`${p}.claim = ${claim}`);
    return sql`postings ${p}`;
  });
  if (isClaimsFirst) {
    tables.push(sql`claims c`, ...postings);
  } else if (isRowAsked) {
    tables.push(postings[0], sql`claims c`, ...postings.slice(1));
    conditions.push(sql`c.id = p0.claim`);
  } else tables.push(...postings);
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  // The plus keeps SQLite from walking all claims by their numbers where a few reports are meant.
  const order = isByDay ? sql`c.day_from desc, c.id desc` : plan.isOfReports ? sql`+c.id desc` : sql`${claim} desc`;
  // `cross join` keeps SQLite to the order of the tables, which the counts have settled.
  const { rows } = await sql<Found>`
    select ${claim} as id, ${day} as day_from from ${sql.join(tables, sql` cross join `)} ${where} order by ${order} limit ${limit}`.execute(
    db,
  );
  return rows;
}

const oneOf = (terms: readonly number[]): RawBuilder<unknown> =>
  terms.length === 1 ? sql`= ${terms[0]}` : sql`in (${sql.join(terms)})`;

/** The number is kept, no row needs to be counted. */
const isKnown = ({ rest, atLeast, days, terms }: Plan): boolean =>
  rest.length === 0 && atLeast === null && days.from === null && days.to === null && terms.length <= 1;

const boundedBy = (found: number): Bounded => ({ n: Math.min(found, COUNTED), isMore: found > COUNTED });

async function countOf(db: Kysely<Tables>, plan: Plan): Promise<Bounded> {
  if (isKnown(plan) && plan.terms.length === 1) return { n: plan.terms[0].n, isMore: false };
  if (isKnown(plan)) {
    const { rows } = await sql<{ n: number | null }>`select sum(claims_to - claims_from) as n from held`.execute(db);
    return { n: Number(rows[0].n ?? 0), isMore: false };
  }
  return boundedBy((await select(db, plan, COUNTED + 1, null)).length);
}
