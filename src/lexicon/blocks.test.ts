import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf, parseBlocks, textOf } from './blocks.ts';

test('a block has its class, fields and lists', () => {
  const [block] = parseBlocks('x.yml', '# note\n- hedge: about\n  forms: [a, "b, c"]\n  loaded:\n    - x | y\n    - z\n');
  assert.equal(block.kind, 'hedge');
  assert.equal(textOf(block, 'hedge'), 'about');
  assert.deepEqual(listOf(block, 'forms'), ['a', 'b, c']);
  assert.deepEqual(listOf(block, 'loaded'), ['x | y', 'z']);
  assert.deepEqual(listOf(block, 'missing'), []);
});

test('a fault names the file, the line and the fix', () => {
  assert.throws(() => parseBlocks('x.yml', 'word'), /ISN-D04 x\.yml:1/);
  assert.throws(() => parseBlocks('x.yml', '- a: b\n  c: d\n  c: e'), /ISN-D03 x\.yml:3/);
  assert.throws(() => parseBlocks('x.yml', '- a: [b'), /ISN-D06 x\.yml:1/);
  assert.throws(() => parseBlocks('x.yml', '    - b'), /ISN-D01 x\.yml:1/);
});
