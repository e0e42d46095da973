/** The desk over a ledger: what is kept, what was read in it, what people decided. */
import { readFileSync } from 'node:fs';
import { type EditHelp, editHelp } from '../app/claim-edit.ts';
import type { Reading, Report } from '../claim/reading.ts';
import type { Engine } from '../engine/index.ts';
import type { ImportProcess } from '../jobs/import-process.ts';
import {
  addReportsToCase,
  CAPTURED,
  caseNamed,
  identityOf,
  keyOf,
  type Ledger,
  listCases,
  type Ready,
  recordReports,
  startRun,
} from '../ledger/index.ts';
import type { CaseRow, KeepInput, Kept, NamedRow } from './client.ts';
import type { Desk } from './desk.ts';
import { bytesAt, copiesAt, receiptAt, versionsAt } from './desk-custody.ts';
import { decideAt, decisionsAt } from './desk-decisions.ts';
import { claimsOfEventAt, countsAt, eventAt, eventsAt, matrixAt, rangesAt } from './desk-events.ts';
import { WHILE_WAITING } from './desk-freshness.ts';
import { importAt, importsAt, previewAt, retryImportAt, startImportAt, steerImportAt } from './desk-imports.ts';
import { alikeAt, claimsAt, facetAt, reportAt, reportsAt, searchAt, sourcesAt } from './desk-lists.ts';
import { blindAt, secondReadingsAt } from './desk-second.ts';
import { totalsAt } from './desk-totals.ts';
import { POLICY, POLICY_ROWS, type Reconciler } from './reconciler.ts';
import { addToUpload, startUpload } from './uploads.ts';

export type ReaderOfReports = {
  version: string;
  dataHash: string;
  read: (report: Report) => Reading;
  placeNamed?: Engine['placeNamed'];
};
export type LedgerDesk = {
  ledger: Ledger;
  /** The case that is meant when none is named. */
  caseName: string;
  names: Map<string, NamedRow>;
  reconciler: Reconciler | null;
  /** Names that people give in corrections are looked up here. */
  help: EditHelp;
  /** Reconciliations that run now, by case. */
  running: Map<number, Promise<void>>;
  /** Up to so many reports of a case events are computed while somebody waits. */
  whileWaiting: number;
  /** Large cases whose events are computed now, each by a process of its own. */
  behind: Map<number, ImportProcess>;
  /** When it was last looked whether the events of a large case are up to date. */
  looked: Map<number, number>;
  /** Imports that run in processes of their own. */
  imports: Set<ImportProcess>;
  /** One writer at a time. */
  inTurn: <T>(write: () => Promise<T>) => Promise<T>;
  /** Null: addresses are not fetched. */
  fetching: Fetching | null;
};
/** `permitted`: one address that may be asked although it is not public; for tests only. */
export type Fetching = { permitted: string | null };
export type DeskOptions = {
  ledger: Ledger;
  engine: ReaderOfReports;
  named: readonly NamedRow[];
  caseName: string;
  reconciler: Reconciler | null;
  whileWaiting?: number;
  fetching?: Fetching | null;
};

const TOOL = 'isnad-paste 1';

