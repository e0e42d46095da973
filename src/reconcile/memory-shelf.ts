/** A shelf in memory, for a few reports. */
import type { Brief } from './brief.ts';
import { byKey, order } from './cluster.ts';
import { countedEvents } from './counted.ts';
import type { Happening } from './happening.ts';
import { type GroupShelf, type Link, type Outline, outlineOf, type Shelf, type ToldShelf } from './shelf.ts';
import type { Told } from './told-totals.ts';

type Slot = { happening: Happening; outline: Outline; links: readonly Link[] };

export function memoryShelf(): Shelf {
  const slots = new Map<number, Slot>();
  const under = new Map<string, Map<number | null, Set<number>>>();
  const slotOf = (id: number): Slot => {
    const slot = slots.get(id);
    if (!slot) throw new Error(`there is no happening ${id}`);
    return slot;
  };
  const setsOf = ({ name, at }: { name: string; at: number | null }): Set<number>[] => {
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
    reports: new Map(),
    judged: new Map(),
    told: toldInMemory(),
    groups: groupsInMemory((id) => slotOf(id).outline.key),
    notes: new Map(),
  };
}

function toldInMemory(): ToldShelf {
  const totals = new Map<string, readonly Told[]>();
  return {
    put: (report, told) => void totals.set(report, told),
    drop: (report) => void totals.delete(report),
    *kinds() {
      const kinds = new Map<string, Told[]>();
      for (const [, told] of [...totals].sort((a, b) => order(a[0], b[0])))
        for (const one of told) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
      for (const [, told] of [...kinds].sort((a, b) => order(a[0], b[0]))) yield told;
    },
  };
}

function groupsInMemory(keyOf: (id: number) => string): GroupShelf {
  type Group = { first: number; key: string; members: readonly number[]; brief: Brief; body: string };
  const groups = new Map<number, Group>();
  const codes = new Map<string, Set<number>>();
  const sorted = (list: Iterable<Group>): Group[] => [...list].sort(byKey);
  const drop = (first: number): void => {
    const group = groups.get(first);
    if (!group) return;
    groups.delete(first);
    const same = codes.get(group.brief.code) as Set<number>;
    same.delete(first);
    if (same.size === 0) codes.delete(group.brief.code);
  };
  return {
    keep(members, { brief, body }) {
      const [first] = members;
      drop(first);
      groups.set(first, { first, key: keyOf(first), members, brief, body });
      codes.set(brief.code, (codes.get(brief.code) ?? new Set()).add(first));
    },
    drop,
    members: (first) => groups.get(first)?.members,
    body: (first) => groups.get(first)?.body,
    all: () => sorted(groups.values()),
    isCode: (code) => codes.has(code),
    withCode: (code) => sorted([...(codes.get(code) ?? [])].map((first) => groups.get(first) as Group)),
    touched: () => null,
    *shared() {
      for (const [code, firsts] of codes)
        if (firsts.size > 1) {
          const all = sorted([...firsts].map((first) => groups.get(first) as Group));
          yield { code, firsts: all.map(({ first }) => first) };
        }
    },
    counted(kinds, codeOf) {
      const counted = countedEvents(kinds);
      for (const { first, brief } of groups.values()) counted.add(brief, codeOf(first, brief.code));
      return counted;
    },
  };
}
