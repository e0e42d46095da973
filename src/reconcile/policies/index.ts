/** All counting policies by name. The same claims, counted by another policy, give another range; nothing else changes. */
import { acled } from './acled.ts';
import { airwars } from './airwars.ts';
import { ibc } from './ibc.ts';
import { majority } from './majority.ts';
import type { Policy } from './policy.ts';
import { range } from './range.ts';
import rulesInArabic from './rules.ar.json' with { type: 'json' };
import { ucdp } from './ucdp.ts';

export type { Policy, Range, Voice } from './policy.ts';

export const POLICIES: Readonly<Record<string, Policy>> = { range, acled, ucdp, airwars, ibc, majority };
export type PolicyName = 'range' | 'acled' | 'ucdp' | 'airwars' | 'ibc' | 'majority';
export const DEFAULT_POLICY: PolicyName = 'airwars';

/** The policy of that name, or undefined. */
export function policyNamed(name: string): Policy | undefined {
  return Object.hasOwn(POLICIES, name) ? POLICIES[name] : undefined;
}

/** The rule of a policy in words, for people; null when no policy has that name. */
export function ruleInWords(name: string, lang: 'en' | 'ar'): string | null {
  const policy = policyNamed(name);
  if (!policy) return null;
  return lang === 'en' ? policy.rule : rulesInArabic[name as PolicyName];
}
