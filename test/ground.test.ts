/**
 * Where and when: `ground.cases.txt`.
 *
 *     @ 2021-05-10            day of publication from here on
 *     the report, on one line or more
 *     ==>
 *     قصف | at: بلدة كفرنبل | 2021-05-09      trigger | places as quoted, "-" for none | day, "-" for none
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';

const engine = createEngine();
const blocks = readFileSync(new URL('./ground.cases.txt', import.meta.url), 'utf8')
  .split(/\n\s*\n/)
  .map((block) =>
    block
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n')
      .trim(),
  )
  .filter((block) => block !== '');

let published = '2021-05-10';
const cases: { text: string; wanted: string[]; published: string }[] = [];
for (const block of blocks) {
  const [text, wanted] = block.split('\n==>\n');
  if (wanted === undefined) published = block.slice(1).trim();
  else cases.push({ text, wanted: wanted.split('\n'), published });
}

for (const { text, wanted, published } of cases)
  test(`where and when: ${text.slice(0, 60)}`, () => {
    const { claims } = engine.read({ text, published });
    for (const line of wanted) {
      const [trigger, places, day] = line.split('|').map((part) => part.trim());
      const claim = claims.find(({ event }) => text.slice(event.trigger.start, event.trigger.end).includes(trigger));
      assert.ok(claim !== undefined, `no claim at "${trigger}"`);
      const found = claim.event.places.map((p) => `${p.role}: ${p.name}`).join('; ');
      assert.equal(found === '' ? '-' : found, places, `where of "${trigger}"`);
      assert.equal(claim.event.time?.value ?? '-', day, `when of "${trigger}"`);
    }
  });
