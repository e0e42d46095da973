/** The counting policies as the API tells them. */
import { DEFAULT_POLICY, POLICIES } from '../reconcile/index.ts';
import type { PolicyRow } from './client.ts';

export type { CountingReconciler as Reconciler } from '../app/reconciler.ts';

export const POLICY_ROWS: PolicyRow[] = Object.values(POLICIES).map(({ name, rule }) => ({ name, rule }));
export const POLICY: string = DEFAULT_POLICY;
