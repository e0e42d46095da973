/**
 * Arabic days, months, years and distances in time, each by itself.
 *   "3 August 2015", "last Monday", "the day before yesterday", "three days ago", "the past 24 hours", "in the month of Rajab 1436"
 */
import type { CalendarName, Moment } from '../../claim/when.ts';
import { type Rule, rule } from '../../rules/rule.ts';
import { timeUnits } from './time-units.ts';
import {
  bitsOf,
  countOf,
  date,
  field,
  grainOf,
  isConjoined,
  isDayOfMonth,
  isDefinite,
  isOne,
  isPlural,
  type MonthName,
  moment,
  numberIn,
  pointing,
  shareIn,
  valueIn,
  type Word,
  yearIn,
} from './times-words.ts';

const monthIn = (node: Word): MonthName => node.value as MonthName;

/** Year beside a month, with "of" before it and the era after it; undefined: these words do not fit together. */
function yearBeside(
  month: MonthName,
  link: Word | undefined,
  year: Word | undefined,
  era: Word | undefined,
): { year: number | null; calendar: CalendarName } | undefined {
  const calendar = era?.kind === 'hijri' ? 'hijri' : month.calendar;
  if (year === undefined) return link === undefined && era === undefined ? { year: null, calendar } : undefined;
  // "Ramadan 2019": a month of one calendar in a year of the other
  const value = yearIn(year, calendar) ?? yearIn(year);
  return value === null ? undefined : { year: value, calendar };
}

function dayInMonth(
  first: Word,
  day: Word,
  monthNode: Word,
  points: Word | undefined,
  link: Word | undefined,
  year: Word | undefined,
  era: Word | undefined,
): Moment | null {
  const month = monthIn(monthNode);
  const beside = yearBeside(month, link, year, era);
  if (!isDayOfMonth(day) || beside === undefined || isConjoined(monthNode)) return null;
  if (month.check && beside.year === null && !month.sure) return null;
  return moment(first, date({ ...beside, month: month.month, day: numberIn(day), points: pointing(points).points }));
}

/** "The third Tuesday of October 2014", "the last day of the month of 10". A large number beside a weekday is the day of the month. */
function nthInMonth(
  first: Word,
  n: Word,
  unit: Word | undefined,
  weekday: Word | undefined,
  monthNode: Word,
  link: Word | undefined,
  year: Word | undefined,
): Moment | null {
  const month = monthIn(monthNode);
  const beside = yearBeside(month, link, year, undefined);
  if (beside === undefined || (unit === undefined && weekday === undefined) || (unit !== undefined && isPlural(unit)))
    return null;
  const nth = n.kind === 'ordinal' ? numberIn(n) : -1;
  if (weekday !== undefined && nth > 5)
    return isDayOfMonth(n) ? moment(first, date({ ...beside, month: month.month, day: nth, weekday: valueIn(weekday) })) : null;
  if (weekday !== undefined && unit !== undefined && grainOf(unit) !== 'day') return null;
  const grain = unit === undefined || weekday !== undefined ? 'day' : grainOf(unit);
  if (grain !== 'day' && grain !== 'week') return null;
  const of = date({ ...beside, month: month.month });
  return moment(first, { is: 'nth', nth, unit: grain, weekday: weekday === undefined ? null : valueIn(weekday), of });
}

/** "1/2" of "the first half", or null. */
export function partOf(share: Word, ordinal: Word): string | null {
  const parts = share.kind === 'edge' ? (field(share, 'value') === 'middle' ? 2 : 0) : Math.round(1 / shareIn(share));
  const nth = ordinal.kind === 'last' ? parts : numberIn(ordinal);
  return isDefinite(share) && nth <= parts ? `${nth}/${parts}` : null;
}

const isYear = (node: Word): boolean => yearIn(node) !== null && numberIn(node) >= 1950;

