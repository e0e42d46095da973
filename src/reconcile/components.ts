/**
 * Happenings that hang together by links, as sets of numbers: joined at once, taken apart again when one of them is removed. Four bytes a happening and
 * list, so that a large case costs little memory.
 */
export type Components = {
  /** Numbers are given in order, from 0. */
  add: (id: number) => void;
  join: (a: number, b: number) => void;
  /** Takes one away and the others of its set apart; returns those, to be joined again. */
  takeApart: (id: number) => number[];
  has: (id: number) => boolean;
  isAlone: (id: number) => boolean;
  /** The same number for all of a set. */
  rootOf: (id: number) => number;
  members: (id: number) => number[];
  /** Roots of sets of two or more that changed since this was asked last, and roots that are none any longer. */
  changes: () => { changed: number[]; gone: number[] };
};

const GONE = -1;

export function openComponents(): Components {
  let root = new Int32Array(1024);
  let next = new Int32Array(1024);
  let size = new Int32Array(1024);
  let count = 0;
  let changed = new Set<number>();
  let gone = new Set<number>();

  function members(id: number): number[] {
    const list = [id];
    for (let other = next[id]; other !== id; other = next[other]) list.push(other);
    return list;
  }

  function alone(id: number): void {
    root[id] = id;
    next[id] = id;
    size[id] = 1;
    changed.delete(id);
    gone.add(id);
  }

  return {
    add(id) {
      if (id >= root.length) [root, next, size] = [grown(root), grown(next), grown(size)];
      count = Math.max(count, id + 1);
      root[id] = id;
      next[id] = id;
      size[id] = 1;
    },
    join(a, b) {
      const [x, y] = [root[a], root[b]];
      const [large, small] = size[x] >= size[y] ? [x, y] : [y, x];
      changed.add(large);
      gone.delete(large);
      if (large === small) return;
      for (const member of members(small)) root[member] = large;
      [next[large], next[small]] = [next[small], next[large]];
      size[large] += size[small];
      changed.delete(small);
      gone.add(small);
    },
    takeApart(id) {
      const others = members(id).filter((member) => member !== id);
      for (const member of [id, ...others]) alone(member);
      root[id] = GONE;
      return others;
    },
    has: (id) => id < count && root[id] !== GONE,
    isAlone: (id) => size[root[id]] === 1,
    rootOf: (id) => root[id],
    members,
    changes() {
      const found = { changed: [...changed], gone: [...gone] };
      changed = new Set();
      gone = new Set();
      return found;
    },
  };
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
