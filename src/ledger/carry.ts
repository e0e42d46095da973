/** When a report is read again: what people decided about a claim that is gone goes over to the claim in its place; what cannot is told, and stays. */
import type { Kysely } from 'kysely';
import type { ClaimEdit } from '../claim/edit.ts';
import { heirsOf } from '../claim/heirs.ts';
import type { Claim, Reading } from '../claim/reading.ts';
import { unpacked } from './body.ts';
import { type Decision, projectReview } from './decisions.ts';
import { append, type Draft, payloadOf } from './journal.ts';
import type { Ledger } from './open.ts';
import { insertRows, nextId, type Value } from './rows.ts';
import type { Tables } from './tables.ts';
import { undoneIds } from './undone.ts';

/** A decision that stands and whose claim its report has no longer. `words`: those that the claim rested on, where they are known. */
export type Stray = Omit<Decision, 'payload' | 'undone'> & { words: string | null };
type Judged = Tables['judgements'];
type Row = Tables['decisions'];
export type Carry = {
  /** A decision, the claim that it goes over to, and what it says there. */
  moves: { row: Row; to: string; payload: object }[];
  pairs: { row: Judged; from: string; to: string }[];
  strays: Stray[];
};

const ABOUT_CLAIMS = new Set(['accept', 'reject', 'edit', 'unsure', 'second']);
const CARRIED = 'carried from ';
/** In whose name a decision is taken off the claim that is gone. */
const PROGRAM = 'isnad';

/** Keys of reports on whose claims something was decided. */
export async function decidedKeys(db: Kysely<Tables>): Promise<Set<string>> {
  const decided = await db.selectFrom('decisions').select('target').distinct().execute();
  const judged = await db
    .selectFrom('judgements')
    .select(['left_claim', 'right_claim'])
    .where('person', 'is not', null)
    .execute();
  const claims = [...decided.map((row) => row.target), ...judged.flatMap((row) => [row.left_claim, row.right_claim])];
  return new Set(claims.map((claim) => claim.slice(0, Math.max(0, claim.lastIndexOf('/')))));
}

/** Decisions without a claim in the reading of a report that holds. */
export async function straysOf(db: Kysely<Tables>, key: string): Promise<Stray[]> {
  const held = await db
    .selectFrom('held')
    .innerJoin('reports', 'reports.id', 'held.report')
    .select('held.report')
    .where('reports.key', '=', key)
    .executeTakeFirst();
  return held ? (await planCarry(db, held.report, null)).strays : [];
}

/** `next`: the reading that is to hold; null: the one that does. */
export async function planCarry(db: Kysely<Tables>, report: number, next: Reading | null): Promise<Carry> {
  const { key, text } = await db.selectFrom('reports').select(['key', 'text']).where('id', '=', report).executeTakeFirstOrThrow();
  const undone = await undoneIds(db);
  const rows = (await decisionsOn(db, key)).filter(({ id }) => !undone.has(id));
  const judged = (await judgedOn(db, key)).filter(({ decision }) => decision === null || !undone.has(decision));
  if (rows.length === 0 && judged.length === 0) return { moves: [], pairs: [], strays: [] };
  const held = await heldAsRead(db, report);
  const now = new Set((next ?? held)?.claims.map(({ id }) => `${key}/${id}`));
  const isGone = (claim: string) => isOf(claim, key) && !now.has(claim);
  const gone = rows.filter(({ target }) => isGone(target));
  const apart = judged.flatMap((row) =>
    [row.left_claim, row.right_claim]
      .filter((from) => isGone(from) && !isCarried(judged, row, from))
      .map((from) => ({ row, from })),
  );
  const lostKeys = new Set([...gone.map(({ target }) => target), ...apart.map(({ from }) => from)]);
  const lost = await asTheyWere(db, report, key, lostKeys);
  const before = new Set(held?.claims.map(({ id }) => id));
  const gained = next?.claims.filter(({ id }) => !before.has(id)) ?? [];
  const heirs = heirsOf([...lost.values()], gained);
  const heirOf = (claim: string): Claim | undefined => heirs.get(claim.slice(key.length + 1));
  const plan: Carry = { moves: [], pairs: [], strays: [] };
  const strays = new Map<number, Stray>();
  const stray = ({ id, kind, target, who, why, at, undoes }: Row, claim: string) => {
    const was = lost.get(claim);
    const words = was ? text.slice(was.content.start, was.content.end) : null;
    strays.set(id, { id, kind: kind as Decision['kind'], target, who, why, at, undoes, words });
  };
  for (const row of gone) {
    if (!ABOUT_CLAIMS.has(row.kind)) continue;
    const [was, heir] = [lost.get(row.target), heirOf(row.target)];
    const payload = was && heir ? carriedPayload(row, was, heir) : null;
    if (heir && payload) plan.moves.push({ row, to: `${key}/${heir.id}`, payload });
    else stray(row, row.target);
  }
  for (const { row, from } of apart) {
    const heir = heirOf(from);
    if (heir) plan.pairs.push({ row, from, to: `${key}/${heir.id}` });
    else if (row.decision !== null) {
      const about = await db.selectFrom('decisions').selectAll().where('id', '=', row.decision).executeTakeFirst();
      if (about) stray(about, from);
    }
  }
  plan.strays = [...strays.values()].sort((a, b) => a.id - b.id);
  return plan;
}

