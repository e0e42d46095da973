/** Reconciliation as the ledger's use cases ask for it: reports that are held to events, and the counts of one event under another policy. */
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import type { Judgement } from '../claim/judgement.ts';
import { ENGINE_VERSION } from '../engine/index.ts';
import { listNamed } from '../engine/named.ts';
import { fold } from '../reconcile/fold.ts';
import {
  type Collection,
  openCollection,
  type PolicyName,
  policyNamed,
  type ReconcileInput,
  reconcileInput,
  recount,
  streamedEvents,
} from '../reconcile/index.ts';
import { type DiskShelf, diskShelf } from './disk-shelf.ts';
import { capNursery } from './nursery.ts';
import type { CaseReport, Reconciler } from './reconcile-case.ts';

/** Raised whenever the same reports may give other events: kept events are then computed anew. */
const VERSION = `reconcile 3 ${ENGINE_VERSION}`;

export type CountingReconciler = Reconciler & {
  /** Counts of an event under a named policy; `reports` are those of the event. */
  recount: (event: Event, reports: readonly CaseReport[], policy: string) => Count[];
};

/** `outlets`: what outlets are called, folded, and their ids; those of the registry when left out. */
export function createReconciler(outlets: () => ReadonlyMap<string, string> = registeredOutlets): CountingReconciler {
  const open = new Map<string, Open>();
  return {
    version: VERSION,
    async update(known, judgements) {
      const { collection, readings } = openFor(open, known.name, judgements);
      for (const report of collection.decide(judgements)) readings.delete(report);
      for (const [report, reading] of readings) {
        if (known.reports.get(report) === reading) continue;
        collection.remove(report);
        readings.delete(report);
      }
      const missing = [...known.reports.keys()].filter((report) => !readings.has(report));
      const entities = outlets();
      let added = 0;
      for await (const report of known.load(missing)) {
        if (++added % A_WHILE === 0) capNursery();
        collection.add(inputOf(report, entities));
        readings.set(report.report, known.reports.get(report.report) as number);
      }
      return streamedEvents(collection);
    },
    async reconcile(reports, judgements) {
      const collection = openCollection({ judgements, shelf: diskShelf() });
      const entities = outlets();
      for await (const report of reports) collection.add(inputOf(report, entities));
      return streamedEvents(collection);
    },
    recount(event, reports, policy) {
      if (policyNamed(policy) === undefined) throw new Error(`there is no policy "${policy}"`);
      const entities = outlets();
      const counted = reports.map(({ report, outlet, published, reading }) => {
        return { report, outlet, outletEntity: entityOf(outlet, entities), published, reading };
      });
      return recount(event, counted, policy as PolicyName);
    },
  };
}

/** A case as it was left: reports that came since are added, what was read or decided anew takes the place of what was, and only what that touches is computed again. */
type Open = { collection: Collection; shelf: DiskShelf; readings: Map<string, number> };

/** So many reports. */
const A_WHILE = 250;
/** How many cases are kept in memory. */
const MOST_OPEN = 2;

function openFor(open: Map<string, Open>, name: string, judgements: readonly Judgement[]): Open {
  const state = open.get(name) ?? fresh(judgements);
  open.delete(name);
  open.set(name, state);
  for (const [oldest, { shelf }] of open) {
    if (open.size <= MOST_OPEN) break;
    open.delete(oldest);
    shelf.close();
  }
  return state;
}

function fresh(judgements: readonly Judgement[]): Open {
  const shelf = diskShelf();
  return { collection: openCollection({ judgements, shelf }), shelf, readings: new Map() };
}

function inputOf({ report, outlet, published, text, reading }: CaseReport, outlets: ReadonlyMap<string, string>): ReconcileInput {
  return reconcileInput(reading, text, { report, outlet, outletEntity: entityOf(outlet, outlets), published });
}

function entityOf(outlet: string | null, outlets: ReadonlyMap<string, string>): string | null {
  return outlet === null ? null : (outlets.get(fold(outlet)) ?? null);
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
