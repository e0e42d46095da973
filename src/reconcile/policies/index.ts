/** All counting policies by name. The same claims, counted by another policy, give another range; nothing else changes. */
import { acled } from './acled.ts';
import { airwars } from './airwars.ts';
import { ibc } from './ibc.ts';
import { majority } from './majority.ts';
import type { Policy } from './policy.ts';
import { range } from './range.ts';
import { ucdp } from './ucdp.ts';

export type { Policy, Range, Voice } from './policy.ts';

export const POLICIES: Readonly<Record<string, Policy>> = { range, acled, ucdp, airwars, ibc, majority };
export type PolicyName = 'range' | 'acled' | 'ucdp' | 'airwars' | 'ibc' | 'majority';
export const DEFAULT_POLICY: PolicyName = 'airwars';

/** The policy of that name, or undefined. */
export function policyNamed(name: string): Policy | undefined {
  return Object.hasOwn(POLICIES, name) ? POLICIES[name] : undefined;
}
