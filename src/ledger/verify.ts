/**
 * Proves that nothing was altered: walks the journal from its first entry, checks the chain, takes the hash of every row that an entry covers again, every
 * report's bytes against their SHA-256, and makes the claims of every reading again. Points at the first row that differs.
 */
import { type Kysely, sql } from 'kysely';
import type { Reading } from '../claim/reading.ts';
import { unpackedText } from './body.ts';
import { CLAIM_COLUMNS, claimRows, FIGURE_COLUMNS } from './claim-rows.ts';
import { type Entry, GENESIS, hashOf, type Kind, payloadOf, sha256 } from './journal.ts';
import { REPORT_COLUMNS } from './record.ts';
import type { Value } from './rows.ts';
import type { Tables } from './tables.ts';
import { verifyDerived } from './verify-derived.ts';

export type Fault = { table: string; row: number | string; seq: number | null; what: string };
export type Proof = {
  isWhole: boolean;
  entries: number;
  reports: number;
  readings: number;
  claims: number;
  /** Hash of the last entry: write it down elsewhere, and later verifications can prove that nothing was cut off either. */
  head: string;
  /** The first row that differs comes first. */
  faults: Fault[];
};
export type VerifyOptions = {
  /** A head noted earlier: it must be in the chain. */
  expectHead?: string;
  onProgress?: (done: number, total: number) => void;
  mostFaults?: number;
};

const PIECE = 1000;

const COLUMNS: Record<Kind, readonly string[]> = {
  names: ['id', 'text'],
  places: ['id', 'key', 'name', 'lat', 'lon', 'precision', 'radius_km', 'admin'],
  runs: ['id', 'engine', 'data', 'what', 'at'],
  reports: REPORT_COLUMNS,
  readings: ['id', 'report', 'run', 'claims', 'sha256'],
  cases: ['id', 'name', 'at'],
  case_reports: ['case_id', 'report'],
  decisions: ['id', 'kind', 'target', 'payload', 'who', 'why', 'at', 'undoes'],
  judgements: ['id', 'decision', 'left_claim', 'right_claim', 'verdict', 'rule', 'person', 'because', 'at'],
  imports: ['id', 'case_id', 'source', 'tool', 'run', 'at'],
};

type State = {
  db: Kysely<Tables>;
  faults: Fault[];
  covered: Map<Kind, number>;
  names: Map<string, number>;
  places: Map<string, number>;
  claims: number;
  figures: number;
};

export async function verifyLedger(db: Kysely<Tables>, options: VerifyOptions = {}): Promise<Proof> {
  const most = options.mostFaults ?? 20;
  const state: State = { db, faults: [], covered: new Map(), names: new Map(), places: new Map(), claims: 0, figures: 0 };
  const total = await countRows(db, 'journal');
  let prev = GENESIS;
  let seq = 0;
  let seenHead = options.expectHead === undefined || options.expectHead === GENESIS;
  while (state.faults.length < most) {
    const entries = await db.selectFrom('journal').selectAll().where('seq', '>', seq).orderBy('seq').limit(PIECE).execute();
    if (entries.length === 0) break;
    for (const entry of entries) {
      checkLink(entry, seq, prev, state.faults);
      await checkRows(entry, state);
      seq = entry.seq;
      prev = entry.hash;
      if (entry.hash === options.expectHead) seenHead = true;
      if (state.faults.length >= most) break;
    }
    options.onProgress?.(seq, total);
  }
  if (state.faults.length === 0) await checkCoverage(state);
  if (state.faults.length === 0) for (const fault of await verifyDerived(db, most)) state.faults.push({ ...fault, seq: null });
  if (!seenHead)
    state.faults.push({
      table: 'journal',
      row: seq,
      seq,
      what: 'the head noted earlier is not in the chain: entries were cut off or replaced',
    });
  return {
    isWhole: state.faults.length === 0,
    entries: seq,
    reports: state.covered.get('reports') ?? 0,
    readings: state.covered.get('readings') ?? 0,
    claims: state.claims,
    head: prev,
    faults: state.faults,
  };
}

function checkLink(entry: Entry, before: number, prev: string, faults: Fault[]): void {
  const fault = (what: string) => faults.push({ table: 'journal', row: entry.seq, seq: entry.seq, what });
  if (entry.seq !== before + 1) fault(`entries ${before + 1} to ${entry.seq - 1} are missing`);
  else if (entry.prev !== prev) fault('does not continue the entry before it');
  if (entry.hash !== hashOf(entry)) fault('its own contents were changed');
}

