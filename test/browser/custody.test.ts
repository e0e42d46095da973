/** Where a report came from, on the screen: its receipt in both languages, its versions with the figures that moved, its copies. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { ask, type Bench, type Lang, openBench, whyNot } from './chromium.fixture.ts';

const skip = whyNot();
const FIRST = 'أعلن الدفاع المدني أن ثلاثة مدنيين قتلوا في غارة جوية على بلدة الباغوز بريف دير الزور أمس.';
const MORE = 'وما زالت فرق الإنقاذ تبحث عن ناجين تحت الأنقاض، فيما نقل المصابون إلى مستشفى ميداني قريب من البلدة.';
const url = 'https://valley.example/1';
describe('custody on the screen', () => {
  let bench: Bench;

  before(async () => {
    if (skip) return;
    bench = await openBench();
    const keep = (text: string, more: object) =>
      ask(`${bench.address}api/keep`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, published: '2019-02-13', case: 'main', ...more }),
      });
    await keep(`${FIRST}\n${MORE}`, { url, outlet: 'وكالة الوادي' });
    await keep(`${FIRST.replace('ثلاثة', 'خمسة')}\n${MORE}`, { url, outlet: 'وكالة الوادي' });
    await keep(`${FIRST}\n${MORE}\nحرر الخبر في مكتب الصحيفة.`, { outlet: 'صحيفة الساحل' });
  });
  after(() => bench?.close());

  for (const lang of ['ar', 'en'] as Lang[]) {
    test(`versions, copies and the receipt, in ${lang === 'ar' ? 'Arabic' : 'English'}`, { skip }, async () => {
      const { page, context } = await bench.open(lang);
      await page.goto(`${bench.address}?lang=${lang}#/report/${encodeURIComponent(url)}`);
      const move = page.locator('[data-test=versions] [data-test=move]').first();
      await move.waitFor();
      assert.match(await move.innerText(), /ثلاثة مدنيين[\s\S]*خمسة مدنيين/u);
      assert.equal(await page.locator('[data-test=versions] ins').count(), 1);
      const copy = page.locator('[data-test=copies] article');
      assert.match(await copy.innerText(), /صحيفة الساحل[\s\S]*خمسة مدنيين[\s\S]*ثلاثة مدنيين/u);
      await page.locator('.receipt summary').click();
      await page.locator('[data-test=receipt-link]').click();
      const receipt = page.locator('[data-test=receipt]');
      await receipt.waitFor();
      const found = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        found.violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`),
        [],
      );
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-test=bytes]').click()]);
      assert.equal(readFileSync(await download.path(), 'utf8'), `${FIRST.replace('ثلاثة', 'خمسة')}\n${MORE}`);
      await context.close();
      assert.deepEqual(bench.faults, []);
      assert.deepEqual(bench.strangers, []);
    });
  }
});
