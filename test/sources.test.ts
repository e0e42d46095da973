/**
 * Who says each claim, how sure, and whether it took place: the whole pipeline over `sources.cases.txt`.
 *   text, ==>, then one line a claim in text order: stance, reality, words of the happening, <- and the chain, outermost first (or "outlet").
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';

const engine = createEngine();
const file = readFileSync(new URL('./sources.cases.txt', import.meta.url), 'utf8');

const claimsOf = (text: string): string[] =>
  engine.read({ text, published: '2021-06-10' }).claims.map(({ event, stance, reality, attribution }) => {
    const chain = attribution.map(({ name }) => name).join(' < ') || 'outlet';
    return `${stance} ${reality} ${text.slice(event.trigger.start, event.trigger.end)} <- ${chain}`;
  });

const cases = file
  .split(/\n\s*\n/)
  .map((block) => block.replace(/^#.*\n?/gm, '').trim())
  .filter((block) => block !== '')
  .map((block) => block.split(/\n==>\n/) as [string, string]);

for (const [text, wanted] of cases) {
  test(text.replace(/\s+/g, ' ').slice(0, 70), () => {
    assert.deepEqual(claimsOf(text), wanted === 'none' ? [] : wanted.split('\n'));
  });
}
