/** File names say what is inside; words that say nothing are refused. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const empty = new Set([
  'utils',
  'helpers',
  'helper',
  'util',
  'common',
  'misc',
  'shared',
  'core',
  'lib',
  'base',
  'manager',
  'service',
  'factory',
  'handler',
  'types',
  'constants',
  'v2',
  'new',
  'old',
  'legacy',
]);

function* names(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    yield `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* names(`${folder}/${entry.name}`);
  }
}

test('no file or folder has a name that says nothing', () => {
  const found = [...names('src')].filter((path) => empty.has(path.split('/').at(-1)!.replace(/\..*$/, '')));
  assert.deepEqual(found, []);
});

test('no file holds the marks of a merge that was not finished', () => {
  const texts = ['src', 'test', 'data', 'corpus', 'corpus-hard', 'docs', 'bench']
    .flatMap((folder) => [...names(folder)])
    .filter((path) => /\.(?:ts|txt|yml|json|md|tsv)$/.test(path));
  assert.ok(texts.length > 100);
  assert.deepEqual(
    texts.filter((path) => /^(?:<{7}|>{7})(?: |$)/m.test(readFileSync(join(root, path), 'utf8'))),
    [],
  );
});

test('the map of the code names every folder of src', () => {
  const map = readFileSync(join(root, 'docs/map.md'), 'utf8');
  for (const entry of readdirSync(join(root, 'src'), { withFileTypes: true })) {
    if (entry.isDirectory()) assert.ok(map.includes(`src/${entry.name}`), `docs/map.md does not name src/${entry.name}`);
  }
});

test('every exported type of src/claim is in the glossary', () => {
  const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
  const missing: string[] = [];
  for (const file of readdirSync(join(root, 'src/claim'))) {
    if (file.endsWith('.test.ts')) continue;
    for (const [, name] of readFileSync(join(root, 'src/claim', file), 'utf8').matchAll(/^export type (\w+)/gm)) {
      if (!glossary.includes(`**${name}**`)) missing.push(name);
    }
  }
  assert.deepEqual(missing, []);
});
