/**
 * Happenings that hang together by links, as sets of numbers: joined at once, taken apart again when one of them is removed. A few bytes a happening, so that
 * a large case costs little memory; they can be kept as bytes and taken up again.
 */
export type Components = {
  /** Numbers are given in order, from 0. */
  add: (id: number) => void;
  join: (a: number, b: number) => void;
  /** Takes one away and the others of its set apart; returns those, to be joined again. */
  takeApart: (id: number) => number[];
  has: (id: number) => boolean;
  members: (id: number) => number[];
  /** Numbers that were given so far. */
  count: () => number;
  /** The group that holds one, by its first; null when it was not grouped yet. */
  groupOf: (id: number) => number | null;
  setGroup: (id: number, first: number) => void;
  /** Sets with a member that came, was joined or lost others since this was asked last; to be gone through to the end. */
  touched: () => Iterable<number[]>;
  touchAll: () => void;
  /** As they are once nothing is touched. */
  bytes: () => Uint8Array;
};

const NONE = -1;
/** Lists that are kept, each with a number for every happening. */
const LISTS = 4;

export function openComponents(kept?: Uint8Array): Components {
  let [root, next, size, group] = kept ? unpacked(kept) : Array.from({ length: LISTS }, () => new Int32Array(1024));
  let count = kept ? kept.byteLength / 4 / LISTS : 0;
  let isTouched = new Uint8Array(root.length);

  function members(id: number): number[] {
    const list = [id];
    for (let other = next[id]; other !== id; other = next[other]) list.push(other);
    return list;
  }

  function alone(id: number): void {
    root[id] = id;
    next[id] = id;
    size[id] = 1;
    isTouched[id] = 1;
  }

  return {
    add(id) {
      if (id >= root.length) {
        [root, next, size, group] = [root, next, size, group].map((list) => grown(list, id));
        const flags = new Uint8Array(root.length);
        flags.set(isTouched);
        isTouched = flags;
      }
      count = Math.max(count, id + 1);
      group[id] = NONE;
      alone(id);
    },
    join(a, b) {
      const [x, y] = [root[a], root[b]];
      const [large, small] = size[x] >= size[y] ? [x, y] : [y, x];
      isTouched[large] = 1;
      if (large === small) return;
      for (const member of members(small)) root[member] = large;
      [next[large], next[small]] = [next[small], next[large]];
      size[large] += size[small];
    },
    takeApart(id) {
      const others = members(id).filter((member) => member !== id);
      for (const other of others) alone(other);
      next[id] = id;
      size[id] = 0;
      isTouched[id] = 0;
      root[id] = NONE;
      return others;
    },
    has: (id) => id < count && root[id] !== NONE,
    members,
    count: () => count,
    groupOf: (id) => (group[id] === NONE ? null : group[id]),
    setGroup(id, first) {
      group[id] = first;
    },
    *touched() {
      for (let id = 0; id < count; id++) {
        if (isTouched[id] === 0) continue;
        const all = members(id);
        for (const member of all) isTouched[member] = 0;
        yield all;
      }
    },
    touchAll() {
      for (let id = 0; id < count; id++) if (root[id] !== NONE) isTouched[id] = 1;
    },
    bytes() {
      const all = new Int32Array(count * LISTS);
      for (const [n, list] of [root, next, size, group].entries()) all.set(list.subarray(0, count), n * count);
      return new Uint8Array(all.buffer);
    },
  };
}

function unpacked(kept: Uint8Array): Int32Array<ArrayBuffer>[] {
  const all = new Int32Array(kept.slice().buffer);
  const count = all.length / LISTS;
  return Array.from({ length: LISTS }, (_, n) => grown(all.subarray(n * count, (n + 1) * count), count));
}

/** With room for one more than `least`, and more. */
function grown(list: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(1024, (least + 1) * 2, list.length * 2));
  larger.set(list);
  return larger;
}
