/** The way of a report through the product, in Arabic and in English, in a real browser over a real ledger file: paste, claims, keep, event, policy, correct, undo, export. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openLedger, verifyLedger } from '../../src/ledger/index.ts';
import { type Bench, type Lang, openBench, whyNot } from './chromium.fixture.ts';

const skip = whyNot();
if (skip) console.log(skip);
const FIRST = 'قال مرصد الفرات إن ثلاثة مدنيين قتلوا أمس الثلاثاء في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.';
const SECOND =
  'أفادت وكالة الضفاف بأن خمسة مدنيين، بينهم طفلان، قتلوا أمس الثلاثاء في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.';
const WORDS = {
  ar: { unsettled: 'مقترح فقط', edited: 'مصحَّح', policy: 'قاعدة العد' },
  en: { unsettled: 'only suggested', edited: 'edited', policy: 'Counting rule' },
};
const KINDS = ['edit', 'undo', 'accept', 'accept', 'undo', 'undo', 'accept', 'undo'];
describe('from a text to a decision', () => {
  let bench: Bench;

  before(async () => {
    if (!skip) bench = await openBench();
  });
  after(async () => {
    await bench?.close();
  });

  async function keep(page: Page, text: string, outlet: string, into: string): Promise<void> {
    await page.locator('.brand').click();
    await page.locator('[data-test=text]').fill(text);
    await page.locator('[data-test=outlet]').fill(outlet);
    await page.locator('[data-test=published]').fill('2019-02-13');
    await page.locator('[data-test=read]').click();
    await page.locator('[data-test=claims] .claim').first().waitFor();
    await page.locator('[data-test=keep-case]').fill(into);
    await page.locator('[data-test=keep]').click();
    await page.waitForURL(/#\/report\//);
    await page.locator('[data-test=summary]').waitFor();
  }

  /** Selects words of the report as a reader does. */
  async function selectWords(page: Page, words: string): Promise<void> {
    await page.evaluate((wanted) => {
      const node = document.querySelector('[data-test=words]')?.firstChild as Text;
      const at = node.data.indexOf(wanted);
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }, words);
  }

  for (const lang of ['ar', 'en'] as Lang[]) {
    test(`from a pasted report to an export, in ${lang === 'ar' ? 'Arabic' : 'English'}`, { skip }, async () => {
      const { page, context } = await bench.open(lang);
      const into = `case ${lang}`;
      await page.goto(`${bench.address}?lang=${lang}`);
      assert.equal(await page.evaluate(() => document.documentElement.dir), lang === 'ar' ? 'rtl' : 'ltr');
      await keep(page, FIRST, 'صحيفة الوادي', into);
      await keep(page, SECOND, 'موقع السهل', into);

      // the chosen claim stands in the address, and its words are lit
      await page.locator('.claim-face').first().click();
      await page.waitForURL(/claim=/);
      const lit = () => page.evaluate(() => [...(CSS.highlights.get('chosen') ?? [])].map((range) => range.toString()).join('|'));
      assert.match(await lit(), /خمسة مدنيين/);
      const address = page.url();
      const claim = new URLSearchParams(address.split('?').at(-1)).get('claim');

      // one click to the event; its strip has a mark for each chain, and the policy moves the range
      await page.locator('.claim-body a[href*="#/event/"]').click();
      await page.locator('[data-test=strip]').first().waitFor();
      assert.equal(await page.locator('[data-test=chains] > li').count(), 2);
      const killed = page.locator('.group[data-who=all]').first();
      assert.equal(await killed.locator('.mark[data-shape=exact]').count(), 2);
      assert.equal(await killed.locator('.part').count(), 1);
      const ranges = await rangesUnder(page, ['range', 'acled']);
      assert.deepEqual(ranges, { range: '3–5', acled: '3' });

      // one click from a mark back to the words
      await killed.locator('.mark').last().click();
      await page.waitForURL(/#\/report\/.*claim=/);
      // and from a number in the list of events
      await page.goto(`${bench.address}?lang=${lang}#/explore?case=${encodeURIComponent(into)}`);
      await page.locator('[data-test=events] .bound', { hasText: '5' }).click();
      await page.waitForURL(new RegExp(`#/report/.*claim=${claim}`));
      await page.goto(address);
      await page.locator(`[data-claim="${claim}"] [data-test=edit]`).waitFor();

      // correct a field by selecting words; the name is asked for once
      await page.keyboard.press('e');
      await selectWords(page, 'وكالة الضفاف');
      await page.locator('[data-field=source]').click();
      await page.locator('[data-test=who]').fill(lang === 'ar' ? 'رنا' : 'Rana');
      await page.keyboard.press('Enter');
      const chip = page.locator(`[data-claim="${claim}"] .claim-top .chip`, { hasText: WORDS[lang].edited });
      await chip.waitFor();
      await page.keyboard.press('z');
      await chip.waitFor({ state: 'detached' });
      assert.match(await page.locator('[data-test=summary]').innerText(), new RegExp(WORDS[lang].unsettled));

      // what is in view is accepted together, once sure, and taken back by one undo
      await page.goto(`${bench.address}?lang=${lang}#/explore?case=${encodeURIComponent(into)}&view=claims&review=unreviewed`);
      const rows = page.locator('tbody tr[data-review]');
      await page.locator('[data-test=accept-shown]').waitFor();
      const open = await rows.count();
      assert.ok(open > 1);
      await page.locator('[data-test=accept-shown]').click();
      await page.locator('[data-test=accept-shown]').click();
      await rows.first().waitFor({ state: 'detached' });
      await page.locator('.notice button').click();
      await rows.nth(open - 1).waitFor();
      assert.equal(await rows.count(), open);
      await page.goto(address);
      await page.locator(`[data-claim="${claim}"] [data-test=edit]`).waitFor();

      await page.keyboard.press('a');
      await page.locator(`[data-claim="${claim}"][data-review=accepted]`).waitFor();
      await page.keyboard.press('z');
      await page.locator(`[data-claim="${claim}"][data-review=accepted]`).waitFor({ state: 'detached' });

      // the table goes out with the words in it
      const waiting = page.waitForEvent('download');
      await page.locator('[data-test=csv]').click();
      const csv = await readFile((await (await waiting).path()) as string, 'utf8');
      assert.match(csv, /^\ufeffid,start,end,quote/);
      assert.match(csv, /خمسة مدنيين/);

      // the language changes where one stands, and is remembered
      await page.locator('[data-test=language]').click();
      assert.equal(await page.evaluate(() => document.documentElement.dir), lang === 'ar' ? 'ltr' : 'rtl');
      assert.equal(page.url(), address);
      await context.close();
      assert.deepEqual(bench.faults, []);
    });
  }

  test('what was decided lies in the ledger, which is whole', { skip }, async () => {
    const ledger = await openLedger(bench.db);
    const decisions = await ledger.read.selectFrom('decisions').select(['kind', 'who']).orderBy('id').execute();
    assert.deepEqual(
      decisions.map(({ kind, who }) => `${kind} ${who}`),
      ['رنا', 'Rana'].flatMap((who) => KINDS.map((kind) => `${kind} ${who}`)),
    );
    assert.equal((await verifyLedger(ledger.read)).isWhole, true);
    await ledger.close();
  });

  test('no request left the machine', { skip }, () => {
    assert.deepEqual(bench.strangers, []);
  });

  async function rangesUnder(page: Page, policies: string[]): Promise<Record<string, string>> {
    const ranges: Record<string, string> = {};
    for (const policy of policies) {
      await page.locator('[data-test=policy]').selectOption(policy);
      const label = page.locator('.group[data-who=all] .bracket-row .strip-label').first();
      await label.locator(`[data-policy=${policy}]`).waitFor();
      ranges[policy] = await label.locator('b').innerText();
    }
    return ranges;
  }
});
