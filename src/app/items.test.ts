/** What is under a folder: every file is in the list, once; nothing leads round in a circle. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { filesUnder, itemsOfFiles } from './items.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-items-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('links that lead upwards end; what is hidden is told, not passed over', async () => {
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'a.txt'), 'قتل ثلاثة مدنيين في قصف على البلدة أمس.');
  writeFileSync(join(folder, '.hidden'), 'x');
  symlinkSync(folder, join(folder, 'deep', 'one'));
  symlinkSync(folder, join(folder, 'deep', 'two'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'lost'));
  const told: [string, string | null][] = [];
  for await (const { item } of itemsOfFiles(filesUnder([folder]))) told.push([item.name, item.fault]);
  assert.deepEqual(told, [
    ['.hidden', 'is hidden, and not opened'],
    ['a.txt', null],
    [join('deep', 'one'), 'leads to a folder that is read already'],
    [join('deep', 'two'), 'leads to a folder that is read already'],
    ['lost', 'is no longer there, or leads nowhere'],
  ]);
});

test('a part of a file names the file it came from by its hash; a whole file is its own', async () => {
  const table = join(folder, 'parts.csv');
  const bytes = 'id,text\n1,"قتل ثلاثة مدنيين أمس."\n2,"قتل أربعة مدنيين أمس."\n';
  writeFileSync(table, bytes);
  const steps = async (path: string) => {
    const found: [string, string | null | undefined][] = [];
    for await (const { item } of itemsOfFiles(filesUnder([path])))
      for (const step of item.report?.steps ?? []) if (step.kind === 'part-of-file') found.push([step.tool, step.output]);
    return found;
  };
  const hash = createHash('sha256').update(bytes).digest('hex');
  const of = [`file of ${Buffer.byteLength(bytes)} bytes`, hash];
  assert.deepEqual(await steps(table), [of, of]);
  writeFileSync(join(folder, 'whole.txt'), 'قتل ثلاثة مدنيين أمس.');
  assert.deepEqual(await steps(join(folder, 'whole.txt')), []);
});
