/** Records a batch: reports as received, their readings and claims, into one case, in one transaction with its journal entries. */
import type { Transaction } from 'kysely';
import { packed } from './body.ts';
import { addReportsToCase, followIntoCases } from './cases.ts';
import { CLAIM_COLUMNS, claimRows, FIGURE_COLUMNS, namesOf } from './claim-rows.ts';
import { stepsOf, withSteps } from './custody-steps.ts';
import { holdDecided } from './decided.ts';
import { append, headOf, payloadOf, sha256 } from './journal.ts';
import { intern, remember } from './names.ts';
import type { Ledger } from './open.ts';
import { internPlaces } from './places.ts';
import { type Indexed, project } from './postings.ts';
import type { Outcome, Ready } from './received.ts';
import { insertRows, nextId, type Value } from './rows.ts';
import { indexWords } from './search-index.ts';
import { type Fresh, sortOut } from './sort-out.ts';
import { supersede } from './supersede.ts';
import type { Tables } from './tables.ts';

export const REPORT_COLUMNS = [
  'id',
  'key',
  'version',
  'supersedes',
  'identity',
  'bytes',
  'text',
  'sha256',
  'outlet',
  'published',
  'url',
  'retrieved',
  'source',
  'item',
  'media_type',
  'tool',
  'run',
] as const;

/** `alongside`: more to write in the same transaction, e.g. the items of an import. */
export async function recordReports(
  ledger: Ledger,
  run: number,
  caseId: number,
  batch: readonly Ready[],
  alongside: (tx: Transaction<Tables>, outcomes: Outcome[]) => Promise<void> = async () => {},
): Promise<Outcome[]> {
  const { flavor } = ledger;
  const at = ledger.now();
  let committed = new Map<string, number>();
  // What a transaction that was rolled back put into the vocabulary is not there.
  const forget = (error: unknown) => {
    ledger.seenWords.clear();
    throw error;
  };
  const writing = ledger.db.transaction().execute(async (tx) => {
    await checkMemory(ledger, tx);
    const sorted = await sortOut(tx, batch);
    const fresh = sorted.fresh;
    const names = fresh.flatMap(({ ready }) => [...namesOf(ready.reading), ...(ready.outlet === null ? [] : [ready.outlet])]);
    const { ids, drafts } = await intern(tx, flavor, ledger.known, names);
    committed = ids;
    const name = (text: string) => ids.get(text) as number;
    const places = await internPlaces(
      tx,
      flavor,
      name,
      fresh.map(({ ready }) => ready.reading),
    );
    drafts.push(...places.drafts);
    const firstReport = await nextId(tx, 'reports');
    const firstReading = await nextId(tx, 'readings');
    let claimId = await nextId(tx, 'claims');
    const rows = { reports: [], custody: [], readings: [], claims: [], figures: [], held: [] } as Record<string, Value[][]>;
    const indexed: Indexed[] = [];
    const numberOf = ({ supersedes: of }: Fresh): number | null =>
      of === null ? null : 'row' in of ? of.row : firstReport + of.fresh;
    for (const [i, one] of fresh.entries()) {
      const { ready, version } = one;
      const supersedes = numberOf(one);
      const report = firstReport + i;
      const reading = firstReading + i;
      const row = reportRow(ready, {
        report,
        version,
        supersedes,
        run,
        at,
        outlet: ready.outlet === null ? null : name(ready.outlet),
      });
      rows.reports.push(row);
      rows.custody.push(
        ...custodyRows({ tool: withSteps(ready.tool, ready.steps), textHash: sha256(ready.text) }, report, row[7] as string, at),
      );
      drafts.push({ kind: 'reports', first: report, last: report, payload: payloadOf([row]) });
      const json = JSON.stringify(ready.reading);
      const count = ready.reading.claims.length;
      const readingRow = [reading, report, run, claimId, sha256(json)];
      rows.readings.push([...readingRow, packed(json)]);
      drafts.push({ kind: 'readings', first: reading, last: reading, payload: payloadOf([readingRow]) });
      const made = claimRows(ready.reading, { report, reading, firstClaim: claimId }, { name, place: places.id });
      for (const claim of made.claims) rows.claims.push(claim);
      for (const figure of made.figures) rows.figures.push(figure);
      rows.held.push([report, reading, claimId, claimId + count]);
      indexed.push({ reading: ready.reading, firstClaim: claimId, cases: [caseId] });
      claimId += count;
    }
    await insertRows(tx, flavor, 'reports', REPORT_COLUMNS, rows.reports);
    await insertRows(tx, flavor, 'custody', ['report', 'step', 'kind', 'tool', 'input', 'output', 'at'], rows.custody);
    await insertRows(tx, flavor, 'readings', ['id', 'report', 'run', 'claims', 'sha256', 'body'], rows.readings);
    await insertRows(tx, flavor, 'claims', CLAIM_COLUMNS, rows.claims);
    await insertRows(tx, flavor, 'figures', FIGURE_COLUMNS, rows.figures);
    await insertRows(tx, flavor, 'held', ['report', 'reading', 'claims_from', 'claims_to'], rows.held);
    await project(tx, flavor, name, 1, indexed);
    await indexWords(
      tx,
      flavor,
      ledger.seenWords,
      fresh.map(({ ready }, i) => ({ report: firstReport + i, text: ready.text })),
    );
    const results = sorted.settle(firstReport);
    await append(tx, flavor, at, drafts);
    const projected = new Set(rows.held.map((row) => row[0] as number));
    await addReportsToCase(
      ledger,
      tx,
      caseId,
      results.map((result) => result.report),
      at,
      projected,
    );
    // what comes and is overtaken in one batch lies in its case by now, and is taken out of what is counted there
    const changed = fresh.flatMap((one, i) => {
      const before = numberOf(one);
      return before === null ? [] : [{ before, report: firstReport + i }];
    });
    await supersede(
      ledger,
      tx,
      changed.map(({ before }) => before),
    );
    await followIntoCases(ledger, tx, changed, at);
    const again = changed.map(({ report }) => report);
    for (const [text, id] of await holdDecided(ledger, tx, at, again)) committed.set(text, id);
    await alongside(tx, results);
    ledger.head = await headOf(tx);
    return results;
  });
  const outcomes = await writing.catch(forget);
  remember(ledger.known, committed);
  return outcomes;
}

