/** The independent chains: who stands behind each, who carried it, and how that was found. */
import type { Event } from '../../../src/claim/event.ts';
import type { ClaimRow } from '../../../src/http/client.ts';
import { day, t } from '../../language.ts';
import { nameOf } from '../../parts/names.ts';
import { Quoted, visible } from '../../parts/quoted.tsx';
import { addressOf, claimAddress } from '../../router.ts';

export function Chains({ event, claims }: { event: Event; claims: readonly ClaimRow[] }) {
  const m = t.value.event;
  const reports = new Map(claims.map(({ report, outlet, published }) => [report, { outlet, published }]));
  return (
    <ol class="chains" data-test="chains">
      {event.origins.map((origin, i) => {
        const claimIn = (report: string) => origin.claims.find((key) => key.startsWith(`${report}/`));
        return (
          <li key={origin.key} data-chain={(i % 6) + 1}>
            <h3>
              <Quoted>{nameOf(origin.key, origin.label)}</Quoted> <span class="chip">{m.kinds[origin.kind]}</span>{' '}
              <span class="soft">{m.carriers(origin.carriers.length)}</span>
            </h3>
            <ul class="carriers">
              {origin.carriers.map((report) => {
                const known = reports.get(report);
                const claim = claimIn(report);
                return (
                  <li key={report}>
                    <a href={claim ? claimAddress(claim) : addressOf('report', report)}>
                      {known?.outlet ? <Quoted>{known.outlet}</Quoted> : <code>{visible(report).slice(0, 18)}</code>}
                    </a>{' '}
                    {known?.published && <span class="soft">{day(known.published)}</span>}
                  </li>
                );
              })}
            </ul>
            <details>
              <summary class="soft">{m.because}</summary>
              <ul lang="en" dir="ltr" class="soft">
                {origin.because.map((step) => (
                  <li key={step}>{visible(step)}</li>
                ))}
              </ul>
            </details>
          </li>
        );
      })}
    </ol>
  );
}