async function checkRows(entry: Entry, state: State): Promise<void> {
  const kind = entry.kind as Kind;
  const fault = (what: string) => state.faults.push({ table: kind, row: rowName(entry), seq: entry.seq, what });
  const columns = COLUMNS[kind];
  if (!columns) return void fault('is of an unknown kind');
  const isPair = kind === 'case_reports';
  const where = isPair
    ? sql`case_id = ${entry.first} and report = ${entry.last}`
    : sql`id >= ${entry.first} and id <= ${entry.last}`;
  const order = sql.ref(isPair ? 'report' : 'id');
  const { rows } = await sql<Record<string, Value>>`
    select * from ${sql.table(kind)} where ${where} order by ${order}`.execute(state.db);
  const expected = isPair ? 1 : entry.last - entry.first + 1;
  state.covered.set(kind, (state.covered.get(kind) ?? 0) + rows.length);
  if (rows.length !== expected) return void fault(`${expected - rows.length} of ${expected} rows are missing`);
  const isSame = payloadOf(rows.map((row) => columns.map((column) => row[column]))) === entry.payload;
  if (!isSame) fault('was altered');
  if (kind === 'names') for (const row of rows) state.names.set(row.text as string, row.id as number);
  if (kind === 'places') for (const row of rows) state.places.set(row.key as string, row.id as number);
  if (kind === 'reports') {
    const { bytes, text, sha256: hash } = rows[0];
    const received = (bytes as Uint8Array | null) ?? Buffer.from(text as string, 'utf8');
    if (sha256(received) !== hash) fault('its bytes do not have the SHA-256 that was noted when they came');
  }
  if (kind === 'readings') await checkReading(rows[0], state, fault);
}

function rowName(entry: Entry): number | string {
  if (entry.kind === 'case_reports') return `${entry.first}/${entry.last}`;
  return entry.first === entry.last ? entry.first : `${entry.first} to ${entry.last}`;
}

async function checkReading(row: Record<string, Value>, state: State, fault: (what: string) => void): Promise<void> {
  let json: string;
  try {
    json = unpackedText(row.body as Uint8Array);
  } catch {
    return void fault('its body cannot be read');
  }
  if (sha256(json) !== row.sha256) return void fault('its body was altered');
  const reading = JSON.parse(json) as Reading;
  const firstClaim = row.claims as number;
  const lookup = {
    name: (text: string) => state.names.get(text.toWellFormed()) ?? -1,
    place: (key: string) => state.places.get(key) ?? -1,
  };
  const made = claimRows(reading, { report: row.report as number, reading: row.id as number, firstClaim }, lookup);
  const end = firstClaim + made.claims.length;
  state.claims += made.claims.length;
  state.figures += made.figures.length;
  const claims = await sql<Record<string, Value>>`select * from claims where reading = ${row.id} order by id`.execute(state.db);
  const figures = await sql<Record<string, Value>>`
    select * from figures where claim >= ${firstClaim} and claim < ${end} order by claim, ord`.execute(state.db);
  compare('claims', CLAIM_COLUMNS, made.claims, claims.rows, state.faults);
  compare('figures', FIGURE_COLUMNS, made.figures, figures.rows, state.faults);
}

function compare(
  table: string,
  columns: readonly string[],
  made: Value[][],
  kept: Record<string, Value>[],
  faults: Fault[],
): void {
  for (const [i, row] of made.entries()) {
    const name = table === 'figures' ? `${row[0]}/${row[1]}` : (row[0] as number);
    const fault = (what: string) => faults.push({ table, row: name, seq: null, what });
    if (!kept[i]) return void fault('is missing');
    const column = columns.find((key, n) => kept[i][key] !== row[n]);
    if (column) return void fault(`was altered (${column})`);
  }
  if (kept.length > made.length)
    faults.push({ table, row: String(Object.values(kept[made.length])[0]), seq: null, what: 'was put in beside the journal' });
}

/** Rows that no entry covers were put in beside the journal. */
async function checkCoverage(state: State): Promise<void> {
  for (const kind of Object.keys(COLUMNS) as Kind[]) {
    const count = await countRows(state.db, kind);
    const covered = state.covered.get(kind) ?? 0;
    if (count !== covered)
      state.faults.push({ table: kind, row: '', seq: null, what: `${count - covered} rows were put in beside the journal` });
  }
  for (const table of ['claims', 'figures'] as const) {
    const more = (await countRows(state.db, table)) - state[table];
    if (more !== 0) state.faults.push({ table, row: '', seq: null, what: `${more} rows were put in beside the journal` });
  }
}

async function countRows(db: Kysely<Tables>, table: keyof Tables & string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return Number(rows[0].n);
}
