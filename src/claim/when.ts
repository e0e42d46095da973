/** A time as the words say it, before anybody knows the day of publication: what rules make and what the resolver turns into days. */

export type Grain = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';
/** Which one of several: the one that lies before, after or around the day of publication; null: the words do not say. */
export type Pointing = 'past' | 'next' | 'current' | null;
export type CalendarName = 'gregorian' | 'hijri';

export type When =
  /** Today, yesterday, last week: whole units counted from publication. */
  | { is: 'offset'; unit: Grain; by: number }
  /** The next week, the following day: after publication in speech, after what was told before in news. */
  | { is: 'following'; unit: Grain }
  /** `beside`: "today, Friday", the day it stands beside, counted from publication. */
  | { is: 'weekday'; day: number; points: Pointing; by: number; beside?: number }
  | {
      is: 'date';
      calendar: CalendarName;
      year: number | null;
      month: number | null;
      day: number | null;
      points: Pointing;
      weekday: number | null;
    }
  /** "Three months ago" (by < 0), "in two weeks". */
  | { is: 'distance'; unit: Grain; by: number | null }
  /** "The last three weeks". */
  | { is: 'stretch'; unit: Grain; count: number | null; points: 'past' | 'next' }
  | { is: 'edge'; edge: string; of: When }
  /** "The third Tuesday of October", "the last day of the month"; nth -1 is the last. */
  | { is: 'nth'; nth: number; unit: Grain; weekday: number | null; of: When }
  | { is: 'span'; from: When; to: When }
  | { is: 'season'; month: number; year: When }
  | { is: 'feast'; day: string; calendar: CalendarName; year: When | null; plus: number }
  /** One day before or after: "on the eve of". */
  | { is: 'beside'; by: number; of: When }
  /** "The next day", "that day": from the time told before; how far from it, where the words say so. */
  | { is: 'previous'; unit?: Grain; by?: number }
  | { is: 'duration'; unit: Grain; count: number | null }
  | { is: 'set' };

/** What a rule of times makes. `weak`: no time by itself (a month's name that may be another word). */
export type Moment = {
  when: When;
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  open: boolean;
  until: boolean;
  weak: boolean;
  /** The month is spelled letter for letter, so that an attached preposition before it is one. */
  exact?: boolean;
  bits: number;
};
