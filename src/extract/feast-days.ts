/** The days on which feasts fall: Easter, those of the Gregorian year, and those of the Muslim year, which wander through it. */
import type { When } from '../claim/when.ts';
import { dayNumber, easter, hijriDayNumber, hijriYearOf } from './calendar.ts';
import { yearDays } from './told-days.ts';

/** Days of a Gregorian year on which the feast falls. */
export function feastIn(when: Extract<When, { is: 'feast' }>, year: number): number[] {
  if (when.day === 'easter') return [easter(year)];
  // "the Eid" may be either of two
  if (when.day.includes(' ')) return when.day.split(' ').flatMap((day) => feastIn({ ...when, day }, year));
  const [month, dayOfMonth] = when.day.split('-').map(Number);
  if (when.calendar === 'gregorian') return [dayNumber(year, month, dayOfMonth)];
  const { begin, end } = yearDays(year);
  const found: number[] = [];
  for (let h = hijriYearOf(begin); h <= hijriYearOf(end); h++) {
    const at = hijriDayNumber(h, month, dayOfMonth);
    if (at >= begin && at <= end) found.push(at);
  }
  return found;
}
