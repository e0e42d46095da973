/** Pairs that people judged, where they lie beside the repository: two reports of one event, two headlines that agree. Skipped with a line where they do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';
import { agree, scoreAgreement } from '../src/evaluate/agreement.ts';
import { SHARED } from '../src/evaluate/evaluate.ts';
import { externalFolder } from '../src/evaluate/external.ts';
import { judgePairs, scorePairs } from '../src/evaluate/same-event.ts';

const engine = createEngine();
const claims = (text: string) => engine.read({ text }).claims;

test('headlines that count alike agree, others contradict, and without numbers nothing is said', () => {
  const six = claims('مقتل ستة مدنيين في قصف على مدينة تعز');
  assert.equal(agree(six, claims('قصف على تعز يقتل 6 مدنيين')), true);
  assert.equal(agree(six, claims('مقتل 16 مدنيا في قصف على مدينة تعز')), false);
  assert.equal(agree(six, claims('قصف على مدينة تعز')), null);
});

test('no headline ends in a number that stops the reading', () => {
  for (const text of ['معارك مع 20', 'اشتباكات بين 12 و15', 'هدنة بين 5 و6']) assert.ok(engine.read({ text }).report.length > 0);
});

const folder = externalFolder();
if (folder === null) console.log('skipped: ../shared/eval/external is not there (agreement of headlines)');
else {
  test('headlines with numbers on both sides', () => {
    for (const [part, floor] of [
      ['train', 0.76],
      ['dev', 0.66],
    ] as const) {
      const { right, total, misses } = scoreAgreement(engine, folder, part);
      console.log(`  agreement, ${part}: ${right}/${total}`);
      assert.ok(right >= total * floor, misses.slice(0, 8).join(' | '));
    }
  });
}

const pairs = process.env.ISNAD_LAND ? null : judgePairs(engine, SHARED);
if (pairs === null) console.log('skipped: ../shared/eval/dev is not there, or a quick run (reports of one event)');
else {
  test('reports of one incident against reports of others nearby', () => {
    const { p, r, f } = scorePairs(pairs);
    console.log(
      `  same event: P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F1 ${(100 * f).toFixed(1)} over ${pairs.length} pairs`,
    );
    assert.ok(f >= 0.84, `F1 ${f.toFixed(3)}`);
  });
}
