/** Reasons say the same in both languages: same values, no code left in the sentence, names in their own direction. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import arabic from './because.ar.json' with { type: 'json' };
import english from './because.en.json' with { type: 'json' };
import { type BecauseCode, because, sayBecause } from './because.ts';

const values = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('every reason has the same values in Arabic and in English', () => {
  assert.deepEqual(Object.keys(arabic).sort(), Object.keys(english).sort());
  for (const [code, sentence] of Object.entries(english)) {
    const other = arabic[code as BecauseCode];
    assert.deepEqual(values(other), values(sentence), code);
    if (code !== 'grade.origin') assert.match(other, /\p{Script=Arabic}/u, code);
  }
});

test('a reason is said in the language of the reader, with neutral names, and names keep their direction', () => {
  const names: Record<string, string> = { 'actor:us-led-coalition': 'التحالف الدولي' };
  const reason = because('grade.names', { origin: '<b>SOHR</b>', actor: 'actor:us-led-coalition + x' });
  const said = sayBecause(reason, 'ar', (id) => names[id] ?? id);
  assert.equal(said, '\u2068<b>SOHR</b>\u2069: يسمّي \u2068التحالف الدولي + x\u2069');
  assert.equal(sayBecause(because('count.min-max', { n: 3 }), 'en'), 'minimum and maximum of the independent origins (3)');
  assert.equal(sayBecause(because('figure.denied'), 'ar'), 'المصدر ينفيه');
});
