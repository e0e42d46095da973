/** In both languages, in a real browser: a second reading without the first one's values, the counting rule of running totals, Hijri days in a correction, and the keys that move a selection, split and merge. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { openDesk } from '../../src/http/open-desk.ts';
import { ask, type Bench, type Lang, openBench, whyNot } from './chromium.fixture.ts';

const skip = whyNot();
describe('second readings, rules, calendars, keys', () => {
  let bench: Bench;

  const strike = (who: string, n: string, into: string) =>
    `قال ${who} إن ${n} مدنيين قتلوا أمس الثلاثاء في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي. (${into})`;
  const TOTAL = 'قال مرصد الفرات إن 40 مدنياً قتلوا منذ الأول من شباط 2019 في بلدة الباغوز بريف دير الزور الشرقي.';

  before(async () => {
    if (skip) return;
    bench = await openBench();
    const { desk, close } = await openDesk(bench.db, { caseName: 'main' });
    for (const into of ['ar', 'en']) {
      const keep = (outlet: string, published: string, text: string) => desk.keep({ case: into, outlet, published, text });
      await keep('صحيفة الوادي', '2019-02-13', strike('مرصد الفرات', 'أربعة', into));
      await keep('موقع السهل', '2019-02-13', strike('مجلس هجين المدني', 'تسعة', into));
      await keep('صحيفة الوادي', '2019-02-20', `${TOTAL} (${into})`);
    }
    await close();
  });
  after(async () => {
    await bench?.close();
  });

  const show = (page: Page, lang: Lang, hash: string) =>
    page.goto(`${bench.address}?lang=${lang}#/${hash}${hash.includes('?') ? '&' : '?'}case=${lang}`);
  const json = async <T>(path: string): Promise<T> => (await (await ask(`${bench.address}${path}`)).json()) as T;
  const claims = async (lang: Lang) => (await json<{ items: any[] }>(`api/claims?case=${lang}`)).items;
  const post = (decision: object) =>
    ask(`${bench.address}api/decisions`, {
      method: 'POST',
      body: JSON.stringify(decision),
      headers: { 'content-type': 'application/json' },
    });

  /** In one language: what is looked at is the same in both, and it is slow. */
  async function assertNoBarriers(page: Page, lang: Lang, where: string): Promise<void> {
    if (lang === 'en') return;
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
      [],
    );
  }

  async function open(lang: Lang, who: string | null) {
    const { page, context } = await bench.open(lang);
    if (who !== null) await page.addInitScript((name) => localStorage.setItem('isnad.who', name), who);
    return { page, context };
  }

  for (const lang of ['ar', 'en'] as Lang[]) {
    const language = lang === 'ar' ? 'Arabic' : 'English';

    test(`a second reading: the words first, both readings after, in ${language}`, { skip }, async () => {
      const four = (await claims(lang)).find(({ figures }) => figures[0]?.low === 4);
      await post({ kind: 'accept', target: four.key, who: 'Rana', case: lang });
      const { page, context } = await open(lang, null);
      await show(page, lang, 'second');
      await page.locator('[data-test=second-who]').fill('عمر');
      await page.keyboard.press('Enter');
      const blind = page.locator('[data-test=blind]');
      await blind.waitFor();
      assert.match(
        await page
          .locator('[data-test=blind-words] mark')
          .allInnerTexts()
          .then((all) => all.join('')),
        /أربعة مدنيين قتلوا/,
      );
      assert.doesNotMatch(await page.locator('main').innerText(), /Rana/);
      assert.equal(await page.locator('[data-test=blind-ready]').isEnabled(), false);
      await assertNoBarriers(page, lang, 'second');
      await page.locator('[data-test=blind-type]').selectOption('air-strike');
      await page.locator('[data-test=blind-stance]').selectOption('asserted');
      await page.locator('[data-test=blind-source]').fill('مرصد الفرات');
      await page.locator('[data-test=blind-place]').fill('بلدة الباغوز');
      await page.locator('[data-test=edit-begin]').fill('2019-02-12');
      await page.locator('[data-test=blind-low-0]').fill('٥');
      await page.locator('[data-test=blind-ready]').click();
      await page.locator('[data-test=both] tr[data-field=figures][data-agrees=false]').waitFor();
      for (const field of ['claim', 'type', 'stance', 'source', 'place', 'time'])
        assert.equal(await page.locator(`[data-test=both] tr[data-field=${field}]`).getAttribute('data-agrees'), 'true', field);
      assert.match(await page.locator('[data-test=both]').innerText(), /Rana/);
      await page.locator('[data-test=agreement] tbody tr').first().waitFor();
      await assertNoBarriers(page, lang, 'both readings');
      await page.locator('[data-test=second-next]').click();
      await page.locator('[data-test=both]').waitFor({ state: 'detached' });
      await page.locator('main .empty').waitFor();
      const { readings } = await json<{ readings: any[] }>(`api/second/readings?case=${lang}`);
      assert.deepEqual([readings.length, readings[0].who, readings[0].firstBy], [1, 'عمر', ['Rana']]);
      await context.close();
      assert.deepEqual(bench.faults, []);
    });

    test(`the counting rule of the events inside a running total, in ${language}`, { skip }, async () => {
      const { page, context } = await open(lang, 'Rana');
      await show(page, lang, 'totals');
      const sums = page.locator('.sums dd');
      await sums.first().waitFor();
      assert.equal(await sums.first().innerText(), '4–9');
      assert.equal(await page.locator('[data-test=moved]').count(), 0);
      await page.locator('[data-test=totals-policy]').selectOption('acled');
      await page.locator('[data-test=moved] li').waitFor();
      assert.match(page.url(), /policy=acled/);
      assert.equal(await sums.first().innerText(), '4');
      assert.match(await page.locator('[data-test=moved]').innerText(), /4–9\s*[→←]\s*\S+\s*4/);
      const moved = await ask(
        new URL((await page.locator('[data-test=moved-csv]').getAttribute('href')) as string, bench.address),
      );
      assert.match(await moved.text(), /,4,9,4,4,/);
      await assertNoBarriers(page, lang, 'totals');
      // the number leads to the words that gave it
      await page.locator('[data-test=moved] a.bound').first().click();
      await page.waitForURL(/#\/report\/.*claim=/);
      await context.close();
      assert.deepEqual(bench.faults, []);
    });

    test(`days in the Hijri calendar, in ${language}`, { skip }, async () => {
      const nine = (await claims(lang)).find(({ figures }) => figures[0]?.low === 9);
      const [report, claim] = [nine.report, nine.claim];
      const { page, context } = await open(lang, 'Rana');
      await show(page, lang, `report/${encodeURIComponent(report)}?claim=${claim}`);
      await page.locator('.decide').waitFor();
      await page.keyboard.press('e');
      await page.locator('[data-test=edit-calendar]').selectOption('hijri');
      const is = page.locator('[data-test=hijri-is]');
      // the day that was read, in the other calendar
      assert.equal(await page.locator('[data-test=hijri-begin-day]').inputValue(), '6');
      assert.match(await is.innerText(), /2019/);
      await page.locator('[data-test=hijri-begin-day]').fill('٣٠');
      await page.waitForFunction(
        (words) => document.querySelector('[data-test=hijri-is]')?.textContent?.includes(words),
        lang === 'ar' ? 'لا يوم كهذا' : 'no such day',
      );
      const save = page.locator('.days-form [data-test=save-edit]');
      assert.equal(await save.isEnabled(), false);
      await page.locator('[data-test=hijri-begin-day]').fill('4');
      await page.locator('[data-test=hijri-end-day]').fill('5');
      assert.equal(await save.isEnabled(), true);
      await save.click();
      await page.locator('.claim[data-review=edited]').waitFor();
      const [edit] = (await json<{ items: any[] }>(`api/decisions?target=${encodeURIComponent(nine.key)}&limit=1`)).items;
      assert.deepEqual([edit.kind, edit.payload.begin, edit.payload.end], ['edit', '2019-02-10', '2019-02-11']);
      await page.keyboard.press('z');
      await page.locator('.claim[data-review=edited]').waitFor({ state: 'detached' });
      await context.close();
      assert.deepEqual(bench.faults, []);
    });

    test(`brackets move the end of a selection; S splits off, M merges, in ${language}`, { skip }, async () => {
      const four = (await claims(lang)).find(({ figures }) => figures[0]?.low === 4);
      const { page, context } = await open(lang, 'Rana');
      const address = `report/${encodeURIComponent(four.report)}?claim=${four.claim}`;
      await show(page, lang, address);
      await page.locator('.decide').waitFor();
      const selected = () => page.evaluate(() => String(getSelection()));
      await page.evaluate(() => {
        const node = document.querySelector('[data-test=words]')?.firstChild as Text;
        const start = node.data.indexOf('أربعة');
        getSelection()?.setBaseAndExtent(node, start, node, start + 5);
      });
      const press = async (key: string, wanted: string) => {
        await page.keyboard.press(key);
        await page.waitForFunction((words) => String(getSelection()) === words, wanted);
        assert.equal(await selected(), wanted);
      };
      await press(']', 'أربعة مدنيين');
      await press(']', 'أربعة مدنيين قتلوا');
      await press('[', 'أربعة مدنيين');
      await press('Shift+BracketLeft', 'أربعة مدنيي');
      await press('Shift+BracketRight', 'أربعة مدنيين');
      // what is selected so is what a correction takes
      await page.keyboard.press('e');
      await page.locator('.correction q', { hasText: 'أربعة مدنيين' }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.correction').waitFor({ state: 'detached' });

      const codes = async () => [
        ...new Set((await claims(lang)).filter(({ day }) => day === '2019-02-12').map(({ event }) => event)),
      ];
      const [whole] = await codes();
      const until = async (n: number) => {
        for (;;) {
          await json(`api/events?case=${lang}`);
          const now = await codes();
          if (now.length === n) return now;
          await page.waitForTimeout(100);
        }
      };
      await until(1);
      await page.keyboard.press('s');
      const apart = await until(2);
      // the screen has what holds now
      await show(page, lang, 'explore');
      await page.locator('[data-test=events]').waitFor();
      await show(page, lang, address);
      await page.locator('.decide').waitFor();
      await page.keyboard.press('m');
      const own = (await claims(lang)).find(({ key }) => key === four.key).event;
      await page.locator('[data-test=join-code]').fill((apart.find((code) => code !== own) ?? whole).toLowerCase());
      await page.keyboard.press('Enter');
      await until(1);
      const kinds = (await json<{ items: any[] }>('api/decisions?who=Rana&limit=2')).items.map(({ kind }) => kind);
      assert.deepEqual(kinds, ['same', 'split']);
      // on an event, too: the keys lead to what they need
      await show(page, lang, `event/${(await codes())[0]}`);
      await page.locator('[data-test=event-claims] .tick-box').first().waitFor();
      await page.keyboard.press('s');
      assert.match(await page.evaluate(() => document.activeElement?.className ?? ''), /tick-box/);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('m');
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-test')), 'other-code');
      await context.close();
      assert.deepEqual(bench.faults, []);
    });
  }

  test('no request left the machine', { skip }, () => {
    assert.deepEqual(bench.strangers, []);
  });
});
