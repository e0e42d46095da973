/**
 * Clusters: which happenings are one event. Strongest pairs first, ties by key; two groups never join when any pair across them is vetoed or a person
 * said "different". The result depends on the set of happenings only, not on their order.
 */
import type { Decisions } from './decisions.ts';
import type { Happening } from './happening.ts';
import { sumOf } from './judge.ts';

export type Edge = { left: string; right: string; sum: number };

/** Groups of happenings, each sorted by key, the groups sorted by their first key. */
export function cluster(happenings: readonly Happening[], edges: readonly Edge[], decisions: Decisions): Happening[][] {
  const groups = new Map<string, Happening[]>();
  for (const happening of happenings) groups.set(happening.key, [happening]);
  for (const { left, right } of [...edges].sort(byStrength)) {
    const a = groups.get(left);
    const b = groups.get(right);
    if (!a || !b || a === b || isForbidden(a, b, decisions)) continue;
    const joined = [...a, ...b];
    for (const member of joined) groups.set(member.key, joined);
  }
  const distinct = [...new Set(groups.values())].map((group) => group.sort(byKey));
  return distinct.sort((a, b) => byKey(a[0], b[0]));
}

function byStrength(a: Edge, b: Edge): number {
  if (a.sum !== b.sum) return b.sum > a.sum ? 1 : -1;
  return order(a.left, b.left) || order(a.right, b.right);
}

export function byKey(a: { key: string }, b: { key: string }): number {
  return order(a.key, b.key);
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isForbidden(a: Happening[], b: Happening[], decisions: Decisions): boolean {
  for (const x of a) {
    for (const y of b) {
      const verdict = decisions.between(keysOf(x), keysOf(y));
      if (verdict === 'different-event') return true;
      if (verdict === null && isVetoed(x, y)) return true;
    }
  }
  return false;
}

function keysOf(happening: Happening): string[] {
  return happening.claims.map((stated) => stated.key);
}

/** Two happenings that one report tells apart stay apart too: the reader of that report saw two. */
function isVetoed(x: Happening, y: Happening): boolean {
  return sumOf(x.subject, y.subject) === null;
}
