/** The tools of the MCP server, read only: read a text, search claims, list events, the counts of one, compare its sources, one claim. */
import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { sayBecause } from '../../claim/because.ts';
import type { ClaimRow, EventDetail } from '../client.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../problem.ts';
import { claimRow, type Held } from '../rows.ts';
import { citationOf, readCitation, statementOf } from './citation.ts';

type Answer = { content: { type: 'text'; text: string }[]; structuredContent?: Record<string, unknown>; isError?: boolean };

const READ_ONLY = { readOnlyHint: true, openWorldHint: false, idempotentHint: true } as const;
const ABOUT =
  'Attributed claims read from conflict news. They tell what sources say, never what happened. Every answer carries a citation: quote the words, name the outlet, its source and the day.';
const limit = z.number().int().min(1).max(50).default(20);
const word = z.string().max(300).optional();

export function mcpServer(desk: Desk, version: string): McpServer {
  const server = new McpServer({ name: 'isnad', version }, { capabilities: { tools: {} }, instructions: ABOUT });
  server.registerTool(
    'read_text',
    {
      title: 'Read a text',
      description: 'Reads a news report in Arabic and returns its claims with their words. Nothing is kept.',
      annotations: READ_ONLY,
      inputSchema: z.object({
        text: z.string().min(1).max(500_000),
        outlet: word.describe('who published it'),
        published: z.iso.date().optional().describe('day of publication, 2019-02-12; without it relative days stay open'),
      }),
    },
    async (input) =>
      answer(() => {
        const reading = desk.read(input);
        const claims = reading.claims.map((claim) => {
          const row = claimRow({ reading, text: input.text }, claim, null, null);
          return { ...statementOf(row), citation: readCitation(reading, claim, input.text) };
        });
        const unread = reading.unread.map(({ start, end }) => ({ start, end, words: input.text.slice(start, end) }));
        return { report: reading.report, claims, unread };
      }),
  );
  server.registerTool(
    'search_claims',
    {
      title: 'Search claims',
      description:
        'Claims of the kept reports by words (any Arabic spelling), type, outlet, source, actor, place, stance and day.',
      annotations: READ_ONLY,
      inputSchema: z.object({
        words: word.describe('words in the report'),
        type: word,
        outlet: word,
        source: word,
        actor: word.describe('registry id such as actor:us-led-coalition, or a name as written'),
        place: word,
        stance: word,
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
        case: word,
        limit,
      }),
    },
    async ({ words, ...query }) =>
      answer(async () => {
        if (words !== undefined) return { claims: (await claimsWith(desk, words, query)).map(statementOf) };
        const page = await desk.claims(query);
        return { claims: page.items.map(statementOf), total: page.total, isMore: page.isMore };
      }),
  );
  server.registerTool(
    'get_claim',
    {
      title: 'One claim',
      description:
        'One claim by its key, with its words, their place in the report, its chain of sources, the rules that read it, and what people decided: `review` is "rejected" for a claim that counts for nothing, `asRead` is what was read before a correction.',
      annotations: READ_ONLY,
      inputSchema: z.object({ claim: z.string().max(4200), case: word }),
    },
    async ({ claim: key, case: inCase }) =>
      answer(async () => {
        const cut = key.lastIndexOf('/');
        const report = await desk.report(key.slice(0, cut), inCase);
        const claim = [...(report?.reading.claims ?? []), ...(report?.rejected ?? [])].find(
          ({ id }) => id === key.slice(cut + 1),
        );
        if (!report || !claim) throw new Refusal(404, 'ISN-H44', `there is no claim ${key}`);
        const row = claimRow(report, claim, report.events[claim.id] ?? null, report.review[claim.id] ?? null);
        const asRead = report.originals[claim.id];
        return {
          ...statementOf(row),
          attribution: claim.attribution,
          trace: claim.trace,
          sha256: report.sha256,
          ...(asRead ? { asRead: statementOf(claimRow(report, asRead, null, null)) } : {}),
          decisions: report.decisions.filter(({ target }) => target === key),
        };
      }),
  );
  server.registerTool(
    'list_events',
    {
      title: 'List events',
      description:
        'What several claims are about: type, place, day, number of independent origins, range of killed; with what each origin says of the killed, cited.',
      annotations: READ_ONLY,
      inputSchema: z.object({
        type: word,
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
        contested: z.boolean().optional(),
        case: word,
        limit,
      }),
    },
    async (query) =>
      answer(async () => {
        const page = await desk.matrix(query);
        const rows = await rowsOf(
          desk,
          page.items.flatMap(({ cells }) => cells.map(({ claim }) => claim)),
          query.case,
        );
        const items = page.items.map(({ cells, ...event }) => {
          const says = cells.map(({ origin, killed, standing, claim }) => {
            const row = rows.get(claim);
            return { origin, killed, standing, citation: row ? citationOf(row) : null };
          });
          return { ...event, says };
        });
        return { items, total: page.total, isMore: page.isMore };
      }),
  );
  const about = { code: z.string().max(40), policy: z.string().max(40).optional(), case: word };
  server.registerTool(
    'event_counts',
    {
      title: 'Counts of an event',
      description:
        'Low, best and high of an event under a named policy, with every figure behind them and why others were set aside.',
      annotations: READ_ONLY,
      inputSchema: z.object(about),
    },
    async ({ code, ...options }) =>
      answer(async () => {
        const detail = await eventAt(desk, code, options);
        const keys = detail.event.counts.flatMap(({ figures }) => figures.map((use) => `${use.report}/${use.claim}`));
        const rows = await rowsOf(desk, keys, options.case, detail.claims);
        const counts = detail.event.counts.map((count) => ({
          ...count,
          note: sayBecause(count.note, 'en'),
          figures: count.figures.map((use) => {
            const row = rows.get(`${use.report}/${use.claim}`);
            return { ...use, why: sayBecause(use.why, 'en'), citation: row ? citationOf(row) : null };
          }),
        }));
        const others = await desk.ranges(code, options.case);
        return { ...headOf(detail), policy: detail.policy, counts, underEveryPolicy: others?.ranges ?? [] };
      }),
  );
  server.registerTool(
    'compare_sources',
    {
      title: 'Compare sources',
      description:
        'The independent origins of an event: who carries each, what each says, where they agree, differ, deny or are silent.',
      annotations: READ_ONLY,
      inputSchema: z.object(about),
    },
    async ({ code, ...options }) =>
      answer(async () => {
        const detail = await eventAt(desk, code, options);
        const keys = detail.event.origins.flatMap(({ claims }) => claims);
        const rows = await rowsOf(desk, keys, options.case, detail.claims);
        const origins = detail.event.origins.map(({ key, label, kind, outlets, because, claims }) => ({
          origin: key,
          label,
          kind,
          outlets,
          because: because.map((step) => sayBecause(step, 'en')),
          says: claims.flatMap((claim) => rows.get(claim) ?? []).map(statementOf),
        }));
        return { ...headOf(detail), origins, contradictions: detail.contradictions };
      }),
  );
  return server;
}

