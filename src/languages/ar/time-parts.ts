/**
 * Parts of Arabic dates, made before the dates themselves: a month by one or two names, a year with its noun, an hour of the clock.
 *   "July/Tammuz", "January (Kanun II)", "the month of 3", "the year 2015", "at three and a quarter in the afternoon"
 */
import { BI } from '../../lexicon/analyze.ts';
import { type Rule, rule } from '../../rules/rule.ts';
import {
  bitsOf,
  countOf,
  field,
  grainOf,
  isConjoined,
  isDefinite,
  isOne,
  type MonthName,
  numberIn,
  shareIn,
  valueIn,
  type Word,
  type YearName,
} from './times-words.ts';

function monthName(first: Word, month: Word, sure: boolean): MonthName {
  return {
    month: valueIn(month),
    calendar: field(month, 'calendar') === 'hijri' ? 'hijri' : 'gregorian',
    bits: bitsOf(first),
    sure,
    check: field(month, 'check') === 'yes',
    exact: month.word?.exact === true,
  };
}

const sameMonth = (a: Word, b: Word): boolean => valueIn(a) === valueIn(b) && field(a, 'calendar') === field(b, 'calendar');

function yearName(first: Word, year: number, era: Word | undefined): YearName | null {
  const hijri = era?.kind === 'hijri' || (era === undefined && year >= 1300 && year < 1500);
  if (!Number.isInteger(year) || (hijri ? year < 1 || year >= 1600 : year < 1000 || year >= 2200)) return null;
  return { year, calendar: hijri ? 'hijri' : 'gregorian', bits: bitsOf(first) };
}

/** `late`: after the midnight that ends the day. */
export type Clock = { hour: number; minute: number; bits: number; late: boolean };

/** Hour and minute with the part of the day that says which half of it is meant. */
function clock(first: Word, hour: number, minute: number, part: Word | undefined): Clock | null {
  let h = hour;
  let m = minute;
  if (m < 0) {
    h -= 1;
    m += 60;
  }
  if (!(h >= 0 && h < 25 && m >= 0 && m < 60)) return null;
  if (part !== undefined && h < 12 && Number(field(part, 'from')) >= 12 && Number(field(part, 'from')) < 24) h += 12;
  return { hour: h % 24, minute: m, bits: bitsOf(first), late: part !== undefined && Number(field(part, 'from')) >= 24 };
}

/** "Fourth and forty minutes" reads as an ordinal of 44; "three and a third" as 3.33. */
function hourAndMinute(node: Word): { hour: number; minute: number } {
  const value = numberIn(node);
  // 6.30 is half past six, but "six and a half" is six and a half
  if (!Number.isInteger(value) && node.value.digits) return { hour: Math.floor(value), minute: Math.round((value % 1) * 100) };
  if (!Number.isInteger(value)) return { hour: Math.floor(value), minute: Math.round((value % 1) * 60) };
  return value > 24 ? { hour: value % 10, minute: value - (value % 10) } : { hour: value, minute: 0 };
}

const shareOfHour = (node: Word): number => Math.round(60 * shareIn(node));

