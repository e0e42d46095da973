/**
 * A collection of reports being reconciled: happenings, the pairs worth comparing, and the groups they form. Adding a report touches only the happenings
 * it is linked with; the groups depend on the set of reports, never on the order in which they came. Only keys and links are held here: the happenings
 * themselves stand on a shelf, which may be on disk.
 */
import type { Judgement } from '../claim/judgement.ts';
import { blockKeys } from './block.ts';
import { cluster, type Edge, order } from './cluster.ts';
import { type Decisions, decisionsOf } from './decisions.ts';
import { gather } from './gather.ts';
import { type Happening, happeningsOf } from './happening.ts';
import type { ReconcileInput } from './input.ts';
import { judge, sumOf } from './judge.ts';
import { ACROSS, GATHERED, type Thresholds } from './model.ts';
import { memoryShelf, type Shelf } from './shelf.ts';
import { type Told, toldTotals } from './told-totals.ts';
import { weakPairs } from './weak-pairs.ts';

export type CollectionOptions = {
  /** What people decided; rules judge the rest. */
  judgements?: readonly Judgement[];
  /** True when somebody gathered the reports because they speak of one incident: every pair is compared, and less is needed. */
  isGathered?: boolean;
  /** In memory when left out. */
  shelf?: Shelf;
};

/** Happenings of one event, by their sorted keys. The number is given once: a group that changes gets another. */
export type Group = { number: number; keys: string[] };

/** Happenings that hang together by pairs judged the same; `groups` is null until asked for. */
type Component = { members: string[]; edges: Edge[]; groups: Group[] | null; old: Group[] };

export type Collection = {
  add: (input: ReconcileInput) => void;
  /** Sorted by first key. */
  groups: () => Group[];
  /** The happenings of a group, sorted by key. */
  members: (group: Group) => Happening[];
  /** Running totals of all reports. */
  totals: () => Told[];
  /** Pairs that the rules hold for one event, or are unsure about, for people to decide. */
  suggestions: () => Judgement[];
  shelf: Shelf;
};

/** How many suggestions are kept: the strongest. */
const MOST_SUGGESTIONS = 2000;

export function openCollection(options: CollectionOptions = {}): Collection {
  const decisions = decisionsOf(options.judgements ?? []);
  const thresholds = options.isGathered ? GATHERED : ACROSS;
  const shelf = options.shelf ?? memoryShelf();
  const reports = new Set<string>();
  /** Happenings of claims that a person judged. */
  const judged = new Map<string, string>();
  const componentOf = new Map<string, Component>();
  const weak = weakPairs(MOST_SUGGESTIONS);
  const totals: Told[] = [];
  let numbered = 0;

  function add(input: ReconcileInput): void {
    if (reports.has(input.report)) return;
    reports.add(input.report);
    totals.push(...toldTotals(input));
    const own = happeningsOf(input, decisions);
    for (const happening of own) {
      componentOf.set(happening.key, { members: [happening.key], edges: [], groups: null, old: [] });
      for (const stated of happening.claims) if (decisions.partners(stated.key).length > 0) judged.set(stated.key, happening.key);
    }
    // Happenings of one report are never linked with each other, so each may be put in at once.
    for (const happening of own) {
      // of reports that somebody gathered, all meet
      const keys = options.isGathered ? { own: ['all'], seeks: ['all'] } : blockKeys(happening);
      link(happening, [...shelf.near(keys.seeks), ...decided(happening)]);
      shelf.put(happening, keys.own);
    }
  }

  function decided(happening: Happening): Happening[] {
    const partners = happening.claims.flatMap((stated) => decisions.partners(stated.key));
    const keys = new Set(partners.flatMap((claim) => judged.get(claim) ?? []));
    keys.delete(happening.key);
    return [...keys].filter((key) => !key.startsWith(keyStart(happening))).map(shelf.get);
  }

  function link(happening: Happening, others: Happening[]): void {
    const seen = new Set<string>();
    for (const other of others) {
      if (other.input.report === happening.input.report || seen.has(other.key)) continue;
      seen.add(other.key);
      const sum = strengthOf(happening, other, decisions);
      if (sum === null || sum < thresholds.unsure) continue;
      if (sum >= thresholds.same) join(happening.key, other.key, sum);
      else weak.add(happening.key, other.key, sum);
    }
  }

  function join(a: string, b: string, sum: number): void {
    const [left, right] = order(a, b) < 0 ? [a, b] : [b, a];
    const x = componentOf.get(a) as Component;
    const y = componentOf.get(b) as Component;
    const [large, small] = x.members.length >= y.members.length ? [x, y] : [y, x];
    if (large !== small) {
      large.members.push(...small.members);
      large.edges.push(...small.edges);
      large.old.push(...small.old, ...(small.groups ?? []));
      for (const member of small.members) componentOf.set(member, large);
    }
    large.edges.push({ left, right, sum });
    large.old.push(...(large.groups ?? []));
    large.groups = null;
  }

  const numberedGroup = (keys: string[]): Group => ({ number: numbered++, keys });

  function groupsOf(component: Component): Group[] {
    if (component.groups) return component.groups;
    const { members } = component;
    component.groups =
      members.length === 1
        ? [numberedGroup(members)]
        : cluster(members.map(shelf.get), component.edges, decisions).map((group) => numberedGroup(group.map(({ key }) => key)));
    for (const { number } of component.old) shelf.drop(number);
    component.old = [];
    return component.groups;
  }

  function groups(): Group[] {
    const all = [...new Set(componentOf.values())].flatMap(groupsOf);
    const gathered = options.isGathered
      ? gather(all.map(members), decisions).map((group) => numberedGroup(group.map(({ key }) => key)))
      : all;
    return gathered.sort((a, b) => order(a.keys[0], b.keys[0]));
  }

  const members = ({ keys }: Group): Happening[] => keys.map(shelf.get);
  const suggestions = (): Judgement[] =>
    weak.strongest().map(({ left, right }) => judgementOf(shelf.get(left), shelf.get(right), thresholds));

  return { add, groups, members, suggestions, shelf, totals: () => totals };
}

/** What the keys of all happenings of its report begin with. */
function keyStart({ key }: Happening): string {
  return key.slice(0, key.lastIndexOf('|') + 1);
}

/** The weighted sum of the rules, or what a person decided; null when the two are different. */
function strengthOf(a: Happening, b: Happening, decisions: Decisions): number | null {
  const keys = (happening: Happening): string[] => happening.claims.map((stated) => stated.key);
  const decided = decisions.between(keys(a), keys(b));
  if (decided === 'different-event') return null;
  return decided === 'same-event' ? Number.POSITIVE_INFINITY : sumOf(a.subject, b.subject);
}

function judgementOf(a: Happening, b: Happening, thresholds: Thresholds): Judgement {
  const { verdict, because } = judge(a.subject, b.subject, thresholds);
  return { left: a.claims[0].key, right: b.claims[0].key, verdict, by: { rule: 'reconcile.weighted-sum' }, because, at: '' };
}
