/** Claims as a table; every row leads to its words. */
import type { ClaimRow } from '../../../src/http/client.ts';
import { day, t } from '../../language.ts';
import { ReviewChip } from '../../parts/claim-card.tsx';
import { bounds } from '../../parts/figure-list.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { addressOf, claimAddress } from '../../router.ts';

/** `current`: key of the row that keys decide on. */
export function ClaimTable({ claims, current = null }: { claims: readonly ClaimRow[]; current?: string | null }) {
  if (claims.length === 0) return null;
  const m = t.value;
  return (
    <div class="scroll card">
      <table>
        <thead>
          <tr>
            <th>{m.explore.facets.type}</th>
            <th>{m.claim.quote}</th>
            <th>{m.explore.facets.source}</th>
            <th>{m.event.columns['how-many']}</th>
            <th>{m.explore.facets.place}</th>
            <th>{m.claim.when}</th>
            <th>{m.claim.event}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((row) => (
            <tr
              key={row.key}
              data-review={row.review ?? 'open'}
              data-current={row.key === current}
              aria-current={row.key === current}
            >
              <td>
                {m.types[row.type]} {row.stance !== 'asserted' && <span class="chip warn">{m.stances[row.stance]}</span>}{' '}
                {row.review && <ReviewChip state={row.review} />}
              </td>
              <td class="quote">
                <a href={claimAddress(row.key)}>
                  <Quoted>{row.quote.length > 180 ? `${row.quote.slice(0, 180)}…` : row.quote}</Quoted>
                </a>
              </td>
              <td class="name">
                <Quoted>{row.chain.length > 0 ? row.chain.join(' › ') : (row.outlet ?? m.claim.ownVoice)}</Quoted>
              </td>
              <td>
                {row.figures.map((figure, i) => (
                  <a key={`${figure.span.start}-${i}`} class="figure" href={claimAddress(row.key)}>
                    {m.outcomes[figure.outcome]} <bdi dir="ltr">{bounds(figure)}</bdi>
                  </a>
                ))}
              </td>
              <td class="name">{row.place && <Quoted>{row.place}</Quoted>}</td>
              <td class="when">{row.day ? day(row.day) : ''}</td>
              <td>
                {row.event && (
                  <a href={addressOf('event', row.event)}>
                    <code>{row.event}</code>
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
