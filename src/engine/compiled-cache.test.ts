import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openGazetteer } from '../link/places.ts';
import { looseKey } from '../text/fold.ts';
import { type Compiled, compile } from './compile.ts';
import { compiled } from './compiled-cache.ts';
import { loadData } from './load.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-compiled-'));
after(() => rmSync(folder, { recursive: true }));

const data = loadData();
const built = compile(data);
/** Words of the data themselves: what is found in one must be found in the other. */
const all = new Set(data.words.flatMap(({ text }) => text.match(/[\u0621-\u064a]+/gu) ?? []).map(looseKey));
const words = [...all].filter((_, n) => n % 40 === 0);

function sameAsBuilt(other: Compiled): void {
  for (const word of words) assert.deepEqual(other.lexicon.find(word), built.lexicon.find(word), word);
  const [left, right] = [other, built].map(({ places }) => openGazetteer(data.places, places));
  for (const word of words) assert.deepEqual(left.longestMatch([word], 0), right.longestMatch([word], 0), word);
  assert.deepEqual(other.outlets, built.outlets);
}

const files = (): string[] => readdirSync(folder).sort();

test('the second start opens what the first one kept, and finds the same', () => {
  sameAsBuilt(compiled(data, folder));
  assert.equal(files().length, 1);
  sameAsBuilt(compiled(data, folder));
});

test('a damaged, shortened or empty file is built anew and replaced', () => {
  const path = join(folder, files()[0]);
  const whole = readFileSync(path);
  const damaged = Buffer.from(whole);
  damaged[whole.length >> 1] ^= 1;
  for (const bytes of [damaged, whole.subarray(0, whole.length >> 1), Buffer.alloc(0)]) {
    writeFileSync(path, bytes);
    assert.ok(compiled(data, folder).lexicon.find(words[0]).length > 0);
    assert.deepEqual(readFileSync(path), whole);
  }
});

test('a folder that cannot be written to costs only time', () => {
  const file = join(folder, 'no-folder');
  writeFileSync(file, '');
  assert.ok(compiled(data, file).lexicon.find(words[0]).length > 0);
  rmSync(file);
});

test('other data have another file; old files and what a crash left behind go', () => {
  const old = new Date(Date.now() - 9_000_000);
  for (let n = 0; n < 5; n++) {
    const path = join(folder, `words-${String(n).repeat(32)}.bin`);
    writeFileSync(path, '');
    utimesSync(path, old, old);
  }
  const left = join(folder, 'words-0.bin.0.tmp');
  writeFileSync(left, '');
  utimesSync(left, old, old);
  const before = files().filter((name) => !/0{32}|1{32}|2{32}|3{32}|4{32}/.test(name) && name.endsWith('.bin'));
  compiled({ ...data, hash: 'another' }, folder);
  assert.equal(files().length, 4);
  assert.ok(before.every((name) => files().includes(name)));
  assert.ok(!files().some((name) => name.endsWith('.tmp')));
});
