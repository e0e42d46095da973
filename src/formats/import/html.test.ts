/** Pages of 33 layouts: every paragraph of the article, none of the furniture, and what is known of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Budget } from './budget.ts';
import type { Context } from './format.ts';
import type { FoundReport } from './found.ts';
import { pageOf } from './html-article.ts';
import { tidy } from './html-text.ts';
import { pageWords } from './page-words.ts';
import type { Page } from './pages/article.fixture.ts';
import { blogs } from './pages/blogs.fixture.ts';
import { portals } from './pages/portals.fixture.ts';

const context: Context = { budget: new Budget(), options: {}, pageWords: pageWords() };
const layouts = [...portals, ...blogs].map((layout) => layout());

function encode({ html, charset }: Page): Uint8Array {
  if (charset === 'utf-16le') return Buffer.from(`\ufeff${html}`, 'utf16le');
  if (charset !== 'windows-1256') return Buffer.from(html);
  const back = new Map<string, number>();
  for (let b = 0; b < 256; b++) back.set(new TextDecoder('windows-1256').decode(Uint8Array.of(b)), b);
  return Uint8Array.from([...html], (letter) => back.get(letter) ?? 63);
}

function reportOf(page: Page): FoundReport {
  const found = pageOf(encode(page), page.name, { url: page.url ?? null }, context);
  assert.ok('report' in found, `${page.name}: ${JSON.stringify(found)}`);
  return found.report;
}

for (const page of layouts) {
  test(`page: ${page.name}`, () => {
    const report = reportOf(page);
    const text = tidy(report.text);
    assert.deepEqual(
      page.article.paragraphs.filter((paragraph) => !text.includes(tidy(paragraph))),
      [],
      'paragraphs that are missing',
    );
    assert.deepEqual(
      page.furniture.filter((piece) => text.includes(piece)),
      [],
      'furniture that was taken for text',
    );
    assert.equal(report.headline, page.article.headline);
    assert.equal(text.split(page.article.headline).length, 2, 'the headline once');
    const { outlet = page.article.outlet, published = page.article.iso } = page.tells ?? {};
    assert.deepEqual([report.outlet?.value, report.published?.value ?? null], [outlet, published]);
  });
}
