/** Decisions when a report is read again: carried to the claim on the same words, or told; never lost, never on an unlike claim. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim, Reading } from '../claim/reading.ts';
import { planCarry, straysOf } from './carry.ts';
import {
  decisionsAbout,
  judgementsOfPeople,
  listDecisions,
  type NewDecision,
  recordDecision,
  reviewStateOf,
} from './decisions.ts';
import { type Ledger, openLedger } from './open.ts';
import { setApart } from './queries/rejected.ts';
import { reportByKey } from './queries/reports.ts';
import { LINE, readLines, ready } from './reading.fixture.ts';
import { recordReports } from './record.ts';
import { recordReadings } from './reread.ts';
import { startRun } from './runs.ts';
import { verifyLedger } from './verify.ts';

const read = readLines('r1', 'paper', '2019-02-12', LINE);
const [claim] = read.claims;
const OLD = `r1/${claim.id}`;
const renamed = (id: string, change: Partial<Claim['event']> = {}): Reading => {
  return { ...read, claims: [{ ...claim, id, event: { ...claim.event, ...change } }] };
};

async function opened() {
  const ledger = await openLedger(':memory:', { now: () => '2026-01-02T03:04:05.000Z' });
  const run = await startRun(ledger, { engine: 'lines 1', data: 'none', what: 'import' });
  await recordReports(ledger, run, 1, [ready(LINE, { id: 'r1' }), ready(`${LINE}\n`, { id: 'r2' })]);
  return ledger;
}
async function again(ledger: Ledger, reading: Reading) {
  const run = await startRun(ledger, { engine: 'lines 2', data: 'none', what: 'reread' });
  await recordReadings(ledger, run, [{ report: 1, reading }]);
}
const decide = (ledger: Ledger, kind: NewDecision['kind'], more: Partial<NewDecision> = {}) =>
  recordDecision(ledger, { kind, target: OLD, payload: null, who: 'mona', why: 'read it', ...more });
const stateOf = async (ledger: Ledger, id: string) => (await reviewStateOf(ledger.read, `r1/${id}`))?.state ?? null;
const isWhole = async (ledger: Ledger) => assert.deepEqual((await verifyLedger(ledger.read)).faults, []);

test('a rejection and a correction go over, with who and why, and can be undone there', async () => {
  const ledger = await opened();
  const figure = { field: 'figure', index: 0, isRemoved: false, low: 5, high: 5, mod: 'exact', outcome: 'killed' };
  await decide(ledger, 'edit', { payload: { ...figure, who: 'civilian', text: '5', span: null } });
  await again(ledger, renamed('new1'));
  assert.equal(await stateOf(ledger, 'new1'), 'edited');
  assert.equal((await reportByKey(ledger.read, 'r1'))?.reading.claims[0].event.figures[0].low, 5);
  const [carried] = await decisionsAbout(ledger.read, 'r1/new1');
  assert.deepEqual([carried.who, carried.why, (carried.payload as { carried: number }).carried], ['mona', 'read it', 1]);
  assert.equal(await stateOf(ledger, claim.id), null);
  await decide(ledger, 'reject', { target: 'r1/new1' });
  await again(ledger, renamed('new2'));
  assert.deepEqual(
    (await setApart(ledger.read, 'r1')).rejected.map(({ id }) => id),
    ['new2'],
  );
  const [last] = await decisionsAbout(ledger.read, 'r1/new2');
  await decide(ledger, 'undo', { target: 'r1/new2', undoes: last.id });
  assert.equal(await stateOf(ledger, 'new2'), 'edited');
  assert.deepEqual(await straysOf(ledger.read, 'r1'), []);
  await isWhole(ledger);
  await ledger.close();
});

test('back and forth between two engines nothing doubles, and what was undone stays undone', async () => {
  const ledger = await opened();
  await decide(ledger, 'accept');
  for (const reading of [renamed('new'), read, renamed('new')]) await again(ledger, reading);
  const live = (await listDecisions(ledger.read, {}, 100, null)).rows.filter(({ kind, undone }) => kind === 'accept' && !undone);
  assert.deepEqual(
    live.map(({ target }) => target),
    ['r1/new'],
  );
  await decide(ledger, 'undo', { target: 'r1/new', undoes: live[0].id });
  await again(ledger, read);
  assert.equal(await stateOf(ledger, claim.id), null);
  await isWhole(ledger);
  await ledger.close();
});

test('never to an unlike claim: it is told with its words, and holds again when its claim comes back', async () => {
  const ledger = await opened();
  await decide(ledger, 'reject');
  const other = renamed('new', { type: 'shelling' });
  assert.equal((await planCarry(ledger.read, 1, other)).moves.length, 0);
  await again(ledger, other);
  assert.equal(await stateOf(ledger, 'new'), null);
  const strays = await straysOf(ledger.read, 'r1');
  assert.deepEqual(
    strays.map(({ kind, target, words }) => [kind, target, words]),
    [['reject', OLD, LINE]],
  );
  await isWhole(ledger);
  await again(ledger, read);
  assert.deepEqual(await straysOf(ledger.read, 'r1'), []);
  assert.deepEqual(
    (await setApart(ledger.read, 'r1')).rejected.map(({ id }) => id),
    [claim.id],
  );
  await isWhole(ledger);
  await ledger.close();
});

test('a correction of a figure that is no longer read is told, not put on another figure', async () => {
  const ledger = await opened();
  const edit = { field: 'figure', index: 0, isRemoved: true, low: 4, high: 4, mod: 'exact', outcome: 'killed' };
  await decide(ledger, 'edit', { payload: { ...edit, who: 'civilian', text: '4', span: null } });
  const [figure] = claim.event.figures;
  await again(ledger, renamed('new', { figures: [{ ...figure, span: { start: 0, end: 2 } }] }));
  assert.equal((await reportByKey(ledger.read, 'r1'))?.reading.claims[0].event.figures.length, 1);
  assert.equal((await straysOf(ledger.read, 'r1')).length, 1);
  await isWhole(ledger);
  await ledger.close();
});

test('a verdict on two claims goes over and falls with its decision', async () => {
  const ledger = await opened();
  const right = `r2/${readLines('r2', 'paper', null, `${LINE}\n`).claims[0].id}`;
  const pairs = [{ left: OLD, right, verdict: 'different-event' as const }];
  const id = await decide(ledger, 'different', { payload: { with: right }, pairs });
  await again(ledger, renamed('new'));
  const standing = async () => (await judgementsOfPeople(ledger.read)).map(({ left, right: other }) => [left, other]);
  assert.deepEqual(await standing(), [
    [OLD, right],
    ['r1/new', right],
  ]);
  assert.deepEqual(await straysOf(ledger.read, 'r1'), []);
  await again(ledger, { ...read, claims: [] });
  assert.deepEqual(
    (await straysOf(ledger.read, 'r1')).map((stray) => stray.id),
    [id],
  );
  await decide(ledger, 'undo', { undoes: id });
  assert.deepEqual(await standing(), []);
  await isWhole(ledger);
  await ledger.close();
});
