/** Deciding, in both languages, in a real browser over a real ledger file: claims that were read alike together, events split and joined, all of it in the journal; pointing lights both sides; paper. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk } from '../../src/http/open-desk.ts';
import { ask, type Bench, type Lang, openBench, whyNot } from './chromium.fixture.ts';

const skip = whyNot();
const TOWNS = ['الباغوز', 'هجين'];
describe('deciding', () => {
  let bench: Bench;

  before(async () => {
    if (skip) return;
    bench = await openBench();
    const { desk, close } = await openDesk(bench.db, { caseName: 'main' });
    for (const into of ['ar', 'en'])
      for (const [n, town] of TOWNS.entries())
        for (const outlet of ['صحيفة الوادي', 'موقع السهل'])
          await desk.keep({
            case: into,
            outlet,
            published: '2019-02-13',
            text: `قال مرصد الفرات لـ${outlet} في ${into} إن ${3 + n} مدنيين قتلوا أمس الثلاثاء في غارة جوية على بلدة ${town} بريف دير الزور الشرقي.`,
          });
    await close();
  });
  after(async () => {
    await bench?.close();
  });

  const show = (page: Page, lang: Lang, hash: string) =>
    page.goto(`${bench.address}?lang=${lang}#/${hash}${hash.includes('?') ? '&' : '?'}case=${lang}`);
  const list = async (path: string) => ((await (await ask(`${bench.address}${path}`)).json()) as { items: any[] }).items;

  for (const lang of ['ar', 'en'] as Lang[]) {
    const language = lang === 'ar' ? 'Arabic' : 'English';
    test(`claims that were read alike are accepted together and taken back in the journal, in ${language}`, {
      skip,
    }, async () => {
      const { page, context } = await bench.open(lang);
      await show(page, lang, 'explore?view=claims');
      await page.locator('[data-test=alike]').click();
      const group = page.locator('[data-test=alike-groups] button').first();
      assert.match(await group.innerText(), /4|٤/);
      await group.click();
      await page.locator('[data-test=alike-head]', { hasText: '4' }).waitFor();
      assert.match(page.url(), /how=attribution/);
      const rows = page.locator('tbody tr[data-review]');
      assert.equal(await rows.count(), 4);
      // a look, a second look, and only then; the name is asked for
      await page.locator('[data-test=accept-shown]').click();
      await page.locator('[data-test=accept-shown]').click();
      await page.locator('[data-test=who]').fill('<b>رنا</b>\u202e');
      await page.keyboard.press('Enter');
      await rows.first().waitFor({ state: 'detached' });
      await page.locator('[data-view=decisions]').click();
      const made = page.locator('[data-test=journal] tr[data-decision]');
      await made.nth(3).waitFor();
      assert.match(await made.first().innerText(), /<b>رنا<\/b>\u2423/);
      assert.match(await made.first().innerText(), /مدنيين قتلوا/);
      await made.first().locator('[data-test=take-back]').click();
      await page.locator('[data-test=journal] tr[data-undone=true]').first().waitFor();
      // the journal is of the case that is shown, by kind and person, or of all cases; the address says which
      await page.locator('[data-test=journal-kind]').selectOption('undo');
      await page.waitForFunction(() => document.querySelectorAll('tr[data-decision]').length === 1);
      assert.match(page.url(), /kind=undo/);
      await page.locator('[data-test=journal-who]').fill('nobody');
      await page.keyboard.press('Enter');
      await made.first().waitFor({ state: 'detached' });
      await show(page, lang, 'explore?view=decisions&kind=accept');
      await made.nth(3).waitFor();
      assert.equal(await made.count(), 4);
      await page.locator('[data-test=journal-all]').check();
      await page.waitForFunction((n) => document.querySelectorAll('tr[data-decision]').length === n, lang === 'ar' ? 4 : 8);
      await page.locator('[data-test=journal-all]').uncheck();
      await page.waitForFunction(() => document.querySelectorAll('tr[data-decision]').length === 4);
      // from the journal to the words
      await made.first().locator('a').first().click();
      await page.waitForURL(/#\/report\/.*claim=/);
      assert.equal((await list(`api/claims?case=${lang}&review=accepted`)).length, 3);
      await context.close();
      assert.deepEqual(bench.faults, []);
    });

    test(`an event is split, joined and mended, in ${language}`, { skip }, async () => {
      const { page, context } = await bench.open(lang);
      await page.addInitScript(() => localStorage.setItem('isnad.who', 'Rana'));
      const [one, two] = await list(`api/events?case=${lang}`);
      await show(page, lang, `event/${one.code}`);
      const claims = page.locator('[data-test=event-claims] tbody tr');
      const count = (n: number) =>
        page.waitForFunction((wanted) => document.querySelectorAll('[data-test=event-claims] tbody tr').length === wanted, n);
      await count(2);
      // each end of the range in the headline leads to its words
      assert.match((await page.locator('.event-lead .bound').first().getAttribute('href')) ?? '', /#\/report\/.*claim=/);
      // every table of the event goes out as CSV
      for (const name of ['chains', 'matrix', 'history']) {
        const link = page.locator(`[data-test=${name}-csv]`);
        if (name === 'chains') await link.waitFor();
        // an event of one chain has nothing to compare and no history
        if (name !== 'chains' && (await link.count()) === 0) continue;
        const answer = await ask(new URL((await link.getAttribute('href')) as string, bench.address));
        assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/, name);
        assert.match(await answer.text(), /مرصد الفرات/, name);
      }
      await claims.first().locator('input').check();
      await page.locator('[data-test=split]').click();
      await count(1);
      await page.keyboard.press('z');
      await count(2);
      await page.locator('input[placeholder="ISN-"]').fill(two.code);
      await page.locator('[data-test=merge]').click();
      await count(4);
      await page.keyboard.press('z');
      await count(2);
      await show(page, lang, 'explore?view=decisions');
      await page.locator('[data-test=journal]').waitFor();
      const journal = await list('api/decisions?who=Rana&limit=4');
      assert.deepEqual(
        journal.map(({ kind }) => kind),
        ['undo', 'merge', 'undo', 'split'],
      );
      await context.close();
      assert.deepEqual(bench.faults, []);
    });

    test(`pointing at words lights their claim, and at a claim its words, in ${language}`, { skip }, async () => {
      const { page, context } = await bench.open(lang);
      const [report] = await list(`api/reports?case=${lang}`);
      await show(page, lang, `report/${encodeURIComponent(report.id)}`);
      const card = page.locator('.claim').first();
      await card.waitFor();
      const lit = () =>
        page.evaluate(() => [...(CSS.highlights.get('hovered') ?? [])].map((range) => range.toString()).join('|'));
      await card.locator('.claim-top').hover();
      assert.match(await lit(), /مدنيين قتلوا/);
      const at = await page.evaluate(() => {
        const node = document.querySelector('[data-test=words]')?.firstChild as Text;
        const range = document.createRange();
        const start = node.data.indexOf('مدنيين');
        range.setStart(node, start);
        range.setEnd(node, start + 6);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await page.mouse.move(at.x, at.y);
      await page.locator('.claim[data-hovered=true]').waitFor();
      assert.equal(await card.getAttribute('data-chosen'), 'false');
      await page.keyboard.press('Enter');
      await page.locator('.claim[data-chosen=true]').waitFor();
      assert.match(page.url(), /claim=/);
      // why, beside whatever is decided, by a key as by a button
      await page.evaluate(() => localStorage.setItem('isnad.who', 'Omar'));
      await page.reload();
      await page.locator('.decide [data-test=why]').fill('لأنه <i>واضح</i>');
      await page.locator('.decide [data-test=why]').blur();
      await page.keyboard.press('u');
      await page.locator('.claim[data-review=unsure]').waitFor();
      assert.equal(await page.locator('.decide [data-test=why]').inputValue(), '');
      assert.equal((await list('api/decisions?who=Omar&limit=1'))[0].why, 'لأنه <i>واضح</i>');
      await page.keyboard.press('z');
      await page.locator('.claim[data-review=unsure]').waitFor({ state: 'detached' });
      // on paper: the words, the claims and the receipt, no bar and no button
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('header nav').isVisible(), false);
      assert.equal(await page.locator('button:not(.claim-face):visible').count(), 0);
      for (const shown of ['[data-test=words]', '.claim-quote', '.receipt dl'])
        assert.ok(await page.locator(shown).first().isVisible(), shown);
      assert.equal(await page.locator('.button:visible, .why:visible').count(), 0);
      // tables keep what is pressed on the screen as words, and are no wider than the paper
      await page.setViewportSize({ width: 700, height: 900 });
      for (const [hash, wanted] of [
        ['sources', 'td.name'],
        ['explore?view=claims', 'td.quote'],
      ]) {
        await show(page, lang, hash);
        await page.locator(`main ${wanted}`).first().waitFor();
        assert.match(await page.locator(`main ${wanted}`).first().innerText(), /\S/, hash);
        assert.ok(
          await page.evaluate(() => [...document.querySelectorAll('table')].every((one) => one.scrollWidth <= innerWidth)),
          hash,
        );
      }
      await context.close();
      assert.deepEqual(bench.faults, []);
    });
  }

  test('no request left the machine', { skip }, () => {
    assert.deepEqual(bench.strangers, []);
  });
});
