/** The same bulletin with and without pdftotext: our own order of lines says what poppler's says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inReadingOrder } from './pdf.ts';
import { pdfJsLines } from './pdf-js.ts';
import { paragraphsOf, sidesChanged } from './pdf-lines.ts';
import { samples } from './samples.fixture.ts';

test('Arabic in the order it is read, where pdftotext is not installed', async () => {
  const bytes = readFileSync(new URL('./samples/bulletin.pdf', import.meta.url));
  const text = paragraphsOf(await pdfJsLines(bytes, 10)).join('\n');
  for (const piece of samples.pdf.expected[0].text) assert.ok(text.includes(piece), `missing: ${piece}\nin: ${text}`);
});

test('what is seen from left to right in an Arabic line changes sides', () => {
  assert.equal(sidesChanged(' ,12'), '12, ');
  assert.equal(inReadingOrder('قتل \u202a 12\u202c في'), 'قتل 12  في');
  assert.equal(inReadingOrder('no marks 12'), 'no marks 12');
});

test('lines go on to paragraphs; numbers of pages are left out', () => {
  const full = 'قتل ثلاثة مدنيين وأصيب خمسة آخرون في قصف مدفعي على أطراف البلدة صباح اليوم وفق';
  assert.deepEqual(paragraphsOf([full, 'ما ذكر سكان.', '', '- 3 -', full, '\f', 'مصدر محلي.', '• بند أول', '• بند ثان']), [
    `${full} ما ذكر سكان.`,
    `${full} مصدر محلي.`,
    '• بند أول',
    '• بند ثان',
  ]);
});
