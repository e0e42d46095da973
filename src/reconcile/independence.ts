/**
 * Independence: how many voices really stand behind an event. A statement belongs to the innermost source that has a name; ten outlets that quote it are
 * its carriers. Unnamed sources and an outlet's own words belong to the outlet, unless its text is a copy of another's.
 */
import { addReasons, type Because, because, byReason } from '../claim/because.ts';
import type { Origin } from '../claim/event.ts';
import type { ClaimKey } from '../claim/judgement.ts';
import type { Attribution } from '../claim/reading.ts';
import { order } from './cluster.ts';
import { COPY, containment } from './fingerprint.ts';
import { fold } from './fold.ts';
import type { Stated } from './happening.ts';
import type { ReportFacts } from './input.ts';
import { isAnonymous } from './words.ts';

/** Origin of every claim of an event, and the origins with their carriers. */
export type Independence = { origins: Origin[]; originOf: Map<ClaimKey, Origin> };

type Root = { key: string; label: string; kind: Origin['kind']; because: Because[] };

export function independenceOf(happenings: readonly { input: ReportFacts; claims: readonly Stated[] }[]): Independence {
  const inputs = [...new Map(happenings.map((happening) => [happening.input.report, happening.input])).values()];
  const copies = copyRoots(inputs);
  const origins = new Map<string, Origin>();
  const originOf = new Map<ClaimKey, Origin>();
  for (const { input, claims } of happenings) {
    for (const stated of claims) {
      const root = rootOf(stated, input, copies);
      const origin = origins.get(root.key) ?? { ...root, because: [], carriers: [], outlets: [], claims: [] };
      origins.set(root.key, origin);
      addReasons(origin.because, root.because);
      add(origin.carriers, [input.report]);
      add(origin.outlets, input.outlet ? [input.outlet] : []);
      add(origin.claims, [stated.key]);
      originOf.set(stated.key, origin);
    }
  }
  foldUnnamed(origins, originOf);
  for (const origin of origins.values()) {
    origin.because.sort(byReason);
    for (const list of [origin.carriers, origin.outlets, origin.claims]) list.sort(order);
  }
  return { origins: [...origins.values()].sort((a, b) => order(a.key, b.key)), originOf };
}

/** Who quotes unnamed sources and who is quoted alone for the same event is one voice: the unnamed ones add no independent origin. */
function foldUnnamed(origins: Map<string, Origin>, originOf: Map<ClaimKey, Origin>): void {
  for (const [key, unnamed] of origins) {
    const named = key.startsWith('anonymous:') ? origins.get(key.slice('anonymous:'.length)) : undefined;
    if (named === undefined) continue;
    addReasons(named.because, unnamed.because);
    add(named.carriers, unnamed.carriers);
    add(named.outlets, unnamed.outlets);
    add(named.claims, unnamed.claims);
    for (const claim of unnamed.claims) originOf.set(claim, named);
    origins.delete(key);
  }
}

function add(list: string[], items: string[]): void {
  for (const item of items) if (!list.includes(item)) list.push(item);
}

/** The name under which an outlet speaks for itself. */
export function outletKey(input: ReportFacts): string {
  return input.outletEntity ?? (input.outlet ? `name:${fold(input.outlet)}` : `report:${input.report}`);
}

function rootOf({ claim }: Stated, input: ReportFacts, copies: Map<string, ReportFacts>): Root {
  const own = outletKey(input);
  const { attribution } = claim;
  for (let i = attribution.length - 1; i >= 0; i--) {
    const source = attribution[i];
    if (source.entity === null && isAnonymous(source.name)) continue;
    const key = source.entity ?? `name:${fold(source.name)}`;
    if (key === own || `name:${fold(source.name)}` === own) break;
    if (i === attribution.length - 1)
      return { key, label: source.name, kind: 'named', because: [because('origin.named', { source: source.name })] };
    return {
      key: `anonymous:${key}`,
      label: `${innermost(attribution).name} (${source.name})`,
      kind: 'anonymous',
      because: [because('origin.nearest', { unnamed: innermost(attribution).name, source: source.name })],
    };
  }
  const first = copies.get(input.report) ?? input;
  const carrier = outletKey(first);
  const label = first.outlet ?? first.report;
  const copied = first === input ? [] : [because('origin.copy', { report: input.report, first: first.report })];
  if (attribution.length === 0) {
    return { key: carrier, label, kind: 'own-voice', because: [...copied, because('origin.own-voice', { outlet: label })] };
  }
  const last = innermost(attribution);
  if (!isAnonymous(last.name))
    return { key: carrier, label, kind: 'own-voice', because: [...copied, because('origin.quotes-itself', { outlet: label })] };
  return {
    key: `anonymous:${carrier}`,
    label: `${last.name} (${label})`,
    kind: 'anonymous',
    because: [...copied, because('origin.unnamed', { outlet: label, unnamed: last.name })],
  };
}

function innermost(attribution: Attribution[]): Attribution {
  return attribution[attribution.length - 1];
}

/** Key and name of the origin of a claim that stands alone, outside any event: copies are not considered. */
export function originOfClaim(stated: Stated, input: ReportFacts): { key: string; label: string } {
  const { key, label } = rootOf(stated, input, new Map());
  return { key, label };
}

/** A few words that many would choose alike are no copy. */
const SHORT = 15;

function isCopy(a: ReportFacts, b: ReportFacts): boolean {
  const isShort = Math.min(a.fingerprint.size, b.fingerprint.size) < SHORT;
  return containment(a.fingerprint, b.fingerprint) >= (isShort ? 0.95 : COPY);
}

/** For every report whose text copies another: the earliest report of its group. */
function copyRoots(inputs: ReportFacts[]): Map<string, ReportFacts> {
  const sorted = [...inputs].sort((a, b) => order(a.published ?? '9999', b.published ?? '9999') || order(a.report, b.report));
  const root = new Map<string, ReportFacts>();
  for (let i = 0; i < sorted.length; i++) {
    for (let j = 0; j < i && !root.has(sorted[i].report); j++) {
      if (!isCopy(sorted[i], sorted[j])) continue;
      root.set(sorted[i].report, root.get(sorted[j].report) ?? sorted[j]);
    }
  }
  return root;
}
