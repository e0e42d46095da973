/** A case as exports want it: its reports, events with everything said about them, running totals, decisions, and the journal behind it. */
import { type ClaimEdit, decidedClaim, EDIT_FIELDS, saidIn } from '../claim/edit.ts';
import type { Claim } from '../claim/reading.ts';
import { ENGINE_VERSION } from '../engine/index.ts';
import { listNamed, type Named } from '../engine/named.ts';
import type { ExportedDecision, ExportedEvent, ExportedReport, ExportedRow, ExportSource } from '../formats/export/index.ts';
import {
  allDecisions,
  bytesOf,
  claimIds,
  claimToEdit,
  claimViews,
  coveredRows,
  type EventBody,
  eventBodies,
  headOf,
  heldReports,
  journalEntries,
  type Ledger,
  listTotals,
  reportByKey,
  setApart,
} from '../ledger/index.ts';
import { DEFAULT_POLICY, ruleInWords } from '../reconcile/index.ts';
import type { CountingReconciler } from './reconciler.ts';

export type CaseToExport = { id: number; name: string };
export type ExportWith = { reconciler: Pick<CountingReconciler, 'recount'>; policy?: string; named?: readonly Named[] };

/** Events must be up to date: reconcile the case first. */
export async function exportSource(ledger: Ledger, { id, name }: CaseToExport, options: ExportWith): Promise<ExportSource> {
  const { reconciler, policy = DEFAULT_POLICY } = options;
  const named = new Map((options.named ?? listNamed()).map((row) => [row.id, row]));
  const { read } = ledger;
  async function* events(counting: string = policy): AsyncGenerator<ExportedEvent> {
    for await (const body of eventBodies(read, id))
      yield await exported(ledger, id, counted(await needed(ledger, body, counting), counting));
  }
  const counted = ({ body, reports }: Needed, counting: string): EventBody =>
    reports === null ? body : { ...body, event: { ...body.event, counts: reconciler.recount(body.event, reports, counting) } };
  return {
    caseName: name,
    made: { at: ledger.now(), version: ENGINE_VERSION, policy, head: (await headOf(read)).hash },
    nameOf: (of, lang) => named.get(of)?.[lang] ?? null,
    ruleInWords: (lang) => ruleInWords(policy, lang),
    kindOf: (of) => named.get(of)?.kind ?? null,
    reports: () => exportedReports(ledger, id),
    events,
    async *totals() {
      let after: number | null = 0;
      while (after !== null) {
        const page: Awaited<ReturnType<typeof listTotals>> = await listTotals(read, id, 200, after);
        yield* page.rows;
        after = page.next;
      }
    },
    async *decisions() {
      for await (const { payload, ...decision } of allDecisions(read))
        yield {
          ...decision,
          edit: decision.kind === 'edit' ? await changeOf(ledger, decision.target, payload as ClaimEdit) : null,
        };
    },
    journal: () => journalEntries(read),
    rows: () => exportedRows(ledger, id),
  };
}

type Held = NonNullable<Awaited<ReturnType<typeof reportByKey>>>;
type Needed = {
  body: EventBody;
  reports: { report: string; outlet: string | null; published: string | null; text: string; reading: Held['reading'] }[] | null;
};

/** The reports of an event, where its counts are not kept under the policy that is asked for. */
async function needed(ledger: Ledger, body: EventBody, policy: string): Promise<Needed> {
  const kept = body.event.counts[0]?.policy;
  if (kept === undefined || kept === policy) return { body, reports: null };
  const held = await Promise.all(body.event.reports.map((key) => reportByKey(ledger.read, key)));
  const reports = held.flatMap((report) => {
    if (!report) return [];
    const { key, outlet, published, text, reading } = report;
    return [{ report: key, outlet, published, text, reading }];
  });
  return { body, reports };
}

/** What a correction of a claim says against what was read. */
async function changeOf(ledger: Ledger, claim: string, edit: ClaimEdit): Promise<ExportedDecision['edit']> {
  const known = await claimToEdit(ledger.read, claim);
  if (known === null || !EDIT_FIELDS.includes(edit?.field)) return null;
  const { field } = edit;
  return { field, before: saidIn(known.asRead, field), after: saidIn(decidedClaim(known.asRead, [edit]), field) };
}

async function exported(ledger: Ledger, caseId: number, body: EventBody): Promise<ExportedEvent> {
  const { read } = ledger;
  const ids = await claimIds(read, body.event.claims);
  const rows = body.event.claims.flatMap((key) => ids.get(key) ?? []);
  const views = await claimViews(read, rows, caseId);
  const originals = new Map<string, Claim>();
  for (const report of body.event.reports)
    for (const [id, claim] of Object.entries((await setApart(read, report)).originals)) originals.set(`${report}/${id}`, claim);
  const statements = views.map(({ key, claim, quote, report, review }) => {
    return { key, claim, quote, report, review, original: originals.get(key) ?? null };
  });
  return { ...body, statements };
}

async function* exportedReports(ledger: Ledger, caseId: number): AsyncGenerator<ExportedReport> {
  for await (const { id, key, outlet, published, url, text, sha256, reading } of heldReports(ledger.read, caseId)) {
    const row = await ledger.read
      .selectFrom('reports')
      .select(['retrieved', 'source', 'media_type'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const bytes = (await bytesOf(ledger.read, id)) ?? new Uint8Array();
    const { retrieved, source, media_type: mediaType } = row;
    const apart = await setApart(ledger.read, key);
    yield {
      key,
      outlet,
      published,
      url,
      retrieved,
      source,
      mediaType,
      sha256,
      bytes,
      text,
      engine: reading.engine,
      reading,
      ...apart,
    };
  }
}

/** In the order of the reports, numbered as bundles number their files. */
async function* exportedRows(ledger: Ledger, caseId: number): AsyncGenerator<ExportedRow> {
  let n = 0;
  for await (const { key } of heldReports(ledger.read, caseId)) {
    n += 1;
    const file = String(n).padStart(6, '0');
    for (const { kind, values } of await coveredRows(ledger.read, key)) yield { kind, values, file };
  }
}
