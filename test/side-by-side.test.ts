/** Two clauses told side by side, with nothing to do with one another, are read as each is read alone: no doer, victim, count or place goes over. Cases: `side-by-side.cases.txt`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';
import { sectionsOf } from './sections.fixture.ts';

const engine = createEngine();
const section = sectionsOf('side-by-side.cases.txt');

function read(text: string): string[] {
  return engine.read({ text, published: '2022-06-15' }).claims.map(({ event, stance, reality, attribution }) => {
    const list = (mentions: readonly { name: string }[]): string => mentions.map(({ name }) => name).join(' + ');
    const figures = event.figures.map((f) => `${f.outcome} ${f.low}..${f.high} ${f.who} ${f.partOf ?? ''}`).join(', ');
    const parties = `${list(event.actor)} > ${list(event.recipient)}`;
    return `${event.type} ${stance} ${reality} [${list(attribution)}] ${parties} @ ${list(event.places)} # ${figures}`;
  });
}

const clauses = section('clauses').map((clause) => ({ clause, alone: read(`${clause}.`) }));

test('each clause makes one claim by itself', () => {
  for (const { clause, alone } of clauses) assert.equal(alone.length, 1, clause);
});

for (const way of section('ways'))
  test(`${clauses.length * (clauses.length - 1)} pairs: ${way}`, () => {
    const wrong: string[] = [];
    for (const a of clauses)
      for (const b of clauses) {
        if (a === b) continue;
        const text = way.replace('{a}', a.clause).replace('{b}', b.clause);
        const wanted = [...a.alone, ...b.alone].sort().join('\n');
        const found = read(text).sort().join('\n');
        if (wanted !== found) wrong.push(`${text}\n${found}`);
      }
    assert.deepEqual(wrong, []);
  });
