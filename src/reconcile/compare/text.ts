/** Text: a report that copies another speaks of the same things; a text that merely differs says nothing. */
import { COPY, containment } from '../fingerprint.ts';
import type { Subject } from '../subject.ts';

export function textScore(a: Subject, b: Subject): number {
  const share = containment(a.print, b.print);
  if (share < 0.35 || isSamePattern(a, b)) return 0;
  return share >= COPY ? 1 : 0.5;
}

/** The same words with another day and other numbers are what an outlet writes every day, not a copy. */
function isSamePattern(a: Subject, b: Subject): boolean {
  if (a.begin === null || b.begin === null || a.begin === b.begin) return false;
  const alike = a.figures.flatMap((x) =>
    b.figures.filter((y) => !x.vague && !y.vague && x.outcome === y.outcome).map((y) => [x, y]),
  );
  return alike.length > 0 && alike.every(([x, y]) => x.low !== y.low);
}

export function sayText(subject: Subject, other: Subject): string {
  if (textScore(subject, other) === 0) return '';
  return `${Math.round(containment(subject.print, other.print) * 100)} % of the shorter text`;
}
