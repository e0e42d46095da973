/** Who may import whom, file length, and no Arabic letters in code: the borders that keep the engine pure and the files readable. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Layer → layers it may import beside itself. */
const layers: Record<string, string[]> = {
  claim: [],
  text: ['claim'],
  lexicon: ['claim', 'text'],
  rules: ['claim', 'text', 'lexicon'],
  languages: ['claim', 'text', 'lexicon', 'rules'],
  extract: ['claim', 'text', 'lexicon', 'rules'],
  link: ['claim', 'text', 'lexicon'],
  reconcile: ['claim', 'text', 'lexicon'],
  engine: ['claim', 'text', 'lexicon', 'rules', 'languages', 'extract', 'link', 'reconcile'],
  ledger: ['claim', 'text'],
  formats: ['claim', 'text', 'lexicon'],
  app: ['claim', 'text', 'engine', 'ledger', 'formats', 'reconcile'],
  evaluate: ['claim', 'text', 'engine', 'extract', 'rules', 'lexicon', 'languages', 'reconcile', 'link'],
  jobs: ['claim', 'app', 'engine', 'formats'],
  cli: ['claim', 'app', 'jobs', 'engine', 'formats', 'http', 'ledger', 'reconcile', 'extract'],
  http: ['claim', 'app', 'jobs', 'engine', 'formats', 'ledger', 'reconcile'],
};

/** Files that may hold Arabic letters: tests, their fixtures, and messages of the web app. */
const mayHoldArabic = (path: string): boolean =>
  /\.(test|fixture|fixtures)\.tsx?$|\.cases\.txt$|messages[\\/]|[\\/]pages[\\/]|^test[\\/]|^scripts[\\/]/.test(path);

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

test('each layer imports only the layers below it', () => {
  const wrong: string[] = [];
  for (const path of sources(join(root, 'src'))) {
    if (/\.(test|fixture|fixtures)\.ts$/.test(path)) continue;
    const from = relative(join(root, 'src'), path).split('/')[0];
    assert.ok(from in layers, `src/${from} is in no layer: add it to the table of this test`);
    for (const [, target] of readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const to = relative(join(root, 'src'), join(dirname(path), target)).split('/')[0];
      if (to === '..' || to === from) continue;
      if (!layers[from].includes(to)) wrong.push(`${relative(root, path)} imports ${to}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('no source file is longer than 400 lines', () => {
  const long: string[] = [];
  for (const folder of ['src', 'web', 'test', 'scripts', 'bench']) {
    let paths: string[] = [];
    try {
      paths = [...sources(join(root, folder))];
    } catch {
      continue;
    }
    for (const path of paths) {
      // the sentences of the screens are a table, one row each
      if (path.includes('/messages/')) continue;
      const lines = readFileSync(path, 'utf8').split('\n').length;
      if (lines > 401) long.push(`${relative(root, path)} ${lines}`);
    }
  }
  assert.deepEqual(long, []);
});

test('no Arabic letters in code', () => {
  const found: string[] = [];
  for (const path of sources(join(root, 'src'))) {
    const name = relative(root, path);
    if (mayHoldArabic(name)) continue;
    readFileSync(path, 'utf8')
      .split('\n')
      .forEach((line, n) => {
        const code = line.replace(/^\s*(\/\*\*?|\*|\/\/).*$/, '').replace(/\/\/ .*$/, '');
        if (/[\u0620-\u064A]/.test(code)) found.push(`${name}:${n + 1}`);
      });
  }
  assert.deepEqual(found, []);
});
