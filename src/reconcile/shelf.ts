/**
 * Where a collection keeps what it need not hold in memory: happenings, which of them share a key, how strongly they are linked, which reports they are of, the
 * cumulative figures told, and the events computed so far. In memory for a few reports; a large case brings a shelf on disk. Happenings go by the numbers that
 * the collection gives them.
 */
import type { ClaimKey } from '../claim/judgement.ts';
import type { BlockKey } from './block.ts';
import type { Brief, Computed } from './brief.ts';
import type { CountedEvents } from './counted.ts';
import type { Happening } from './happening.ts';
import type { Subject } from './subject.ts';
import type { Told } from './told-totals.ts';

/** What a happening is compared by. */
export type Outline = { id: number; key: string; report: string; claims: readonly ClaimKey[]; subject: Subject };
/** To a happening that was put before. */
export type Link = { id: number; sum: number };
/** The happenings of a report have numbers in a row. */
export type Own = { first: number; count: number };
export type Keyed<K, V> = Pick<Map<K, V>, 'get' | 'set' | 'delete' | 'has'>;

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
  reports: Keyed<string, Own>;
  /** Happenings of claims that a person judged. */
  judged: Keyed<ClaimKey, number>;
  told: ToldShelf;
  groups: GroupShelf;
  /** Short notes by name, for what the collection holds in memory. */
  notes: Keyed<string, Uint8Array>;
};

/** Cumulative figures. */
export type ToldShelf = {
  put: (report: string, told: readonly Told[]) => void;
  drop: (report: string) => void;
  /** Those of one origin and one subject together, by their kinds in order, each in the order of reports. */
  kinds: () => Iterable<Told[]>;
};

/** Groups of happenings that are one event each, by the number of their first. */
export type GroupShelf = {
  /** In the place of what was kept of it. `members` in the order of their keys. */
  keep: (members: readonly number[], computed: Computed) => void;
  drop: (first: number) => void;
  members: (first: number) => readonly number[] | undefined;
  /** Undefined too where it was kept at another time: it can be computed again. */
  body: (first: number) => string | undefined;
  /** In the order of the keys of their firsts; nothing may be kept or dropped meanwhile. */
  all: () => Iterable<{ first: number; brief: Brief }>;
  /** Some group has this code. */
  isCode: (code: string) => boolean;
  withCode: (code: string) => Iterable<{ first: number; brief: Brief }>;
  /** Codes of groups kept or dropped since they were told last, and of groups that had or have one of these as another code; null: any may be. */
  touched: () => ReadonlySet<string> | null;
  /** Codes that two groups or more have, each with these in order. */
  shared: () => Iterable<{ code: string; firsts: number[] }>;
  /** Counts of groups, to be looked for by place and day: of these kinds, see `countKey`. */
  counted: (kinds: ReadonlySet<string>, codeOf: (first: number, code: string) => string) => Pick<CountedEvents, 'within'>;
};

export function outlineOf(id: number, { key, input, claims, subject }: Happening): Outline {
  return { id, key, report: input.report, claims: claims.map((stated) => stated.key), subject };
}