/** Another process may have restored a backup into the file: then what we remember of it is void. */
async function checkMemory(ledger: Ledger, tx: Transaction<Tables>): Promise<void> {
  const { seq, hash } = ledger.head;
  const entry = await tx.selectFrom('journal').select('hash').where('seq', '=', seq).executeTakeFirst();
  if (seq === 0 || entry?.hash === hash) return;
  ledger.known.clear();
  ledger.seenWords.clear();
}

type Place = { report: number; version: number; supersedes: number | null; run: number; at: string; outlet: number | null };

function reportRow(ready: Ready, { report, version, supersedes, run, at, outlet }: Place): Value[] {
  const isText = Buffer.from(ready.text, 'utf8').equals(ready.bytes);
  const { key, identity, text, published, url, source, item, mediaType } = ready;
  const tool = withSteps(ready.tool, ready.steps);
  const hash = sha256(ready.bytes);
  return [
    report,
    key,
    version,
    supersedes,
    identity,
    isText ? null : ready.bytes,
    text,
    hash,
    outlet,
    published,
    url,
    at,
    source,
    item,
    mediaType,
    tool,
    run,
  ];
}

/** What was done with a report until its text could be read, step by step. */
export function custodyRows(
  { tool, textHash }: { tool: string; textHash: string },
  report: number,
  hash: string,
  at: string,
): Value[][] {
  const { line, steps } = stepsOf(tool);
  const rows: Value[][] = [[report, 1, 'received', line, null, hash, at]];
  for (const step of steps) rows.push([report, rows.length + 1, step.kind, step.tool, step.input, step.output ?? '', at]);
  if (textHash !== hash) rows.push([report, rows.length + 1, 'text-taken', line, hash, textHash, at]);
  return rows;
}
