/** The tabular Hijri calendar both ways, against the one that the platform knows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysInHijriMonth, formatDay, gregorianOf, hijriDayNumber, hijriOf, parseDay } from './calendar.ts';

test('every day of two centuries goes there and back, and is the day that the platform names', () => {
  const other = new Intl.DateTimeFormat('en-u-ca-islamic-civil-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const last = parseDay('2100-01-01') as number;
  for (let day = parseDay('1900-01-01') as number; day < last; day += 1) {
    const { year, month, day: of } = hijriOf(day);
    assert.equal(hijriDayNumber(year, month, of), day);
    assert.ok(of >= 1 && of <= daysInHijriMonth(year, month));
    if (day % 7 === 0) assert.equal(other.format(day * 86_400_000).replace(/ .*/, ''), `${month}/${of}/${year}`, formatDay(day));
  }
});

test('a Hijri day as people write it; what is no day is none', () => {
  assert.equal(gregorianOf('1440-06-07'), '2019-02-13');
  assert.equal(gregorianOf('1440-6-7'), '2019-02-13');
  for (const wrong of ['1440-13-01', '1440-06-30', '1440-00-01', '0-1-1', '', '1440', '1440-06-07x', '-5-1-1'])
    assert.equal(gregorianOf(wrong), null, wrong);
});
