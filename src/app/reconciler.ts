/** Reconciliation as the ledger's use cases ask for it: reports that are held to events, and the counts of one event under another policy. */
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import type { Judgement } from '../claim/judgement.ts';
import { ENGINE_VERSION } from '../engine/index.ts';
import { listNamed } from '../engine/named.ts';
import { fold } from '../reconcile/fold.ts';
import {
  openCollection,
  type PolicyName,
  policyNamed,
  type ReconcileInput,
  reconcileInput,
  recount,
  streamedEvents,
} from '../reconcile/index.ts';
import { type CaseState, caseMemory } from './case-memory.ts';
import { diskShelf } from './disk-shelf.ts';
import { capNursery } from './nursery.ts';
import type { CaseReport, KnownCase, Reconciler } from './reconcile-case.ts';

/** Raised whenever the same reports may give other events: kept events are then computed anew. */
const VERSION = `reconcile 3 ${ENGINE_VERSION}`;

export type CountingReconciler = Reconciler & {
  /** Counts of an event under a named policy; `reports` are those of the event. */
  recount: (event: Event, reports: readonly CaseReport[], policy: string) => Count[];
};

/** `outlets`: what outlets are called, folded, and their ids; those of the registry when left out. */
export function createReconciler(outlets: () => ReadonlyMap<string, string> = registeredOutlets): CountingReconciler {
  const memory = caseMemory(VERSION);
  return {
    version: VERSION,
    update: (known, judgements, use) =>
      memory.use(known, async (state) => {
        state.telling(known.telling, known.told);
        await bringUpToDate(state, known, judgements, outlets());
        return await use(streamedEvents(state.collection));
      }),
    async reconcile(reports, judgements, use) {
      const shelf = diskShelf();
      try {
        const collection = openCollection({ judgements, shelf });
        const entities = outlets();
        for await (const report of reports) collection.add(inputOf(report, entities));
        return await use(streamedEvents(collection));
      } finally {
        shelf.close();
      }
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

/** So many reports. */
const A_WHILE = 250;
const PIECE = 500;

/** Reports that came since are added, what was read or decided anew takes the place of what was; only what that touches is computed again. */
async function bringUpToDate(
  state: CaseState,
  known: KnownCase,
  judgements: readonly Judgement[],
  entities: ReadonlyMap<string, string>,
): Promise<void> {
  const changes = await known.changes(state.since());
  // what is computed anew is told whole
  const { collection, readings } = changes.isWhole ? state.empty() : state;
  const missing = new Set<number>();
  const takeOut = (report: string) => {
    collection.remove(report);
    readings.delete(report);
  };
  const decided = collection.decide(judgements);
  for (const report of decided) readings.delete(report);
  const looked = [decided, changes.isWhole ? [] : changes.reports];
  for (const list of looked) {
    for (let i = 0; i < list.length; i += PIECE) {
      for (const [key, held] of await known.held(list.slice(i, i + PIECE) as string[] | number[])) {
        if (held?.reading === readings.get(key)) continue;
        if (readings.has(key)) takeOut(key);
        if (held) missing.add(held.report);
      }
    }
  }
  let added = 0;
  for await (const report of known.load(changes.isWhole ? changes.reports : [...missing])) {
    if (++added % A_WHILE === 0) capNursery();
    collection.add(inputOf(report, entities));
    readings.set(report.report, report.readingId);
  }
  state.at(changes.now);
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
