/** Reads held reports again after the engine or its data changed, and tells which claims were gained, lost and changed. */
import type { Claim, Reading } from '../claim/reading.ts';
import type { Engine } from '../engine/index.ts';
import { decidedKeys, heldReports, type Ledger, planCarry, recordReadings, type Stray, startRun } from '../ledger/index.ts';

/** `fields`: what differs, for a claim that changed: names of the fields of a claim, `why` for its trace alone. */
export type ClaimChange = {
  report: string;
  kind: 'gained' | 'lost' | 'changed';
  before: string | null;
  after: string | null;
  fields: string[];
};
export type RereadResult = {
  reports: number;
  /** Reports whose reading differs. */
  differing: number;
  gained: number;
  lost: number;
  changed: number;
  /** The first thousand. */
  changes: ClaimChange[];
  /** Decisions that went over to the claim in the place of theirs. */
  carried: number;
  /** Decisions whose claim is gone and has none in its place: they stay, and hold again when it comes back. */
  strays: Stray[];
};

const BATCH = 200;
/** Held reports that are read together. */
const READ_TOGETHER = 32;
const CHANGES_TOLD = 1000;

/** `isTrial`: only tells, records nothing. What people decided is made to hold in the new readings too. */
export async function reread(
  ledger: Ledger,
  engine: Pick<Engine, 'version' | 'dataHash' | 'readMany'>,
  { caseId = null, isTrial = false, signal }: { caseId?: number | null; isTrial?: boolean; signal?: AbortSignal } = {},
): Promise<RereadResult> {
  const result: RereadResult = { reports: 0, differing: 0, gained: 0, lost: 0, changed: 0, changes: [], carried: 0, strays: [] };
  const decided = await decidedKeys(ledger.read);
  const run = isTrial ? 0 : await startRun(ledger, { engine: engine.version, data: engine.dataHash, what: 'reread' });
  let batch: { report: number; reading: Reading }[] = [];
  const flush = async () => {
    if (!isTrial && batch.length > 0) await recordReadings(ledger, run, batch);
    batch = [];
  };
  for await (const { id, key, text, reading, now } of readAgain(heldReports(ledger.read, caseId, { asRead: true }), engine)) {
    if (signal?.aborted) break;
    result.reports += 1;
    const isSame = JSON.stringify(now) === JSON.stringify(reading);
    if (decided.has(key)) {
      const { moves, pairs, strays } = await planCarry(ledger.read, id, isSame ? null : now);
      result.carried += new Set([...moves.map(({ row }) => row.id), ...pairs.map(({ row }) => row.decision)]).size;
      result.strays.push(...strays);
    }
    if (isSame) continue;
    result.differing += 1;
    for (const change of compareReadings(key, text, reading, now)) {
      result[change.kind] += 1;
      if (result.changes.length < CHANGES_TOLD) result.changes.push(change);
    }
    batch.push({ report: id, reading: now });
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return result;
}

type Held = ReturnType<typeof heldReports> extends AsyncIterable<infer One> ? One : never;

/** Each with what it is read as now. */
async function* readAgain(held: AsyncIterable<Held>, engine: Pick<Engine, 'readMany'>): AsyncGenerator<Held & { now: Reading }> {
  let some: Held[] = [];
  function* read(): Generator<Held & { now: Reading }> {
    let n = 0;
    for (const now of engine.readMany(some.map(({ key, outlet, published, text }) => ({ id: key, outlet, published, text }))))
      yield { ...some[n++], now };
    some = [];
  }
  for await (const one of held) {
    some.push(one);
    if (some.length >= READ_TOGETHER) yield* read();
  }
  yield* read();
}

/** Claims with the same id are compared as they are; of the others those with the same trigger and type are one claim that changed. */
export function compareReadings(report: string, text: string, before: Reading, after: Reading): ClaimChange[] {
  const lost = new Map(before.claims.map((claim) => [claim.id, claim]));
  const gained: Claim[] = [];
  const changes: ClaimChange[] = [];
  const words = (claim: Claim) => `${claim.event.type}, ${claim.stance}: ${text.slice(claim.content.start, claim.content.end)}`;
  const changed = (a: Claim, b: Claim) =>
    changes.push({ report, kind: 'changed', before: words(a), after: words(b), fields: differingFields(a, b) });
  for (const claim of after.claims) {
    const same = lost.get(claim.id);
    if (!same) gained.push(claim);
    else {
      lost.delete(claim.id);
      if (JSON.stringify(same) !== JSON.stringify(claim)) changed(same, claim);
    }
  }
  for (const claim of gained) {
    const like = [...lost.values()].find(
      (other) => other.event.trigger.start === claim.event.trigger.start && other.event.type === claim.event.type,
    );
    if (!like) changes.push({ report, kind: 'gained', before: null, after: words(claim), fields: [] });
    else {
      lost.delete(like.id);
      changed(like, claim);
    }
  }
  for (const claim of lost.values()) changes.push({ report, kind: 'lost', before: words(claim), after: null, fields: [] });
  return changes;
}

function differingFields(a: Claim, b: Claim): string[] {
  const isSame = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y);
  const { event: x, trace: whyA, content: wordsA, attribution: chainA, ...restA } = a;
  const { event: y, trace: whyB, content: wordsB, attribution: chainB, ...restB } = b;
  const fields: string[] = [];
  if (!isSame(wordsA, wordsB)) fields.push('words');
  if (!isSame(chainA, chainB)) fields.push('source');
  for (const name of ['stance', 'reality'] as const) if (restA[name] !== restB[name]) fields.push(name);
  for (const name of Object.keys(y) as (keyof typeof y)[]) if (!isSame(x[name], y[name])) fields.push(name);
  if (fields.length === 0 && !isSame(whyA, whyB)) fields.push('why');
  return fields;
}
