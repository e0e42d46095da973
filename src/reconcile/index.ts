/** Claims of many reports to events with origins and counts: the public face of reconciliation. Pure: same reports and judgements, same events. */
import type { Change, Contradictions } from '../claim/contradiction.ts';
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import { claimKey, type Judgement } from '../claim/judgement.ts';
import type { RunningTotal } from '../claim/running-total.ts';
import { changesOf } from './changes.ts';
import { byKey } from './cluster.ts';
import { type Collection, type CollectionOptions, openCollection } from './collection.ts';
import { contradictionsOf } from './contradictions.ts';
import { countsOf, type Part } from './count.ts';
import { eventOf } from './event.ts';
import type { Happening } from './happening.ts';
import { independenceOf } from './independence.ts';
import type { ReconcileInput } from './input.ts';
import { DEFAULT_POLICY, POLICIES, type PolicyName } from './policies/index.ts';
import { totalsOf } from './totals.ts';

export { type Collection, type CollectionOptions, openCollection } from './collection.ts';
export { type InputOptions, type ReconcileInput, reconcileInput } from './input.ts';
export { DEFAULT_POLICY, POLICIES, type PolicyName, policyNamed } from './policies/index.ts';

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
  const groups = collection.groups().map((group) => computedOf(group, policy));
  const events = ownCodes(groups.map(({ body }) => body));
  const totals = totalsOf(
    collection.inputs(),
    events.map(({ event }) => event),
  );
  return { events, totals, suggestions: collection.suggestions() };
}

type Computed = { policy: PolicyName; body: EventBody };

/** A collection gives a group that did not change as the same list. */
const computed = new WeakMap<readonly Happening[], Computed>();

function computedOf(group: readonly Happening[], policy: PolicyName): Computed {
  const known = computed.get(group);
  if (known?.policy === policy) return known;
  const happenings = [...group].sort(byKey);
  const independence = independenceOf(happenings);
  const event = eventOf(happenings, independence, POLICIES[policy]);
  const contradictions = contradictionsOf(event, happenings, independence);
  const fresh = { policy, body: { event, contradictions, changes: changesOf(event, happenings, independence) } };
  computed.set(group, fresh);
  return fresh;
}

/** The counts of an event under another policy; `inputs` are its reports. */
export function recount(event: Event, inputs: readonly ReconcileInput[], policy: PolicyName): Count[] {
  const wanted = new Set(event.claims);
  const parts: Part[] = inputs.map((input) => ({
    input,
    claims: input.reading.claims
      .map((claim) => ({ key: claimKey(input.report, claim.id), claim }))
      .filter((stated) => wanted.has(stated.key)),
  }));
  return countsOf(parts, independenceOf(parts), POLICIES[policy]);
}

/** Two events never share a code: the later one's is made longer, and an alias never hides another event's code. */
function ownCodes(bodies: readonly EventBody[]): EventBody[] {
  const taken = new Map<string, number>();
  const coded = bodies.map((body) => {
    const { code } = body.event;
    const times = taken.get(code) ?? 0;
    taken.set(code, times + 1);
    return times === 0 ? body : withCode(body, `${code}-${times + 1}`);
  });
  return coded.map((body) => {
    const aliases = body.event.aliases.filter((alias) => !taken.has(alias));
    return aliases.length === body.event.aliases.length ? body : { ...body, event: { ...body.event, aliases } };
  });
}

function withCode({ event, contradictions, changes }: EventBody, code: string): EventBody {
  return {
    event: { ...event, code },
    contradictions: contradictions && { ...contradictions, event: code },
    changes: changes.map((change) => ({ ...change, event: code })),
  };
}