/** Appends what a plan says; only inside the transaction that makes the new reading hold. */
export async function carry(ledger: Ledger, tx: Kysely<Tables>, at: string, { moves, pairs }: Carry): Promise<void> {
  const drafts: Draft[] = [];
  let id = await nextId(tx, 'decisions');
  const decided: Value[][] = [];
  for (const { row, to, payload } of moves) {
    decided.push([id, row.kind, to, JSON.stringify(payload), row.who, row.why, row.at, null]);
    decided.push([id + 1, 'undo', row.target, JSON.stringify({ carriedTo: to }), PROGRAM, '', at, row.id]);
    id += 2;
  }
  await insertRows(tx, ledger.flavor, 'decisions', ['id', 'kind', 'target', 'payload', 'who', 'why', 'at', 'undoes'], decided);
  if (decided.length > 0)
    drafts.push({ kind: 'decisions', first: id - decided.length, last: id - 1, payload: payloadOf(decided) });
  const first = await nextId(tx, 'judgements');
  const judged = pairs.map(({ row, from, to }, i): Value[] => {
    const [left, right] = [row.left_claim, row.right_claim].map((claim) => (claim === from ? to : claim));
    return [first + i, row.decision, left, right, row.verdict, `${CARRIED}${from}`, row.person, row.because, row.at];
  });
  const columns = ['id', 'decision', 'left_claim', 'right_claim', 'verdict', 'rule', 'person', 'because', 'at'] as const;
  await insertRows(tx, ledger.flavor, 'judgements', columns, judged);
  if (judged.length > 0) drafts.push({ kind: 'judgements', first, last: first + judged.length - 1, payload: payloadOf(judged) });
  await append(tx, ledger.flavor, at, drafts);
  for (const claim of new Set(moves.flatMap(({ row, to }) => [row.target, to]))) await projectReview(tx, claim);
}

const isOf = (claim: string, key: string): boolean => claim.lastIndexOf('/') === key.length && claim.startsWith(key);

async function decisionsOn(db: Kysely<Tables>, key: string): Promise<Row[]> {
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('target', '>=', `${key}/`)
    .where('target', '<', `${key}/\uffff`)
    .where('kind', '<>', 'undo')
    .orderBy('id')
    .execute();
  return rows.filter(({ target }) => isOf(target, key));
}

async function judgedOn(db: Kysely<Tables>, key: string): Promise<Judged[]> {
  const [from, to] = [`${key}/`, `${key}/\uffff`];
  const rows = await db
    .selectFrom('judgements')
    .selectAll()
    .where('person', 'is not', null)
    .where((of) =>
      of.or([
        of.and([of('left_claim', '>=', from), of('left_claim', '<', to)]),
        of.and([of('right_claim', '>=', from), of('right_claim', '<', to)]),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.filter((row) => isOf(row.left_claim, key) || isOf(row.right_claim, key));
}

/** A verdict went over to another claim when a later row of the same decision says so. */
function isCarried(judged: readonly Judged[], { id, decision }: Judged, from: string): boolean {
  return judged.some((row) => row.id > id && row.decision === decision && row.rule === `${CARRIED}${from}`);
}

async function heldAsRead(db: Kysely<Tables>, report: number): Promise<Reading | null> {
  const held = await db.selectFrom('held').select(['reading', 'machine']).where('report', '=', report).executeTakeFirst();
  if (!held) return null;
  const id = held.machine ?? held.reading;
  const row = await db.selectFrom('readings').select('body').where('id', '=', id).executeTakeFirst();
  return row ? unpacked<Reading>(row.body) : null;
}

/** Claims by their keys, as the engine read them last: a reading from before may be the one that has them. */
async function asTheyWere(
  db: Kysely<Tables>,
  report: number,
  key: string,
  wanted: ReadonlySet<string>,
): Promise<Map<string, Claim>> {
  const found = new Map<string, Claim>();
  if (wanted.size === 0) return found;
  const ids = await db
    .selectFrom('readings')
    .innerJoin('runs', 'runs.id', 'readings.run')
    .select('readings.id')
    .where('readings.report', '=', report)
    .where('runs.what', '<>', 'review')
    .orderBy('readings.id', 'desc')
    .execute();
  for (const { id } of ids) {
    if (found.size === wanted.size) break;
    const { body } = await db.selectFrom('readings').select('body').where('id', '=', id).executeTakeFirstOrThrow();
    for (const claim of unpacked<Reading>(body).claims) {
      const name = `${key}/${claim.id}`;
      if (wanted.has(name) && !found.has(name)) found.set(name, claim);
    }
  }
  return found;
}

/** What a decision says of the claim in the place of its own; null where it cannot be said: the figure that it corrects is not there. */
function carriedPayload({ id, kind, payload }: Row, was: Claim, heir: Claim): object | null {
  const said = JSON.parse(payload) as object | null;
  if (kind !== 'edit') return { ...said, carried: id };
  const edit = said as ClaimEdit;
  if (edit?.field !== 'figure' || edit.index === null) return { ...edit, carried: id };
  const [before, after] = [was.event.figures, heir.event.figures];
  // Figures that people added come after those that were read.
  if (edit.index >= before.length) return { ...edit, index: edit.index - before.length + after.length, carried: id };
  const { span, outcome } = before[edit.index];
  const index = after.findIndex(
    (figure) => figure.span.start === span.start && figure.span.end === span.end && figure.outcome === outcome,
  );
  return index < 0 ? null : { ...edit, index, carried: id };
}
