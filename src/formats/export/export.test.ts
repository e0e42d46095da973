/** One contract for every export: it says what it is and what it loses, writes the same bytes every time, survives awkward words and an empty case, and is what the golden file says. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { EXPORTS, type ExportFormat, type ExportOptions } from './index.ts';
import { codePointCounter } from './offsets.ts';
import { sourceFixture } from './source.fixture.ts';

/** Everything a format writes, as one text; of a folder every file after its path. */
async function written(format: ExportFormat, options: ExportOptions = {}, isEmpty = false): Promise<string> {
  const source = sourceFixture({ isEmpty });
  let text = '';
  if (format.kind === 'file') for await (const part of format.write(source, options)) text += part;
  else
    for await (const { path, bytes } of format.write(source, options))
      text += `== ${path}\n${Buffer.from(bytes).toString('utf8')}\n`;
  return text;
}

const rowsOf = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: false });

test('names are unique, and each format says what it cannot hold', () => {
  assert.equal(new Set(EXPORTS.map((format) => format.name)).size, EXPORTS.length);
  for (const { name, title, mediaType, loses } of EXPORTS) {
    assert.match(name, /^[a-z]+$/u);
    assert.ok(title.length > 10 && /^[a-z]+\/[a-z+.-]+/u.test(mediaType), name);
    assert.ok(loses.length > 0 && loses.every((sentence) => sentence.length > 10), name);
  }
});

for (const format of EXPORTS) {
  test(`${format.name}: same bytes every time, well formed, also when the case is empty`, async () => {
    const text = await written(format);
    assert.equal(await written(format), text);
    assert.ok(text.isWellFormed());
    assert.doesNotMatch(text, /undefined|NaN|\[object/u);
    for (const one of [text, await written(format, {}, true)]) {
      if (/json/u.test(format.mediaType) && format.name !== 'jsonl') JSON.parse(one);
      if (format.name === 'jsonl') for (const line of one.trim().split('\n')) JSON.parse(line);
      if (format.mediaType.startsWith('text/csv')) assert.ok(rowsOf(one).length >= 1);
      if (format.name === 'html') assert.match(one, /<\/html>\n$/u);
    }
  });

  test(`${format.name}: is what the golden file says`, async () => {
    const text = await written(format);
    const golden = fileURLToPath(new URL(`./golden/${format.name}.txt`, import.meta.url));
    // To accept a change: remove the file, run the test twice, look at the difference.
    if (!existsSync(golden)) {
      mkdirSync(fileURLToPath(new URL('./golden/', import.meta.url)), { recursive: true });
      writeFileSync(golden, text);
      assert.fail(`${golden} was not there and is written now: look at it and run again`);
    }
    assert.equal(text, readFileSync(golden, 'utf8'));
  });
}

const tables = EXPORTS.filter((format) => format.mediaType.startsWith('text/csv'));

test('no cell of a table starts as a formula, in any row', async () => {
  assert.ok(tables.length >= 4);
  for (const format of tables) {
    for (const row of rowsOf(await written(format)))
      for (const cell of row)
        assert.ok(
          !/^[=+@\t\r]/u.test(cell) && (!cell.startsWith('-') || Number.isFinite(Number(cell))),
          `${format.name}: ${cell}`,
        );
  }
});

test('options of tables: a mark for spreadsheets, a row of HXL hashtags', async () => {
  for (const format of tables) {
    const text = await written(format, { bom: true, hxl: true });
    assert.equal(text.charCodeAt(0), 0xfeff);
    const [names, tags] = rowsOf(text);
    assert.equal(new Set(names).size, names.length, format.name);
    assert.ok(
      tags.every((tag) => tag === '' || /^#[a-z0-9]+(\+[a-z0-9]+)*$/u.test(tag)),
      format.name,
    );
    assert.ok(
      tags.some((tag) => tag.startsWith('#affected')),
      format.name,
    );
  }
});

test('columns of others are theirs, in their order', async () => {
  const header = async (name: string) => rowsOf(await written(tables.find((format) => format.name === name) as ExportFormat))[0];
  assert.equal((await header('ucdp')).length, 49);
  assert.deepEqual((await header('ucdp')).slice(-5), ['best', 'high', 'low', 'gwnoa', 'gwnob']);
  assert.equal((await header('acled')).length, 31);
  assert.deepEqual((await header('acled')).slice(0, 3), ['event_id_cnty', 'event_date', 'year']);
});

test('every line says which record it is, and holds what the one document holds', async () => {
  const formatOf = (name: string) => EXPORTS.find((format) => format.name === name) as ExportFormat;
  const lines = (await written(formatOf('jsonl'))).trim().split('\n');
  const { format, case: caseName, made, ...parts } = JSON.parse(await written(formatOf('json')));
  const expected: object[] = [{ record: 'case', format, case: caseName, made }];
  for (const [name, items] of Object.entries<object[]>(parts)) {
    assert.ok(items.length > 0 && items.every((item) => !('record' in item)), name);
    expected.push(...items.map((item) => ({ ...item, record: name.slice(0, -1) })));
  }
  const records = lines.map((line): { record: string; kind?: string } => JSON.parse(line));
  assert.deepEqual(records, expected);
  assert.deepEqual([...new Set(records.map(({ record }) => record))], ['case', 'report', 'event', 'total', 'decision']);
  assert.equal(records.at(-1)?.kind, 'accept');
});

test('reports for people say the rule of the policy in the language asked for', async () => {
  for (const name of ['markdown', 'html']) {
    const format = EXPORTS.find((one) => one.name === name) as ExportFormat;
    assert.match(await written(format, { lang: 'ar' }), /in words.*, ar/u);
    assert.match(await written(format, { lang: 'en' }), /in words.*, en/u);
  }
});

test('no markup of a source gets into a page', async () => {
  const html = EXPORTS.find((format) => format.name === 'html') as ExportFormat;
  assert.doesNotMatch(await written(html), /<script|<b>|onerror=/u);
});

test('a position is told in code points and in UTF-16 units', async () => {
  const format = EXPORTS.find(({ name }) => name === 'annotations') as ExportFormat;
  const [quote, points, units] = JSON.parse(await written(format)).items[0].target.selector;
  // One sign before the claim takes two units.
  assert.deepEqual([units.start - points.start, units.end - points.end], [1, 1]);
  assert.equal(quote.exact.length, units.end - units.start);
  const count = codePointCounter('a𝕏b');
  assert.deepEqual([0, 1, 3, 4, 1].map(count), [0, 1, 2, 3, 1]);
});

test('a point has its longitude first, an event without a place has no point', async () => {
  const format = EXPORTS.find(({ name }) => name === 'geojson') as ExportFormat;
  const { features } = JSON.parse(await written(format));
  assert.deepEqual(features[0].geometry, { type: 'Point', coordinates: [40.9819, 34.456789] });
  assert.equal(features[1].geometry, null);
});
