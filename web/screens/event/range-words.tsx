/** A range of which each end leads to the words that gave it. */
import type { Count } from '../../../src/claim/count.ts';
import { number } from '../../language.ts';
import { claimAddress } from '../../router.ts';

type Props = { count: Pick<Count, 'low' | 'high' | 'figures'> };

export function RangeWords({ count: { low, high, figures } }: Props) {
  const used = figures.filter(({ aside }) => aside === null);
  const from = used.find((use) => use.low === low);
  const to = used.find((use) => use.high === high) ?? used.find((use) => use.low === high);
  return (
    <bdi dir="ltr">
      <Bound text={`${number(low)}${high === null ? '+' : ''}`} use={from} />
      {high !== null && high !== low && (
        <>
          –<Bound text={number(high)} use={to} />
        </>
      )}
    </bdi>
  );
}

function Bound({ text, use }: { text: string; use: Count['figures'][number] | undefined }) {
  if (!use) return <>{text}</>;
  return (
    <a class="bound" href={claimAddress(`${use.report}/${use.claim}`)}>
      {text}
    </a>
  );
}
