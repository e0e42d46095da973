/**
 * A collection of reports being reconciled: happenings, the pairs worth comparing, and the groups they form. Adding a report touches only the happenings
 * it is linked with; the groups depend on the set of reports, never on the order in which they came.
 */
import type { Judgement } from '../claim/judgement.ts';
import { type BlockKeys, blockKeys } from './block.ts';
import { byKey, cluster, type Edge, order } from './cluster.ts';
import { type Decisions, decisionsOf } from './decisions.ts';
import { gather } from './gather.ts';
import { type Happening, happeningsOf } from './happening.ts';
import type { ReconcileInput } from './input.ts';
import { judge, sumOf } from './judge.ts';
import { ACROSS, GATHERED, type Thresholds } from './model.ts';

export type CollectionOptions = {
  /** What people decided; rules judge the rest. */
  judgements?: readonly Judgement[];
  /** True when somebody gathered the reports because they speak of one incident: every pair is compared, and less is needed. */
  isGathered?: boolean;
};

/** Happenings that hang together by pairs judged the same; `groups` is null until asked for. */
type Component = { members: Happening[]; edges: Edge[]; groups: Happening[][] | null };

export type Collection = {
  add: (input: ReconcileInput) => void;
  /** Happenings of one event each, sorted. */
  groups: () => Happening[][];
  /** Every report added, sorted by id. */
  inputs: () => ReconcileInput[];
  /** Pairs that the rules hold for one event, or are unsure about, for people to decide. */
  suggestions: () => Judgement[];
};

/** How many suggestions are kept: the strongest. */
const MOST_SUGGESTIONS = 2000;

export function openCollection(options: CollectionOptions = {}): Collection {
  const decisions = decisionsOf(options.judgements ?? []);
  const thresholds = options.isGathered ? GATHERED : ACROSS;
  const index = options.isGathered ? everything() : blockIndex();
  const inputs = new Map<string, ReconcileInput>();
  const byClaim = new Map<string, Happening>();
  const componentOf = new Map<string, Component>();
  const weak: { left: Happening; right: Happening; sum: number }[] = [];

  function add(input: ReconcileInput): void {
    if (inputs.has(input.report)) return;
    inputs.set(input.report, input);
    const own = happeningsOf(input, decisions);
    for (const happening of own) {
      componentOf.set(happening.key, { members: [happening], edges: [], groups: null });
      for (const stated of happening.claims) byClaim.set(stated.key, happening);
    }
    // Happenings of one report are never linked with each other, so each may be put in at once.
    for (const happening of own) {
      link(happening, [...index.near(happening), ...decided(happening)]);
      index.put(happening);
    }
  }

  function decided(happening: Happening): Happening[] {
    const partners = happening.claims.flatMap((stated) => decisions.partners(stated.key));
    return partners.flatMap((claim) => byClaim.get(claim) ?? []);
  }

  function link(happening: Happening, others: Happening[]): void {
    for (const other of new Set(others)) {
      if (other.input.report === happening.input.report) continue;
      const sum = strengthOf(happening, other, decisions);
      if (sum === null || sum < thresholds.unsure) continue;
      if (sum >= thresholds.same) join(happening, other, sum);
      else weak.push({ left: happening, right: other, sum });
    }
  }

  function join(a: Happening, b: Happening, sum: number): void {
    const [left, right] = order(a.key, b.key) < 0 ? [a.key, b.key] : [b.key, a.key];
    const x = componentOf.get(a.key) as Component;
    const y = componentOf.get(b.key) as Component;
    const [large, small] = x.members.length >= y.members.length ? [x, y] : [y, x];
    if (large !== small) {
      large.members.push(...small.members);
      large.edges.push(...small.edges);
      for (const member of small.members) componentOf.set(member.key, large);
    }
    large.edges.push({ left, right, sum });
    large.groups = null;
  }

  function groups(): Happening[][] {
    const all: Happening[][] = [];
    for (const component of new Set(componentOf.values())) {
      component.groups ??= cluster(component.members, component.edges, decisions);
      all.push(...component.groups);
    }
    return (options.isGathered ? gather(all, decisions) : all).sort((a, b) => byKey(a[0], b[0]));
  }

  function suggestions(): Judgement[] {
    const sorted = weak.map(({ left, right, sum }) =>
      byKey(left, right) < 0 ? { left, right, sum } : { left: right, right: left, sum },
    );
    sorted.sort((a, b) => b.sum - a.sum || byKey(a.left, b.left) || byKey(a.right, b.right));
    return sorted.slice(0, MOST_SUGGESTIONS).map(({ left, right }) => judgementOf(left, right, thresholds));
  }

  return { add, groups, suggestions, inputs: () => [...inputs.values()].sort((a, b) => order(a.report, b.report)) };
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

type Index = { near: (happening: Happening) => Happening[]; put: (happening: Happening) => void };

/** Only happenings that share a key meet. */
function blockIndex(): Index {
  const own = new Map<string, Happening[]>();
  // A happening is looked for and then put in: its keys are made once.
  let last: { happening: Happening; keys: BlockKeys } | null = null;
  const keysOf = (happening: Happening): BlockKeys => {
    if (last?.happening !== happening) last = { happening, keys: blockKeys(happening) };
    return last.keys;
  };
  const put = (happening: Happening): void => {
    for (const key of keysOf(happening).own) {
      const list = own.get(key);
      if (list) list.push(happening);
      else own.set(key, [happening]);
    }
  };
  return { put, near: (happening) => keysOf(happening).seeks.flatMap((key) => own.get(key) ?? []) };
}

/** A few reports: all meet. */
function everything(): Index {
  const all: Happening[] = [];
  return { put: (happening) => void all.push(happening), near: () => all };
}
