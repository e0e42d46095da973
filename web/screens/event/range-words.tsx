/** A range of which each end leads to the words that gave it. */
import type { Count } from '../../../src/claim/count.ts';
import { type RangeClaims, rangeClaims } from '../../../src/claim/range-claims.ts';
import { number } from '../../language.ts';
import { claimAddress } from '../../router.ts';

type Props = { count: Pick<Count, 'low' | 'high' | 'figures'> };

export function RangeWords({ count }: Props) {
  return <RangeLinks low={count.low} high={count.high} {...rangeClaims(count)} />;
}

type LinkProps = { low: number; high: number | null; otherwise?: string } & RangeClaims;

/** The same, where the claims are known already. `otherwise`: where a number leads that is a sum of several. */
export function RangeLinks({ low, high, lowClaim, highClaim, otherwise }: LinkProps) {
  return (
    <bdi dir="ltr">
      <Bound text={`${number(low)}${high === null ? '+' : ''}`} claim={lowClaim} otherwise={otherwise} />
      {high !== null && high !== low && (
        <>
          –<Bound text={number(high)} claim={highClaim} otherwise={otherwise} />
        </>
      )}
    </bdi>
  );
}

function Bound({ text, claim, otherwise }: { text: string; claim: string | null; otherwise?: string }) {
  const address = claim === null ? otherwise : claimAddress(claim);
  if (address === undefined) return <>{text}</>;
  return (
    <a class="bound" href={address}>
      {text}
    </a>
  );
}
