/** When each report says it was, on one axis of days: a filled mark the day of the event, a hollow one the day of publication. */
import type { ClaimRow } from '../../../src/http/client.ts';
import { day, number, t } from '../../language.ts';
import { useFirst } from '../../parts/folded.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { claimAddress } from '../../router.ts';

const DAY = 86_400_000;
const SHOWN = 40;

/** `total`: how many claims the event has, when not all are given. */
export function TimeBand({ claims, total }: { claims: readonly ClaimRow[]; total: number }) {
  const m = t.value.event;
  const rows = [
    ...new Map(claims.filter((row) => row.day ?? row.published).map((row) => [`${row.report} ${row.day}`, row])).values(),
  ].sort((a, b) => (a.published ?? '').localeCompare(b.published ?? ''));
  const { shown, more } = useFirst(rows, SHOWN);
  const times = rows.flatMap((row) => [timeOf(row.day), timeOf(row.published)].filter((time) => time !== null));
  if (times.length === 0) return null;
  const first = times.reduce((a, b) => Math.min(a, b));
  const span = Math.max(times.reduce((a, b) => Math.max(a, b)) - first, DAY);
  const at = (time: number) => `${((time - first) / span) * 100}%`;
  return (
    <section class="card" aria-labelledby="time-title">
      <h2 id="time-title">{m.time}</h2>
      <div class="strip">
        {shown.map((row) => {
          const [when, printed] = [timeOf(row.day), timeOf(row.published)];
          return (
            <div class="strip-row" key={row.key}>
              <span class="strip-label">
                {row.outlet ? <Quoted>{row.outlet}</Quoted> : <code>{row.report.slice(0, 14)}</code>}
              </span>
              <span class="track" dir="ltr">
                {printed !== null && (
                  <span
                    class="day-mark printed"
                    title={`${t.value.report.day}: ${day(row.published)}`}
                    style={{ insetInlineStart: at(printed) }}
                  />
                )}
                {when !== null && (
                  <a class="day-mark" href={claimAddress(row.key)} title={day(row.day)} style={{ insetInlineStart: at(when) }}>
                    <span class="hidden">{`${row.outlet ?? ''}: ${day(row.day)}`}</span>
                  </a>
                )}
              </span>
            </div>
          );
        })}
        <div class="strip-row axis" aria-hidden="true">
          <span class="strip-label" />
          <span class="track" dir="ltr">
            <span class="tick first">
              <bdi>{day(new Date(first).toISOString())}</bdi>
            </span>
            <span class="tick last">
              <bdi>{day(new Date(first + span).toISOString())}</bdi>
            </span>
          </span>
        </div>
      </div>
      {more}
      {total > claims.length && <p class="soft">{m.fromClaims(number(claims.length), number(total))}</p>}
    </section>
  );
}

function timeOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time;
}
