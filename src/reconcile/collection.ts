/**
 * A collection of reports being reconciled: happenings, the pairs worth comparing, and the groups they form. Adding a report, taking one away or a person's
 * decision touches only the happenings it is linked with; the groups depend on the set of reports and decisions, never on the order in which they came.
 * Only numbers are held here: the happenings themselves stand on a shelf, which may be on disk.
 */
import type { Judgement } from '../claim/judgement.ts';
import { blockKeys } from './block.ts';
import { byKey, cluster, type Edge } from './cluster.ts';
import { openComponents } from './components.ts';
import { type Decisions, decisionsOf, differing } from './decisions.ts';
import { gather } from './gather.ts';
import { type Happening, happeningsOf } from './happening.ts';
import type { ReconcileInput } from './input.ts';
import { judge, sumOf } from './judge.ts';
import { ACROSS, GATHERED, type Thresholds } from './model.ts';
import { type Link, memoryShelf, type Outline, outlineOf, type Shelf } from './shelf.ts';
import { type Told, toldTotals } from './told-totals.ts';
import { type WeakPair, weakPair, weakPairs } from './weak-pairs.ts';

export type CollectionOptions = {
  /** What people decided; rules judge the rest. */
  judgements?: readonly Judgement[];
  /** True when somebody gathered the reports because they speak of one incident: every pair is compared, and less is needed. */
  isGathered?: boolean;
  /** In memory when left out. */
  shelf?: Shelf;
};

/** Happenings of one event, by their numbers, in the order of their keys. */
export type Group = readonly number[];

