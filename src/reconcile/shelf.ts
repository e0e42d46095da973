/**
 * Where a collection keeps what it need not hold in memory: happenings, which of them share a key, and the events computed so far. In memory for a few reports;
 * a large case brings a shelf on disk.
 */
import type { Happening } from './happening.ts';

export type Shelf = {
  /** Keeps a happening, to be found under each of `keys`. */
  put: (happening: Happening, keys: readonly string[]) => void;
  /** By its key; it was put before. */
  get: (key: string) => Happening;
  /** Happenings that were put under any of the keys; one may come twice. */
  near: (keys: readonly string[]) => Happening[];
  /** What was computed of a group, by the group's number. */
  keep: (group: number, computed: object) => void;
  kept: (group: number) => object | undefined;
  drop: (group: number) => void;
};

export function memoryShelf(): Shelf {
  const happenings = new Map<string, Happening>();
  const own = new Map<string, Happening[]>();
  const computed = new Map<number, object>();
  return {
    put(happening, keys) {
      happenings.set(happening.key, happening);
      for (const key of keys) {
        const list = own.get(key);
        if (list) list.push(happening);
        else own.set(key, [happening]);
      }
    },
    get(key) {
      const happening = happenings.get(key);
      if (!happening) throw new Error(`there is no happening ${key}`);
      return happening;
    },
    near: (keys) => keys.flatMap((key) => own.get(key) ?? []),
    keep: (group, body) => void computed.set(group, body),
    kept: (group) => computed.get(group),
    drop: (group) => void computed.delete(group),
  };
}
