/** A claim that a person rejected is shown with its event and not counted; taking the rejection back counts it again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk } from '../src/http/open-desk.ts';

test('a rejected claim is not counted in its event, under any policy, until the rejection is undone', async () => {
  const { desk, close } = await openDesk(':memory:');
  const where = 'في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي';
  for (const [outlet, text] of [
    ['صحيفة الوادي', `قال مرصد الفرات إن ثلاثة مدنيين قتلوا أمس الثلاثاء ${where}.`],
    ['موقع السهل', `أفادت وكالة الضفاف بأن خمسة مدنيين قتلوا أمس الثلاثاء ${where}.`],
  ])
    await desk.keep({ text, outlet, published: '2019-02-13' });
  const [{ code }] = (await desk.events({ limit: 1 })).items;
  const look = async () => {
    const detail = await desk.event(code, { policy: 'range' });
    const all = detail?.event.counts.find(({ outcome, who }) => outcome === 'killed' && who === 'all');
    const ranges = (await desk.ranges(code))?.ranges.find(({ policy, who }) => policy === 'airwars' && who === 'all');
    return { range: [all?.low, all?.high], airwars: ranges?.high, claims: detail?.claims.length, rejected: detail?.rejected };
  };
  assert.deepEqual(await look(), { range: [3, 5], airwars: 5, claims: 2, rejected: 0 });
  const five = (await desk.event(code, {}))?.claims.find((row) => row.figures.some((figure) => figure.low === 5));
  const target = five?.key as string;
  const id = await desk.decide({ kind: 'reject', target, who: 'Rana', why: 'another day' });
  assert.deepEqual(await look(), { range: [3, 3], airwars: 3, claims: 2, rejected: 1 });
  await desk.decide({ kind: 'undo', target, who: 'Rana', why: '', undoes: id });
  assert.deepEqual(await look(), { range: [3, 5], airwars: 5, claims: 2, rejected: 0 });
  await close();
});
