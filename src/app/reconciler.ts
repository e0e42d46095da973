/** Reconciliation as the ledger's use cases ask for it: reports that are held to events, and the counts of one event under another policy. */
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import type { Reading } from '../claim/reading.ts';
import { ENGINE_VERSION } from '../engine/index.ts';
import { listNamed } from '../engine/named.ts';
import { fold } from '../reconcile/fold.ts';
import {
  eventsOf,
  openCollection,
  type PolicyName,
  policyNamed,
  type ReconcileInput,
  reconcileInput,
  recount,
} from '../reconcile/index.ts';
import type { CaseReport, Reconciler } from './reconcile-case.ts';

/** Raised whenever the same reports may give other events: kept events are then computed anew. */
const VERSION = `reconcile 1 ${ENGINE_VERSION}`;

export type CountingReconciler = Reconciler & {
  /** Counts of an event under a named policy; `reports` are those of the event. */
  recount: (event: Event, reports: readonly CaseReport[], policy: string) => Count[];
};

/** `outlets`: what outlets are called, folded, and their ids; those of the registry when left out. */
export function createReconciler(outlets: () => ReadonlyMap<string, string> = registeredOutlets): CountingReconciler {
  return {
    version: VERSION,
    async reconcile(reports, judgements) {
      const collection = openCollection({ judgements });
      const entities = outlets();
      for await (const report of reports) collection.add(inputOf(report, entities));
      return eventsOf(collection);
    },
    recount(event, reports, policy) {
      if (policyNamed(policy) === undefined) throw new Error(`there is no policy "${policy}"`);
      const entities = outlets();
      const inputs = reports.map((report) => inputOf(report, entities));
      return recount(event, inputs, policy as PolicyName);
    },
  };
}

function inputOf({ report, outlet, published, text, reading }: CaseReport, outlets: ReadonlyMap<string, string>): ReconcileInput {
  const outletEntity = outlet === null ? null : (outlets.get(fold(outlet)) ?? null);
  return reconcileInput(slim(reading), text, { report, outlet, outletEntity, published });
}

/** Without what reconciliation never looks at: a case of a hundred thousand reports is held in memory while it is reconciled. */
function slim(reading: Reading): Reading {
  const claims = reading.claims.map((claim) => ({ ...claim, trace: { ...claim.trace, children: [] } }));
  return { ...reading, claims, unread: [] };
}

let registered: ReadonlyMap<string, string> | null = null;

function registeredOutlets(): ReadonlyMap<string, string> {
  if (registered) return registered;
  const found = new Map<string, string>();
  for (const { id, ar, en, aliases } of listNamed()) {
    if (!id.startsWith('outlet:')) continue;
    for (const name of [ar, en, ...aliases]) if (!found.has(fold(name))) found.set(fold(name), id);
  }
  registered = found;
  return found;
}
