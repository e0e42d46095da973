/** What the desk needs of reconciliation: events of the kept reports, and the counts of one event under another policy. */
import type { Reconciler as CaseReconciler, CaseReport } from '../app/reconcile-case.ts';
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import { DEFAULT_POLICY, POLICIES } from '../reconcile/policies/index.ts';
import type { PolicyRow } from './client.ts';

export type Reconciler = CaseReconciler & {
  recount: (event: Event, reports: readonly CaseReport[], policy: string) => Count[];
};

export const POLICY_ROWS: PolicyRow[] = Object.values(POLICIES).map(({ name, rule }) => ({ name, rule }));
export const POLICY: string = DEFAULT_POLICY;
