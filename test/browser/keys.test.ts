/** Everything by keyboard, in both languages: claims on their report, pairs of events, the queue of claims, search and the sheet of keys; also under an Arabic layout. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, type Bench, type Lang, openBench, until, whyNot } from './chromium.fixture.ts';

const skip = whyNot();
describe('by keyboard alone', () => {
  let bench: Bench;
  let report = '';
  let event = '';

  before(async () => {
    if (skip) return;
    bench = await openBench({ withSample: true });
    const many = (await list('api/reports?case=sample')).find((row) => row.claims > 1);
    report = encodeURIComponent(many?.id);
    for (const { code } of await list('api/events?case=sample'))
      if ((await list(`api/events/${code}/suggestions?case=sample`)).length > 8) event = code;
  });
  after(async () => {
    await bench?.close();
  });

  const list = async (path: string) => ((await (await ask(`${bench.address}${path}`)).json()) as { items: any[] }).items;
  const newest = async () => (await list('api/decisions?limit=1'))[0] as { id: number; kind: string; why: string };
  const show = (page: Page, lang: Lang, hash: string) =>
    page.goto(`${bench.address}?lang=${lang}#/${hash}${hash.includes('?') ? '&' : '?'}case=sample`);

  async function open(lang: Lang) {
    const { page, context } = await bench.open(lang);
    await page.addInitScript(() => localStorage.setItem('isnad.who', 'Rana'));
    return { page, context };
  }

  for (const lang of ['ar', 'en'] as Lang[]) {
    const language = lang === 'ar' ? 'Arabic' : 'English';

    test(`claims of a report by keys, in ${language}`, { skip }, async () => {
      const { page, context } = await open(lang);
      await show(page, lang, `report/${report}`);
      await page.locator('.claim').nth(1).waitFor();
      const chosen = () => page.locator('.claim[data-chosen=true] .claim-top .n').innerText();
      const review = (state: string) => page.locator(`.claim[data-chosen=true][data-review=${state}]`).waitFor();
      await page.keyboard.press('j');
      assert.equal(await chosen(), '1');
      await page.keyboard.press('j');
      assert.equal(await chosen(), '2');
      await page.keyboard.press('k');
      assert.equal(await chosen(), '1');
      // the letters of an Arabic keyboard lie on the same keys
      await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'ت', code: 'KeyJ' })));
      assert.equal(await chosen(), '2');
      for (const [key, state, kind] of [
        ['a', 'accepted', 'accept'],
        ['u', 'unsure', 'unsure'],
      ]) {
        await page.keyboard.press(key);
        await review(state);
        assert.equal((await newest()).kind, kind);
        await page.keyboard.press('z');
        await review('open');
      }
      await page.keyboard.press('x');
      await page.locator('.decide fieldset').waitFor();
      await page.keyboard.press('3');
      await page.locator('.claim[data-review=rejected]').waitFor();
      const { kind, why } = await newest();
      assert.deepEqual([kind, why], ['reject', lang === 'ar' ? 'العدد خطأ' : 'wrong number']);
      await page.keyboard.press('z');
      await page.locator('.claim[data-review=rejected]').waitFor({ state: 'detached' });
      await page.keyboard.press('e');
      await page.locator('.correction').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.correction').waitFor({ state: 'detached' });
      await page.keyboard.press('h');
      await page.waitForFunction(() => location.hash.includes('marks=0') && !CSS.highlights.has('claim'));
      await page.keyboard.press('h');
      await page.waitForFunction(() => !location.hash.includes('marks=0') && CSS.highlights.has('claim'));
      await context.close();
      assert.deepEqual(bench.faults, []);
    });

    test(`pairs of events by keys, in ${language}`, { skip }, async () => {
      const { page, context } = await open(lang);
      await show(page, lang, `event/${event}`);
      await page.locator('[data-test=align]').waitFor();
      await page.keyboard.press('j');
      await page.waitForURL(/pair=2/);
      await page.keyboard.press('k');
      await page.waitForURL(/^(?!.*pair=)/);
      for (const [key, wanted] of [
        ['n', 'different'],
        ['y', 'same'],
      ]) {
        const before = (await newest())?.id;
        await page.locator('[data-test=align] [data-test=why]').fill(`${wanted} ${lang}`);
        await page.locator('[data-test=align] [data-test=why]').blur();
        await page.keyboard.press(key);
        await until(async () => (await newest())?.id !== before);
        const { kind, why } = await newest();
        assert.deepEqual([kind, why], [wanted, `${wanted} ${lang}`]);
        await page.keyboard.press('z');
        await until(async () => (await newest()).kind === 'undo');
        await show(page, lang, `explore`);
        await page.locator('[data-test=events]').waitFor();
        await show(page, lang, `event/${event}`);
        await page.locator('[data-test=align]').waitFor();
      }
      await context.close();
      assert.deepEqual(bench.faults, []);
    });

    test(`the queue, the search and the sheet by keys, in ${language}`, { skip }, async () => {
      const { page, context } = await open(lang);
      await show(page, lang, 'explore?view=claims');
      const current = page.locator('tr[data-current=true]');
      await current.waitFor();
      const first = await current.innerText();
      await page.keyboard.press('j');
      await page.waitForFunction(
        (was) => (document.querySelector('tr[data-current=true]') as HTMLElement).innerText !== was,
        first,
      );
      await page.keyboard.press('k');
      await page.waitForFunction(
        (was) => (document.querySelector('tr[data-current=true]') as HTMLElement).innerText === was,
        first,
      );
      await page.keyboard.press('a');
      await page.locator('tr[data-review=accepted]').waitFor();
      await page.keyboard.press('z');
      await page.locator('tr[data-review=accepted]').waitFor({ state: 'detached' });
      // the search field, from here and from elsewhere; what is typed in it is no key
      await page.keyboard.press('/');
      await page.waitForFunction(() => document.activeElement?.matches('[data-test=search]'));
      assert.match(page.url(), /view=claims/);
      await page.keyboard.type('jjax');
      assert.equal(await page.locator('[data-test=search]').inputValue(), 'jjax');
      assert.equal(await page.locator('tr[data-review=accepted]').count(), 0);
      await show(page, lang, 'totals');
      await page.locator('main h1').waitFor();
      await page.keyboard.press('/');
      await page.waitForFunction(() => document.activeElement?.matches('[data-test=search]'));
      await page.locator('[data-test=search]').blur();
      await page.keyboard.press('?');
      const sheet = page.locator('dialog.sheet[open]');
      await sheet.waitFor();
      for (const key of ['J', 'K', 'A', 'E', 'X', 'U', 'Y', 'N', 'H', 'Z', '/', '?'])
        assert.equal(await sheet.locator('kbd', { hasText: new RegExp(`^${key === '?' ? '\\?' : key}$`) }).count(), 1, key);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await context.close();
      assert.deepEqual(bench.faults, []);
    });
  }

  test('an undo asked for before the decision is answered takes that decision back', { skip }, async () => {
    const { page, context } = await open('en');
    await page.route('**/api/decisions', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await show(page, 'en', `report/${report}`);
    await page.locator('.claim').nth(1).waitFor();
    // a page that is still busy may not listen to keys yet
    await until(async () => {
      await page.keyboard.press('j');
      return (await page.locator('.claim[data-chosen=true]').count()) > 0;
    });
    const before = (await newest())?.id;
    await page.keyboard.press('a');
    await page.keyboard.press('z');
    await until(async () => (await newest())?.kind === 'undo' && (await newest())?.id !== before);
    await page.locator('.claim[data-chosen=true][data-review=open]').waitFor();
    await context.close();
    assert.deepEqual(bench.faults, []);
  });
});
