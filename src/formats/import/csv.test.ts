/** Tables as they come: a header alone, sentences with commas, names with commas, one column, rows with too many cells; and how their beginning is shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from './budget.ts';
import { bytesSource, type Found, formatOf, type ImportOptions, openSource, type SeenTable } from './index.ts';

const kind = (text: string) => formatOf(bytesSource(Buffer.from(text), 't'))?.name;
async function opened(text: string, options: ImportOptions = {}, tables?: SeenTable[]): Promise<Found[]> {
  const found: Found[] = [];
  const onTable = tables && ((table: SeenTable) => void tables.push(table));
  for await (const one of openSource(bytesSource(Buffer.from(text), 't'), options, LIMITS, onTable)) found.push(one);
  return found;
}
const texts = (found: Found[]) => found.map((one) => ('report' in one ? one.report.text : JSON.stringify(one)));
const SENTENCE = 'قتل ثلاثة مدنيين في قصف على البلدة أمس.';

test('a header alone is a table without rows, and a sentence is none', async () => {
  for (const header of ['النص,المصدر,التاريخ', '"text";"date"\r\n', '\ufeffid\ttext\n\n']) {
    assert.equal(kind(header), 'csv', header);
    assert.deepEqual(
      texts(await opened(header)),
      ['{"name":"t","passed":"is a table (CSV) that holds nothing to read"}'],
      header,
    );
  }
  for (const prose of ['The story, message, and report', 'الخبر, كما ورد, من الموقع', `${SENTENCE}\n${SENTENCE}`, 'text'])
    assert.equal(kind(prose), 'text', prose);
});

test('a table whose header is known stays one when its rows are uneven, and a row that runs over says so', async () => {
  const found = await opened(
    `id,text,date\n1,"${SENTENCE}",2019-02-12\n2,قتل ثلاثة, بينهم طفل,2019-02-12\n3,"${SENTENCE} أيضاً"\n`,
  );
  assert.deepEqual(texts(found), [
    SENTENCE,
    '{"stage":"text","name":"t:3","fault":"has 4 cells where the table has 3 columns: a quotation mark may be missing"}',
    `${SENTENCE} أيضاً`,
  ]);
});

test('columns whose names hold commas, columns without names, and several mappings', async () => {
  const table = `"النص, كاملاً",,"Body ""raw"""\n"${SENTENCE}",2019-02-12,x\n`;
  const named = await opened(table, { columns: { text: 'النص, كاملاً', published: 'column 2' } });
  assert.deepEqual(
    named.map((one) => 'report' in one && [one.report.text, one.report.published?.value]),
    [[SENTENCE, '2019-02-12']],
  );
  assert.match(texts(await opened(table, { columns: { text: 'nothing' } }))[0], /has no column \\"nothing\\"; its columns are/u);
  const several = [{ text: 'other' }, { text: 'Body "raw"' }];
  assert.deepEqual(texts(await opened(table, { columns: several })), ['x']);
  assert.deepEqual(texts(await opened(`text,b\n"${SENTENCE}",1\n`, { columns: several })), [SENTENCE]);
  assert.match(texts(await opened(table, { columns: { body: 'x' } }))[0], /there is no field \\"body\\"/u);
});

test('the beginning of a table is shown before it is read, also where nothing can be read from it', async () => {
  const tables: SeenTable[] = [];
  const rows = Array.from({ length: 9 }, (_, i) => `${i},"${SENTENCE}"`).join('\n');
  assert.equal((await opened(`id,text\n${rows}\n`, {}, tables)).length, 9);
  await opened('one,two\n1,2\n', {}, tables);
  const [known, unknown] = tables;
  assert.deepEqual(
    [known.header, known.mapping, known.fault, known.rows.length],
    [['id', 'text'], { id: 'id', text: 'text' }, null, 5],
  );
  assert.deepEqual([unknown.header, unknown.mapping, unknown.rows], [['one', 'two'], null, [['1', '2']]]);
  assert.match(unknown.fault ?? '', /no column that is known to hold the text/u);
});
