/** Styles of the screens know no left and no right: they read from either side. And nothing in the web app names an address of another machine. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../web/', import.meta.url));
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|border-(?:top|bottom)-(?:left|right)-radius)\s*:|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right)/;

/** Lines with a physical property; conditions of media queries have no other names. */
function physical(css: string): string[] {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => PHYSICAL.test(line) && !line.trim().startsWith('@media'));
}

function files(extension: RegExp): string[] {
  return readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extension.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

test('the search for physical properties finds them, and passes over logical ones', () => {
  assert.equal(physical('a {\n  margin-left: 1px;\n}').length, 1);
  assert.equal(physical('a {\n  text-align: right;\n}').length, 1);
  assert.equal(physical('a { left: 0 }').length, 1);
  assert.equal(physical('a {\n  margin-inline-start: 1px;\n  inset-block-end: 0;\n  text-align: start;\n}').length, 0);
  assert.equal(physical('@media (max-width: 46rem) {').length, 0);
});

test('style sheets use logical properties only', () => {
  const found = files(/\.css$/).flatMap((path) => physical(readFileSync(path, 'utf8')).map((line) => `${path}: ${line.trim()}`));
  assert.deepEqual(found, []);
});

test('styles set by code are logical as well', () => {
  const found = files(/\.tsx$/).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/style=\{\{([^}]*)\}\}/g)]
      .filter(([, inside]) =>
        /\b(?:left|right|top|bottom|width|height|marginLeft|marginRight|paddingLeft|paddingRight)\s*:/.test(inside),
      )
      .map(([whole]) => `${path}: ${whole}`),
  );
  assert.deepEqual(found, []);
});

test('the web app names no address of another machine', () => {
  // A pattern of addresses, or one that begins and does not go on, names none.
  const found = files(/\.(?:tsx?|css|html)$/).filter((path) => /https?:\/\/[a-z0-9]/i.test(readFileSync(path, 'utf8')));
  assert.deepEqual(found, []);
});
