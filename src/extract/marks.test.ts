/** A question that a mark answers with "no" must have no other answer: every class that begins at a token has its mark there, and what is no word is told as made. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../engine/index.ts';
import { ROOT } from '../evaluate/evaluate.ts';
import { corpus } from '../evaluate/gold.ts';
import { keyMark } from '../text/key-mark.ts';
import { nodeOf } from './words.ts';

test('every class that begins at a token has its mark there', () => {
  const engine = createEngine();
  const unmarked = new Set<string>();
  const untold = new Set<string>();
  let made = 0;
  for (const report of corpus(`${ROOT}corpus`)) {
    const { doc } = engine.explain(report).worked;
    doc.at.forEach((nodes, i) => {
      for (const { kind, word } of nodes) {
        if ((doc.marks[i] & keyMark(kind)) === 0) unmarked.add(kind);
        if (word === null) made++;
        if (word === null && doc.made[i] === 0) untold.add(kind);
        assert.ok(nodeOf(doc, i, kind) !== null);
      }
    });
    assert.equal(nodeOf(doc, doc.length, 'break'), null);
  }
  assert.ok(made > 150);
  assert.deepEqual([...unmarked], []);
  assert.deepEqual([...untold], []);
});