export const timeMoments: Rule[] = [
  // explicit days, the longest first
  rule(
    'ar.time.calendar-digits',
    'moment',
    '{dated}? {unit}? {calendar} {hijri|gregorian:era}?',
    ({ unit, calendar: c, era, all }) => {
      if (unit !== undefined && !isOne(unit, 'day')) return null;
      const { year, month, day } = c!.value as { year: number; month: number; day: number | null };
      return moment(all[0], date({ calendar: era?.kind === 'hijri' || year < 1600 ? 'hijri' : 'gregorian', year, month, day }));
    },
  ),
  rule(
    'ar.time.spaced-digits',
    'moment',
    '{dated}? {unit}? {number:d} {slash} {number:m} {slash} {number:y}',
    ({ unit, d, m, y, all }) => {
      if (!isYear(y!) || !isDayOfMonth(d!) || numberIn(m!) > 12 || !isDayOfMonth(m!)) return null;
      if (unit !== undefined && !isOne(unit, 'day')) return null;
      return moment(all[0], date({ year: numberIn(y!), month: numberIn(m!), day: numberIn(d!) }));
    },
  ),
  // "on the seventh of the running one"
  rule(
    'ar.time.day-of-running',
    'moment',
    '{dated|in-time:head}? {unit}? {number|ordinal:day} {range-from:of}? {current}',
    ({ head, unit, day, of, current, all }) => {
      if (!isDayOfMonth(day!) || !isDefinite(current!) || (unit !== undefined && !isOne(unit, 'day'))) return null;
      if (head === undefined && unit === undefined && (of === undefined || day!.kind === 'number')) return null;
      return moment(all[0], {
        is: 'nth',
        nth: numberIn(day!),
        unit: 'day',
        weekday: null,
        of: { is: 'offset', unit: 'month', by: 0 },
      });
    },
  ),
  rule(
    'ar.time.two-months',
    'moment',
    '{unit}? {month-name:a} {month-name:b} {past|current:points}? {range-from|in-time:link}? {year-name|number:year}?',
    ({ unit, a, b, points, link, year, all }) => {
      const beside = yearBeside(monthIn(b!), link, year, undefined);
      if (
        beside === undefined ||
        !isConjoined(b!) ||
        (unit === undefined ? points === undefined : grainOf(unit) !== 'month' || countOf(unit) !== 2)
      )
        return null;
      const at = (month: Word) => date({ ...beside, month: monthIn(month).month, points: pointing(points).points });
      return moment(all[0], { is: 'span', from: at(a!), to: at(b!) });
    },
  ),
  rule(
    'ar.time.days-in-month',
    'moment',
    '{range-from|range-between:x}? {number|ordinal:a} {dash|range-to|until|and:joint}? {number|ordinal:b} {range-from|in-time}? {month-name:m} {year-name|number:year}?',
    ({ a, joint, b, m, year, all }) => {
      const beside = yearBeside(monthIn(m!), undefined, year, undefined);
      if (
        beside === undefined ||
        (joint === undefined && !isConjoined(b!)) ||
        !isDayOfMonth(a!) ||
        !isDayOfMonth(b!) ||
        numberIn(a!) >= numberIn(b!)
      )
        return null;
      const at = (day: Word) => date({ ...beside, month: monthIn(m!).month, day: numberIn(day) });
      return moment(all[0], { is: 'span', from: at(a!), to: at(b!) });
    },
  ),
  rule(
    'ar.time.month-days',
    'moment',
    '{month-name:m} {number:a} {dash|range-to|until} {number:b} {year-name|number:year}?',
    ({ m, a, b, year }) => {
      const beside = yearBeside(monthIn(m!), undefined, year, undefined);
      if (beside === undefined || !isDayOfMonth(a!) || !isDayOfMonth(b!) || numberIn(a!) >= numberIn(b!)) return null;
      const at = (day: Word) => date({ ...beside, month: monthIn(m!).month, day: numberIn(day) });
      return moment(m, { is: 'span', from: at(a!), to: at(b!) });
    },
  ),
  // "the first half of May", "the first day of the days of Ramadan": no day of the month 1
  rule(
    'ar.time.half-of-month',
    'moment',
    '{edge|fraction:share} {ordinal|last:ordinal} {range-from|in-time} {month-name:m} {past|current:points}? {range-from|in-time:link}? {year-name|number:year}?',
    ({ share, ordinal, m, points, link, year }) => {
      const beside = yearBeside(monthIn(m!), link, year, undefined);
      const part = partOf(share!, ordinal!);
      if (beside === undefined || part === null) return null;
      const of = date({ ...beside, month: monthIn(m!).month, points: pointing(points).points });
      return moment(share, { is: 'edge', edge: part, of });
    },
  ),
  rule(
    'ar.time.nth-of-days-of-month',
    'moment',
    '{ordinal|last:n} {unit} {month-name:m} {past|current:points}? {year-name|number:year}?',
    ({ n, unit, m, points, year }) => {
      const beside = yearBeside(monthIn(m!), undefined, year, undefined);
      if (beside === undefined || !isPlural(unit!) || grainOf(unit!) !== 'day' || isDefinite(unit!) || isConjoined(m!))
        return null;
      const of = { ...beside, month: monthIn(m!).month, points: pointing(points).points };
      if (n!.kind === 'ordinal') return isDayOfMonth(n!) ? moment(n, date({ ...of, day: numberIn(n!) })) : null;
      return moment(n, { is: 'nth', nth: -1, unit: 'day', weekday: null, of: date(of) });
    },
  ),
  rule(
    'ar.time.nth-unit-of-month',
    'moment',
    '{ordinal|last:n} {unit}? {weekday}? {range-from|in-time}? {month-name:m} {range-from|in-time:link}? {year-name|number:year}?',
    ({ n, unit, weekday, m, link, year }) => nthInMonth(n!, n!, unit, weekday, m!, link, year),
  ),
  rule(
    'ar.time.unit-nth-of-month',
    'moment',
    '{unit}? {weekday}? {ordinal|last:n} {range-from|in-time}? {month-name:m} {range-from|in-time:link}? {year-name|number:year}?',
    ({ n, unit, weekday, m, link, year, all }) => nthInMonth(all[0], n!, unit, weekday, m!, link, year),
  ),
  rule(
    'ar.time.day-month',
    'moment',
    '{dated}? {unit}? {number|ordinal:day} {range-from|in-time:of}? {month-name:m} {past|next|current:points}? {comma|range-from|in-time:link}? {year-name|number:year}? {hijri|gregorian:era}?',
    ({ unit, day, of, m, points, link, year, era, all }) => {
      // "killed five in March": with "in" between them the number counts something else, unless "on day 5" leads it
      if (of?.kind === 'in-time' && all[0] === day && day.kind === 'number') return null;
      return unit === undefined || isOne(unit, 'day') ? dayInMonth(all[0], day!, m!, points, link, year, era) : null;
    },
  ),
  rule('ar.time.day-share', 'moment', '{unit|weekday|in-time|dated:head} {share}', ({ head, share }) => {
    const { above, below } = share!.value as { above: number; below: number };
    if (head!.kind === 'unit' && !isOne(head, 'day')) return null;
    if (!Number.isInteger(above) || above < 1 || above > 31 || below < 1 || below > 12) return null;
    if (head!.kind === 'in-time' && above <= 12 && below === 4) return null;
    return moment(head, date({ day: above, month: below, weekday: head!.kind === 'weekday' ? valueIn(head!) : null }));
  }),
  rule(
    'ar.time.month-year',
    'moment',
    '{month-name:m} {past|next|current:points}? {range-from|in-time:link}? {year-name|number:year}? {hijri|gregorian:era}?',
    ({ m, points, link, year, era }) => {
      const month = monthIn(m!);
      const beside = yearBeside(month, link, year, era);
      if (beside === undefined || (points !== undefined && !isDefinite(points))) return null;
      const sure = month.sure || points !== undefined || beside.year !== null;
      return moment(m, date({ ...beside, month: month.month, points: pointing(points).points }), {
        exact: month.exact,
        weak: !sure || (month.check && beside.year === null),
      });
    },
  ),

  ...timeUnits,

  // days of the week
  rule('ar.time.two-weekdays', 'moment', '{unit} {weekday:a} {weekday:b} {past|next|current:p}?', ({ unit, a, b, p }) => {
    if (grainOf(unit!) !== 'day' || countOf(unit!) !== 2 || !isConjoined(b!)) return null;
    const { points } = pointing(p);
    return moment(unit, {
      is: 'span',
      from: { is: 'weekday', day: valueIn(a!), points, by: 0 },
      to: { is: 'weekday', day: valueIn(b!), points, by: 0 },
    });
  }),
  rule('ar.time.weekday-day-of-month', 'moment', '{unit}? {weekday} {ordinal}', ({ unit, weekday, ordinal, all }) =>
    isDefinite(weekday!) &&
    isDefinite(ordinal!) &&
    isDayOfMonth(ordinal!) &&
    numberIn(ordinal!) > 4 &&
    (unit === undefined || isOne(unit, 'day'))
      ? moment(all[0], date({ day: numberIn(ordinal!), weekday: valueIn(weekday!) }))
      : null,
  ),
  rule(
    'ar.time.weekday',
    'moment',
    '{this}? {unit}? {weekday} {past|next|current:p}?',
    ({ this: these, unit, weekday, p, all }) => {
      if (unit !== undefined && !isOne(unit, 'day')) return null;
      if (!isDefinite(weekday!) && (unit === undefined || isDefinite(unit))) return null;
      if (p !== undefined && !isDefinite(p) && field(p, 'value') === undefined) return null;
      const { points, by, told } = pointing(p ?? these);
      if (told && by > 0) return moment(all[0], { is: 'previous' });
      // "the day Friday" is today
      const today = unit !== undefined && isDefinite(unit) && p === undefined ? { beside: 0 } : {};
      return moment(all[0], { is: 'weekday', day: valueIn(weekday!), points, by: by < -1 ? by + 1 : 0, ...today });
    },
  ),
  // "the second day": counted from what was told before, not today
  rule('ar.time.counted-day', 'moment', '{unit} {ordinal|last:n}', ({ unit, n }) =>
    isOne(unit, 'day') && isDefinite(unit) && isDefinite(n!) ? moment(unit, { is: 'previous' }) : null,
  ),
  rule('ar.time.day-word', 'moment', '{unit|day:head} {day}', ({ head, day }) =>
    head!.kind === 'day'
      ? valueIn(head!) === 0 && Math.abs(valueIn(day!)) === 2
        ? dayWord(head!, day!)
        : null
      : isOne(head, 'day')
        ? dayWord(head, day!)
        : null,
  ),
  rule('ar.time.day-word-alone', 'moment', '{day}', ({ day }) => dayWord(day!, day!)),

  // years, seasons, feasts
  rule(
    'ar.time.between-years',
    'moment',
    '{range-between|range-from} {unit}? {number:a} {and|range-to|until}? {number:b}',
    ({ all, a, b }) =>
      yearIn(a!) !== null && b!.value.plain && numberIn(b!) > numberIn(a!) && numberIn(b!) < 2100
        ? moment(all[0], { is: 'span', from: date({ year: numberIn(a!) }), to: date({ year: numberIn(b!) }) })
        : null,
  ),
  rule('ar.time.year-dash-year', 'moment', '{number:a} {dash} {number:b}', ({ a, b }) =>
    yearIn(a!) !== null && yearIn(b!) !== null && numberIn(a!) < numberIn(b!)
      ? moment(a, { is: 'span', from: date({ year: numberIn(a!) }), to: date({ year: numberIn(b!) }) })
      : null,
  ),
  rule('ar.time.season-year', 'moment', '{season} {range-from}? {year-name|number:year}', ({ season, year }) => {
    const value = yearIn(year);
    return value === null ? null : moment(season, { is: 'season', month: valueIn(season!), year: date({ year: value }) });
  }),
  rule('ar.time.season-of-unit', 'moment', '{season} {range-from}? {unit} {past|next|current:p}', ({ season, unit, p }) =>
    isOne(unit, 'year') && isDefinite(unit)
      ? moment(season, { is: 'season', month: valueIn(season!), year: { is: 'offset', unit: 'year', by: pointing(p).by } })
      : null,
  ),
  rule('ar.time.season-pointing', 'moment', '{season} {past|next|current:p}', ({ season, p }) =>
    isDefinite(season!) && isDefinite(p!)
      ? moment(season, { is: 'season', month: valueIn(season!), year: date({ points: pointing(p).points }) })
      : null,
  ),
  rule('ar.time.nth-day-of-feast', 'moment', '{ordinal} {unit} {feast|feast-any:feast}', ({ ordinal, unit, feast }) =>
    grainOf(unit!) === 'day' ? feastDay(ordinal!, feast!, null, numberIn(ordinal!) - 1) : null,
  ),
  rule('ar.time.day-of-eid', 'moment', '{unit} {feast-any}', ({ unit, 'feast-any': feast }) =>
    isOne(unit, 'day') && isDefinite(feast!) ? feastDay(unit!, feast!, null, 0) : null,
  ),
  rule('ar.time.feast', 'moment', '{feast} {range-from}? {year-name|number:year}?', ({ feast, year, all }) =>
    year === undefined
      ? all.length === 1
        ? feastDay(feast!, feast!, null, 0)
        : null
      : yearIn(year) === null
        ? null
        : feastDay(feast!, feast!, yearIn(year), 0),
  ),
  rule('ar.time.in-year', 'moment', '{in-time|during} {number:year}', ({ all, year }) =>
    isYear(year!) ? moment(all[0], date({ year: numberIn(year!) })) : null,
  ),
  rule('ar.time.year', 'moment', '{year-name:year}', ({ year }) =>
    moment(year, date({ year: year!.value.year, calendar: year!.value.calendar })),
  ),
];

function dayWord(first: Word, day: Word): Moment {
  return moment(
    first,
    { is: 'offset', unit: 'day', by: valueIn(day) },
    { weak: field(day, 'part') === 'now', bits: bitsOf(first) },
  );
}

function feastDay(first: Word, feast: Word, year: number | null, plus: number): Moment {
  const calendar = field(feast, 'calendar') === 'hijri' ? 'hijri' : 'gregorian';
  return moment(first, {
    is: 'feast',
    day: field(feast, 'value') ?? '',
    calendar,
    year: year === null ? null : date({ year }),
    plus,
  });
}
