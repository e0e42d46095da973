/** Means: the same weapon speaks a little for one event. */
import type { Reason } from '../../claim/judgement.ts';
import type { Subject } from '../subject.ts';

export function compareMeans(a: Subject, b: Subject): Reason {
  const left = a.means.join(' + ');
  const right = b.means.join(' + ');
  const score = left === '' || right === '' ? 0 : a.means.some((means) => b.means.includes(means)) ? 1 : -0.2;
  return { feature: 'means', score, left, right };
}
