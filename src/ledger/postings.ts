/** Postings and facets: which claims have a term, and how many. Both can be made again from the readings. */
import { type Kysely, sql } from 'kysely';
import type { Claim, Reading } from '../claim/reading.ts';
import { dayOf, mainPlace, placeKey } from './claim-rows.ts';
import type { Flavor } from './flavor.ts';
import { insertRows, type Value } from './rows.ts';
import type { Tables } from './tables.ts';

/** Numbers are written in the file: they never change. `case` has cases as terms, all others names. */
export const ROLES = {
  case: 1,
  type: 2,
  stance: 3,
  reality: 4,
  outlet: 5,
  source: 6,
  actor: 7,
  recipient: 8,
  place: 9,
  admin: 10,
  outcome: 11,
  running: 12,
} as const;
export type Role = keyof typeof ROLES;
/** In facets: all cases together. */
export const WHOLE = 0;

const ROWS_A_DELETE = 300;

const POSTING_COLUMNS = ['role', 'term', 'claim', 'day', 'type'] as const;
type Rest = [claim: number, day: number | null, type: number];
type Posting = [role: number, term: number, ...Rest];

export type Indexed = { reading: Reading; firstClaim: number; cases: readonly number[] };

/** Adds (1) or takes away (-1) what the readings stand for. */
export async function project(
  tx: Kysely<Tables>,
  flavor: Flavor,
  name: (text: string) => number,
  sign: 1 | -1,
  indexed: readonly Indexed[],
): Promise<void> {
  const rows: Posting[] = [];
  const counts = new Map<string, number>();
  const count = (caseId: number, role: number, term: number) => {
    const key = `${caseId} ${role} ${term}`;
    counts.set(key, (counts.get(key) ?? 0) + sign);
  };
  for (const { reading, firstClaim, cases } of indexed) {
    for (let ord = 0; ord < reading.claims.length; ord++) {
      const rest = restOf(reading, firstClaim, ord, name);
      for (const [role, term] of termsOf(reading, ord, name)) {
        rows.push([role, term, ...rest]);
        for (const caseId of [WHOLE, ...cases]) count(caseId, role, term);
      }
      for (const caseId of cases) {
        rows.push([ROLES.case, caseId, ...rest]);
        count(WHOLE, ROLES.case, caseId);
      }
    }
  }
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  if (sign === 1) await insertRows(tx, flavor, 'postings', POSTING_COLUMNS, rows, 'do nothing');
  else {
    for (let i = 0; i < rows.length; i += ROWS_A_DELETE) {
      const some = rows.slice(i, i + ROWS_A_DELETE).map(([role, term, claim]) => sql`(${sql.join([role, term, claim])})`);
      await sql`delete from postings where (role, term, claim) in (values ${sql.join(some)})`.execute(tx);
    }
  }
  await addFacets(tx, flavor, counts);
}

/** Puts claims that are already indexed into one more case. */
export async function projectCase(
  tx: Kysely<Tables>,
  flavor: Flavor,
  name: (text: string) => number,
  caseId: number,
  indexed: readonly Omit<Indexed, 'cases'>[],
): Promise<void> {
  const rows: Value[][] = [];
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { reading, firstClaim } of indexed) {
    for (let ord = 0; ord < reading.claims.length; ord++) {
      rows.push([ROLES.case, caseId, ...restOf(reading, firstClaim, ord, name)]);
      count(`${WHOLE} ${ROLES.case} ${caseId}`);
      for (const [role, term] of termsOf(reading, ord, name)) count(`${caseId} ${role} ${term}`);
    }
  }
  await insertRows(tx, flavor, 'postings', POSTING_COLUMNS, rows, 'do nothing');
  await addFacets(tx, flavor, counts);
}

async function addFacets(tx: Kysely<Tables>, flavor: Flavor, counts: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...counts].filter(([, n]) => n !== 0).map(([key, n]) => [...key.split(' ').map(Number), n]);
  const add = '(case_id, role, term) do update set n = facets.n + excluded.n';
  await insertRows(tx, flavor, 'facets', ['case_id', 'role', 'term', 'n'], rows, add);
}

/** What stands behind role and term: the claim, its day and its type. */
function restOf(reading: Reading, firstClaim: number, ord: number, name: (text: string) => number): Rest {
  const { event } = reading.claims[ord];
  return [firstClaim + ord, dayOf(event.time?.begin ?? null), name(event.type)];
}

/** Role and term of everything by which one claim can be found, each once. */
function termsOf(reading: Reading, ord: number, name: (text: string) => number): [number, number][] {
  const terms = new Map<string, [number, number]>();
  for (const [role, text] of textsOf(reading.claims[ord], reading.report.outlet)) {
    const term = name(text);
    terms.set(`${ROLES[role]} ${term}`, [ROLES[role], term]);
  }
  return [...terms.values()];
}

/** The same as words, `role text`, for claims that stand in no posting. */
export function termTexts(claim: Claim, outlet: string | null): Set<string> {
  return new Set(textsOf(claim, outlet).map(([role, text]) => `${role} ${text}`));
}

function textsOf(claim: Claim, outlet: string | null): [Role, string][] {
  const { event } = claim;
  const terms: [Role, string][] = [
    ['type', event.type],
    ['stance', claim.stance],
    ['reality', claim.reality],
  ];
  if (outlet !== null) terms.push(['outlet', outlet]);
  for (const hop of claim.attribution) terms.push(['source', hop.entity ?? hop.name]);
  for (const mention of event.actor) terms.push(['actor', mention.entity ?? mention.name]);
  for (const mention of event.recipient) terms.push(['recipient', mention.entity ?? mention.name]);
  const place = mainPlace(claim);
  if (place) terms.push(['place', place.resolved ? placeKey(place.resolved) : place.name]);
  for (const admin of place?.resolved?.admin ?? []) terms.push(['admin', admin]);
  for (const figure of event.figures) {
    terms.push(['outcome', figure.outcome]);
    if (figure.scope === 'running-total') terms.push(['running', figure.outcome]);
  }
  return terms;
}
