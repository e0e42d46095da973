/** A desk that keeps everything in memory and forgets it at the end: for tests of routes and for trying without a file. It knows no events. */
import { createHash } from 'node:crypto';
import type { Reading, Report } from '../claim/reading.ts';
import type { CaseRow, ClaimQuery, ClaimRow, Decision, Facets, KeepInput, NamedRow, NewDecision, ReviewState } from './client.ts';
import type { Desk } from './desk.ts';
import { Refusal } from './problem.ts';
import { claimRow, type Held, headlineOf, sourcesOf } from './rows.ts';

export type ReaderOfReports = { version: string; dataHash: string; read: (report: Report) => Reading };
type Kept = Held & { input: KeepInput; at: string };

export const STATES: Partial<Record<string, ReviewState>> = {
  accept: 'accepted',
  reject: 'rejected',
  edit: 'edited',
  unsure: 'unsure',
};

export function memoryDesk(engine: ReaderOfReports, named: readonly NamedRow[], now: () => string): Desk {
  const kept = new Map<string, Kept>();
  const decisions: Decision[] = [];
  const names = new Map(named.map((row) => [row.id, row.ar]));
  const stateOf = (key: string): ReviewState | null => {
    const last = decisions.findLast((d) => d.target === key && !d.undone && STATES[d.kind]);
    return last ? (STATES[last.kind] ?? null) : null;
  };
  const rows = (): ClaimRow[] =>
    [...kept.values()]
      .reverse()
      .flatMap((held) =>
        held.reading.claims.map((claim) => claimRow(held, claim, null, stateOf(`${held.reading.report.id}/${claim.id}`))),
      );
  const window = <T>(items: T[], { limit, after = '0' }: { limit: number; after?: string }) => {
    const next = Number(after) + limit;
    return {
      items: items.slice(Number(after), next),
      total: items.length,
      isMore: false,
      next: next < items.length ? String(next) : null,
    };
  };
  const reportRow = (held: Kept) => {
    const { id, outlet, publishedAt, sha256 } = held.reading.report;
    return {
      id,
      outlet,
      published: publishedAt,
      headline: headlineOf(held),
      claims: held.reading.claims.length,
      sha256,
      kept: held.at,
    };
  };
  return {
    caseName: 'memory',
    read: (input) => engine.read(input),
    async keep(input) {
      const reading = engine.read(input);
      const { id } = reading.report;
      const held = kept.has(id);
      if (!held) kept.set(id, { reading, text: input.text, input, at: now() });
      return { id, held, case: 'memory' };
    },
    reports: async (at) => window([...kept.values()].reverse().map(reportRow), at),
    async report(id) {
      const held = kept.get(id);
      if (!held) return null;
      const about = decisions.filter((d) => d.target.startsWith(`${id}/`)).reverse();
      const review: Record<string, ReviewState> = {};
      for (const { id: claim } of held.reading.claims) {
        const state = stateOf(`${id}/${claim}`);
        if (state) review[claim] = state;
      }
      const hash = createHash('sha256').update(held.text).digest('hex');
      const custody = [{ step: 1, kind: 'received', tool: 'paste', input: null, output: hash, at: held.at }];
      return {
        ...reportRow(held),
        text: held.text,
        reading: held.reading,
        url: held.input.url ?? null,
        custody,
        cases: ['memory'],
        events: {},
        review,
        rejected: [],
        strays: [],
        originals: {},
        decisions: about,
      };
    },
    async claims(query) {
      const found = rows().filter((row) => fits(row, query));
      return { ...window(found, query), facets: facetsOf(found), counted: null };
    },
    async facet(name, query) {
      const values = facetsOf(rows().filter((row) => fits(row, query)))[name] ?? [];
      return { ...window(values, query), counted: null };
    },
    async alike(query) {
      const groups = new Map<string, { type: ClaimRow['type']; how: string; count: number; first: ClaimRow }>();
      const found = rows().filter((row) => fits(row, query));
      for (const first of found) {
        const known = groups.get(`${first.type} ${first.how}`);
        if (known) known.count++;
        else groups.set(`${first.type} ${first.how}`, { type: first.type, how: first.how, count: 1, first });
      }
      return { ...window([...groups.values()], query), looked: found.length };
    },
    async search(q, at) {
      const hits = [...kept.values()].flatMap(({ reading, text }) => {
        const start = text.indexOf(q);
        const { id, outlet, publishedAt } = reading.report;
        return start < 0
          ? []
          : [
              {
                report: id,
                outlet,
                published: publishedAt,
                snippet: { start, text: q, marks: [{ start, end: start + q.length }] },
              },
            ];
      });
      return { ...window(hits, at), forms: [q] };
    },
    events: async (at) => window([], at),
    matrix: async (at) => ({ ...window([], at), columns: [] }),
    event: async () => null,
    counts: async () => null,
    ranges: async () => null,
    eventClaims: async () => null,
    blind: async () => ({ items: [], total: 0, isMore: false, next: null }),
    secondReadings: async () => ({ readings: [], agreement: [] }),
    totals: async () => ({ totals: [], next: null, policy: '', policies: [] }),
    sources: async () => ({ ...sourcesOf([...kept.values()], (id) => names.get(id) ?? null), reports: kept.size }),
    cases: async (): Promise<CaseRow[]> => [],
    imports: async () => [],
    importRun: async () => null,
    receipt: async () => null,
    bytes: async () => null,
    versions: async () => null,
    copies: async () => null,
    preview: refused,
    startUpload: refused,
    addToUpload: refused,
    startImport: refused,
    steerImport: refused,
    retryImport: refused,
    close: async () => {},
    async decide(decision) {
      checkTarget(decision, kept, decisions);
      const id = decisions.length + 1;
      if (decision.kind === 'undo') {
        const undone = decisions[decision.undoes! - 1];
        undone.undone = !undone.undone;
      }
      const { kind, target, who, why, payload = null, undoes = null } = decision;
      decisions.push({ id, kind, target, who, why, payload, undoes, at: now(), undone: false });
      return id;
    },
    decisions: async (query) =>
      window(decisions.filter((d) => query.target === undefined || d.target === query.target).reverse(), query),
    named: () => [...named],
    method: async () => ({
      engine: engine.version,
      data: engine.dataHash,
      policies: [],
      policy: '',
      quality: null,
      outcomes: [],
      case: 'memory',
      canFetch: false,
    }),
  };
}

