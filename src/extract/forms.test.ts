/** Spellings that are remembered are so many and no more, and what is read does not depend on them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../engine/index.ts';
import { buildLexicon } from '../lexicon/lexicon.ts';
import { Forms } from './forms.ts';

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

/** Words that nobody knows, all different. */
function strange(from: number, count: number): string {
  const words: string[] = [];
  for (let i = from; i < from + count; i++) {
    let word = '';
    for (let rest = i + 1; rest > 0; rest = Math.floor(rest / LETTERS.length)) word += LETTERS[rest % LETTERS.length];
    words.push(`ظ${word}ظ`);
  }
  return words.join(' ');
}

test('the table of spellings is emptied between reports once it is full', () => {
  const forms = new Forms(
    buildLexicon([], () => []),
    () => false,
    50,
  );
  let most = 0;
  for (let report = 0; report < 20; report++) {
    forms.trim();
    for (const word of strange(report * 10, 10).split(' ')) forms.infoOf(forms.table.idOf(word, 0, word.length));
    most = Math.max(most, forms.table.loose.length);
  }
  assert.ok(most > 40 && most <= 70, String(most));
});

test('reports read before and after more new words than are remembered: the same bytes', () => {
  const engine = createEngine();
  const lines = readFileSync(new URL('../../data/sample-case/reports.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const read = () => JSON.stringify(lines.map((line) => engine.read(JSON.parse(line))));
  const before = read();
  for (let i = 0; i < 104_000; i += 4000) engine.read({ text: strange(i, 4000) });
  assert.equal(read(), before);
  const among = lines.flatMap((line, n) => [JSON.parse(line), { text: strange(200_000 + n * 4000, 4000) }]);
  const readings = [...engine.readMany([...among, ...among])].filter((_, n) => n % 2 === 0);
  assert.equal(JSON.stringify(readings.slice(0, lines.length)), before);
  assert.equal(JSON.stringify(readings.slice(lines.length)), before);
});