export type Collection = {
  add: (input: ReconcileInput) => void;
  remove: (report: string) => void;
  has: (report: string) => boolean;
  /** From now on these hold. Reports that are judged otherwise than before are taken out and named: they are to be added again. */
  decide: (judgements: readonly Judgement[]) => string[];
  /** In the order of their first keys; nothing may be added or removed while they are gone through. */
  groups: () => Iterable<Group>;
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
const MET_BY_ALL = [{ name: 'all', at: 0, isRepeated: false }];
const GATHERED_KEYS = { own: MET_BY_ALL, seeks: MET_BY_ALL };

type Own = { first: number; count: number };

export function openCollection(options: CollectionOptions = {}): Collection {
  let judgements = options.judgements ?? [];
  let decisions = decisionsOf(judgements);
  const thresholds = options.isGathered ? GATHERED : ACROSS;
  const shelf = options.shelf ?? memoryShelf();
  /** Its happenings have numbers in a row. */
  const reports = new Map<string, Own>();
  /** Happenings of claims that a person judged. */
  const judged = new Map<string, number>();
  const components = openComponents();
  /** Of components of two happenings or more, by their roots. */
  const grouped = new Map<number, Group[]>();
  const weak = weakPairs(MOST_SUGGESTIONS, allWeak);
  const totals = new Map<string, Told[]>();
  let numbered = 0;

  // of reports that somebody gathered, all meet
  const keysOf = (happening: Parameters<typeof blockKeys>[0]) => (options.isGathered ? GATHERED_KEYS : blockKeys(happening));

  function add(input: ReconcileInput): void {
    if (reports.has(input.report)) return;
    const told = toldTotals(input);
    if (told.length > 0) totals.set(input.report, told);
    const own = happeningsOf(input, decisions);
    const first = numbered;
    numbered += own.length;
    reports.set(input.report, { first, count: own.length });
    for (const [n, happening] of own.entries()) {
      for (const stated of happening.claims) if (decisions.partners(stated.key).length > 0) judged.set(stated.key, first + n);
    }
    // Happenings of one report are never linked with each other, so each may be put in at once.
    for (const [n, happening] of own.entries()) put(first + n, happening);
  }

  function put(id: number, happening: Happening): void {
    const { own, seeks } = keysOf(happening);
    const outline = outlineOf(id, happening);
    const links: Link[] = [];
    const seen = new Set<number>();
    components.add(id);
    for (const other of [...shelf.near(seeks), ...decided(outline)]) {
      if (other.report === outline.report || seen.has(other.id)) continue;
      seen.add(other.id);
      const sum = strengthOf(outline, other, decisions);
      if (sum === null || sum < thresholds.unsure) continue;
      links.push({ id: other.id, sum });
      if (sum >= thresholds.same) components.join(id, other.id);
      else weak.add(weakPair(outline, other, sum));
    }
    shelf.put(id, happening, own, links);
  }

  /** Happenings with a claim that a person judged together with one of these. */
  function decided({ claims, report }: Outline): Outline[] {
    const ids = new Set(claims.flatMap((claim) => decisions.partners(claim)).flatMap((claim) => judged.get(claim) ?? []));
    const { first, count } = reports.get(report) as Own;
    return [...ids].filter((id) => id < first || id >= first + count).map(shelf.outline);
  }

  function remove(report: string): void {
    const own = reports.get(report);
    if (!own) return;
    reports.delete(report);
    totals.delete(report);
    for (let id = own.first; id < own.first + own.count; id++) {
      const happening = shelf.get(id);
      for (const { key } of happening.claims) judged.delete(key);
      weak.remove(id);
      const others = components.takeApart(id);
      for (const other of others)
        for (const link of linksOf(other)) if (link.sum >= thresholds.same) components.join(other, link.id);
      shelf.remove(id, keysOf(happening).own);
    }
  }

  const linksOf = (id: number): Link[] => shelf.links(id).filter((link) => components.has(link.id));

  function decide(judged: readonly Judgement[]): string[] {
    const claims = differing(judgements, judged);
    judgements = judged;
    decisions = decisionsOf(judged);
    const concerned = [...new Set([...claims].map((claim) => claim.slice(0, claim.lastIndexOf('/'))))];
    const held = concerned.filter((report) => reports.has(report));
    for (const report of held) remove(report);
    return held;
  }

  function* groups(): Iterable<Group> {
    if (options.isGathered) return yield* gathered();
    yield* grouping();
  }

  function* grouping(): Iterable<Group> {
    const { changed, gone } = components.changes();
    for (const root of gone) grouped.delete(root);
    for (const root of changed) grouped.set(root, clustered(components.members(root)));
    const byFirst = new Map<number, Group>();
    for (const list of grouped.values()) for (const group of list) byFirst.set(group[0], group);
    for (const id of shelf.ids()) {
      const group = components.isAlone(id) ? [id] : byFirst.get(id);
      if (group) yield group;
    }
  }

  function clustered(ids: readonly number[]): Group[] {
    const outlines = ids.map(shelf.outline).sort(byKey);
    const placeOf = new Map(outlines.map(({ id }, place) => [id, place]));
    const edges: Edge[] = [];
    for (const [place, { id }] of outlines.entries()) {
      for (const { id: to, sum } of linksOf(id)) {
        if (sum < thresholds.same) continue;
        const other = placeOf.get(to) as number;
        edges.push({ left: Math.min(place, other), right: Math.max(place, other), sum });
      }
    }
    return cluster(outlines, edges, decisions).map((group) => group.map((place) => outlines[place].id));
  }

  function gathered(): Group[] {
    const idOf = new Map<Happening, number>();
    const all = [...grouping()].map((group) =>
      group.map((id) => {
        const happening = shelf.get(id);
        idOf.set(happening, id);
        return happening;
      }),
    );
    return gather(all, decisions).map((group) => group.sort(byKey).map((happening) => idOf.get(happening) as number));
  }

  function* allWeak(): Iterable<WeakPair> {
    for (const id of shelf.ids()) {
      for (const link of linksOf(id))
        if (link.sum < thresholds.same) yield weakPair(shelf.outline(id), shelf.outline(link.id), link.sum);
    }
  }

  return {
    add,
    remove,
    has: (report) => reports.has(report),
    decide,
    groups,
    members: (group) => group.map(shelf.get),
    totals: () => [...totals.values()].flat(),
    suggestions: () => weak.strongest().map(({ a, b }) => judgementOf(shelf.outline(a), shelf.outline(b), thresholds)),
    shelf,
  };
}

/** The weighted sum of the rules, or what a person decided; null when the two are different. */
function strengthOf(a: Outline, b: Outline, decisions: Decisions): number | null {
  const decided = decisions.between(a.claims, b.claims);
  if (decided === 'different-event') return null;
  return decided === 'same-event' ? Number.POSITIVE_INFINITY : sumOf(a.subject, b.subject);
}

function judgementOf(a: Outline, b: Outline, thresholds: Thresholds): Judgement {
  const { verdict, because } = judge(a.subject, b.subject, thresholds);
  return { left: a.claims[0], right: b.claims[0], verdict, by: { rule: 'reconcile.weighted-sum' }, because, at: '' };
}
