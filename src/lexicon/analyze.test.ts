import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadData } from '../engine/load.ts';
import { arabic } from '../languages/ar/pack.ts';
import { looseKey, strictKey } from '../text/fold.ts';
import { analyze, WA } from './analyze.ts';
import { parseBlocks } from './blocks.ts';
import { buildLexicon } from './lexicon.ts';

const lexicon = buildLexicon(
  loadData().words.flatMap(({ file, text }) => parseBlocks(file, text)),
  arabic.inflect,
);
const readings = (word: string): string[] =>
  analyze(lexicon, looseKey(word), strictKey(word))
    .filter((a) => a.surface.rest === null)
    .map((a) => `${a.surface.sense.kind}${a.proclitics & WA ? '+and' : ''}`);

test('"and" written onto a preposition is read also where the letters spell another word', () => {
  assert.ok(readings('وفي').includes('case+and'));
  assert.ok(readings('وإلى').includes('case+and'));
  assert.ok(readings('وأن').includes('that+and'));
});

test('a word that begins with waw keeps it', () => {
  assert.ok(!readings('وزارة').some((r) => r.endsWith('+and')));
  assert.ok(!readings('وصل').some((r) => r.endsWith('+and')));
});
