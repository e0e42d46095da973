/** Every screen in both languages, in a real browser: WCAG 2.2 AA by axe, hostile texts, no request to anywhere else, nothing wider than a telephone. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { ask, type Bench, type Lang, openBench, whyNot } from './chromium.fixture.ts';

const skip = whyNot();
/** Each screen, and what stands on it when it is ready. */
const SCREENS: [string, string][] = [
  ['#/read', '[data-test=text]'],
  ['#/report', 'table'],
  ['#/report/REPORT', '[data-test=summary]'],
  ['#/event/EVENT', '[data-test=strip]'],
  ['#/explore', '[data-test=events]'],
  ['#/explore?view=claims&type=air-strike', 'table'],
  ['#/explore?view=claims&how=attribution.own-voice&review=unreviewed', '[data-test=alike-head]'],
  ['#/explore?view=decisions', '[data-test=journal]'],
  ['#/explore?view=matrix', 'table'],
  ['#/explore?view=timeline', '.timeline'],
  ['#/explore?q=%D8%A7%D9%84%D8%A8%D8%A7%D8%BA%D9%88%D8%B2', '.hits li'],
  ['#/explore?view=decisions&all=1&kind=accept', '[data-test=journal-all]'],
  ['#/totals', '[data-test=band]'],
  ['#/second', '[data-test=second-who]'],
  ['#/sources', '.reliance'],
  ['#/actors?q=terror', 'table'],
  ['#/imports/1', '[data-test=stages]'],
  ['#/receipt/REPORT', 'table'],
  ['#/method', '.quality'],
];
describe('every screen', () => {
  let bench: Bench;
  let report = '';
  let event = '';

  before(async () => {
    if (skip) return;
    bench = await openBench({ withSample: true });
    const list = async (path: string) => ((await (await ask(`${bench.address}${path}`)).json()) as { items: any[] }).items;
    report = encodeURIComponent((await list('api/reports?case=sample'))[0].id);
    event = (await list('api/events?case=sample')).sort((a, b) => b.reports - a.reports)[0].code;
    const [{ key: target }] = await list('api/claims?case=sample');
    const decision = { kind: 'accept', target, who: '<img src=x>\u202e', why: '<script>window.hurt=5</script>' };
    const headers = { 'content-type': 'application/json' };
    await ask(`${bench.address}api/decisions`, { method: 'POST', body: JSON.stringify(decision), headers });
  });
  after(async () => {
    await bench?.close();
  });

  const addressOf = (hash: string): string => {
    const named = hash.replace('REPORT', report).replace('EVENT', event);
    return `${named}${named.includes('?') ? '&' : '?'}case=sample`;
  };

  async function show(page: Page, [hash, ready]: [string, string]): Promise<void> {
    await page.evaluate((address) => void (location.hash = address), addressOf(hash));
    await page.locator(`main ${ready}`).first().waitFor();
  }

  async function assertNoBarriers(page: Page, where: string, withContrast = true): Promise<void> {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .exclude('.maplibregl-canvas-container')
      .disableRules(withContrast ? [] : ['color-contrast'])
      .analyze();
    const found = violations.map(
      ({ id, nodes }) =>
        `${where}: ${id} ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
    assert.deepEqual(found, []);
  }

  for (const lang of ['ar', 'en'] as Lang[]) {
    test(`no screen has a barrier, in ${lang === 'ar' ? 'Arabic' : 'English'}`, { skip }, async () => {
      const { page, context } = await bench.open(lang, { dark: lang === 'en' });
      await page.goto(`${bench.address}?lang=${lang}`);
      for (const [i, screen] of SCREENS.entries()) {
        await show(page, screen);
        // Contrast, the slow one, is the same in both languages: all of it in light, a part in dark.
        await assertNoBarriers(page, screen[0], lang === 'ar' || i % 3 === 0);
      }
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
      await assertNoBarriers(page, 'help');
      await context.close();
      assert.deepEqual(bench.faults, []);
    });
  }

  test('no screen is wider than a telephone', { skip }, async () => {
    const { page, context } = await bench.open('ar', { width: 390 });
    await page.goto(`${bench.address}?lang=ar`);
    const wide: string[] = [];
    for (const screen of SCREENS) {
      await show(page, screen);
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(screen[0]);
    }
    assert.deepEqual(wide, []);
    await context.close();
  });

  test('a hostile report stays words', { skip }, async () => {
    const text = [
      '<img src=x onerror="window.hurt=1"> <script>window.hurt=2</script> عنوان',
      'قال مرصد \u202eالفرات\u202c <svg onload=window.hurt=3> إن ثلاثة مدنيين قتلوا أمس في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.',
    ].join('\n');
    const body = { text, outlet: '"><script>window.hurt=4</script>\u202eمعكوس', published: '2019-02-13', case: '<b>case</b>' };
    const headers = { 'content-type': 'application/json' };
    const kept = await ask(`${bench.address}api/keep`, { method: 'POST', body: JSON.stringify(body), headers });
    assert.equal(kept.status, 200);
    const { id } = (await kept.json()) as { id: string };
    const { page, context } = await bench.open('en');
    await page.goto(`${bench.address}?lang=en#/report/${encodeURIComponent(id)}?case=${encodeURIComponent('<b>case</b>')}`);
    await page.locator('[data-test=summary]').waitFor();
    await page.locator('.claim-face').first().click();
    assert.match(await page.locator('[data-test=words]').innerText(), /<img src=x onerror/);
    assert.equal(await page.locator('main img, main script, main b:has-text("case")').count(), 0);
    // signs that turn the direction are shown as a mark, never obeyed, in names
    assert.equal(
      await page.evaluate(() => /[\u202a-\u202e\u2066-\u2069]/.test(document.querySelector('.claims')?.textContent ?? '')),
      false,
    );
    for (const hash of ['#/report', '#/explore?view=claims', '#/sources', '#/explore']) {
      await page.evaluate(
        (address) => void (location.hash = address),
        `${hash}${hash.includes('?') ? '&' : '?'}case=%3Cb%3Ecase%3C%2Fb%3E`,
      );
      await page.locator('main table').first().waitFor();
      assert.equal(await page.evaluate(() => (window as { hurt?: number }).hurt), undefined);
    }
    await context.close();
    assert.deepEqual(bench.faults, []);
  });

  test('ranges and numbers never turn, whatever stands beside them', { skip }, async () => {
    const { page, context } = await bench.open('ar');
    await page.goto(`${bench.address}?lang=ar${addressOf('#/event/EVENT')}`);
    await page.locator('[data-test=strip]').first().waitFor();
    await page.locator('[data-test=under-each]').click();
    await page.locator('[data-test=ranges] td').first().waitFor();
    // every range in the page lies in a box of its own that runs left to right
    const loose = await page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.querySelector('main') as Node, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!/\d–\d|\d\+/.test(node.nodeValue ?? '')) continue;
        const box = (node as Text).parentElement as Element;
        if (box.closest('[dir=ltr], code, [data-test=align], .words, .claim-quote, q, .quote, option') === null)
          found.push(node.nodeValue ?? '');
      }
      return found;
    });
    assert.deepEqual(loose, []);
    await context.close();
  });

  test('no request left the machine', { skip }, () => {
    assert.deepEqual(bench.strangers, []);
  });
});
