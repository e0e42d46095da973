/**
 * Where a collection keeps what it need not hold in memory: happenings, which of them share a key, how strongly they are linked, and the events computed so
 * far. In memory for a few reports; a large case brings a shelf on disk. Happenings go by the numbers that the collection gives them.
 */
import type { ClaimKey } from '../claim/judgement.ts';
import type { BlockKey } from './block.ts';
import { byKey } from './cluster.ts';
import type { Happening } from './happening.ts';
import type { Subject } from './subject.ts';

/** What a happening is compared by. */
export type Outline = { id: number; key: string; report: string; claims: readonly ClaimKey[]; subject: Subject };
/** To a happening that was put before. */
export type Link = { id: number; sum: number };
/** What was computed of a group of happenings, `body` as JSON. `brief`: the little of it that is asked for again and again. */
export type Kept = { members: readonly number[]; brief: object; body: string };

export type Shelf = {
  /** Keeps a happening, to be found under each of `keys`. */
  put: (id: number, happening: Happening, keys: readonly BlockKey[], links: readonly Link[]) => void;
  /** Takes one away that was put under `keys`. Links of others to it stay: who reads them knows that it is gone. */
  remove: (id: number, keys: readonly BlockKey[]) => void;
  get: (id: number) => Happening;
  outline: (id: number) => Outline;
  /** Links as they were put. */
  links: (id: number) => readonly Link[];
  /** Happenings that were put under any of the keys, each once. */
  near: (keys: readonly BlockKey[]) => Outline[];
  /** All, in the order of their keys. */
  ids: () => Iterable<number>;
  /** By the number of the group's first happening. */
  keep: (id: number, kept: Kept) => void;
  brief: (id: number) => Omit<Kept, 'body'> | undefined;
  body: (id: number) => string | undefined;
};

export function outlineOf(id: number, { key, input, claims, subject }: Happening): Outline {
  return { id, key, report: input.report, claims: claims.map((stated) => stated.key), subject };
}

type Slot = { happening: Happening; outline: Outline; links: readonly Link[] };

export function memoryShelf(): Shelf {
  const slots = new Map<number, Slot>();
  const under = new Map<string, Map<number | null, Set<number>>>();
  const computed = new Map<number, Kept>();
  const slotOf = (id: number): Slot => {
    const slot = slots.get(id);
    if (!slot) throw new Error(`there is no happening ${id}`);
    return slot;
  };
  const setsOf = ({ name, at }: BlockKey): Set<number>[] => {
    const sets = under.get(name);
    if (!sets) return [];
    return at === null ? [...sets.values()] : [sets.get(at) ?? new Set()];
  };
  return {
    put(id, happening, keys, links) {
      slots.set(id, { happening, outline: outlineOf(id, happening), links });
      for (const { name, at } of keys) {
        const sets = under.get(name) ?? new Map<number | null, Set<number>>();
        under.set(name, sets);
        sets.set(at, (sets.get(at) ?? new Set()).add(id));
      }
    },
    remove(id, keys) {
      slots.delete(id);
      computed.delete(id);
      for (const key of keys) for (const set of setsOf(key)) set.delete(id);
    },
    get: (id) => slotOf(id).happening,
    outline: (id) => slotOf(id).outline,
    links: (id) => slotOf(id).links,
    near(keys) {
      const ids = new Set<number>();
      for (const key of keys) for (const set of setsOf(key)) for (const id of set) ids.add(id);
      return [...ids].map((id) => slotOf(id).outline);
    },
    ids: () =>
      [...slots.values()]
        .map(({ outline }) => outline)
        .sort(byKey)
        .map(({ id }) => id),
    keep: (id, kept) => void computed.set(id, kept),
    brief: (id) => computed.get(id),
    body: (id) => computed.get(id)?.body,
  };
}
