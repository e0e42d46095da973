/** The counting rule of the events inside running totals, and what it moves. */
import type { TotalRow, TotalsAnswer } from '../../../src/http/client.ts';
import { number, range, t } from '../../language.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { useFirst } from '../../parts/folded.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { addressOf, place, setQuery } from '../../router.ts';
import { RangeLinks } from '../event/range-words.tsx';

/** What a source claimed does not change with it. */
export function Rule({ answer: { policy, policies, totals } }: { answer: TotalsAnswer }) {
  const m = t.value;
  const moved = totals.reduce((n, total) => n + total.moved.length, 0);
  return (
    <div class="card rule">
      <p class="row">
        <label class="inline">
          {m.totals.policy}
          <select
            data-test="totals-policy"
            value={place.value.query.get('policy') ?? policy}
            onChange={(change) => setQuery({ policy: change.currentTarget.value })}
          >
            {policies.map(({ name }) => (
              <option key={name} value={name}>
                {m.method.names[name] ?? name}
              </option>
            ))}
          </select>
        </label>
        {moved > 0 && <CsvLink path={`/api/totals?table=moved&policy=${policy}`} label={m.totals.movedCsv} test="moved-csv" />}
      </p>
      <p class="soft">{m.method.rules[policy] ?? policies.find(({ name }) => name === policy)?.rule}</p>
    </div>
  );
}

/** Events that this rule counts otherwise than the usual one, with the claims behind the new ends. */
export function Moved({ total: { moved, parts, rule } }: { total: TotalRow }) {
  const m = t.value.totals;
  const { shown, more } = useFirst(moved, 50);
  const known = new Map(parts.map((part) => [part.event, part]));
  return (
    <section class="moved" aria-label={m.moved} data-test="moved">
      <h3>
        {m.moved} ({number(moved.length)})
      </h3>
      <ul>
        {shown.map(({ event, before, after, lowClaim, highClaim }) => (
          <li key={event}>
            <a href={addressOf('event', event, { policy: rule })}>
              {typeIn(known.get(event)?.type)}
              {known.get(event)?.place && (
                <>
                  {t.value.comma} <Quoted>{known.get(event)?.place as string}</Quoted>
                </>
              )}
            </a>
            {': '}
            <bdi dir="ltr">{range(before.low, before.high)}</bdi> <span aria-hidden="true">{t.value.custody.arrow}</span>
            <span class="hidden">{t.value.custody.becomes}</span>{' '}
            <RangeLinks {...after} lowClaim={lowClaim} highClaim={highClaim} />
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

const typeIn = (type: TotalRow['parts'][number]['type'] | undefined): string =>
  type ? t.value.types[type] : t.value.event.title;
