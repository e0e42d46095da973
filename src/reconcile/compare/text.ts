/** Text: a report that copies another speaks of the same things; a text that merely differs says nothing. */
import { COPY, containment } from '../fingerprint.ts';
import type { Subject } from '../subject.ts';

export function textScore(a: Subject, b: Subject): number {
  const share = containment(a.print, b.print);
  return share >= COPY ? 1 : share >= 0.35 ? 0.5 : 0;
}

export function sayText(subject: Subject, other: Subject): string {
  if (textScore(subject, other) === 0) return '';
  return `${Math.round(containment(subject.print, other.print) * 100)} % of the shorter text`;
}