/** Claims around the words that were found, in the reports that hold them. */
async function claimsWith(
  desk: Desk,
  words: string,
  query: { limit: number; case?: string; type?: string },
): Promise<ClaimRow[]> {
  const found: ClaimRow[] = [];
  for (const { report: id, snippet } of (await desk.search(words, { limit: query.limit, case: query.case })).items) {
    const report = await desk.report(id, query.case);
    for (const claim of report?.reading.claims ?? []) {
      const isAround = snippet.marks.some((mark) => mark.start < claim.content.end && claim.content.start < mark.end);
      if (!report || !isAround || (query.type && claim.event.type !== query.type)) continue;
      found.push(claimRow(report, claim, report.events[claim.id] ?? null, report.review[claim.id] ?? null));
    }
  }
  return found.slice(0, query.limit);
}

async function eventAt(desk: Desk, code: string, options: { policy?: string; case?: string }): Promise<EventDetail> {
  const detail = await desk.event(code, options);
  if (detail === null) throw new Refusal(404, 'ISN-H44', `no event has or had the code ${code}`);
  return detail;
}

/** The claims with these keys; those that are not among `known` are looked for in their reports. */
async function rowsOf(
  desk: Desk,
  keys: readonly string[],
  inCase: string | undefined,
  known: readonly ClaimRow[] = [],
): Promise<Map<string, ClaimRow>> {
  const rows = new Map(known.map((row) => [row.key, row]));
  const wanted = new Set(keys.filter((key) => !rows.has(key)));
  for (const id of new Set([...wanted].map((key) => key.slice(0, key.lastIndexOf('/'))))) {
    const report = await desk.report(id, inCase);
    for (const claim of report?.reading.claims ?? []) {
      const row = claimRow(report as Held, claim, report?.events[claim.id] ?? null, report?.review[claim.id] ?? null);
      if (wanted.has(row.key)) rows.set(row.key, row);
    }
  }
  return rows;
}

function headOf({ event: { code, type, place, begin, end, grade, reports } }: EventDetail) {
  return { code, type, place, begin, end, suggestedGrade: grade, reports: reports.length };
}

async function answer(make: () => Record<string, unknown> | Promise<Record<string, unknown>>): Promise<Answer> {
  try {
    const found = await make();
    return { content: [{ type: 'text', text: JSON.stringify(found) }], structuredContent: found };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { content: [{ type: 'text', text: `${error.code}: ${error.message}` }], isError: true };
  }
}
