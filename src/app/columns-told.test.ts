/** Columns as people write them: names with commas, quotation marks and spaces come back as they were. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnsIn, columnsLine } from './columns-told.ts';

test('names with commas and marks stand in marks', () => {
  assert.deepEqual(columnsIn('text=Body, published = Date'), { text: 'Body', published: 'Date' });
  assert.deepEqual(columnsIn('text="النص، كاملاً, مع العنوان",url=a=b'), { text: 'النص، كاملاً, مع العنوان', url: 'a=b' });
  assert.deepEqual(columnsIn('text="the ""raw"" text"'), { text: 'the "raw" text' });
  for (const wrong of ['', 'text', 'text=', '=x', 'text=a,,', 'text="a', 'text="a"b'])
    assert.equal(columnsIn(wrong), null, wrong);
});

test('whatever a column is called, what is written is read again', () => {
  const name = fc.string({ minLength: 1 }).filter((one) => one.trim() !== '');
  fc.assert(
    fc.property(name, name, (text, day) => {
      const columns = { text, published: day };
      assert.deepEqual(columnsIn(columnsLine(columns)), columns);
    }),
    { seed: 4 },
  );
});
