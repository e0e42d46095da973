/** Claims of many reports to events with origins and counts: the public face of reconciliation. Pure: same reports and judgements, same events. */
import type { Change, Contradictions } from '../claim/contradiction.ts';
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import { claimKey, type Judgement } from '../claim/judgement.ts';
import type { RunningTotal } from '../claim/running-total.ts';
import { changesOf } from './changes.ts';
import { type Collection, type CollectionOptions, type Group, openCollection } from './collection.ts';
import { contradictionsOf } from './contradictions.ts';
import { countsOf, type Part } from './count.ts';
import { type Counted, countedEvents } from './counted.ts';
import { eventOf } from './event.ts';
import { NO_FINGERPRINT } from './fingerprint.ts';
import { hash53 } from './hash.ts';
import { independenceOf } from './independence.ts';
import type { ReconcileInput } from './input.ts';
import { DEFAULT_POLICY, POLICIES, type PolicyName } from './policies/index.ts';
import { soughtCounts, totalsOf } from './totals.ts';

export type { BlockKey } from './block.ts';
export { type Collection, type CollectionOptions, openCollection } from './collection.ts';
export type { Happening } from './happening.ts';
export { hash53 } from './hash.ts';
export { type InputOptions, type ReconcileInput, reconcileInput } from './input.ts';
export { DEFAULT_POLICY, POLICIES, type PolicyName, policyNamed, ruleInWords } from './policies/index.ts';
export { type Kept, type Link, type Outline, outlineOf, type Shelf } from './shelf.ts';

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
  const streamed = streamedEvents(collection, policy);
  return { ...streamed, events: [...streamed.events].map(({ body }) => body()) };
}

/** An event that is made only when asked for. Under one code the same mark means the same event, byte for byte. */
export type EventDraft = { code: string; mark: string; body: () => EventBody };
/** The same, one event after the other, as long as the collection stays as it is. `events` may be gone through again. */
export type Streamed = Omit<Reconciled, 'events'> & { events: Iterable<EventDraft> };

export function streamedEvents(collection: Collection, policy: PolicyName = DEFAULT_POLICY): Streamed {
  const told = collection.totals();
  const counted = countedEvents(soughtCounts(told));
  const taken = new Map<string, number>();
  const drafts: { first: number; code: string; hash: number }[] = [];
  const aliases: (readonly string[])[] = [];
  for (const group of collection.groups()) {
    const brief = briefOf(collection, group, policy);
    const code = ownCode(brief.code, taken);
    counted.add(brief, code);
    drafts.push({ first: group[0], code, hash: brief.hash });
    aliases.push(brief.aliases);
  }
  // an alias never hides another event's code
  const hidden = new Map<number, string[]>();
  for (const [i, list] of aliases.entries()) {
    const some = list.filter((alias) => taken.has(alias));
    if (some.length > 0) hidden.set(i, some);
  }
  const events = {
    *[Symbol.iterator]() {
      for (const [i, { first, code, hash }] of drafts.entries()) {
        const less = hidden.get(i) ?? [];
        const body = () => withOwnCode(JSON.parse(collection.shelf.body(first) as string) as EventBody, code, less);
        yield { code, mark: [hash.toString(36), ...less].join(' '), body };
      }
    },
  };
  return { events, totals: totalsOf(told, counted), suggestions: collection.suggestions() };
}

/** Two events never share a code: the later one's is made longer. */
function ownCode(code: string, taken: Map<string, number>): string {
  const times = (taken.get(code) ?? 0) + 1;
  taken.set(code, times);
  return times === 1 ? code : `${code}-${times}`;
}

/** What running totals are laid beside, and what tells whether it must be computed again. */
type Brief = Pick<Event, 'code' | 'aliases' | 'begin' | 'place'> & { policy: PolicyName; hash: number; counts: Counted[] };

/** Of a group that is as it was nothing is computed again, whatever happened around it. */
function briefOf(collection: Collection, group: Group, policy: PolicyName): Brief {
  const { shelf } = collection;
  const known = shelf.brief(group[0]);
  if (known && (known.brief as Brief).policy === policy && isSame(known.members, group)) return known.brief as Brief;
  const happenings = collection.members(group);
  const independence = independenceOf(happenings);
  const event = eventOf(happenings, independence, POLICIES[policy]);
  const contradictions = contradictionsOf(event, happenings, independence);
  const made: EventBody = { event, contradictions, changes: changesOf(event, happenings, independence) };
  const body = JSON.stringify(made);
  const { code, aliases, begin, place } = event;
  const counts = event.counts.map(({ outcome, who, low, high }) => ({ outcome, who, low, high }));
  const brief: Brief = { policy, code, aliases, begin, place, hash: hash53(body), counts };
  shelf.keep(group[0], { members: group, brief, body });
  return brief;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
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
