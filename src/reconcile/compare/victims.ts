/** Named victims: one person named in both speaks strongly for one event; different names say little, since lists are partial. */
import type { Subject } from '../subject.ts';

export function victimsScore(a: Subject, b: Subject): number {
  if (a.victims.length === 0 || b.victims.length === 0) return 0;
  return a.victims.some((name) => b.victims.some((other) => isSameName(name, other))) ? 1 : -0.1;
}

export function sayVictims(subject: Subject): string {
  return subject.victims.join(' + ');
}

/** All words of the shorter name stand in the longer one, at least two of them. */
function isSameName(a: string, b: string): boolean {
  const x = a.split(' ');
  const y = b.split(' ');
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.length >= 2 && short.every((word) => long.includes(word));
}
