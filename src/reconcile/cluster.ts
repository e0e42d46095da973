/**
 * Clusters: which happenings are one event. Strongest pairs first, ties by key; two groups never join when any pair across them is vetoed or a person
 * said "different". The result depends on the set of happenings only, not on their order.
 */
import type { Decisions } from './decisions.ts';
import { areApart } from './judge.ts';
import type { Outline } from './shelf.ts';

/** Two happenings by their places in the list of {@link cluster}, `left` before `right`. */
export type Edge = { left: number; right: number; sum: number };

/**
 * Groups of happenings, each in the order of the list, the groups ordered by their first. `happenings` sorted by key. No pair is looked at twice: groups
 * that must stay apart are remembered, and whatever joins either of them keeps away from the other.
 */
export function cluster(happenings: readonly Outline[], edges: readonly Edge[], decisions: Decisions): number[][] {
  const groupOf = happenings.map((_, i) => [i]);
  const apart = new Map<number[], Set<number[]>>();
  for (const { left, right } of [...edges].sort(byStrength)) {
    const a = groupOf[left];
    const b = groupOf[right];
    if (a === b || apart.get(a)?.has(b)) continue;
    if (isForbidden(a, b, happenings, decisions)) {
      keepApart(apart, a, b);
      continue;
    }
    const [large, small] = a.length >= b.length ? [a, b] : [b, a];
    for (const member of small) groupOf[member] = large;
    large.push(...small);
    for (const other of apart.get(small) ?? []) {
      apart.get(other)?.delete(small);
      keepApart(apart, large, other);
    }
    apart.delete(small);
  }
  const groups = [...new Set(groupOf)];
  for (const group of groups) group.sort((a, b) => a - b);
  return groups.sort((a, b) => a[0] - b[0]);
}

function keepApart(apart: Map<number[], Set<number[]>>, a: number[], b: number[]): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ]) {
    const others = apart.get(one);
    if (others) others.add(other);
    else apart.set(one, new Set([other]));
  }
}

function byStrength(a: Edge, b: Edge): number {
  if (a.sum !== b.sum) return b.sum > a.sum ? 1 : -1;
  return a.left - b.left || a.right - b.right;
}

export function byKey(a: { key: string }, b: { key: string }): number {
  return order(a.key, b.key);
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two happenings that one report tells apart stay apart too: the reader of that report saw two. */
function isForbidden(a: readonly number[], b: readonly number[], happenings: readonly Outline[], decisions: Decisions): boolean {
  for (const i of a) {
    for (const j of b) {
      const [x, y] = [happenings[i], happenings[j]];
      const verdict = decisions.between(x.claims, y.claims);
      if (verdict === 'different-event') return true;
      if (verdict === null && areApart(x.subject, y.subject)) return true;
    }
  }
  return false;
}
