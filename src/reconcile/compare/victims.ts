/** Named victims: one person named in both speaks strongly for one event; different names say little, since lists are partial. */
import type { Reason } from '../../claim/judgement.ts';
import type { Subject } from '../subject.ts';

export function compareVictims(a: Subject, b: Subject): Reason {
  const left = a.victims.join(' + ');
  const right = b.victims.join(' + ');
  if (left === '' || right === '') return { feature: 'victims', score: 0, left, right };
  const shared = a.victims.filter((name) => b.victims.some((other) => isSameName(name, other))).length;
  return { feature: 'victims', score: shared > 0 ? 1 : -0.1, left, right };
}

/** All words of the shorter name stand in the longer one, at least two of them. */
function isSameName(a: string, b: string): boolean {
  const x = a.split(' ');
  const y = b.split(' ');
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.length >= 2 && short.every((word) => long.includes(word));
}