const refused = async (): Promise<never> => {
  throw new Refusal(409, 'ISN-H09', 'a desk in memory takes in no files');
};

function checkTarget(decision: NewDecision, kept: Map<string, Kept>, decisions: readonly Decision[]): void {
  if (decision.kind === 'undo') {
    if (!decisions[decision.undoes! - 1]) throw new Refusal(404, 'ISN-H44', 'there is no such decision');
    return;
  }
  const at = decision.target.lastIndexOf('/');
  const held = kept.get(decision.target.slice(0, at));
  const claim = decision.target.slice(at + 1);
  if (!held?.reading.claims.some(({ id }) => id === claim)) throw new Refusal(404, 'ISN-H44', 'there is no such claim');
}

function fits(row: ClaimRow, query: ClaimQuery): boolean {
  return (
    (!query.q || row.quote.includes(query.q)) &&
    (!query.type || row.type === query.type) &&
    (!query.outlet || row.outlet === query.outlet) &&
    (!query.stance || row.stance === query.stance) &&
    (!query.source || row.chain.at(-1) === query.source) &&
    (!query.actor || row.actor.includes(query.actor)) &&
    (!query.how || row.how === query.how) &&
    (!query.place || row.place === query.place) &&
    (!query.from || (row.day !== null && row.day >= query.from)) &&
    (!query.to || (row.day !== null && row.day <= query.to))
  );
}

function facetsOf(rows: readonly ClaimRow[]): Facets {
  const counts = (values: (row: ClaimRow) => (string | null | undefined)[]) => {
    const seen = new Map<string, number>();
    for (const row of rows) for (const value of values(row)) if (value) seen.set(value, (seen.get(value) ?? 0) + 1);
    return [...seen]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 20);
  };
  return {
    type: counts((row) => [row.type]),
    outlet: counts((row) => [row.outlet]),
    stance: counts((row) => [row.stance]),
    source: counts((row) => [row.chain.at(-1)]),
    actor: counts((row) => row.actor),
    place: counts((row) => [row.place]),
  };
}
