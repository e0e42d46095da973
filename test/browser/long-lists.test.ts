/** Lists that begin short can be seen whole, in both languages: facets, relations, other names; each with its CSV file. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openDesk } from '../../src/http/open-desk.ts';
import { ask, type Bench, type Lang, openBench, whyNot } from './chromium.fixture.ts';

const skip = whyNot();
const OUTLETS = 30;
describe('lists that begin short', () => {
  let bench: Bench;

  before(async () => {
    if (skip) return;
    bench = await openBench();
    const { desk, close } = await openDesk(bench.db, { caseName: 'main' });
    for (let n = 0; n < OUTLETS; n++)
      await desk.keep({
        outlet: `موقع ${n}`,
        published: '2019-02-13',
        text: `قال مرصد الفرات إن ${3 + n} مدنيين قتلوا أمس الثلاثاء في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.`,
      });
    await close();
  });
  after(async () => {
    await bench?.close();
  });

  for (const lang of ['ar', 'en'] as Lang[]) {
    test(`what begins short is seen whole, in ${lang === 'ar' ? 'Arabic' : 'English'}`, { skip }, async () => {
      const { page, context } = await bench.open(lang);
      const csvOf = async (href: string | null) =>
        (await (await ask(new URL(href as string, bench.address))).text()).trim().split('\r\n');

      await page.goto(`${bench.address}?lang=${lang}#/explore?view=claims&case=main`);
      const facet = page.locator('.facets details', { has: page.locator('[data-test=all-outlet]') });
      await facet.locator('summary').click();
      const values = facet.locator('li button');
      assert.equal(await values.count(), 12);
      await facet.locator('[data-test=all-outlet]').click();
      await page
        .locator('.facets ul.long li')
        .nth(OUTLETS - 1)
        .waitFor();
      assert.equal(await page.locator('.facets ul.long li').count(), OUTLETS);
      assert.equal((await csvOf(await page.locator('.facets ul.long ~ a.button').getAttribute('href'))).length, OUTLETS + 1);
      // a value that was out of sight narrows the list as any other
      await page.locator('.facets ul.long li button').last().click();
      await page.waitForURL(/outlet=/);
      await page.locator('tbody tr[data-review]').nth(1).waitFor({ state: 'detached' });

      await page.goto(`${bench.address}?lang=${lang}#/sources?case=main`);
      const lines = page.locator('.reliance path');
      await lines.first().waitFor();
      assert.equal(await lines.count(), 24);
      await page.locator('section:has(.reliance) > button').click();
      await page.waitForFunction((n) => document.querySelectorAll('.reliance path').length === n, OUTLETS);

      await page.goto(`${bench.address}?lang=${lang}#/actors?q=houthi`);
      const row = page.locator('main tbody tr').first();
      await row.waitFor();
      const before = await row.locator('td').nth(3).locator('bdi').count();
      assert.equal(before, 6);
      const rest = Number((await row.locator('td').nth(3).locator('button').innerText()).match(/\d+/)?.[0]);
      await row.locator('td').nth(3).locator('button').click();
      assert.equal(await row.locator('td').nth(3).locator('bdi').count(), before + rest);
      await context.close();
      assert.deepEqual(bench.faults, []);
    });
  }
});
