/** Lists of the desk: reports, claims with facets, words, sources. */
import {
  alikeClaims,
  type ClaimFilter,
  type ClaimView,
  claimsReadBy,
  claimViews,
  countReports,
  decisionsAbout,
  facetsOf,
  findCase,
  heldReports,
  type Ledger,
  listClaims,
  markOfReadings,
  type ReviewFilter,
  reportByKey,
  searchReports,
  setApart,
  straysOf,
} from '../ledger/index.ts';
import type {
  AlikePage,
  ClaimPage,
  ClaimQuery,
  ClaimRow,
  Decision,
  FacetName,
  FacetPage,
  Facets,
  FacetValue,
  Page,
  ReportDetail,
  ReportRow,
  ReviewState,
  SearchPage,
  Sources,
} from './client.ts';
import type { Window } from './desk.ts';
import { freshen } from './desk-freshness.ts';
import type { LedgerDesk } from './ledger-desk.ts';
import { cursorOf, positionOf } from './position.ts';
import { claimRow, type Held, headlineOf, sourcesOf } from './rows.ts';

const FACETS: readonly FacetName[] = ['type', 'outlet', 'stance', 'source', 'actor', 'place'];
/** Values of one facet that are given at most; whoever looks for a rarer one searches for it. */
const MOST_VALUES = 2000;
/** Reports that the page of sources looks through. */
const LOOKED_THROUGH = 5000;

/** -1, which no case has, where none has that name: it is empty. */
export async function caseOf(desk: LedgerDesk, name: string | undefined): Promise<number> {
  return (await findCase(desk.ledger, name ?? desk.caseName)) ?? -1;
}

export async function reportsAt(desk: LedgerDesk, { limit, after, case: name }: Window): Promise<Page<ReportRow>> {
  const caseId = await caseOf(desk, name);
  const { read } = desk.ledger;
  let question = read
    .selectFrom('held')
    .innerJoin('reports', 'reports.id', 'held.report')
    .innerJoin('case_reports', 'case_reports.report', 'held.report')
    .select(['reports.id', 'reports.key'])
    .where('case_reports.case_id', '=', caseId)
    .orderBy('reports.id', 'desc')
    .limit(limit + 1);
  const last = positionOf(after);
  if (last !== null) question = question.where('reports.id', '<', last);
  const rows = await question.execute();
  const page = rows.slice(0, limit);
  const items: ReportRow[] = [];
  for (const { key } of page) {
    const report = await reportByKey(read, key);
    if (report) items.push(rowOf(report));
  }
  const next = rows.length > limit ? String(page[limit - 1].id) : null;
  return { items, total: await countReports(read, caseId), isMore: false, next };
}

type Found = NonNullable<Awaited<ReturnType<typeof reportByKey>>>;

function rowOf({ key, outlet, published, reading, text, sha256, retrieved }: Found): ReportRow {
  return {
    id: key,
    outlet,
    published,
    headline: headlineOf({ reading, text }),
    claims: reading.claims.length,
    sha256,
    kept: retrieved,
  };
}

export async function reportAt(desk: LedgerDesk, id: string, inCase?: string): Promise<ReportDetail | null> {
  const { read } = desk.ledger;
  const found = await reportByKey(read, id);
  if (!found) return null;
  const caseId = await caseOf(desk, inCase);
  await freshen(desk, caseId);
  const { text, reading, custody, url, cases } = found;
  const apart = await setApart(read, id);
  const keys = [...reading.claims, ...apart.rejected].map((claim) => `${id}/${claim.id}`);
  const events: Record<string, string> = {};
  const review: Record<string, ReviewState> = {};
  const decisions: Decision[] = [];
  if (keys.length > 0) {
    const linked = await read
      .selectFrom('event_claims')
      .innerJoin('events', 'events.id', 'event_claims.event')
      .select(['event_claims.claim', 'events.code'])
      .where('event_claims.case_id', '=', caseId)
      .where('event_claims.claim', 'in', keys)
      .execute();
    for (const { claim, code } of linked) events[claimOf(claim)] = code;
    for (const { claim, state } of await read
      .selectFrom('review')
      .select(['claim', 'state'])
      .where('claim', 'in', keys)
      .execute()) {
      review[claimOf(claim)] = state as ReviewState;
    }
    decisions.push(...((await decisionsAbout(read, keys)) as Decision[]));
  }
  return {
    ...rowOf(found),
    text,
    reading,
    custody,
    url,
    cases,
    events,
    review,
    ...apart,
    decisions,
    strays: await straysOf(read, id),
  };
}

const claimOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

export function viewRow({ claim, quote, report, event, review }: ClaimView): ClaimRow {
  const reading = { report: { id: report.key, outlet: report.outlet, publishedAt: report.published } } as Held['reading'];
  return { ...claimRow({ reading, text: '' }, claim, event, review as ReviewState | null), quote };
}

