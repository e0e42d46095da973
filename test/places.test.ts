/** The tables of places against the lists that the script which makes them reads. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadNameRules, withoutMistakes } from '../scripts/places-clean.ts';

const data = fileURLToPath(new URL('../data/', import.meta.url));
const rules = loadNameRules(data);

test('names that a source gave by mistake stand in no table', () => {
  const seen = new Set<string>();
  for (const file of readdirSync(`${data}places`).filter((name) => name.endsWith('.tsv')))
    for (const line of readFileSync(`${data}places/${file}`, 'utf8').split('\n')) {
      const [ar, aliases = '', ...rest] = line.split('\t');
      const id = rest[8];
      if (id === undefined || !rules.mistaken.has(id)) continue;
      seen.add(id);
      const names = [ar, ...aliases.split('|')].filter((name) => name !== '');
      assert.deepEqual(withoutMistakes(rules, id, names), names, `${file}: ${line}`);
    }
  assert.deepEqual(seen, new Set(rules.mistaken.keys()), 'every place of not-names.txt is in a table');
});

test('a mistaken name is left out, the others stay', () => {
  const [id, [wrong]] = [...rules.mistaken][0];
  assert.deepEqual(withoutMistakes(rules, id, [wrong, 'x']), ['x']);
  assert.deepEqual(withoutMistakes(rules, 'another', [wrong, 'x']), [wrong, 'x']);
});
