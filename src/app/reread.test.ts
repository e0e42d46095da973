/** What a reading again changes is told by field, so that nobody has to look for the difference. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../claim/reading.ts';
import { createEngine } from '../engine/index.ts';
import { compareReadings } from './reread.ts';

const text = 'قال مرصد الضفة إن ثلاثة مدنيين قتلوا أمس في غارة جوية على بلدة العين.';
const before = createEngine().read({ text, published: '2021-06-10' });

function changesOf(edit: (reading: Reading) => void): string[] {
  const after = structuredClone(before);
  edit(after);
  return compareReadings('r', text, before, after).map(({ kind, fields }) => [kind, ...fields].join(' '));
}

test('a claim that changed says in what', () => {
  assert.equal(before.claims.length, 1);
  assert.deepEqual(
    changesOf(() => {}),
    [],
  );
  assert.deepEqual(
    changesOf(({ claims: [claim] }) => {
      claim.stance = 'denied';
      claim.event.figures[0].low = 4;
    }),
    ['changed stance figures'],
  );
  assert.deepEqual(
    changesOf(({ claims: [claim] }) => {
      claim.id = 'another';
      claim.attribution = [];
      claim.event.time = null;
    }),
    ['changed source time'],
  );
  assert.deepEqual(
    changesOf(({ claims: [claim] }) => {
      claim.trace.rule = 'another';
    }),
    ['changed why'],
  );
  assert.deepEqual(
    changesOf((reading) => {
      reading.claims = [];
    }),
    ['lost'],
  );
});
