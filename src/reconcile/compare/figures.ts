/** Figures: the same number with the same outcome speaks for one event; numbers far apart speak mildly against, since tolls rise. */
import type { Subject } from '../subject.ts';

export function figuresScore(a: Subject, b: Subject): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const x of a.figures) {
    if (x.vague) continue;
    for (const y of b.figures) {
      if (y.vague || x.outcome !== y.outcome) continue;
      best = Math.max(best, x.low === y.low ? sameness(x.low) : distance(x.low, y.low));
    }
  }
  return best === Number.NEGATIVE_INFINITY ? 0 : best;
}

export function sayFigures(subject: Subject): string {
  return subject.figures.map((figure) => `${figure.outcome} ${figure.low}${figure.high === null ? '+' : ''}`).join(' + ');
}

/** Two reports of 17 dead are rarer than two reports of one. */
function sameness(value: number): number {
  return value >= 5 ? 1 : value >= 3 ? 0.8 : 0.5;
}

function distance(x: number, y: number): number {
  const [small, large] = x < y ? [x, y] : [y, x];
  if (large - small <= 2 || large <= small * 1.5) return 0;
  return large - small >= 10 && large > small * 3 ? -0.7 : -0.3;
}
