/** Threads that import: in order, side by side, and alive after a document that kills one of them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { filesUnder, type Sized } from '../app/items.ts';
import { startPool } from './pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-pool-'));
const pool = startPool({ threads: 2 });
after(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

async function all(items: AsyncGenerator<Sized>): Promise<Sized[]> {
  const list: Sized[] = [];
  for await (const one of items) list.push(one);
  return list;
}

test('items of many files come in the order of the files, and reports are read', async () => {
  for (let i = 0; i < 100; i++)
    writeFileSync(join(folder, `${String(i).padStart(3, '0')}.txt`), `قتل ${i + 3} مدنيين في قصف على بلدة قرب حلب أمس.`);
  const files = filesUnder([folder]);
  const items = await all(pool.open(files));
  assert.deepEqual(
    items.map(({ item }) => item.name),
    files.map((file) => file.name),
  );
  assert.equal(
    items.at(-1)?.size,
    files.reduce((sum, file) => sum + file.size, 0),
  );
  const texts = items.map(({ item }) => item.report?.text ?? '');
  const read = await pool.read(texts.map((text) => ({ text, outlet: null, published: '2019-02-12' })));
  assert.deepEqual(
    read.map(({ reading }) => reading?.report.length),
    texts.map((text) => text.length),
  );
});

test('a document that needs too much memory costs itself alone', { skip: process.env.ISNAD_LAND !== undefined }, async () => {
  const small = startPool({ threads: 1, limits: { heapMb: 24 } });
  const other = mkdtempSync(join(tmpdir(), 'isnad-greedy-'));
  try {
    writeFileSync(join(other, 'a.txt'), 'قتل ثلاثة مدنيين في قصف على البلدة أمس.');
    const item = JSON.stringify(Array.from({ length: 600_000 }, (_, n) => ({ n })));
    writeFileSync(join(other, 'b.json'), `{"uri":"x","body_text":"y","more":${item}}`);
    writeFileSync(join(other, 'c.txt'), 'قتل أربعة مدنيين في قصف على البلدة أمس.');
    const items = await all(small.open(filesUnder([other])));
    assert.deepEqual(
      items.map(({ item: one }) => [one.name, one.fault]),
      [
        ['a.txt', null],
        ['b.json', 'needs more memory than an item may have'],
        ['c.txt', null],
      ],
    );
  } finally {
    await small.close();
    rmSync(other, { recursive: true, force: true });
  }
});
