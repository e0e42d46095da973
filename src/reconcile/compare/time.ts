/** Time: the same stated day speaks for one event, days apart against it; a day only implied by publication says less, but what comes after it is another event. */
import { isoDay } from '../days.ts';
import type { Subject } from '../subject.ts';

export function timeScore(a: Subject, b: Subject): number {
  if (a.begin === null || b.begin === null || a.end === null || b.end === null) return 0;
  const gap = Math.max(a.begin - b.end, b.begin - a.end);
  const stated = Number(a.isTimeStated) + Number(b.isTimeStated);
  if (gap <= 0) {
    const isWide = a.end - a.begin > 6 || b.end - b.begin > 6;
    if (isWide) return 0.2;
    return stated === 2 ? 1 : stated === 1 ? 0.8 : 0.7;
  }
  if (stated === 2) return gap === 1 ? -0.3 : -1;
  // nobody tells of what happens after the day of publication; one day more may be the clock of another country
  if (stated === 1 && isAfter(a.isTimeStated ? a : b, a.isTimeStated ? b : a)) return gap === 1 ? -0.4 : -1;
  if (gap === 1) return 0.4;
  return gap <= 3 ? -0.4 : -1;
}

function isAfter(stated: Subject, published: Subject): boolean {
  return (stated.begin as number) > (published.end as number);
}

export function sayTime(s: Subject): string {
  if (s.begin === null || s.end === null) return '';
  const days = s.begin === s.end ? isoDay(s.begin) : `${isoDay(s.begin)}/${isoDay(s.end)}`;
  return s.isTimeStated ? days : `${days} (published)`;
}
