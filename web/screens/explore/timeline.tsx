/** Events on an axis of days: one mark an event, as high as the killed that were reported. Time runs left to right in both languages, as numbers do. */
import type { EventRow } from '../../../src/http/client.ts';
import { day, days, range, t } from '../../language.ts';
import { addressOf } from '../../router.ts';

const WIDTH = 960;
const HEIGHT = 220;

export function Timeline({ events }: { events: readonly EventRow[] }) {
  const dated = events.filter((row) => row.begin !== null);
  const times = dated.map((row) => Date.parse(`${row.begin}T00:00:00Z`));
  if (times.length === 0) return <p class="empty">{t.value.explore.empty}</p>;
  const first = times.reduce((a, b) => Math.min(a, b));
  const last = times.reduce((a, b) => Math.max(a, b), first + 86_400_000);
  const most = dated.reduce((top, row) => Math.max(top, row.killedHigh ?? row.killedLow ?? 0), 1);
  const x = (time: number) => 30 + ((time - first) / (last - first)) * (WIDTH - 60);
  return (
    <div class="card" dir="ltr">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="timeline" role="group" aria-label={t.value.explore.timeline}>
        <line x1="20" x2={WIDTH - 20} y1={HEIGHT - 30} y2={HEIGHT - 30} class="axis" />
        {dated.map((row, i) => {
          const height = 8 + (Math.sqrt(row.killedHigh ?? row.killedLow ?? 0) / Math.sqrt(most)) * (HEIGHT - 70);
          const says = `${t.value.types[row.type]}, ${row.place ?? ''}, ${days(row.begin, row.end)}${row.killedLow === null ? '' : `, ${t.value.outcomes.killed} ${range(row.killedLow, row.killedHigh)}`}`;
          return (
            <a key={row.code} href={addressOf('event', row.code)} aria-label={says}>
              <title>{says}</title>
              <line
                x1={x(times[i])}
                x2={x(times[i])}
                y1={HEIGHT - 30}
                y2={HEIGHT - 30 - height}
                class={row.contested ? 'stem contested' : 'stem'}
              />
              <circle cx={x(times[i])} cy={HEIGHT - 30 - height} r="6" class={row.contested ? 'head contested' : 'head'} />
            </a>
          );
        })}
        <text x="20" y={HEIGHT - 8}>
          {day(new Date(first).toISOString())}
        </text>
        <text x={WIDTH - 20} y={HEIGHT - 8} text-anchor="end">
          {day(new Date(last).toISOString())}
        </text>
      </svg>
    </div>
  );
}
