/** Turns what words say of a time into days, given the day of publication. What the words leave open stays null. */
import type { Grain, Pointing, When } from '../claim/when.ts';
import { civilOf, dayNumber, daysInMonth, hijriDayNumber, hijriYearOf, weekdayOf } from './calendar.ts';
import { feastIn } from './feast-days.ts';
import { type Days, daysFrom, monthDays, yearDays } from './told-days.ts';

export type Direction = 'past' | 'future';
export type Anchor = 'publication' | 'stated' | 'previous' | null;
export type Interval = { begin: number | null; end: number | null; grain: Grain | null; anchor: Anchor };

/** A day without a year that lies this few days ahead is the coming one; the last one would be most of a year ago. */
const SOON = 31;
const LONG_AGO = 300;

const none = (anchor: Anchor, grain: Grain | null = null): Interval => ({ begin: null, end: null, grain, anchor });
const day = (at: number, anchor: Anchor): Interval => ({ begin: at, end: at, grain: 'day', anchor });

/** `told`: the days of the time told before, from which "the next day" is counted. */
export function resolveWhen(when: When, reference: number | null, direction: Direction, told: Days | null = null): Interval {
  switch (when.is) {
    case 'offset':
      return reference === null
        ? none('publication', when.unit)
        : { ...unitAt(reference, when.unit, when.by, direction), grain: when.unit, anchor: 'publication' };
    case 'following':
      if (direction === 'past') return fromTold(told, when.unit, 1);
      return resolveWhen({ is: 'offset', unit: when.unit, by: 1 }, reference, direction);
    case 'weekday':
      return reference === null || (direction === 'past' && contradicts(when, reference))
        ? none('publication', 'day')
        : day(nearestWeekday(reference, when.day, when.points, direction) + 7 * when.by, 'publication');
    case 'date':
      return resolveDate(when, reference, direction);
    case 'distance':
      return resolveDistance(when.unit, when.by, reference, direction, told);
    case 'stretch':
      return resolveStretch(when.unit, when.count, when.points, reference, direction);
    case 'edge':
      return inside(resolveWhen(when.of, reference, direction, told), (days, grain) => edgeOf(days, grain, when.edge, direction));
    case 'nth':
      return inside(resolveWhen(when.of, reference, direction, told), (days) =>
        nthIn(days, when.nth, when.unit, when.weekday, direction),
      );
    case 'span':
      return resolveSpan(when.from, when.to, reference, direction);
    case 'season':
      return resolveSeason(when.month, when.year, reference, direction);
    case 'feast':
      return resolveFeast(when, reference, direction);
    case 'beside': {
      const of = resolveWhen(when.of, reference, direction);
      return of.begin === null || of.end === null ? of : { ...of, begin: of.begin + when.by, end: of.end + when.by };
    }
    case 'previous':
      // speech tells of nothing before
      if (direction === 'future' && when.unit !== undefined && (when.by ?? 0) < 0)
        return resolveWhen({ is: 'offset', unit: when.unit, by: when.by! }, reference, direction);
      return when.unit === undefined ? none('previous') : fromTold(told, when.unit, when.by ?? 0);
    case 'duration':
      return none(null, when.unit);
    case 'set':
      return none(null);
  }
}

/** The unit that holds the day, or one that lies `by` units from it. */
function unitAt(reference: number, unit: Grain, by: number, direction: Direction = 'past'): Days {
  const { year, month } = civilOf(reference);
  switch (unit) {
    case 'week': {
      // the week of the Arab press begins on Sunday, that of calendars that look ahead on Monday (ISO 8601)
      const begin = reference - (direction === 'past' ? weekdayOf(reference) % 7 : weekdayOf(reference) - 1) + 7 * by;
      return { begin, end: begin + 6 };
    }
    case 'month':
      return monthDays(year, month + by);
    case 'year':
      return yearDays(year + by);
    case 'decade':
      return {
        begin: dayNumber(year - (year % 10) + 10 * by, 1, 1),
        end: dayNumber(year - (year % 10) + 10 * by + 10, 1, 1) - 1,
      };
    case 'century':
      return {
        begin: dayNumber(year - (year % 100) + 100 * by, 1, 1),
        end: dayNumber(year - (year % 100) + 100 * by + 100, 1, 1) - 1,
      };
    case 'day':
      return { begin: reference + by, end: reference + by };
    default:
      return { begin: reference, end: reference };
  }
}

