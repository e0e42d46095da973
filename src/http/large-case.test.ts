/** A case of many reports: its events are computed in the background, it is told that they are, and lists answer meanwhile. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { openDesk } from './open-desk.ts';

test('events of a large case are computed behind, and stand there once they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-large-'));
  const { desk, close } = await openDesk(join(folder, 'a.db'), { caseName: '-- قضية "كبيرة"', whileWaiting: 1 });
  for (const count of ['ثلاثة', 'خمسة'])
    await desk.keep({
      text: `قال مرصد الفرات إن ${count} مدنيين قتلوا أمس في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.`,
      outlet: count,
      published: '2019-02-13',
    });
  assert.equal((await desk.events({ limit: 5 })).total, 0);
  assert.deepEqual(
    (await desk.cases()).map(({ name, reconciling }) => [name, reconciling]),
    [['-- قضية "كبيرة"', true]],
  );
  for (let i = 0; i < 3000 && (await desk.cases())[0].reconciling; i++) await new Promise((done) => setTimeout(done, 100));
  const events = await desk.events({ limit: 5 });
  assert.deepEqual([events.total, events.items[0]?.killedLow, (await desk.cases())[0].reconciling], [1, 3, false]);
  await close();
  rmSync(folder, { recursive: true });
});
