/** Pairs too weak to be joined by rules: the strongest are kept, whatever the order in which they came. */
import { order } from './cluster.ts';

export type WeakPair = { left: string; right: string; sum: number };
export type WeakPairs = { add: (a: string, b: string, sum: number) => void; strongest: () => WeakPair[] };

/** `most`: how many are kept. */
export function weakPairs(most: number): WeakPairs {
  let pairs: WeakPair[] = [];
  const strongest = (): WeakPair[] => {
    pairs = pairs.sort((a, b) => b.sum - a.sum || order(a.left, b.left) || order(a.right, b.right)).slice(0, most);
    return pairs;
  };
  return {
    add(a, b, sum) {
      const [left, right] = order(a, b) < 0 ? [a, b] : [b, a];
      pairs.push({ left, right, sum });
      if (pairs.length >= most * 4) strongest();
    },
    strongest,
  };
}