function nearestWeekday(reference: number, weekday: number, points: Pointing, direction: Direction): number {
  const today = weekdayOf(reference);
  const back = (today - weekday + 7) % 7;
  const ahead = (weekday - today + 7) % 7;
  if (points === 'past') return reference - (back === 0 ? 7 : back);
  if (points === 'next' || direction === 'future') return reference + (ahead === 0 ? 7 : ahead);
  return reference - back;
}

/** How many days after it was written a report may be published. */
const LAG = 3;

/** "today, Friday" in a report of a Thursday: one of the two is wrong, and nothing says which. In one of a Saturday it is the day before. */
function contradicts({ day: weekday, beside }: Extract<When, { is: 'weekday' }>, reference: number): boolean {
  if (beside === undefined || beside > 0) return false;
  return (weekdayOf(reference + beside) - weekday + 7) % 7 > LAG;
}

type DateWhen = Extract<When, { is: 'date' }>;

function resolveDate(when: DateWhen, reference: number | null, direction: Direction): Interval {
  const grain: Grain = when.day !== null ? 'day' : when.month !== null ? 'month' : 'year';
  if (when.year !== null) {
    const days = daysOf(when, when.year);
    return days === null ? none('stated', grain) : { ...days, grain, anchor: 'stated' };
  }
  if (reference === null) return none('publication', grain);
  const candidates: Days[] = [];
  if (when.month === null) {
    if (when.day === null)
      return when.points === null
        ? none('publication', grain)
        : { ...unitAt(reference, 'year', step(when.points)), grain, anchor: 'publication' };
    const { year, month } = civilOf(reference);
    for (let k = -3; k <= 3; k++) {
      const days = monthDays(year, month + k);
      const at = days.begin + when.day - 1;
      if (at <= days.end && (when.weekday === null || weekdayOf(at) === when.weekday)) candidates.push({ begin: at, end: at });
    }
  } else {
    const year = when.calendar === 'hijri' ? hijriYearOf(reference) : civilOf(reference).year;
    for (let k = -2; k <= 2; k++) {
      const days = daysOf(when, year + k);
      if (days !== null) candidates.push(days);
    }
  }
  const chosen = choose(candidates, reference, when.points, direction);
  return chosen === null ? none('publication', grain) : { ...chosen, grain, anchor: 'publication' };
}

const step = (points: Pointing): number => (points === 'past' ? -1 : points === 'next' ? 1 : 0);

function daysOf(when: DateWhen, year: number): Days | null {
  if (when.calendar === 'hijri')
    return year < 1600 ? hijriDays(year, when.month, when.day) : hijriInGregorian(year, when.month, when.day);
  if (when.month === null) return yearDays(year);
  if (when.day === null) return monthDays(year, when.month);
  if (when.day > daysInMonth(year, when.month)) return null;
  const at = dayNumber(year, when.month, when.day);
  return { begin: at, end: at };
}

/** The sighted month may begin a day earlier or later than the reckoned one. */
function hijriDays(year: number, month: number | null, dayOfMonth: number | null): Days {
  const begin = hijriDayNumber(year, month ?? 1, dayOfMonth ?? 1);
  if (dayOfMonth !== null) return { begin: begin - 1, end: begin + 1 };
  const next =
    month === null
      ? hijriDayNumber(year + 1, 1, 1)
      : month === 12
        ? hijriDayNumber(year + 1, 1, 1)
        : hijriDayNumber(year, month + 1, 1);
  return { begin, end: next - 1 };
}

/** The Muslim month that begins in a Gregorian year. */
function hijriInGregorian(year: number, month: number | null, dayOfMonth: number | null): Days | null {
  const { begin, end } = yearDays(year);
  for (let h = hijriYearOf(begin); h <= hijriYearOf(end); h++) {
    const days = hijriDays(h, month, dayOfMonth);
    if (days.begin >= begin && days.begin <= end) return days;
  }
  return null;
}

/** Which year is meant when none is said. */
function choose(candidates: readonly Days[], reference: number, points: Pointing, direction: Direction): Days | null {
  let before: Days | null = null;
  let after: Days | null = null;
  for (const days of candidates) {
    if (days.end < reference) before = days;
    if (days.begin > reference && after === null) after = days;
  }
  const around = candidates.find((days) => days.begin <= reference && days.end >= reference) ?? null;
  if (points === 'past') return before;
  if (points === 'next') return after;
  // a day of the running month stays in it, though it is yet to come
  const running = candidates.find((days) => sameMonth(days, reference));
  if (direction === 'future') return around ?? running ?? after;
  if (around !== null || points === 'current') return around ?? running ?? before;
  if (before !== null && after !== null && after.begin - reference <= SOON && reference - before.end > LONG_AGO) return after;
  return before;
}

