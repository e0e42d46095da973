/** The independent chains: who stands behind each, who carried it, and how that was found. */
import type { Because as Reason } from '../../../src/claim/because.ts';
import type { Event, Origin } from '../../../src/claim/event.ts';
import type { ClaimRow } from '../../../src/http/client.ts';
import { day, inDigits, t } from '../../language.ts';
import { Folded, useFirst } from '../../parts/folded.tsx';
import { nameOf, say } from '../../parts/names.ts';
import { Quoted, visible } from '../../parts/quoted.tsx';
import { addressOf, claimAddress } from '../../router.ts';

type Reports = Map<string, { outlet: string | null; published: string | null }>;

export function Chains({ event, claims }: { event: Event; claims: readonly ClaimRow[] }) {
  const m = t.value.event;
  const reports: Reports = new Map(claims.map(({ report, outlet, published }) => [report, { outlet, published }]));
  return (
    <ol class="chains" data-test="chains">
      {event.origins.map((origin, i) => {
        return (
          <li key={origin.key} data-chain={(i % 6) + 1}>
            <h3>
              <Quoted>{nameOf(origin.key, origin.label)}</Quoted> <span class="chip">{m.kinds[origin.kind]}</span>{' '}
              <span class="soft">{inDigits(m.carriers(origin.carriers.length))}</span>
            </h3>
            <Carriers origin={origin} reports={reports} />
            <Folded summary={m.because} class="soft">
              {() => <Because steps={origin.because} />}
            </Folded>
          </li>
        );
      })}
    </ol>
  );
}

function Carriers({ origin, reports }: { origin: Origin; reports: Reports }) {
  const { shown, more } = useFirst(origin.carriers, 20);
  return (
    <>
      <ul class="carriers">
        {shown.map((report) => {
          const known = reports.get(report);
          const claim = origin.claims.find((key) => key.startsWith(`${report}/`));
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
      {more}
    </>
  );
}

function Because({ steps }: { steps: readonly Reason[] }) {
  const { shown, more } = useFirst(steps, 20);
  return (
    <>
      <ul>
        {shown.map((step) => (
          <li key={JSON.stringify(step)}>{say(step)}</li>
        ))}
      </ul>
      {more}
    </>
  );
}