export async function claimsAt(desk: LedgerDesk, query: ClaimQuery): Promise<ClaimPage> {
  const { read } = desk.ledger;
  const filter = await filterOf(desk, query);
  const after = cursorOf(query.after);
  const page = query.how
    ? await claimsReadBy(read, filter, query.how, query.limit, after)
    : await listClaims(read, filter, query.limit, after);
  const found = await facetsOf(read, filter);
  const facets: Facets = {};
  for (const name of FACETS) facets[name] = await valuesOf(desk, name, found.facets[name] ?? []);
  const { countedOf: counted } = found;
  return { items: page.rows.map(viewRow), total: page.total.n, isMore: page.total.isMore, next: page.next, facets, counted };
}

export async function facetAt(desk: LedgerDesk, name: FacetName, query: ClaimQuery): Promise<FacetPage> {
  const filter = await filterOf(desk, query);
  const { facets, countedOf: counted } = await facetsOf(desk.ledger.read, filter, MOST_VALUES + 1);
  const all = facets[name] ?? [];
  const known = all.slice(0, MOST_VALUES);
  const start = positionOf(query.after) ?? 0;
  const next = start + query.limit < known.length ? String(start + query.limit) : null;
  const items = await valuesOf(desk, name, known.slice(start, start + query.limit));
  return { items, total: known.length, isMore: all.length > MOST_VALUES, next, counted };
}

/** Places are counted by their key in the gazetteer; people read their name. */
async function valuesOf(
  desk: LedgerDesk,
  name: FacetName,
  counted: readonly { value: string; n: number }[],
): Promise<FacetValue[]> {
  if (name !== 'place' || counted.length === 0) return counted.map(({ value, n }) => ({ value, count: n }));
  const rows = await desk.ledger.read
    .selectFrom('places')
    .innerJoin('names', 'names.id', 'places.name')
    .select(['places.key', 'names.text'])
    .where(
      'places.key',
      'in',
      counted.map(({ value }) => value),
    )
    .execute();
  const labels = new Map(rows.map(({ key, text }) => [key, text]));
  return counted.map(({ value, n }) => ({ value, count: n, label: labels.get(value) }));
}

async function filterOf(desk: LedgerDesk, query: ClaimQuery): Promise<ClaimFilter> {
  const caseId = await caseOf(desk, query.case);
  await freshen(desk, caseId);
  const terms = Object.fromEntries(FACETS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  const review = query.review as ReviewFilter | undefined;
  return { caseId, terms, from: query.from || undefined, to: query.to || undefined, review, words: query.q || undefined };
}

/** Claims of a query in groups that were read alike, the largest first; each with its newest claim. */
export async function alikeAt(desk: LedgerDesk, query: ClaimQuery): Promise<AlikePage> {
  const { read } = desk.ledger;
  const filter = await filterOf(desk, query);
  const { groups, looked, isMore } = await alikeClaims(read, filter);
  const start = positionOf(query.after) ?? 0;
  const page = groups.slice(start, start + query.limit);
  const views = await claimViews(
    read,
    page.map(({ first }) => first),
    filter.caseId ?? null,
  );
  const items = page.flatMap(({ type, rule, n }, i) =>
    views[i] ? [{ type: type as ClaimRow['type'], how: rule, count: n, first: viewRow(views[i]) }] : [],
  );
  const next = start + query.limit < groups.length ? String(start + query.limit) : null;
  return { items, total: groups.length, isMore, next, looked };
}

export async function searchAt(desk: LedgerDesk, q: string, { limit, after, case: name }: Window): Promise<SearchPage> {
  const caseId = await caseOf(desk, name);
  const found = await searchReports(desk.ledger.read, q, { caseId, limit, after: positionOf(after) });
  const items = found.hits.map(({ report, outlet, published, snippet }) => ({ report, outlet, published, snippet }));
  return {
    items,
    total: found.total.n,
    isMore: found.total.isMore,
    next: found.next === null ? null : String(found.next),
    forms: found.forms,
  };
}

const seen = new WeakMap<Ledger, Map<number, { mark: string; answer: Sources }>>();

export async function sourcesAt(desk: LedgerDesk, inCase?: string): Promise<Sources> {
  const { ledger, names } = desk;
  const caseId = await caseOf(desk, inCase);
  const answers = seen.get(ledger) ?? new Map();
  seen.set(ledger, answers);
  const mark = await markOfReadings(ledger.read, caseId);
  const known = answers.get(caseId);
  if (known?.mark === mark) return known.answer;
  const held: Held[] = [];
  for await (const { reading, text } of heldReports(ledger.read, caseId)) {
    held.push({ reading, text });
    if (held.length === LOOKED_THROUGH) break;
  }
  const answer = { ...sourcesOf(held, (id) => names.get(id)?.ar ?? null), reports: held.length };
  answers.set(caseId, { mark, answer });
  return answer;
}
