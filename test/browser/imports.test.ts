/** An import from the screen, in both languages: files are chosen, the run is followed, paused, found again after a reload, continued, and what failed is tried again. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { type Bench, type Lang, openBench, whyNot } from './chromium.fixture.ts';

const skip = whyNot();
const folder = mkdtempSync(join(tmpdir(), 'isnad-files-'));
const MANY = 3000;
/** A name that would be a picture, a script and a word turned round. */
const HOSTILE = '<img src=x onerror=alert(1)>\u202egpj.csv';
describe('imports on the screen', () => {
  let bench: Bench;

  before(async () => {
    if (!skip) bench = await openBench();
  });
  after(async () => {
    await bench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const lang of ['ar', 'en'] as Lang[]) {
    test(`columns are chosen before anything is kept, in ${lang === 'ar' ? 'Arabic' : 'English'}`, { skip }, async () => {
      const header = lang === 'ar' ? ['الخلاصة, كاملة', 'اليوم', 'سر'] : ['Summary, whole', 'When', 'Secret'];
      const row = (n: number) => `"قال مصدر طبي في ${lang} إن ${n} مدنيين قتلوا أمس في غارة على بلدة الباغوز.",2019-02-1${n},x\n`;
      const table = (name: string, n: number) =>
        writeFileSync(join(folder, name), `"${header[0]}",${header[1]},${header[2]}\n${row(n)}${row(n + 1)}`);
      table(`${lang}-1.csv`, 3);
      table(`${lang}-2.csv`, 5);
      const { page, context } = await bench.open(lang);
      await page.goto(`${bench.address}?lang=${lang}#/imports`);
      const look = async (name: string) => {
        await page.locator('[data-test=import-files]').setInputFiles(join(folder, name));
        await page.locator('[data-test=import-case]').fill(`table ${lang}`);
        await page.locator('[data-test=look]').click();
        await page.locator('[data-test=table-form]').waitFor({ timeout: 300_000 });
      };
      const chosen = (field: string) => page.locator(`[data-test=column-${field}]`);
      /** How many were new, held, failed in the next import. */
      const taken = async () => {
        const before = await page.locator('tr[data-state=finished]').count();
        await page.locator('[data-test=import]').click();
        await page.locator('tr[data-state=finished]').nth(before).waitFor({ timeout: 300_000 });
        const cells = await page.locator('tr[data-state=finished]').first().locator('td.n').allInnerTexts();
        return cells.slice(1).map((cell) => cell.replace(/\D/g, ''));
      };
      await look(`${lang}-1.csv`);
      assert.equal(await chosen('text').inputValue(), '');
      await page.locator('[data-test=table-form] .warn').waitFor();
      await chosen('text').selectOption(header[0]);
      await chosen('published').selectOption(header[1]);
      assert.equal(await page.locator('[data-test=table-form] .warn').count(), 0);
      const found = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        found.violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`),
        [],
      );
      assert.deepEqual(await taken(), ['2', '0', '0']);
      // what was said about such a table is remembered
      await look(`${lang}-2.csv`);
      assert.deepEqual([await chosen('text').inputValue(), await chosen('published').inputValue()], header.slice(0, 2));
      assert.deepEqual(await taken(), ['2', '0', '0']);
      await context.close();
      assert.deepEqual(bench.faults, []);
    });

    test(`an import from the screen, in ${lang === 'ar' ? 'Arabic' : 'English'}`, { skip }, async () => {
      const lines = Array.from({ length: MANY }, (_, n) =>
        JSON.stringify({
          id: `${lang}-${n}`,
          outlet: `موقع ${n % 9}`,
          published: '2019-02-13',
          text: `قال مصدر طبي رقم ${n} في ${lang} إن ${3 + (n % 9)} مدنيين قتلوا أمس في غارة جوية على بلدة الباغوز بريف دير الزور.`,
        }),
      );
      const files = { 'week.jsonl': `${lines.join('\n')}\n`, [HOSTILE]: 'one,two\n1,2\n3,4\n' };
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      const { page, context } = await bench.open(lang);
      await page.goto(`${bench.address}?lang=${lang}#/imports`);
      await page.locator('[data-test=import-files]').setInputFiles(Object.keys(files).map((name) => join(folder, name)));
      await page.locator('[data-test=import-case]').fill(`week ${lang}`);
      await page.locator('[data-test=import]').click();
      await page.locator('[data-test=pause]').first().click({ timeout: 300_000 });
      const id = await page.locator('[data-state=paused]').first().getAttribute('data-import');
      const run = (state: string) => page.locator(`[data-import="${id}"][data-state=${state}]`);
      await page.reload();
      await run('paused').locator('[data-test=continue]').click();
      await run('finished').waitFor({ timeout: 900_000 });
      const cells = await run('finished').locator('td.n').allInnerTexts();
      assert.deepEqual(
        // behind the number of failures stand their stages
        [cells[1], cells[3]].map((cell) => /[\d.,٬]+/.exec(cell)?.[0].replace(/\D/g, '')),
        [String(MANY), '1'],
      );
      // what failed stands there by its name, which stays words
      await run('finished').locator('td a').last().click();
      const failed = page.locator('[data-test=run-detail] [data-test=items] td').first();
      await failed.waitFor();
      assert.match(await failed.innerText(), /img src=x onerror/);
      // at which stage it failed, and how many came to each
      const stage = (name: string) => page.locator(`[data-test=stages] [data-stage=${name}] td.n`).allInnerTexts();
      assert.deepEqual(
        (await stage('text')).map((cell) => cell.replace(/\D/g, '')),
        [String(MANY + 1), '1'],
      );
      assert.equal(await page.locator('main img').count(), 0);
      assert.equal(await page.evaluate(() => /[\u202a-\u202e]/.test(document.querySelector('main')?.textContent ?? '')), false);
      await run('finished').locator('[data-test=retry]').click();
      await page.locator(`[data-import="${Number(id) + 1}"][data-state=finished]`).waitFor({ timeout: 300_000 });
      await context.close();
      assert.deepEqual(bench.faults, []);
    });
  }
});
