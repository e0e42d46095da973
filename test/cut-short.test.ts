/** Text of any kind is read: every sentence of our cases, cut off after and before each of its words, and with each of its words left out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';

const engine = createEngine();
const files = [
  './claims.cases.txt',
  './figures.cases.txt',
  './ground.cases.txt',
  '../src/languages/ar/attribution.cases.txt',
  '../src/languages/ar/parties.cases.txt',
];
const sentences = files.flatMap((file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /[\u0621-\u064a]{2} [\u0621-\u064a]/u.test(line) && !line.includes('|')),
);

test('a sentence cut off anywhere is read', () => {
  assert.ok(sentences.length > 300);
  for (const sentence of sentences) {
    const words = sentence.split(' ');
    for (let n = 1; n < words.length; n++) {
      read(words.slice(0, n).join(' '));
      read(words.slice(n).join(' '));
      read([...words.slice(0, n), ...words.slice(n + 1)].join(' '));
    }
  }
});

function read(text: string): void {
  try {
    const { claims } = engine.read({ text, outlet: null, published: '2021-05-10' });
    for (const { content } of claims) assert.ok(content.start >= 0 && content.end <= text.length);
  } catch (error) {
    throw new Error(`cannot read: ${text}`, { cause: error });
  }
}
