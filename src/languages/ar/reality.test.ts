/**
 * The cases of what was done and what was only meant: `reality.cases.txt`.
 *
 *     the text
 *     ==>
 *     WORD stance reality      of the happening that the word tells
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../../engine/index.ts';

const engine = createEngine();
const cases = readFileSync(new URL('./reality.cases.txt', import.meta.url), 'utf8')
  .split(/\n\s*\n/)
  .map((block) => block.split('\n').filter((line) => line !== '' && line[0] !== '#'))
  .filter((lines) => lines.length > 0);

test(`what was done and what was meant: ${cases.length} cases`, () => {
  const wrong: string[] = [];
  for (const [text, arrow, ...wanted] of cases) {
    assert.equal(arrow, '==>', text);
    assert.ok(wanted.length > 0, text);
    const { worked } = engine.explain({ text, published: '2020-05-05' });
    for (const want of wanted) {
      const word = want.slice(0, want.indexOf(' '));
      const at = text.indexOf(word);
      const told = worked.tellings.find(({ h }) => {
        const { start, end } = worked.doc.span(h.start, h.start + 1);
        return start <= at && at < end;
      });
      const found = told === undefined ? `${word} tells nothing` : `${word} ${told.judged.stance} ${told.judged.reality}`;
      if (found !== want) wrong.push(`${text}\n  wanted ${want}\n  found  ${found}`);
    }
  }
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
});
