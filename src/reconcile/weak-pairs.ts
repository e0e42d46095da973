/** Pairs too weak to be joined by rules: the strongest are kept, whatever the order in which they came and whatever was taken away since. */
import { order } from './cluster.ts';
import type { Outline } from './shelf.ts';

/** `a` and `b`: numbers of the two; `left` and `right`: their keys, in order. */
export type WeakPair = { left: string; right: string; sum: number; a: number; b: number };
export type WeakPairs = {
  add: (pair: WeakPair) => void;
  /** Takes away the pairs of one happening. */
  remove: (id: number) => void;
  strongest: () => WeakPair[];
  /** To be taken up again later. */
  kept: () => KeptPairs;
};
/** `floor`: the weakest that was kept when some were let go: all that are stronger are here. */
export type KeptPairs = { pairs: WeakPair[]; floor: WeakPair | null };

export function weakPair(one: Outline, other: Outline, sum: number): WeakPair {
  const [a, b] = order(one.key, other.key) < 0 ? [one, other] : [other, one];
  return { left: a.key, right: b.key, sum, a: a.id, b: b.id };
}

/** `most`: how many are wanted. `all`: gives every pair anew, for when too many of those that were kept are gone. `kept`: of the last time. */
export function weakPairs(most: number, all: () => Iterable<WeakPair>, kept?: KeptPairs): WeakPairs {
  let pairs = kept?.pairs ?? [];
  let floor = kept?.floor ?? null;

  function add(pair: WeakPair): void {
    if (floor !== null && byStrength(floor, pair) < 0) return;
    pairs.push(pair);
    if (pairs.length < most * 4) return;
    pairs = pairs.sort(byStrength).slice(0, most * 2);
    floor = pairs[pairs.length - 1];
  }

  return {
    add,
    remove(id) {
      pairs = pairs.filter(({ a, b }) => a !== id && b !== id);
    },
    strongest() {
      if (floor !== null && pairs.length < most) {
        pairs = [];
        floor = null;
        for (const pair of all()) add(pair);
      }
      pairs.sort(byStrength);
      return pairs.slice(0, most);
    },
    kept: () => ({ pairs, floor }),
  };
}

function byStrength(a: WeakPair, b: WeakPair): number {
  return b.sum - a.sum || order(a.left, b.left) || order(a.right, b.right);
}