export function ledgerDesk(options: DeskOptions): Desk {
  const { ledger, engine, named, caseName, reconciler, whileWaiting = WHILE_WAITING, fetching = null } = options;
  let run: Promise<number> | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const next = writing.then(write, write);
    writing = next.catch(() => {});
    return next;
  };
  const names = new Map(named.map((row) => [row.id, row]));
  const help = editHelp(
    () => named,
    () => ({ placeNamed: engine.placeNamed ?? (() => null) }),
  );
  const desk: LedgerDesk = {
    ledger,
    caseName,
    names,
    reconciler,
    help,
    running: new Map(),
    whileWaiting,
    behind: new Map(),
    looked: new Map(),
    imports: new Set(),
    inTurn,
    fetching,
  };
  const keep = async (input: KeepInput): Promise<Kept> => {
    run ??= startRun(ledger, { engine: engine.version, data: engine.dataHash, what: 'import' });
    const name = input.case ?? caseName;
    const into = await caseNamed(ledger, name);
    const [outcome] = await recordReports(ledger, await run, into, [readyOf(input, engine, ledger.now())]);
    if (outcome.status === 'held') await putIntoCase(ledger, into, outcome.report);
    return { id: outcome.key, held: outcome.status === 'held', case: name };
  };
  return {
    caseName,
    read: (input) => engine.read(input),
    keep: (input) => inTurn(() => keep(input)),
    reports: (window) => reportsAt(desk, window),
    report: (id, inCase) => reportAt(desk, id, inCase),
    claims: (query) => claimsAt(desk, query),
    facet: (name, query) => facetAt(desk, name, query),
    alike: (query) => alikeAt(desk, query),
    search: (q, window) => searchAt(desk, q, window),
    events: (query) => eventsAt(desk, query),
    matrix: (query) => matrixAt(desk, query),
    event: (code, options) => eventAt(desk, code, options),
    counts: (code, policy, inCase) => countsAt(desk, code, policy, inCase),
    eventClaims: (code, window) => claimsOfEventAt(desk, code, window),
    ranges: (code, inCase) => rangesAt(desk, code, inCase),
    totals: (window) => totalsAt(desk, window),
    sources: (inCase) => sourcesAt(desk, inCase),
    async cases(): Promise<CaseRow[]> {
      return (await listCases(ledger.read)).map(({ id, name, reports, events, at }) => {
        return { name, reports, events, at, reconciling: desk.behind.has(id) };
      });
    },
    imports: () => importsAt(desk),
    receipt: (id, version) => receiptAt(desk, id, version),
    bytes: (id, version) => bytesAt(desk, id, version),
    versions: (id) => versionsAt(desk, id),
    copies: (id, inCase) => copiesAt(desk, id, inCase),
    importRun: (id, most) => importAt(desk, id, most),
    preview: (wanted) => previewAt(desk, wanted),
    startUpload: async () => startUpload(ledger.file),
    addToUpload: (upload, piece) => addToUpload(ledger.file, upload, piece),
    startImport: (wanted) => startImportAt(desk, wanted),
    steerImport: (id, to) => steerImportAt(desk, id, to),
    retryImport: (id) => retryImportAt(desk, id),
    async close() {
      const running = [...desk.imports, ...desk.behind.values()];
      for (const one of running) one.stop();
      await Promise.all(running.map((one) => one.ended));
    },
    decide: (decision) => inTurn(() => decideAt(desk, decision)),
    decisions: (query) => decisionsAt(desk, query),
    blind: (query) => blindAt(desk, query),
    secondReadings: (query) => secondReadingsAt(desk, query),
    named: () => [...named],
    method: async () => ({
      engine: engine.version,
      data: engine.dataHash,
      policies: POLICY_ROWS,
      policy: POLICY,
      quality: qualityText(),
      outcomes: [],
      case: caseName,
      canFetch: fetching !== null,
    }),
  };
}

async function putIntoCase(ledger: Ledger, caseId: number, report: number): Promise<void> {
  await ledger.db.transaction().execute((tx) => addReportsToCase(ledger, tx, caseId, [report], ledger.now()));
}

function readyOf(input: KeepInput, engine: ReaderOfReports, at: string): Ready {
  const { text, outlet = null, published = null, url = null } = input;
  const named = { id: null, outlet, published, url, text };
  const key = keyOf(named);
  return {
    ...named,
    bytes: Buffer.from(text, 'utf8'),
    source: 'pasted',
    item: null,
    mediaType: 'text/plain; charset=utf-8',
    tool: TOOL,
    // whoever gives an address says that the text stands there now
    steps: url === null ? [] : [{ kind: CAPTURED, tool: 'pasted by a person', output: at }],
    key,
    identity: identityOf(named),
    reading: engine.read({ id: key, text, outlet, published }),
  };
}

function qualityText(): string | null {
  try {
    return readFileSync(new URL('../../docs/quality.md', import.meta.url), 'utf8');
  } catch {
    return null;
  }
}
