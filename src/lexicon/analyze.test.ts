import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadData } from '../engine/load.ts';
import { arabic } from '../languages/ar/pack.ts';
import { looseKey, strictKey } from '../text/fold.ts';
import { analyze, WA } from './analyze.ts';
import { parseBlocks } from './blocks.ts';
import { buildLexicon } from './lexicon.ts';
import { partsOf, segment } from './segment.ts';

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

const cut = (word: string): string => {
  let at = 0;
  return partsOf(
    word.length,
    segment(lexicon, looseKey(word), strictKey(word), () => false),
  )
    .map((length) => word.slice(at, (at += length)))
    .join('+');
};

test('words are cut into clitics and stems, listed or not', () => {
  for (const parts of [
    'و+ب+أن+هم',
    'ل+لمدينة',
    'من+ها',
    'ب+ها',
    'س+يزور',
    'و+سيارت+ه',
    'ب+سبب',
    'ل+ذلك',
    'و+في',
    'ب+ظروف',
    'أصدقاؤ+هم',
  ])
    assert.equal(cut(parts.replaceAll('+', '')), parts);
});

test('first and last letters that are no clitics stay', () => {
  for (const word of ['بطولة', 'لحظة', 'كتيبة', 'فصيل', 'وزارة', 'سياسة', 'كما', 'لكن', 'بعد', 'مياه', 'درهم', 'معاهدة'])
    assert.equal(cut(word), word);
});

test('a teh marbuta is no pronoun', () => {
  assert.ok(analyze(lexicon, looseKey('معاهدة'), strictKey('معاهدة')).every((a) => a.pronoun === null));
});
