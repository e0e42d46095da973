/** Who did it to whom: `src/languages/ar/parties.cases.txt`. A case is a text, `==>`, and one line a claim: `type: actors > recipients`, joined by ` + `, `-` for nobody. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';
import { ROOT } from '../src/evaluate/evaluate.ts';

const engine = createEngine();
const names = (mentions: readonly { name: string }[]): string => mentions.map((m) => m.name).join(' + ') || '-';

const blocks = readFileSync(`${ROOT}src/languages/ar/parties.cases.txt`, 'utf8')
  .split(/\n\s*\n/)
  .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
  .filter((lines) => lines.length > 0);

for (const lines of blocks) {
  const cut = lines.indexOf('==>');
  const text = lines.slice(0, cut).join('\n');
  test(text, () => {
    const { claims } = engine.read({ text, published: '2022-03-04' });
    const read = claims.map((c) => `${c.event.type}: ${names(c.event.actor)} > ${names(c.event.recipient)}`);
    assert.deepEqual(read, cut < 0 ? [] : lines.slice(cut + 1).filter((line) => line !== 'none'));
  });
}
