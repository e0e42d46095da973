/**
 * Figures: the same number with the same outcome speaks for one event; numbers far apart speak mildly against, since tolls rise, and more so where the later
 * day has the smaller one, since they do not fall. One person named says nothing of how many there were.
 */
import type { Subject } from '../subject.ts';

type Figure = Subject['figures'][number];

export function figuresScore(a: Subject, b: Subject): number {
  const first = a.begin === null || b.begin === null || a.begin === b.begin ? null : a.begin < b.begin ? a : b;
  let best = Number.NEGATIVE_INFINITY;
  for (const x of a.figures) {
    if (x.vague) continue;
    for (const y of b.figures) {
      if (y.vague || x.outcome !== y.outcome) continue;
      const isFalling = first !== null && (first === a ? x.low > y.low : y.low > x.low);
      best = Math.max(best, x.low === y.low ? sameness(x.low) : isOfSome(a, x, b, y) ? 0 : distance(x.low, y.low, isFalling));
    }
  }
  return best === Number.NEGATIVE_INFINITY ? 0 : best;
}

/** One of the two is a person told of by name, who may be one of the others. */
function isOfSome(a: Subject, x: Figure, b: Subject, y: Figure): boolean {
  return isOne(a, x) || isOne(b, y);
}

const isOne = ({ victims }: Subject, { low, high }: Figure): boolean => victims.length > 0 && low === 1 && high === 1;

export function sayFigures(subject: Subject): string {
  return subject.figures.map((figure) => `${figure.outcome} ${figure.low}${figure.high === null ? '+' : ''}`).join(' + ');
}

/** Two reports of 17 dead are rarer than two reports of one. */
function sameness(value: number): number {
  return value >= 5 ? 1 : value >= 3 ? 0.8 : 0.5;
}

function distance(x: number, y: number, isFalling: boolean): number {
  const [small, large] = x < y ? [x, y] : [y, x];
  if (large - small <= 2 || large <= small * 1.5) return 0;
  if (isFalling) return -0.8;
  return large - small >= 10 && large > small * 3 ? -0.7 : -0.3;
}