function sameMonth({ begin, end }: Days, reference: number): boolean {
  const a = civilOf(begin);
  const b = civilOf(reference);
  return begin === end && a.year === b.year && a.month === b.month;
}

function resolveDistance(
  unit: Grain,
  by: number | null,
  reference: number | null,
  direction: Direction,
  told: Days | null,
): Interval {
  // only hours later are counted from what was told in any place of a sentence
  if (by !== null && by > 0 && direction === 'past')
    return fromTold(unit === 'hour' || unit === 'minute' ? told : null, unit, by);
  // hours and minutes ago are today, however many
  if (by === null && reference !== null && (unit === 'hour' || unit === 'minute')) return day(reference, 'publication');
  if (by === null || reference === null)
    return none(by === null && reference !== null && direction === 'future' ? null : 'publication', unit);
  if (!Number.isInteger(by) || Math.abs(by) > 5000) return none('publication', unit);
  if (unit === 'day' || unit === 'week')
    return { ...unitAt(reference, 'day', unit === 'week' ? 7 * by : by), grain: unit, anchor: 'publication' };
  if (unit === 'hour' || unit === 'minute' || unit === 'second') {
    const hours = unit === 'hour' ? by : unit === 'minute' ? by / 60 : by / 3600;
    return day(reference + Math.trunc(hours / 24), 'publication');
  }
  return { ...unitAt(reference, unit, by, direction), grain: unit, anchor: 'publication' };
}

function fromTold(told: Days | null, unit: Grain, by: number): Interval {
  const days = daysFrom(told, unit, by);
  return days === null ? none('previous', unit) : { ...days, grain: unit === 'month' ? unit : 'day', anchor: 'previous' };
}

const daysPer: Partial<Record<Grain, number>> = { second: 0, minute: 0, hour: 1 / 24, day: 1, week: 7 };

function resolveStretch(
  unit: Grain,
  count: number | null,
  points: 'past' | 'next',
  reference: number | null,
  direction: Direction,
): Interval {
  if (count === null && points === 'past' && (unit === 'hour' || unit === 'minute') && reference !== null)
    return day(reference, 'publication');
  if (count === null || reference === null || count > 5000) return none('publication', unit);
  const days = daysPer[unit];
  if (points === 'next') {
    if (unit === 'week' || unit === 'month' || unit === 'year')
      return {
        begin: unitAt(reference, unit, 1, direction).begin,
        end: unitAt(reference, unit, count, direction).end,
        grain: unit,
        anchor: 'publication',
      };
    return { begin: reference, end: reference + Math.ceil((days ?? 1) * count), grain: unit, anchor: 'publication' };
  }
  // past days are full days; past hours reach into today
  if (days !== undefined)
    return {
      begin: reference - Math.ceil(days * count),
      end: unit === 'day' && direction === 'past' ? reference - 1 : reference,
      grain: unit,
      anchor: 'publication',
    };
  const { year, month, day: dayOfMonth } = civilOf(reference);
  const months = unit === 'month' ? count : unit === 'year' ? 12 * count : unit === 'decade' ? 120 * count : 1200 * count;
  const back = monthDays(year, month - months);
  return { begin: Math.min(back.begin + dayOfMonth - 1, back.end), end: reference, grain: unit, anchor: 'publication' };
}

function inside(of: Interval, take: (days: Days, grain: Grain) => Days | null): Interval {
  if (of.begin === null || of.end === null) return of;
  const days = take({ begin: of.begin, end: of.end }, of.grain ?? 'day');
  if (days === null) return none(of.anchor, 'day');
  const length = days.end - days.begin + 1;
  return { ...days, grain: length === 7 ? 'week' : length >= 28 && length <= 31 ? 'month' : 'day', anchor: of.anchor };
}

/** A beginning is a day in speech; in news it is the first third of a month, the first month of a year. `2/4` is the second quarter. */
function edgeOf({ begin, end }: Days, grain: Grain, edge: string, direction: Direction): Days {
  const length = end - begin + 1;
  if (edge === 'first') return { begin, end: begin };
  if (edge.includes('/')) {
    const [part, parts] = edge.split('/').map(Number);
    const { year, month } = civilOf(begin);
    if (grain === 'year' && 12 % parts === 0) {
      const months = 12 / parts;
      return { begin: monthDays(year, month + (part - 1) * months).begin, end: monthDays(year, month + part * months - 1).end };
    }
    return { begin: begin + Math.floor((length * (part - 1)) / parts), end: begin + Math.floor((length * part) / parts) - 1 };
  }
  if (direction === 'future') {
    if (edge === 'start') return { begin, end: begin };
    if (edge === 'end') return { begin: end, end };
    if (edge === 'middle' && grain === 'month') return { begin: begin + 14, end: begin + 14 };
  }
  if (grain === 'month') {
    if (edge === 'early' || edge === 'start') return { begin, end: begin + 9 };
    if (edge === 'late' || edge === 'end') return { begin: begin + 20, end };
    // "mid-May" is too loose for less than the month
    return edge === 'middle' ? { begin, end } : { begin: begin + 10, end: begin + 19 };
  }
  if (edge === 'start') return { begin, end: begin + (grain === 'year' ? 30 : 1) };
  if (edge === 'end') return { begin: end - (grain === 'year' ? 30 : 1), end };
  const third = Math.floor(length / 3);
  if (edge === 'late') return { begin: end - third + 1, end };
  return edge === 'early' ? { begin, end: begin + third - 1 } : { begin: begin + third, end: end - third };
}

