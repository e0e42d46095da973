/** The same text under two addresses, a reprint with another figure, a copy with something added, a later version; and what is only alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../engine/index.ts';
import { openLedger } from '../ledger/index.ts';
import { copiesIn, versionsOf } from './copies.ts';
import { ingest } from './ingest.ts';

const body = (killed: number) =>
  `أعلن الدفاع المدني أن ${killed} مدنيين قتلوا في قصف مدفعي استهدف سوق بلدة الحميدية صباح الأربعاء.\nوقال شهود إن القذائف سقطت قرب مدرسة وسط البلدة، وإن فرق الإسعاف نقلت الجرحى إلى نقاط طبية قريبة من الطريق العام.\nولم تعلن أي جهة مسؤوليتها عن القصف حتى الآن، فيما تواصلت الاشتباكات في محيط البلدة طوال ساعات الليل.`;
const other =
  'شارك مئات المتظاهرين في مسيرة وسط المدينة احتجاجاً على انقطاع الكهرباء، ورفعوا لافتات تطالب بتحسين الخدمات ومحاسبة المسؤولين عن تردي الأوضاع المعيشية.';

const report = (id: string, text: string, outlet: string, published: string, url: string | null = null) => ({
  item: {
    name: id,
    fault: null,
    report: {
      id,
      bytes: Buffer.from(text),
      text,
      outlet,
      published,
      url,
      source: null,
      item: null,
      mediaType: 'text/plain',
      tool: 'test',
    },
  },
  size: 0,
});

test('copies are linked with what they rest on, versions show what moved', async () => {
  const ledger = await openLedger(':memory:');
  const take = (items: ReturnType<typeof report>[]) =>
    ingest({ ledger, engine: createEngine(), items, caseName: 'c', source: 'test' });
  await take([
    report('a', body(5), 'وكالة', '2019-02-13', 'https://a.example/1'),
    report('b', body(5).replace('أعلن', 'أَعلن'), 'صحيفة', '2019-02-14', 'https://b.example/2'),
    report('c', body(8), 'موقع', '2019-02-12'),
    report('d', `${body(5)}\n${other}`, 'قناة', '2019-02-15'),
    report('e', other, 'إذاعة', '2019-02-15'),
  ]);
  const copies = await copiesIn(ledger, null);
  const pair = (x: string, y: string) => copies.find(({ first, second }) => first.report === x && second.report === y);
  assert.equal(pair('a', 'b')?.kind, 'same text');
  assert.deepEqual(pair('a', 'b')?.figures, []);
  assert.equal(pair('c', 'a')?.kind, 'nearly the same text', 'the earlier one is first');
  const [move] = pair('c', 'a')?.figures ?? [];
  assert.deepEqual([move.outcome, move.before.join().includes('8'), move.after.join().includes('5')], ['killed', true, true]);
  assert.equal(pair('a', 'd')?.kind, 'one holds the other');
  assert.equal(pair('a', 'e'), undefined);

  await take([report('a', body(9).replace('سوق', 'وسط سوق'), 'وكالة', '2019-02-13', 'https://a.example/1')]);
  const [first, second] = await versionsOf(ledger, 'a');
  assert.deepEqual([first.added, first.removed, first.figures], [[], [], []]);
  assert.deepEqual([second.version, second.added.length, second.removed.length], [2, 1, 1]);
  assert.deepEqual(
    second.figures.map(({ before, after }) => [before.length, after.length]),
    [[1, 1]],
  );
  await ledger.close();
});

test('two texts under one address in one batch are both kept, also when the address is held already', async () => {
  const ledger = await openLedger(':memory:');
  const take = (...killed: number[]) =>
    ingest({
      ledger,
      engine: createEngine(),
      items: killed.map((n) => report('a', body(n), 'وكالة', '2019-02-13', 'https://a.example/1')),
      caseName: 'c',
      source: 'test',
    });
  assert.equal((await take(5)).new, 1);
  const { changed, new: fresh } = await take(6, 7, 8);
  assert.deepEqual([changed, fresh], [1, 2]);
  assert.equal((await take(5, 6, 7, 8)).held, 4);
  await ledger.close();
});
