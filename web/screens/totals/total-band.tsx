/** A running total as a band of days: from where it counts to each day it was told of, and the events inside on their days. Time runs left to right in both languages. */
import type { TotalRow } from '../../../src/http/client.ts';
import { day, days, range, t } from '../../language.ts';
import { bounds } from '../../parts/figure-list.tsx';
import { useFirst } from '../../parts/folded.tsx';
import { visible } from '../../parts/quoted.tsx';
import { addressOf, claimAddress } from '../../router.ts';

const DAY = 86_400_000;

export function TotalBand({ total: { since, points, parts } }: { total: TotalRow }) {
  const m = t.value;
  const told = points.filter((point) => timeOf(point.until) !== null);
  const times = [since, ...told.map(({ until }) => until), ...parts.map(({ begin }) => begin)].flatMap(
    (iso) => timeOf(iso) ?? [],
  );
  const { shown, more } = useFirst(told, 12);
  if (told.length === 0 || times.length < 2) return null;
  const first = times.reduce((a, b) => Math.min(a, b));
  const last = Math.max(
    times.reduce((a, b) => Math.max(a, b)),
    first + DAY,
  );
  const at = (time: number) => `${(100 * (time - first)) / (last - first)}%`;
  const start = timeOf(since);
  return (
    <>
      <div class="band" dir="ltr" role="group" aria-label={m.totals.band} data-test="band">
        {shown.map((point) => {
          const end = timeOf(point.until) as number;
          const from = start === null ? end : Math.min(start, end);
          const says = `${m.totals.until} ${day(point.until)}: ${bounds(point)}`;
          return (
            <div key={point.claim} class="band-row">
              <a
                class="band-bar"
                data-open={start === null}
                href={claimAddress(point.claim)}
                title={says}
                aria-label={says}
                style={{ insetInlineStart: at(from), inlineSize: `calc(${at(end - from + first)} + 3px)` }}
              >
                <span class="band-n">{bounds(point)}</span>
              </a>
            </div>
          );
        })}
        <div class="band-row events">
          {parts.map((part) => {
            const when = timeOf(part.begin);
            if (when === null) return null;
            const says = [
              part.type && m.types[part.type],
              part.place && visible(part.place),
              days(part.begin, part.end),
              range(part.low, part.high),
            ]
              .filter(Boolean)
              .join(`${m.comma} `);
            return (
              <a
                key={part.event}
                class="band-event"
                href={addressOf('event', part.event)}
                title={says}
                style={{ insetInlineStart: at(when) }}
              >
                <span class="hidden">{says}</span>
              </a>
            );
          })}
        </div>
        <div class="band-row axis" aria-hidden="true">
          <span class="tick first">
            <bdi>{day(new Date(first).toISOString())}</bdi>
          </span>
          <span class="tick last">
            <bdi>{day(new Date(last).toISOString())}</bdi>
          </span>
        </div>
      </div>
      {more}
    </>
  );
}

function timeOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time;
}
