/** Days counted from a time told before: "the same day", "two days after that", "an hour later", "on the 7th of the same month". */
import type { Grain } from '../claim/when.ts';
import { civilOf, dayNumber, daysInMonth } from './calendar.ts';

export type Days = { begin: number; end: number };

/** So many hours later it is surely still the same day, or as good as that. */
const SAME_DAY = 6;

/** Days of a month; months beyond 1 to 12 run into the years beside. */
export function monthDays(year: number, month: number): Days {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const begin = dayNumber(y, m, 1);
  return { begin, end: begin + daysInMonth(y, m) - 1 };
}

/** Days of a Gregorian year. */
export const yearDays = (year: number): Days => ({ begin: dayNumber(year, 1, 1), end: dayNumber(year, 12, 31) });

/** The days `by` units from what was told; null where nothing was told, or no single day. */
export function daysFrom(told: Days | null, unit: Grain, by: number): Days | null {
  if (told === null) return null;
  const { year, month } = civilOf(told.begin);
  if (unit === 'month') return monthDays(year, month + by);
  if (told.begin !== told.end) return null;
  const days =
    unit === 'day' ? by : unit === 'week' ? 7 * by : unit === 'minute' || (unit === 'hour' && by <= SAME_DAY) ? 0 : null;
  return days === null ? null : { begin: told.begin + days, end: told.begin + days };
}
