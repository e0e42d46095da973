/** People's judgements, ready to ask: of several on one pair the latest holds, and they override every rule. */
import type { ClaimKey, Judgement, Verdict } from '../claim/judgement.ts';
import { judgedBy } from '../claim/judgement.ts';

export type Decisions = {
  /** The decided verdict between two groups of claims; `different-event` wins when both were said; null when nobody decided. */
  between: (left: readonly ClaimKey[], right: readonly ClaimKey[]) => Verdict | null;
  /** Claims that a person has judged together with this one. */
  partners: (claim: ClaimKey) => ClaimKey[];
  /** Nobody decided anything. */
  isEmpty: boolean;
};

export const NO_DECISIONS: Decisions = { between: () => null, partners: () => [], isEmpty: true };

/** Indexes judgements by persons; those by rules are left out, since rules judge anew. */
export function decisionsOf(judgements: readonly Judgement[]): Decisions {
  const byClaim = indexed(judgements);
  if (byClaim.size === 0) return NO_DECISIONS;
  return {
    between(left, right) {
      let found: Verdict | null = null;
      for (const claim of left) {
        const partners = byClaim.get(claim);
        if (!partners) continue;
        for (const other of right) {
          const verdict = partners.get(other)?.verdict;
          if (verdict === 'different-event') return verdict;
          if (verdict === 'same-event') found = verdict;
        }
      }
      return found;
    },
    partners: (claim) => [...(byClaim.get(claim)?.keys() ?? [])],
    isEmpty: false,
  };
}

type Index = Map<ClaimKey, Map<ClaimKey, Judgement>>;

function indexed(judgements: readonly Judgement[]): Index {
  const byClaim: Index = new Map();
  for (const judgement of judgements) {
    if (judgedBy(judgement) === null) continue;
    keep(byClaim, judgement.left, judgement.right, judgement);
    keep(byClaim, judgement.right, judgement.left, judgement);
  }
  return byClaim;
}

/** Claims on which the one list of judgements decides otherwise than the other. */
export function differing(before: readonly Judgement[], now: readonly Judgement[]): Set<ClaimKey> {
  const [old, fresh] = [indexed(before), indexed(now)];
  const claims = new Set<ClaimKey>();
  for (const [one, other] of [
    [old, fresh],
    [fresh, old],
  ]) {
    for (const [claim, partners] of one) {
      for (const [partner, { verdict }] of partners) if (other.get(claim)?.get(partner)?.verdict !== verdict) claims.add(claim);
    }
  }
  return claims;
}

function keep(index: Index, from: ClaimKey, to: ClaimKey, judgement: Judgement): void {
  const partners = index.get(from) ?? new Map<ClaimKey, Judgement>();
  index.set(from, partners);
  const known = partners.get(to);
  if (!known || isLater(judgement, known)) partners.set(to, judgement);
}

/** Later wins; at the same time the stricter verdict, then the name, so that the order of rows does not matter. */
function isLater(a: Judgement, b: Judgement): boolean {
  if (a.at !== b.at) return a.at > b.at;
  if (a.verdict !== b.verdict) return a.verdict < b.verdict;
  return (judgedBy(a) ?? '') > (judgedBy(b) ?? '');
}
