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
 *
 * Where a person says that two happenings are one event, no veto of the rules between what belongs to the one and what belongs to the other holds: both keep
 * what they have, and what comes later needs to fit one of them. So an event has families, and vetoes hold between families; without decisions it has one.
 */
export function cluster(happenings: readonly Outline[], edges: readonly Edge[], decisions: Decisions): number[][] {
  const familyOf = happenings.map((_, i) => [i]);
  const eventOf = happenings.map((_, i) => [i]);
  const apart = new Map<number[], Set<number[]>>();
  for (const { left, right, sum } of [...edges].sort(byStrength)) {
    const [a, b] = [familyOf[left], familyOf[right]];
    if (a === b || apart.get(a)?.has(b)) continue;
    const isDecided = sum === Number.POSITIVE_INFINITY;
    const areOne = eventOf[left] === eventOf[right];
    if (
      (!areOne && areToldApart(eventOf[left], eventOf[right], happenings, decisions)) ||
      (!isDecided && areVetoed(a, b, happenings, decisions))
    ) {
      keepApart(apart, a, b);
      continue;
    }
    if (!areOne) joined(eventOf, left, right);
    if (isDecided) continue;
    const [large, small] = joined(familyOf, left, right);
    for (const other of apart.get(small) ?? []) {
      apart.get(other)?.delete(small);
      keepApart(apart, large, other);
    }
    apart.delete(small);
  }
  const groups = [...new Set(eventOf)];
  for (const group of groups) group.sort((a, b) => a - b);
  return groups.sort((a, b) => a[0] - b[0]);
}

/** Takes the smaller of two lists into the larger one; returns them in that order. */
function joined(listOf: number[][], left: number, right: number): [number[], number[]] {
  const [a, b] = [listOf[left], listOf[right]];
  const [large, small] = a.length >= b.length ? [a, b] : [b, a];
  for (const member of small) listOf[member] = large;
  large.push(...small);
  return [large, small];
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

/** A person said of two of them that they are different. */
function areToldApart(
  a: readonly number[],
  b: readonly number[],
  happenings: readonly Outline[],
  { between, isEmpty }: Decisions,
): boolean {
  if (isEmpty) return false;
  return a.some((i) => b.some((j) => between(happenings[i].claims, happenings[j].claims) === 'different-event'));
}

function areVetoed(
  a: readonly number[],
  b: readonly number[],
  happenings: readonly Outline[],
  { between, isEmpty }: Decisions,
): boolean {
  for (const i of a) {
    for (const j of b) {
      const [x, y] = [happenings[i], happenings[j]];
      if (areApart(x.subject, y.subject) && (isEmpty || between(x.claims, y.claims) === null)) return true;
    }
  }
  return false;
}
