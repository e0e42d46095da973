/** The end of a stretch of words, moved by keys. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moveEnd } from '../web/parts/move-end.ts';

const TEXT = 'قُتِلَ خمسةُ مدنيين، وجُرح «ثلاثة» في الغارة.';
const SIGNS = ['ا', 'َ', 'ك', 'ّ', 'a', '7', ' ', '،', '\n', '\u202e', '\ud83d', '\ude00', '😀'];
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const said = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);

test('by a word: the next one is taken in with what stands before it, the last one goes with what stands around it', () => {
  let span = at('خمسةُ');
  span = moveEnd(TEXT, span, 'word', 'on');
  assert.equal(said(span), 'خمسةُ مدنيين');
  span = moveEnd(TEXT, span, 'word', 'on');
  assert.equal(said(span), 'خمسةُ مدنيين، وجُرح');
  span = moveEnd(TEXT, span, 'word', 'on');
  assert.equal(said(span), 'خمسةُ مدنيين، وجُرح «ثلاثة');
  span = moveEnd(TEXT, span, 'word', 'back');
  assert.equal(said(span), 'خمسةُ مدنيين، وجُرح');
  span = moveEnd(TEXT, span, 'word', 'back');
  span = moveEnd(TEXT, span, 'word', 'back');
  assert.equal(said(span), 'خمسةُ');
  assert.equal(said(moveEnd(TEXT, span, 'word', 'back')), 'خمسةُ', 'one word stays');
});

test('by a letter: marks go with the letter that they stand on', () => {
  assert.equal(said(moveEnd(TEXT, at('قُتِلَ'), 'letter', 'back')), 'قُتِ');
  assert.equal(said(moveEnd(TEXT, { start: 0, end: 2 }, 'letter', 'on')), 'قُتِ');
  assert.equal(said(moveEnd(TEXT, at('الغارة.'), 'letter', 'on')), 'الغارة.', 'the text ends there');
});

test('whatever the text: the stretch stays inside it, and is never empty', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 60 }).map((signs) => signs.join('')),
      fc.array(fc.tuple(fc.constantFrom('word' as const, 'letter' as const), fc.constantFrom('on' as const, 'back' as const)), {
        maxLength: 30,
      }),
      (text, moves) => {
        let span = { start: 0, end: 1 };
        for (const [by, way] of moves) {
          const next = moveEnd(text, span, by, way);
          assert.ok(next.start === span.start && next.end > next.start && next.end <= text.length);
          assert.ok(way === 'on' ? next.end >= span.end : next.end <= span.end);
          span = next;
        }
      },
    ),
    { numRuns: 300, seed: 3 },
  );
});
