/** Means: the same weapon speaks a little for one event. */
import type { Subject } from '../subject.ts';

export function meansScore(a: Subject, b: Subject): number {
  if (a.means.length === 0 || b.means.length === 0) return 0;
  return a.means.some((means) => b.means.includes(means)) ? 1 : -0.2;
}

export function sayMeans(subject: Subject): string {
  return subject.means.join(' + ');
}
