/** Spreadsheets as offices send them: several sheets, prefixes, empty rows, parts that end anywhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, openSource } from './index.ts';
import { zipOf } from './zip.fixture.ts';

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (n: number, ...texts: string[]): string =>
  `<row r="${n}">${texts.map((text, i) => cell(`${'ABC'[i]}${n}`, text)).join('')}</row>`;
const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

async function told(sheets: readonly string[], more: Parameters<typeof zipOf>[0] = []): Promise<string[]> {
  const book = zipOf([
    { name: 'xl/workbook.xml', bytes: '<workbook/>' },
    ...more,
    ...sheets.map((bytes, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, bytes, isStored: true })),
  ]);
  const lines: string[] = [];
  for await (const one of openSource(bytesSource(book, 'b')))
    lines.push('report' in one ? `${one.name} ${one.report.text} ${one.report.published?.value ?? '-'}` : JSON.stringify(one));
  return lines;
}

test('every sheet with reports is read; another is told', async () => {
  const lines = await told([
    sheet(row(1, 'code', 'meaning') + row(2, 'a', 'b')),
    sheet(`<row r="1"/>${row(2, 'text', 'published')}${row(3, 'خبر أول', '2019-02-12')}`),
    sheet(''),
    sheet(row(1, 'النص', 'id') + row(2, 'خبر ثان', '7')),
  ]);
  assert.deepEqual(lines.slice(0, 2), ['b:sheet 2:3 خبر أول 2019-02-12', 'b:sheet 4:2 خبر ثان -']);
  assert.match(lines[2], /"passed":"sheet 1 has no column that is known to hold the text/u);
  assert.equal(lines.length, 3);
});

test('a book of which no sheet holds a text is a fault; prefixes and shared strings of any length are read', async () => {
  assert.match((await told([sheet(row(1, 'a', 'b') + row(2, 'c', 'd'))]))[0], /"fault":"sheet 1 has no column/u);
  assert.match((await told([sheet('')]))[0], /"fault":"holds no rows"/u);
  const long = 'كلمة '.repeat(80_000).trim();
  const strings = `<x:sst xmlns:x="m"><x:si><x:t>text</x:t></x:si><x:si/><x:si><x:r><x:t>${long}</x:t></x:r><x:r><x:t> آخر</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si></x:sst>`;
  const shared = `<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="2"><x:c r="A2" t="s"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const lines = await told([shared], [{ name: 'xl/sharedStrings.xml', bytes: strings }]);
  assert.ok(lines.length === 1 && lines[0] === `b:2 ${long} آخر -`, lines[0]?.slice(0, 200));
});