export const timeParts: Rule[] = [
  // two names before one, the noun "month" before none
  rule(
    'ar.time.month-two-names',
    'month-name',
    '{unit}? {month:a} {slash|dash|open-paren} {month:b} {close-paren}?',
    ({ unit, a, b }) =>
      sameMonth(a!, b!) && (unit === undefined || isOne(unit, 'month')) ? monthName(unit ?? a!, a!, unit !== undefined) : null,
  ),
  rule('ar.time.month-of-name', 'month-name', '{unit} {month}', ({ unit, month }) =>
    isOne(unit, 'month') ? monthName(unit, month!, true) : null,
  ),
  rule('ar.time.month-by-number', 'month-name', '{unit} {number|ordinal:n}', ({ unit, n }) => {
    if (!isOne(unit, 'month') || numberIn(n!) < 1 || numberIn(n!) > 12 || !Number.isInteger(numberIn(n!)) || isConjoined(n!))
      return null;
    if (isDefinite(unit) !== isDefinite(n!) || n!.end - n!.start > 2) return null;
    // "one month" has the same words as "month one"
    const written = n!.kind === 'number' && !n!.value.digits;
    if (written && numberIn(n!) < 3) return null;
    // "killed a month ago | five": only speech calls May "month five", and ties it to what happened in it
    const sure = !written || (bitsOf(unit) & BI) !== 0;
    return {
      month: numberIn(n!),
      calendar: 'gregorian',
      bits: bitsOf(unit),
      sure,
      check: false,
      exact: sure,
    } satisfies MonthName;
  }),
  // "the father" has the letters of August, which takes no article
  rule('ar.time.month', 'month-name', '{month}', ({ month }) => {
    const name = monthName(month!, month!, false);
    return name.calendar === 'gregorian' && isDefinite(month!) ? null : name;
  }),

  rule('ar.time.year-noun', 'year-name', '{unit} {number} {hijri|gregorian:era}?', ({ unit, number, era }) =>
    // "in the first quarter of the year | 1783 victims": "the year" with its article names one that is near
    isOne(unit, 'year') &&
    !isConjoined(number!) &&
    // "since the start of the year | 1500 civilians"
    !(number!.value.digits && !number!.value.plain && isDefinite(unit)) &&
    !(era === undefined && isDefinite(unit) && numberIn(number!) < 1900 && numberIn(number!) > 1600)
      ? yearName(unit, numberIn(number!), era)
      : null,
  ),
  rule('ar.time.year-era', 'year-name', '{number} {hijri|gregorian:era}', ({ number, era }) => {
    const year = numberIn(number!);
    if (!number!.value.plain || (era!.kind === 'hijri' ? year < 1300 : year < 1950 || year >= 2100)) return null;
    return yearName(number!, year, era);
  }),

  // the clock: minutes after the hour, shares of the hour, the hour alone
  rule(
    'ar.time.clock-digits',
    'clock-time',
    '{clock-word}? {clock} {this}? {daypart}?',
    ({ 'clock-word': word, clock: c, daypart }) => clock(word ?? c!, c!.value.hour, c!.value.minute, daypart),
  ),
  // "12,00 GMT"
  rule('ar.time.clock-gmt', 'clock-time', '{clock-word}? {number|clock:hour} {gmt}', ({ hour }) => {
    if (hour!.kind === 'clock') return clock(hour!, hour!.value.hour, hour!.value.minute, undefined);
    const read = hourAndMinute(hour!);
    return clock(hour!, read.hour, read.minute, undefined);
  }),
  rule(
    'ar.time.clock-less-share',
    'clock-time',
    '{clock-word}? {number|ordinal:hour} {except} {fraction} {this}? {daypart}?',
    ({ hour, fraction, daypart }) =>
      shareOfHour(fraction!) < 15 ? null : clock(hour!, numberIn(hour!), -shareOfHour(fraction!), daypart),
  ),
  rule(
    'ar.time.clock-less-minutes',
    'clock-time',
    '{clock-word} {number|ordinal:hour} {except} {number:minutes} {unit}? {daypart}?',
    ({ hour, minutes, daypart }) => clock(hour!, numberIn(hour!), -numberIn(minutes!), daypart),
  ),
  rule(
    'ar.time.clock-and-share',
    'clock-time',
    '{clock-word}? {number|ordinal:hour} {and}? {fraction} {this}? {daypart}?',
    ({ 'clock-word': word, hour, and, fraction, daypart }) =>
      (and !== undefined || isConjoined(fraction!)) &&
      shareOfHour(fraction!) >= 15 &&
      (word !== undefined || daypart !== undefined)
        ? clock(hour!, numberIn(hour!), shareOfHour(fraction!), daypart)
        : null,
  ),
  rule(
    'ar.time.clock-and-minutes',
    'clock-time',
    '{clock-word}? {number|ordinal:hour} {and}? {number:minutes} {unit} {this}? {daypart}?',
    ({ 'clock-word': word, hour, and, minutes, unit, daypart }) =>
      (and !== undefined || isConjoined(minutes!)) && (word !== undefined || daypart !== undefined) && grainOf(unit!) === 'minute'
        ? clock(hour!, numberIn(hour!), numberIn(minutes!), daypart)
        : null,
  ),
  rule(
    'ar.time.clock-hour',
    'clock-time',
    '{clock-word} {number|ordinal:hour} {unit}? {this}? {daypart}?',
    ({ hour, unit, daypart }) => {
      if (unit !== undefined && countOf(unit) !== 1) return null;
      const read = hourAndMinute(hour!);
      if (unit !== undefined && read.minute === 0) return null;
      return clock(hour!, read.hour, read.minute, daypart);
    },
  ),
  rule('ar.time.clock-hour-daypart', 'clock-time', '{ordinal:hour} {this}? {daypart}', ({ hour, daypart }) =>
    isDefinite(hour!) && numberIn(hour!) <= 12 ? clock(hour!, numberIn(hour!), 0, daypart) : null,
  ),
];
