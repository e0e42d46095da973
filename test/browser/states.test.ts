/** States of the screens, in both languages: nothing kept yet, an answer that is late, a server that does not answer and comes back; and every state as an address that can be sent to somebody else. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, type Bench, type Lang, openBench, whyNot } from './chromium.fixture.ts';

const skip = whyNot();
describe('states of the screens', () => {
  let bench: Bench;
  let report = '';
  let claim = '';
  let event = '';

  /** Screens with what stands there once the answer is in. */
  const SCREENS: [string, string][] = [
    ['report', 'table'],
    ['explore', '[data-test=events]'],
    ['explore?view=claims', 'tbody tr'],
    ['explore?view=matrix', '[data-test=event-matrix]'],
    ['totals', '[data-test=band]'],
    ['sources', '.reliance'],
    ['actors', 'tbody tr'],
    ['imports', '[data-test=imports]'],
    ['method', '.policies'],
  ];
  /** Those that are empty without a report. */
  const EMPTY = [
    'report',
    'explore',
    'explore?view=claims',
    'explore?view=matrix',
    'explore?view=decisions',
    'totals',
    'sources',
  ];

  before(async () => {
    if (skip) return;
    bench = await openBench({ withSample: true });
    const claims = await list('api/claims?case=sample');
    [report, claim] = claims[0].key.split(/\/(?=[^/]*$)/);
    event = (await list('api/events?case=sample')).sort((a, b) => b.reports - a.reports)[0].code;
  });
  after(async () => {
    await bench?.close();
  });

  const list = async (path: string) => ((await (await ask(`${bench.address}${path}`)).json()) as { items: any[] }).items;
  const show = (page: Page, lang: Lang, hash: string, name = 'sample') =>
    page.goto(`${bench.address}?lang=${lang}#/${hash}${hash.includes('?') ? '&' : '?'}case=${name}`);

  for (const lang of ['ar', 'en'] as Lang[]) {
    const language = lang === 'ar' ? 'Arabic' : 'English';

    test(`a case without reports says so on every screen, in ${language}`, { skip }, async () => {
      const { page, context } = await bench.open(lang);
      for (const hash of EMPTY) {
        await show(page, lang, hash, 'nothing-here');
        await page.locator('main .empty').first().waitFor();
        const words = await page.locator('main .empty').first().innerText();
        assert.equal(/[\u0600-\u06ff]/.test(words), lang === 'ar', `${hash}: ${words}`);
      }
      await context.close();
      assert.deepEqual(bench.faults, []);
    });

    test(`a late answer is waited for, and no answer is told and tried again, in ${language}`, { skip }, async () => {
      const { page, context } = await bench.open(lang);
      await page.goto(`${bench.address}?lang=${lang}`);
      let mode: 'late' | 'none' = 'late';
      let release = () => {};
      await page.route(/\/api\/(?!cases|method$)/, async (route) => {
        if (mode === 'none') return route.abort();
        await new Promise<void>((done) => {
          release = done;
        });
        await route.continue().catch(() => {});
      });
      for (const [hash, ready] of SCREENS.filter(([hash]) => hash !== 'method' && hash !== 'imports')) {
        mode = 'late';
        await show(page, lang, hash);
        await page.locator('main .waiting').first().waitFor();
        mode = 'none';
        release();
        await page.reload();
        await page.locator('main .fault[role=alert]').first().waitFor();
        const words = await page.locator('main .fault').first().innerText();
        assert.equal(/[\u0600-\u06ff]/.test(words), lang === 'ar', `${hash}: ${words}`);
        await page.unroute(/\/api\/(?!cases|method$)/);
        await page.locator('main .fault button').first().click();
        await page.locator(`main ${ready}`).first().waitFor();
        assert.equal(await page.locator('main .fault').count(), 0);
        await page.route(/\/api\/(?!cases|method$)/, async (route) => {
          if (mode === 'none') return route.abort();
          await new Promise<void>((done) => {
            release = done;
          });
          await route.continue().catch(() => {});
        });
      }
      await context.close();
      // What the browser itself says of requests that were cut off is what was wanted.
      bench.faults.splice(0, bench.faults.length, ...bench.faults.filter((fault) => !/ERR_FAILED|Failed to load/.test(fault)));
      assert.deepEqual(bench.faults, []);
    });

    test(`every state is an address, in ${language}`, { skip }, async () => {
      const links: [string, (page: Page) => Promise<unknown>][] = [
        [
          `report/${encodeURIComponent(report)}?claim=${claim}`,
          (page) => page.locator(`.claim[data-claim="${claim}"][data-chosen=true]`).waitFor(),
        ],
        [
          `report/${encodeURIComponent(report)}?marks=0`,
          (page) => page.waitForFunction(() => document.querySelector('.words') && !CSS.highlights.has('claim')),
        ],
        [`event/${event}?policy=ibc`, (page) => page.locator('.bracket-row [data-policy=ibc]').first().waitFor()],
        [
          'explore?type=air-strike',
          (page) => page.locator('[data-test=filter-type]:has(option[value=air-strike]:checked)').waitFor(),
        ],
        [
          'explore?view=claims&review=unreviewed',
          (page) => page.locator('[data-test=filter-review]:has(option[value=unreviewed]:checked)').waitFor(),
        ],
        ['explore?view=claims&type=air-strike', (page) => page.locator('.facets button[aria-pressed=true]').waitFor()],
        [`explore?q=${encodeURIComponent('الباغوز')}`, (page) => page.locator('[data-test=hits] mark').first().waitFor()],
        [`explore?q=${encodeURIComponent('الباغوز')}&view=timeline`, (page) => page.locator('.timeline').waitFor()],
        ['explore?view=decisions&kind=accept&all=1', (page) => page.locator('[data-test=journal-all]:checked').waitFor()],
        ['sources?source=outlet:sohr', (page) => page.locator('main button[aria-pressed=true]').waitFor()],
        ['actors?q=Houthi', (page) => page.locator('main tbody tr').first().waitFor()],
        ['imports/1', (page) => page.locator('main section').first().waitFor()],
      ];
      const { page, context } = await bench.open(lang);
      // as somebody else opens it: nothing remembered
      await page.addInitScript(() => {
        if (location.protocol !== 'about:') localStorage.clear();
      });
      for (const [hash, isThere] of links) {
        await page.goto('about:blank');
        await show(page, lang, hash);
        await isThere(page);
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
      }
      await context.close();
      assert.deepEqual(bench.faults, []);
    });
  }
});
