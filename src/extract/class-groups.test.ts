/** A question that a group answers with "no" must have no other answer: every word and chunk at a token is of no group that its spelling lacks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../engine/index.ts';
import { ROOT } from '../evaluate/evaluate.ts';
import { corpus } from '../evaluate/gold.ts';
import { ACTING, CLOSING, COUNTED, EVENT, groupsOf, PLACE, rowHas, SMALL, STOP, TYING } from './class-groups.ts';

test('the groups of a class', () => {
  assert.equal(groupsOf('event'), EVENT);
  assert.notEqual(ACTING & EVENT, 0);
  assert.equal(groupsOf('case'), SMALL | STOP | CLOSING | TYING);
  assert.equal(groupsOf('place-class'), PLACE);
  assert.equal(groupsOf('quantity'), COUNTED | CLOSING);
});

test('what begins at a token is of the groups of its spelling', () => {
  const engine = createEngine();
  const wrong = new Set<string>();
  let asked = 0;
  for (const report of corpus(`${ROOT}corpus`)) {
    const { doc, sentences } = engine.explain(report).worked;
    for (const { sentence, chunks } of sentences)
      for (let i = sentence.start; i < sentence.end; i++) assert.equal(rowHas(doc, chunks, doc.groups[i]), doc.groups[i] !== 0);
    doc.at.forEach((nodes, i) => {
      for (const { kind } of nodes) {
        if (groupsOf(kind) !== 0) asked++;
        if ((groupsOf(kind) & ~doc.groups[i]) !== 0) wrong.add(kind);
      }
    });
  }
  assert.ok(asked > 300);
  assert.deepEqual([...wrong], []);
});
