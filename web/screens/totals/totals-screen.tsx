/** Running totals beside the events of their period: claimed, sum of parts, remainder, overlap. */
import { useEffect } from 'preact/hooks';
import type { RunningTotal } from '../../../src/claim/running-total.ts';
import type { TotalsAnswer } from '../../../src/http/client.ts';
import { day, number, range, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { bounds } from '../../parts/figure-list.tsx';
import { loadNames, named, nameOf } from '../../parts/names.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { addressOf, claimAddress } from '../../router.ts';

export function TotalsScreen() {
  const m = t.value.totals;
  const { value, fault, reload } = useLoaded<TotalsAnswer>('/api/totals?limit=500');
  useEffect(loadNames, []);
  void named.value;
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
        <span class="row acts">
          <CsvLink path="/api/totals" />
          <CsvLink path="/api/totals?table=parts" label={m.partsCsv} />
        </span>
      </div>
      <p class="lead">{m.lead}</p>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {value?.totals.length === 0 && <p class="empty">{m.empty}</p>}
      <div class="stack">
        {value?.totals.map((total) => (
          <Ledger key={total.id} total={total} />
        ))}
        {value && value.next !== null && <p class="soft">{m.moreInCsv}</p>}
      </div>
    </>
  );
}

function Ledger({ total }: { total: RunningTotal }) {
  const m = t.value.totals;
  const { origin, outcome, who, since, place, points, parts, sumLow, sumHigh, remainderLow, remainderHigh, overlap } = total;
  return (
    <section class="card">
      <h2>
        {t.value.outcomes[outcome]} {who !== 'unknown' && (t.value.event.groups[who] ?? who)}{' '}
        {since && `· ${t.value.claim.runningSince(day(since))}`}
      </h2>
      <p class="soft">
        {m.source}: <Quoted>{nameOf(origin, origin.replace(/^((name|report|anonymous):)+/, ''))}</Quoted>
        {place && (
          <>
            {' '}
            · <Quoted>{place}</Quoted>
          </>
        )}
      </p>
      <table>
        <thead>
          <tr>
            <th>{m.until}</th>
            <th class="n">{m.claimed}</th>
            <th class="n">{m.rise}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.claim}>
              <td class="when">{day(point.until)}</td>
              <td class="n">
                <a href={claimAddress(point.claim)}>
                  {point.mod !== 'exact' && point.mod !== 'range' && `${t.value.mods[point.mod]} `}
                  <bdi dir="ltr">{bounds(point)}</bdi>
                </a>
              </td>
              <td class="n">{point.increment === null ? '' : <bdi dir="ltr">+{number(point.increment)}</bdi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="sums">
        <div>
          <dt>{m.sum}</dt>
          <dd>
            <bdi dir="ltr">{range(sumLow, sumHigh)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{m.remainder}</dt>
          <dd>
            <bdi dir="ltr">{range(remainderLow, remainderHigh)}</bdi>
          </dd>
        </div>
        {overlap > 0 && (
          <div>
            <dt>{m.overlap}</dt>
            <dd>{number(overlap)}</dd>
          </div>
        )}
      </dl>
      {parts.length > 0 && (
        <details>
          <summary>
            {m.parts} ({number(parts.length)})
          </summary>
          <ul>
            {parts.map((part) => (
              <li key={part.event}>
                <a href={addressOf('event', part.event)}>
                  <code>{part.event}</code> <bdi dir="ltr">{range(part.low, part.high)}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
