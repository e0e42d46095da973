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

test('words in any order, without marks, and with their letters broken up are read', () => {
  // a fixed row of pseudo-random numbers: the same texts every time
  let state = 20;
  const below = (n: number): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state % n;
  };
  for (const [n, sentence] of sentences.entries()) {
    const words = `${sentence} ${sentences[below(sentences.length)]}`.split(' ');
    for (let i = 0; i < words.length; i++) {
      const j = below(words.length);
      [words[i], words[j]] = [words[j], words[i]];
    }
    read(words.join(n % 5 === 0 ? '\n' : ' '));
    read(words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')).join(' '));
    // a first piece of two letters leaves "to the" by itself
    const article = words.findIndex((word) => word.startsWith(TO_THE) && word.length > 3);
    const at = article < 0 ? below(words.length) : article;
    read([...words.slice(0, at), broken(words[at]), ...words.slice(at + 1)].join(n % 2 === 0 ? '\n' : ' '));
  }
});

/** A word as local pages write it so that filters do not find it: its letters apart, one on each line, joined by tatweel. */
const broken = (word: string): string => [word.slice(0, 2), ...word.slice(2)].join('\u0640\n\u0640');
const TO_THE = '\u0644\u0644';

function read(text: string): void {
  try {
    const { claims } = engine.read({ text, outlet: null, published: '2021-05-10' });
    for (const { content } of claims) assert.ok(content.start >= 0 && content.end <= text.length);
  } catch (error) {
    throw new Error(`cannot read: ${text}`, { cause: error });
  }
}
