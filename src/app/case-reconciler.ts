/** Reconciliation as the package does it, for cases of a ledger: outlets are known by their registry names, events are counted by one policy. */
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import { ENGINE_VERSION } from '../engine/index.ts';
import { listNamed, type Named } from '../engine/named.ts';
import {
  DEFAULT_POLICY,
  type PolicyName,
  policyNamed,
  type ReconcileInput,
  reconcile,
  reconcileInput,
  recount,
} from '../reconcile/index.ts';
import type { CaseReport, Reconciler } from './reconcile-case.ts';

export type CaseReconciler = Reconciler & {
  /** The counts of one event under another policy; null where no policy has that name. */
  recount: (event: Event, reports: readonly CaseReport[], policy: string) => Count[] | null;
};

export function caseReconciler(named: readonly Named[] = listNamed(), policy: PolicyName = DEFAULT_POLICY): CaseReconciler {
  const outlets = outletIds(named);
  const inputOf = ({ report, outlet, published, text, reading }: CaseReport): ReconcileInput =>
    reconcileInput(reading, text, {
      report,
      outlet,
      published,
      outletEntity: outlet === null ? null : (outlets.get(plain(outlet)) ?? null),
    });
  return {
    version: `${ENGINE_VERSION} ${policy}`,
    async reconcile(reports, judgements) {
      const inputs: ReconcileInput[] = [];
      for await (const report of reports) inputs.push(inputOf(report));
      return reconcile(inputs, { judgements, policy });
    },
    recount(event, reports, name) {
      return policyNamed(name) ? recount(event, reports.map(inputOf), name as PolicyName) : null;
    },
  };
}

function outletIds(named: readonly Named[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { id, ar, en, aliases } of named) {
    if (!id.startsWith('outlet:')) continue;
    for (const name of [id, ar, en, ...aliases]) if (!ids.has(plain(name))) ids.set(plain(name), id);
  }
  return ids;
}

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
