/** Claims of many reports to events with origins and counts: the public face of reconciliation. Pure: same reports and judgements, same events. */
import type { Change, Contradictions } from '../claim/contradiction.ts';
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import { claimKey, type Judgement } from '../claim/judgement.ts';
import type { RunningTotal } from '../claim/running-total.ts';
import type { Brief, Computed } from './brief.ts';
import { changesOf } from './changes.ts';
import { type Collection, type CollectionOptions, openCollection } from './collection.ts';
import { contradictionsOf } from './contradictions.ts';
import { countsOf, type Part } from './count.ts';
import { eventOf } from './event.ts';
import { NO_FINGERPRINT } from './fingerprint.ts';
import type { Happening } from './happening.ts';
import { hash53 } from './hash.ts';
import { independenceOf } from './independence.ts';
import type { ReconcileInput } from './input.ts';
import { DEFAULT_POLICY, POLICIES, type PolicyName } from './policies/index.ts';
import { soughtCounts, totalsOf } from './totals.ts';

export type { BlockKey } from './block.ts';
export type { Brief, Computed } from './brief.ts';
export { type Collection, type CollectionOptions, openCollection } from './collection.ts';
export { type CountedEvent, isExact, lies, listsOf, soughtBy, wantedOf } from './counted.ts';
export type { Happening } from './happening.ts';
export { hash53 } from './hash.ts';
export { type InputOptions, type ReconcileInput, reconcileInput } from './input.ts';
export { DEFAULT_POLICY, POLICIES, type PolicyName, policyNamed, ruleInWords } from './policies/index.ts';
export {
  type GroupShelf,
  type Keyed,
  type Link,
  type Outline,
  type Own,
  outlineOf,
  type Shelf,
  type ToldShelf,
} from './shelf.ts';
export type { Told } from './told-totals.ts';
export { againstParts, groupOf } from './totals.ts';

export type EventBody = { event: Event; contradictions: Contradictions | null; changes: Change[] };
export type Reconciled = { events: EventBody[]; totals: RunningTotal[]; suggestions: Judgement[] };
export type ReconcileOptions = CollectionOptions & { policy?: PolicyName };

/** Events of all reports given, in whatever order. */
export function reconcile(inputs: Iterable<ReconcileInput>, options: ReconcileOptions = {}): Reconciled {
  const collection = openCollection(options);
  for (const input of inputs) collection.add(input);
  return eventsOf(collection, options.policy);
}

/** Events of a collection as it stands. Groups that did not change since are not computed again. */
export function eventsOf(collection: Collection, policy: PolicyName = DEFAULT_POLICY): Reconciled {
  const { events, totals, suggestions } = streamedEvents(collection, policy);
  return { events: [...events].map(({ body }) => body()), totals: [...totals], suggestions };
}

/** An event that is made only when asked for. Under one code the same mark means the same event, byte for byte. */
export type EventDraft = { code: string; mark: string; body: () => EventBody };
/**
 * The same, one event and one total after the other, as long as the collection stays as it is. They may be gone through again. `touched`: codes of events that
 * may be others than those the shelf told last; `amongTouched`: the events that have them now, with a number behind the code or without.
 */
export type Streamed = Omit<Reconciled, 'events' | 'totals'> & {
  events: Iterable<EventDraft>;
  totals: Iterable<RunningTotal>;
  touched: ReadonlySet<string> | null;
  amongTouched: Iterable<EventDraft>;
};

export function streamedEvents(collection: Collection, policy: PolicyName = DEFAULT_POLICY): Streamed {
  collection.settle(policy, (happenings) => computed(happenings, policy));
  const { shelf } = collection;
  const { groups, told } = shelf;
  /** Two events never share a code: the later one's is made longer. */
  const longer = new Map<number, string>();
  for (const { code, firsts } of groups.shared())
    for (const [n, first] of firsts.entries()) if (n > 0) longer.set(first, `${code}-${n + 1}`);
  const codeFor = (first: number, code: string): string => longer.get(first) ?? code;
  const draft = ({ first, brief }: { first: number; brief: Brief }): EventDraft => {
    const code = codeFor(first, brief.code);
    // an alias never hides another event's code
    const less = brief.aliases.filter(groups.isCode);
    const again = () => computed((groups.members(first) as number[]).map(shelf.get), policy).body;
    const body = () => withOwnCode(JSON.parse(groups.body(first) ?? again()) as EventBody, code, less);
    return { code, mark: [brief.hash.toString(36), ...less].join(' '), body };
  };
  const events = {
    *[Symbol.iterator]() {
      for (const group of groups.all()) yield draft(group);
    },
  };
  const touched = groups.touched();
  const amongTouched = {
    *[Symbol.iterator]() {
      for (const code of touched ?? []) for (const group of groups.withCode(code)) yield draft(group);
    },
  };
  const totals = {
    [Symbol.iterator]: () => totalsOf(told.kinds(), groups.counted(soughtCounts(told.kinds()), codeFor))[Symbol.iterator](),
  };
  return { events, totals, suggestions: collection.suggestions(), touched, amongTouched };
}

function computed(happenings: readonly Happening[], policy: PolicyName): Computed {
  const independence = independenceOf(happenings);
  const event = eventOf(happenings, independence, POLICIES[policy]);
  const contradictions = contradictionsOf(event, happenings, independence);
  const made: EventBody = { event, contradictions, changes: changesOf(event, happenings, independence) };
  const body = JSON.stringify(made);
  const { code, aliases, begin, place } = event;
  const counts = event.counts.map(({ outcome, who, low, high }) => ({ outcome, who, low, high }));
  return { brief: { code, aliases, begin, place, hash: hash53(body), counts }, body };
}

/** A report as {@link recount} takes it: whether its text copies another one was settled when the event was made. */
export type CountedReport = Omit<ReconcileInput, 'fingerprint'>;

/** The counts of an event under another policy; `reports` are its reports. Its origins hold as they were found. */
export function recount(event: Event, reports: readonly CountedReport[], policy: PolicyName): Count[] {
  const wanted = new Set(event.claims);
  const parts: Part[] = reports.map((input) => ({
    input: { ...input, fingerprint: NO_FINGERPRINT },
    claims: input.reading.claims
      .map((claim) => ({ key: claimKey(input.report, claim.id), claim }))
      .filter((stated) => wanted.has(stated.key)),
  }));
  const originOf = new Map(event.origins.flatMap((origin) => origin.claims.map((claim) => [claim, origin] as const)));
  return countsOf(parts, { origins: event.origins, originOf }, POLICIES[policy]);
}

function withOwnCode(body: EventBody, code: string, hidden: readonly string[]): EventBody {
  const own = code === body.event.code ? body : withCode(body, code);
  if (hidden.length === 0) return own;
  return { ...own, event: { ...own.event, aliases: own.event.aliases.filter((alias) => !hidden.includes(alias)) } };
}

function withCode({ event, contradictions, changes }: EventBody, code: string): EventBody {
  return {
    event: { ...event, code },
    contradictions: contradictions && { ...contradictions, event: code },
    changes: changes.map((change) => ({ ...change, event: code })),
  };
}
