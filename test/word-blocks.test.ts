/** A text in blocks: nothing lost, nothing doubled, no letter cut in two, whatever the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blocksOf, directionOf } from '../web/parts/word-blocks.ts';

test('blocks put together are the text, and each begins where it says', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constant('\n'),
    fc.constant('كلمة '),
    fc.constant('😀'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 300 }), (pieces, times) => {
      const text = pieces.join('').repeat(times);
      const blocks = blocksOf(text);
      assert.equal(blocks.map((block) => block.text).join(''), text);
      for (const block of blocks) {
        assert.equal(text.slice(block.start, block.start + block.text.length), block.text);
        assert.ok(!/^[\udc00-\udfff]/.test(block.text) || block.start === 0 || !/[\ud800-\udbff]/.test(text[block.start - 1]));
      }
    }),
    { numRuns: 60 },
  );
});

test('a short text is one block, a long one many', () => {
  assert.equal(blocksOf('خبر قصير').length, 1);
  assert.equal(blocksOf('').length, 1);
  assert.ok(blocksOf('سطر من خبر طويل\n'.repeat(5000)).length > 10);
});

test('a text is read from the side of its first letter', () => {
  assert.equal(directionOf('12 - قال'), 'rtl');
  assert.equal(directionOf('«Reuters» قال'), 'ltr');
  assert.equal(directionOf('...'), 'rtl');
});
