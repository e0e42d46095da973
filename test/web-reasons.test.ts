/** Every reason that an importer can give has Arabic words: the sentences are taken from the code itself, so that a new one is not forgotten. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { reasons } from '../web/messages/reasons-ar.ts';

const root = fileURLToPath(new URL('../src/', import.meta.url));
const FOLDERS = ['formats/import', 'formats/fetch', 'app'];
/** Files whose refusals are of no item: they speak to the person at the command line. */
const OTHERS = /^(?:timestamp-head|verify-|claim-edit|review|export-case|sample-case)/u;
const SAYS =
  /(?:new (?:Unreadable|Refused)\(|(?:fault|passed|reason): |return |\['[0-9a-f]{4,}', )\s*(?:'((?:is|are|has|holds|lies|leads|may|cannot|takes|needs|asks|sent|ends|unpacks|does|was|other|published|no whole)\b[^']*)'|`((?:[^`\\]|\\.)*)`)/gu;

/** Sentences with something in place of what differs from item to item. */
function said(): string[] {
  const found: string[] = [];
  for (const folder of FOLDERS) {
    for (const name of readdirSync(`${root}${folder}`)) {
      if (!/^[\w-]+\.ts$/u.test(name) || OTHERS.test(name)) continue;
      const code = readFileSync(`${root}${folder}/${name}`, 'utf8');
      for (const [, plain, template] of code.matchAll(SAYS)) {
        const sentence = plain ?? template.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, 'x');
        if (/^(?:x |"x" )?[a-z]+ [a-z]/u.test(sentence) && sentence.split(' ').length > 2 && !sentence.startsWith('of '))
          found.push(sentence);
      }
    }
  }
  return found;
}

test('every reason of an importer is said in Arabic too', () => {
  const all = said();
  assert.ok(all.length > 60, `${all.length} reasons found in the code`);
  const silent = all.filter((sentence) => !reasons.some(([pattern]) => pattern.test(sentence)));
  assert.deepEqual(silent, []);
});

test('what the Arabic takes from the English is there', () => {
  for (const [pattern, arabic] of reasons) {
    const groups = new RegExp(`${pattern.source}|`, 'u').exec('')?.length ?? 1;
    for (const [, n] of arabic.matchAll(/\$(\d)/gu)) assert.ok(Number(n) < groups, `${pattern}: ${arabic}`);
    assert.match(arabic, /[\u0621-\u064a]/u);
  }
});
