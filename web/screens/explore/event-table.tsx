/** Events as a table: range of killed, number of independent chains, grade. */
import type { EventRow } from '../../../src/http/client.ts';
import { days, number, t } from '../../language.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { addressOf } from '../../router.ts';
import { RangeLinks } from '../event/range-words.tsx';

export function EventTable({ events }: { events: readonly EventRow[] }) {
  const m = t.value;
  return (
    <div class="scroll card">
      <table data-test="events">
        <thead>
          <tr>
            <th>{m.explore.facets.type}</th>
            <th>{m.explore.place}</th>
            <th>{m.claim.when}</th>
            <th class="n">{m.explore.killed}</th>
            <th class="n">{m.explore.chains}</th>
            <th class="n">{m.explore.reports}</th>
            <th>{m.event.grade}</th>
            <th>{m.explore.code}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((row) => (
            <tr key={row.code}>
              <td>
                <a href={addressOf('event', row.code)}>{m.types[row.type]}</a>
              </td>
              <td class="name">{row.place && <Quoted>{row.place}</Quoted>}</td>
              <td class="when">{days(row.begin, row.end)}</td>
              <td class="n">
                {row.killedLow === null ? (
                  ''
                ) : (
                  <RangeLinks
                    low={row.killedLow}
                    high={row.killedHigh}
                    lowClaim={row.killedFrom?.lowClaim ?? null}
                    highClaim={row.killedFrom?.highClaim ?? null}
                    otherwise={addressOf('event', row.code)}
                  />
                )}
              </td>
              <td class="n">{number(row.origins)}</td>
              <td class="n">{number(row.reports)}</td>
              <td>
                <span class="chip">{m.event.grades[row.grade]}</span>{' '}
                {row.contested && <span class="chip warn">{m.explore.contested}</span>}
              </td>
              <td>
                <code>{row.code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
