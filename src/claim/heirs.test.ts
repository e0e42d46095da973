/** Claims of a new reading in the place of lost ones: same words and like, or none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heirsOf } from './heirs.ts';
import type { Claim } from './reading.ts';

type Made = { type?: Claim['event']['type']; trigger: [number, number]; content: [number, number]; stance?: Claim['stance'] };

function made(id: string, { type = 'shelling', trigger, content, stance = 'asserted' }: Made): Claim {
  const span = { start: trigger[0], end: trigger[1] };
  return {
    id,
    content: { start: content[0], end: content[1] },
    attribution: [],
    stance,
    reality: 'current',
    event: { type, trigger: span, actor: [], recipient: [], places: [], time: null, means: [], figures: [] },
    trace: { rule: 'test', span, children: [] },
  };
}
const pairs = (lost: Claim[], gained: Claim[]) => [...heirsOf(lost, gained)].map(([id, { id: to }]) => `${id} ${to}`);
const old = made('old', { trigger: [0, 5], content: [0, 20] });

test('the same trigger comes before more of the content', () => {
  const wide = made('wide', { trigger: [8, 12], content: [0, 20] });
  const same = made('same', { trigger: [0, 5], content: [0, 8] });
  assert.deepEqual(pairs([old], [wide, same]), ['old same']);
});

test('else the largest overlap of content, and not a mere touch', () => {
  const less = made('less', { trigger: [8, 12], content: [8, 20] });
  const more = made('more', { trigger: [6, 7], content: [2, 20] });
  assert.deepEqual(pairs([old], [less, more]), ['old more']);
  assert.deepEqual(pairs([old], [made('touch', { trigger: [19, 24], content: [18, 60] })]), []);
});

test('never another type, nor a denial for an assertion, also on the same words', () => {
  const words = { trigger: [0, 5], content: [0, 20] } satisfies Made;
  assert.deepEqual(pairs([old], [made('type', { ...words, type: 'air-strike' })]), []);
  assert.deepEqual(pairs([old], [made('denial', { ...words, stance: 'denied' })]), []);
});

test('none where two are as near, and one for one claim only', () => {
  const words = { trigger: [0, 5], content: [0, 20] } satisfies Made;
  assert.deepEqual(pairs([old], [made('a', words), made('b', words)]), []);
  assert.deepEqual(pairs([old, made('twin', words)], [made('a', words)]), []);
  assert.deepEqual(pairs([old, made('far', { trigger: [9, 12], content: [6, 20] })], [made('a', words)]), ['old a']);
});
