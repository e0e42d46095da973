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

test('calls of notes are no figures; raised numbers of units stay', () => {
  const [first, second] = layouts[0].article.paragraphs;
  const body = `<p>قتل 12<sup id="r1"><a href="#n1">[1]</a></sup> مدنياً و3<sup>[٢]</sup> أطفال<sup><a href="#n3">*</a></sup> على مساحة 5 كم<sup>2</sup> قرب البلدة.</p>`;
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>خبر</title></head><body><article><h1>خبر عن قصف البلدة</h1><p>${first}</p>${body}<p>${second}</p></article></body></html>`;
  const found = pageOf(Buffer.from(html), 'notes', { url: null }, context);
  assert.ok('report' in found && tidy(found.report.text).includes('قتل 12 مدنياً و3 أطفال على مساحة 5 كم2 قرب البلدة.'));
});
