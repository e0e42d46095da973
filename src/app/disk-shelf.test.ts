/** A case on disk gives the same events, byte for byte, as one in memory, whether its reports come at once or one by one, go again or are decided on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Judgement } from '../claim/judgement.ts';
import { claimKey } from '../claim/judgement.ts';
import { createEngine } from '../engine/index.ts';
import { eventsOf, openCollection, type ReconcileInput, reconcile, reconcileInput } from '../reconcile/index.ts';
import { diskShelf } from './disk-shelf.ts';
import { sampleReports } from './sample-case.ts';

const engine = createEngine();
const inputs = sampleReports().map((report): ReconcileInput => {
  return reconcileInput(engine.read({ ...report, id: report.id as string }), report.text, { report: report.id as string });
});

test('on disk as in memory', () => {
  const shelf = diskShelf();
  const collection = openCollection({ shelf });
  for (const [n, input] of inputs.entries()) {
    collection.add(input);
    // asked for in between, so that groups are taken apart and made anew
    if (n % 3 !== 0 && n !== inputs.length - 1) continue;
    assert.equal(JSON.stringify(eventsOf(collection)), JSON.stringify(reconcile(inputs.slice(0, n + 1))));
  }
  shelf.close();
});

type Step = { kind: 'add' | 'remove' | 'decide'; report: number; other: number; isSame: boolean };

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('add', 'add', 'remove', 'decide'),
    report: fc.nat(inputs.length - 1),
    other: fc.nat(inputs.length - 1),
    isSame: fc.boolean(),
  }),
  { minLength: 4, maxLength: 12 },
);

test('reports that come and go and decisions in between give what all at once give', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (list, isOnDisk) => {
      const shelf = isOnDisk ? diskShelf() : undefined;
      const collection = openCollection({ shelf });
      const present = new Set(inputs.slice(0, 6));
      const judgements: Judgement[] = [];
      for (const input of present) collection.add(input);
      for (const [n, { kind, report, other, isSame }] of list.entries()) {
        const input = inputs[report];
        if (kind === 'add') {
          present.add(input);
          collection.add(input);
        } else if (kind === 'remove') {
          present.delete(input);
          collection.remove(input.report);
        } else judgements.push(...judgement(input, inputs[other], isSame, n));
        for (const taken of collection.decide([...judgements]))
          collection.add(inputs.find((one) => one.report === taken) as ReconcileInput);
        if (n % 3 === 0 || n === list.length - 1)
          assert.equal(JSON.stringify(eventsOf(collection)), JSON.stringify(reconcile(present, { judgements })));
      }
      shelf?.close();
    }),
    { numRuns: 25 },
  );
});

function judgement(a: ReconcileInput, b: ReconcileInput, isSame: boolean, n: number): Judgement[] {
  const [left, right] = [a, b].map(({ report, reading }) => reading.claims[0] && claimKey(report, reading.claims[0].id));
  if (left === undefined || right === undefined || left === right) return [];
  const verdict = isSame ? 'same-event' : 'different-event';
  return [{ left, right, verdict, by: { person: 'mona' }, because: [], at: `2026-01-01T00:00:0${n % 10}Z` }];
}

test('what was never put is missed by name', () => {
  const shelf = diskShelf();
  assert.throws(() => shelf.get(1), /there is no happening 1/u);
  assert.throws(() => shelf.outline(1), /there is no happening 1/u);
  assert.deepEqual(shelf.near([{ name: 'place', at: 17_000, isRepeated: false }]), []);
  assert.deepEqual([...shelf.ids()], []);
  assert.equal(shelf.groups.members(1), undefined);
  assert.equal(shelf.groups.body(1), undefined);
  shelf.close();
});
