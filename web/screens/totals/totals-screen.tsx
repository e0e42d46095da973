/** Running totals beside the events of their period: claimed, sum of parts, remainder, overlap. */
import { useEffect } from 'preact/hooks';
import type { TotalRow, TotalsAnswer } from '../../../src/http/client.ts';
import { day, days, number, range, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { bounds } from '../../parts/figure-list.tsx';
import { useFirst } from '../../parts/folded.tsx';
import { loadNames, named, nameOf } from '../../parts/names.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { addressOf, claimAddress, place } from '../../router.ts';
import { Moved, Rule } from './rule.tsx';
import { TotalBand } from './total-band.tsx';

export function TotalsScreen() {
  const m = t.value.totals;
  const wanted = place.value.query.get('policy');
  const under = wanted === null ? '' : `policy=${encodeURIComponent(wanted)}`;
  const { value, fault, reload } = useLoaded<TotalsAnswer>(`/api/totals?limit=500${under && `&${under}`}`);
  useEffect(loadNames, []);
  void named.value;
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
        <span class="row acts">
          <CsvLink path={`/api/totals?${under}`} />
          <CsvLink path={`/api/totals?table=parts&${under}`} label={m.partsCsv} />
        </span>
      </div>
      <p class="lead">{m.lead}</p>
      {value && value.totals.length > 0 && <Rule answer={value} />}
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!value && !fault && <Waiting />}
      {value?.totals.length === 0 && <p class="empty">{m.empty}</p>}
      <div class="stack">
        {value?.totals.map((total) => (
          <Ledger key={total.id} total={total} policy={value.policy} />
        ))}
        {value && value.next !== null && <p class="soft">{m.moreInCsv}</p>}
      </div>
    </>
  );
}

function Ledger({ total, policy }: { total: TotalRow; policy: string }) {
  const m = t.value.totals;
  const {
    origin,
    outcome,
    who,
    since,
    place: where,
    points,
    parts,
    sumLow,
    sumHigh,
    remainderLow,
    remainderHigh,
    overlap,
  } = total;
  return (
    <section class="card">
      <h2>
        {t.value.outcomes[outcome]} {who !== 'unknown' && (t.value.event.groups[who] ?? who)}{' '}
        {since && `· ${t.value.claim.runningSince(day(since))}`}
      </h2>
      <p class="soft">
        {m.source}: <Quoted>{nameOf(origin, origin.replace(/^((name|report|anonymous):)+/, ''))}</Quoted>
        {where && (
          <>
            {' '}
            · <Quoted>{where}</Quoted>
          </>
        )}
      </p>
      <TotalBand total={total} />
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
      {total.rule !== policy && <p class="chip warn">{m.tooMany(t.value.method.names[total.rule] ?? total.rule)}</p>}
      {total.moved.length > 0 && <Moved total={total} />}
      {parts.length > 0 && (
        <details>
          <summary>
            {m.parts} ({number(parts.length)})
          </summary>
          <Parts parts={parts} />
        </details>
      )}
    </section>
  );
}

/** The events inside, each one click from its words. */
function Parts({ parts }: { parts: TotalRow['parts'] }) {
  const m = t.value;
  const { shown, more } = useFirst(parts, 100);
  return (
    <div class="scroll">
      <table data-test="parts">
        <thead>
          <tr>
            <th>{m.explore.facets.type}</th>
            <th>{m.explore.place}</th>
            <th>{m.claim.when}</th>
            <th class="n">{m.totals.counted}</th>
            <th>{m.explore.code}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ event, type, place, begin, end, low, high }) => (
            <tr key={event}>
              <td>
                <a href={addressOf('event', event)}>{type === null ? m.event.title : m.types[type]}</a>
              </td>
              <td class="name">{place && <Quoted>{place}</Quoted>}</td>
              <td class="when">{days(begin, end)}</td>
              <td class="n">
                <a href={addressOf('event', event)}>
                  <bdi dir="ltr">{range(low, high)}</bdi>
                </a>
              </td>
              <td>
                <code>{event}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  );
}
