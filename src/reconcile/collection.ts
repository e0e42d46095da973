/**
 * A collection of reports being reconciled: happenings, the pairs worth comparing, and the groups they form. Adding a report, taking one away or a person's
 * decision touches only the happenings it is linked with; the groups depend on the set of reports and decisions, never on the order in which they came.
 * Only numbers are held here: all else stands on a shelf, which may be on disk, and with it the collection can be taken up again where it was left.
 */
import type { Judgement } from '../claim/judgement.ts';
import { blockKeys } from './block.ts';
import type { Computed } from './brief.ts';
import { byKey, cluster, type Edge } from './cluster.ts';
import { openComponents } from './components.ts';
import { type Decisions, decisionsOf, differing } from './decisions.ts';
import { gather } from './gather.ts';
import { type Happening, happeningsOf } from './happening.ts';
import type { ReconcileInput } from './input.ts';
import { judge, sumOf } from './judge.ts';
import { memoryShelf } from './memory-shelf.ts';
import { ACROSS, GATHERED, type Thresholds } from './model.ts';
import { type Link, type Outline, type Own, outlineOf, type Shelf } from './shelf.ts';
import { toldTotals } from './told-totals.ts';
import { type WeakPair, weakPair, weakPairs } from './weak-pairs.ts';

export type CollectionOptions = {
  /** What people decided; rules judge the rest. Left out where the shelf knows it from the last time. */
  judgements?: readonly Judgement[];
  /** True when somebody gathered the reports because they speak of one incident: every pair is compared, and less is needed. */
  isGathered?: boolean;
  /** In memory when left out. */
  shelf?: Shelf;
};

export type Collection = {
  add: (input: ReconcileInput) => void;
  remove: (report: string) => void;
  has: (report: string) => boolean;
  /** From now on these hold. Reports that are judged otherwise than before are taken out and named: they are to be added again. */
  decide: (judgements: readonly Judgement[]) => string[];
  /** Groups what came, went or was decided since, and computes events of the groups that are new; `mark`: another one whenever all are to be computed anew. */
  settle: (mark: string, compute: (happenings: Happening[]) => Computed) => void;
  /** Pairs that the rules hold for one event, or are unsure about, for people to decide. */
  suggestions: () => Judgement[];
  /** Notes on the shelf what is held in memory; only once all is settled. */
  note: () => void;
  shelf: Shelf;
};

/** How many suggestions are kept: the strongest. */
const MOST_SUGGESTIONS = 2000;
const MET_BY_ALL = [{ name: 'all', at: 0, isRepeated: false }];
const GATHERED_KEYS = { own: MET_BY_ALL, seeks: MET_BY_ALL };

export function openCollection(options: CollectionOptions = {}): Collection {
  const shelf = options.shelf ?? memoryShelf();
  const noted = <T>(name: string): T | undefined => {
    const bytes = shelf.notes.get(name);
    return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as T);
  };
  const note = (name: string, value: unknown): void => void shelf.notes.set(name, Buffer.from(JSON.stringify(value), 'utf8'));
  let judgements = options.judgements ?? noted<Judgement[]>('judgements') ?? [];
  let areJudgementsNoted = options.judgements === undefined;
  let decisions = decisionsOf(judgements);
  const thresholds = options.isGathered ? GATHERED : ACROSS;
  const { reports, judged } = shelf;
  const components = openComponents(shelf.notes.get('components'));
  const weak = weakPairs(MOST_SUGGESTIONS, allWeak, noted('weak'));
  let settled = noted<string>('settled') ?? null;
  /** Groups of which some happening is gone. */
  let stale = new Set<number>();

  // of reports that somebody gathered, all meet
  const keysOf = (happening: Parameters<typeof blockKeys>[0]) => (options.isGathered ? GATHERED_KEYS : blockKeys(happening));

  function add(input: ReconcileInput): void {
    if (reports.has(input.report)) return;
    const told = toldTotals(input);
    if (told.length > 0) shelf.told.put(input.report, told);
    const own = happeningsOf(input, decisions);
    const first = components.count();
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
    if (decisions.isEmpty) return [];
    const ids = new Set(claims.flatMap((claim) => decisions.partners(claim)).flatMap((claim) => judged.get(claim) ?? []));
    const { first, count } = reports.get(report) as Own;
    return [...ids].filter((id) => id < first || id >= first + count).map(shelf.outline);
  }

  function remove(report: string): void {
    const own = reports.get(report);
    if (!own) return;
    reports.delete(report);
    shelf.told.drop(report);
    for (let id = own.first; id < own.first + own.count; id++) {
      const happening = shelf.get(id);
      for (const { key } of happening.claims) judged.delete(key);
      weak.remove(id);
      const group = components.groupOf(id);
      if (group !== null) stale.add(group);
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
    areJudgementsNoted = false;
    decisions = decisionsOf(judged);
    const concerned = [...new Set([...claims].map((claim) => claim.slice(0, claim.lastIndexOf('/'))))];
    const held = concerned.filter((report) => reports.has(report));
    for (const report of held) remove(report);
    return held;
  }

  function settle(mark: string, compute: (happenings: Happening[]) => Computed): void {
    const isAnew = settled !== mark;
    if (isAnew || options.isGathered) components.touchAll();
    const old = stale;
    stale = new Set();
    /** Those of before that are groups again. */
    const again = new Set<number>();
    const keep = (members: readonly number[]): void => {
      const [first] = members;
      const wasGroup = components.groupOf(first) === first;
      const isSame = !isAnew && wasGroup && isEqual(shelf.groups.members(first), members);
      if (!isSame) shelf.groups.keep(members, compute(members.map(shelf.get)));
      if (wasGroup) again.add(first);
    };
    const found: (readonly number[])[] = [];
    for (const ids of components.touched()) {
      for (const id of ids) {
        const group = components.groupOf(id);
        if (group !== null) old.add(group);
      }
      const groups = ids.length === 1 ? [ids] : clustered(ids);
      if (options.isGathered) found.push(...groups);
      else for (const group of groups) regroup(group, keep);
    }
    for (const group of options.isGathered ? gathered(found) : []) regroup(group, keep);
    for (const first of old) if (!again.has(first)) shelf.groups.drop(first);
    settled = mark;
  }

  function regroup(members: readonly number[], keep: (members: readonly number[]) => void): void {
    keep(members);
    for (const id of members) components.setGroup(id, members[0]);
  }

  /** The groups of happenings that hang together, each in the order of keys. */
  function clustered(ids: readonly number[]): (readonly number[])[] {
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

  function gathered(groups: readonly (readonly number[])[]): number[][] {
    const idOf = new Map<Happening, number>();
    const all = groups.map((group) =>
      group.map((id) => {
        const happening = shelf.get(id);
        idOf.set(happening, id);
        return happening;
      }),
    );
    const sorted = all.sort((a, b) => byKey(a[0], b[0]));
    return gather(sorted, decisions).map((group) => group.sort(byKey).map((happening) => idOf.get(happening) as number));
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
    settle,
    suggestions: () => weak.strongest().map(({ a, b }) => judgementOf(shelf.outline(a), shelf.outline(b), thresholds)),
    note() {
      shelf.notes.set('components', components.bytes());
      note('weak', weak.kept());
      note('settled', settled);
      if (!areJudgementsNoted) note('judgements', judgements);
      areJudgementsNoted = true;
    },
    shelf,
  };
}

function isEqual(a: readonly number[] | undefined, b: readonly number[]): boolean {
  return a !== undefined && a.length === b.length && a.every((id, i) => id === b[i]);
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
