/** Which claims give the ends of a range: the way from a number to its words. Pure. */
import type { Count } from './count.ts';

/** Keys of the claims whose figures are the ends of a range; null where no single figure is. */
export type RangeClaims = { lowClaim: string | null; highClaim: string | null };

/** Of a policy that takes neither end from one figure, as a middle one, the end stays without a claim. */
export function rangeClaims({ low, high, figures }: Pick<Count, 'low' | 'high' | 'figures'>): RangeClaims {
  const used = figures.filter(({ aside }) => aside === null);
  const from = used.find((use) => use.low === low);
  const to = used.find((use) => use.high === high) ?? used.find((use) => use.low === high);
  const keyOf = (use: typeof from): string | null => (use ? `${use.report}/${use.claim}` : null);
  return { lowClaim: keyOf(from), highClaim: keyOf(to) };
}
