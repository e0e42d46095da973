/** The Arabic screens speak Arabic: what the registry and the rules name has words there, and where a word is missing its kind is told. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Trace } from '../src/claim/trace.ts';
import { createEngine } from '../src/engine/index.ts';
import { listNamed } from '../src/engine/named.ts';
import { ar } from '../web/messages/ar.ts';
import { en } from '../web/messages/en.ts';
import rules from '../web/messages/rules.ar.json' with { type: 'json' };
import { arabicOf } from '../web/messages/rules-in-words.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const isArabic = (words: string): boolean => /[\u0600-\u06ff]/.test(words);

test('every kind of party and every loaded word has a name in both languages', () => {
  const rows = listNamed();
  const missing = new Set<string>();
  for (const { kind, loaded } of rows) {
    if (!(kind in en.kinds) || !(kind in ar.kinds)) missing.add(kind);
    for (const { label } of loaded) if (!(label in en.labels) || !(label in ar.labels)) missing.add(label);
  }
  assert.ok(rows.length > 500);
  assert.deepEqual([...missing], []);
});

test('every rule that read something in the corpus is told in Arabic', () => {
  const engine = createEngine();
  const missing = new Set<string>();
  let told = 0;
  const look = ({ rule, children }: Trace) => {
    told++;
    const words = arabicOf(rule, rules, ar.types);
    if (words === null || !isArabic(words)) missing.add(rule);
    for (const child of children) look(child);
  };
  for (const folder of readdirSync(join(root, 'corpus'))) {
    const text = readFileSync(join(root, 'corpus', folder, 'report.txt'), 'utf8');
    for (const { trace } of engine.read({ text, outlet: null, published: '2019-02-13' }).claims) look(trace);
  }
  assert.ok(told > 200);
  assert.deepEqual([...missing], []);
});

test('a rule is told piece by piece, and by its kind where it has no words of its own', () => {
  assert.equal(arabicOf('event.air-strike', rules, ar.types), ar.types['air-strike']);
  assert.match(arabicOf('attribution.verb-source-that+according-to', rules, ar.types) ?? '', / \+ /);
  assert.equal(arabicOf('figure.of-tomorrow', rules, ar.types), rules.figure);
  assert.equal(arabicOf('unheard-of', rules, ar.types), null);
});
