/** Days as whole numbers since 1970-01-01, in the Gregorian and the tabular Hijri calendar. No clock and no time zone. */

export type CivilDate = { year: number; month: number; day: number };

/** Days since 1970-01-01 (proleptic Gregorian). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export function civilOf(dayCount: number): CivilDate {
  const z = dayCount + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(dayCount: number): number {
  return ((((dayCount + 3) % 7) + 7) % 7) + 1;
}

/** `2015-08-03`; text after the day (a time) is ignored. Null when it is no date. */
export function parseDay(text: string): number | null {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return null;
  const year = numberIn(text, 0, 4);
  const month = numberIn(text, 5, 7);
  const day = numberIn(text, 8, 10);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

const DASH = 0x2d;

/** The number that the digits are, -1 where something else stands among them. */
function numberIn(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

export function formatDay(dayCount: number): string {
  const { year, month, day } = civilOf(dayCount);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const HIJRI_EPOCH = dayNumber(622, 7, 19);

/** Day of the tabular (civil) Hijri calendar; the sighted month may begin a day before or after. */
export function hijriDayNumber(year: number, month: number, day: number): number {
  return (
    HIJRI_EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 29 * (month - 1) + Math.ceil((month - 1) / 2) + day - 1
  );
}

/** The day in the tabular Hijri calendar. */
export function hijriOf(dayCount: number): CivilDate {
  const year = hijriYearOf(dayCount);
  let month = 12;
  while (month > 1 && hijriDayNumber(year, month, 1) > dayCount) month--;
  return { year, month, day: dayCount - hijriDayNumber(year, month, 1) + 1 };
}

export function daysInHijriMonth(year: number, month: number): number {
  const next = month === 12 ? hijriDayNumber(year + 1, 1, 1) : hijriDayNumber(year, month + 1, 1);
  return next - hijriDayNumber(year, month, 1);
}

/** The Gregorian day of a Hijri one written `1440-06-07`; null when there is no such day. */
export function gregorianOf(hijri: string): string | null {
  const [, year, month, day] = (/^(\d{1,4})-(\d{1,2})-(\d{1,2})$/.exec(hijri) ?? []).map(Number);
  if (!(year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInHijriMonth(year, month))) return null;
  return formatDay(hijriDayNumber(year, month, day));
}

/** Hijri year that holds the day. */
export function hijriYearOf(dayCount: number): number {
  let year = Math.floor((dayCount - HIJRI_EPOCH) / 354.367) + 1;
  while (hijriDayNumber(year + 1, 1, 1) <= dayCount) year++;
  while (hijriDayNumber(year, 1, 1) > dayCount) year--;
  return year;
}

/** Western Easter Sunday. */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