/** "the first week of May": its first seven days; calendars that look ahead count whole weeks. */
function nthIn({ begin, end }: Days, nth: number, unit: Grain, weekday: number | null, direction: Direction): Days | null {
  if (weekday !== null) {
    const first = begin + ((weekday - weekdayOf(begin) + 7) % 7);
    const last = end - ((weekdayOf(end) - weekday + 7) % 7);
    const at = nth < 0 ? last : first + 7 * (nth - 1);
    return at <= end ? { begin: at, end: at } : null;
  }
  if (unit === 'week') {
    const [skip, back] = direction === 'future' ? [(8 - weekdayOf(begin)) % 7, weekdayOf(end) % 7] : [0, 0];
    const at = nth < 0 ? end - 6 - back : begin + skip + 7 * (nth - 1);
    return at <= end ? { begin: at, end: at + 6 } : null;
  }
  if (unit === 'month') {
    const { year, month } = civilOf(begin);
    return nth < 0 ? monthDays(civilOf(end).year, civilOf(end).month) : monthDays(year, month + nth - 1);
  }
  if (unit !== 'day') return null;
  const at = nth < 0 ? end : begin + nth - 1;
  return at <= end ? { begin: at, end: at } : null;
}

function resolveSpan(from: When, to: When, reference: number | null, direction: Direction): Interval {
  const last = resolveWhen(to, reference, direction);
  // the first day of a span of weekdays lies before its last, not before publication
  const first =
    from.is === 'weekday' && last.begin !== null
      ? resolveWhen(from, last.begin, 'past')
      : resolveWhen(from, reference, direction);
  if (first.begin === null || last.end === null) return none(first.anchor ?? last.anchor);
  if (first.begin > last.end) return none(first.anchor);
  return { begin: first.begin, end: last.end, grain: last.grain, anchor: first.anchor };
}

/** Three whole months; winter runs into the next year. */
function resolveSeason(month: number, of: When, reference: number | null, direction: Direction): Interval {
  const days = (year: number): Days => ({ begin: monthDays(year, month).begin, end: monthDays(year, month + 2).end });
  if (of.is === 'date' && of.year === null) {
    if (reference === null) return none('publication', 'month');
    const { year } = civilOf(reference);
    const chosen = choose(
      [-2, -1, 0, 1, 2].map((k) => days(year + k)),
      reference,
      of.points,
      direction,
    );
    return chosen === null ? none('publication', 'month') : { ...chosen, grain: 'month', anchor: 'publication' };
  }
  const year = resolveWhen(of, reference, direction);
  return year.begin === null
    ? none(year.anchor, 'month')
    : { ...days(civilOf(year.begin).year), grain: 'month', anchor: year.anchor };
}

function resolveFeast(when: Extract<When, { is: 'feast' }>, reference: number | null, direction: Direction): Interval {
  const stated = when.year !== null && when.year.is === 'date' ? when.year.year : null;
  if (stated === null && reference === null) return none('publication', 'day');
  const years = stated !== null ? [stated] : [-2, -1, 0, 1, 2].map((k) => civilOf(reference!).year + k);
  const days: Days[] = [];
  for (const year of years) for (const at of feastIn(when, year)) days.push({ begin: at + when.plus, end: at + when.plus });
  const chosen = stated !== null ? days[0] : choose(days, reference!, null, direction);
  if (chosen === undefined || chosen === null) return none('publication', 'day');
  // the sighted calendar may be a day off; news takes the span, speech the likeliest day
  const slack = when.calendar === 'hijri' && direction === 'past' ? 1 : 0;
  return {
    begin: chosen.begin - slack,
    end: chosen.begin + slack,
    grain: 'day',
    anchor: stated !== null ? 'stated' : 'publication',
  };
}
