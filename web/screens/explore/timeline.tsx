/** Events on an axis of days: one mark an event, as high as the killed that were reported; those of one day stand beside each other. Time runs left to right in both languages, as numbers do. */
import type { EventRow } from '../../../src/http/client.ts';
import { day, days, number, range, t } from '../../language.ts';
import { useWidth } from '../../parts/width.ts';
import { addressOf } from '../../router.ts';

const HEIGHT = 240;
const FOOT = 34;
const EDGE = 30;
const DAY = 86_400_000;
const HEAD = 13;

export function Timeline({ events }: { events: readonly EventRow[] }) {
  const { box, width } = useWidth<HTMLDivElement>(960);
  const dated = events.filter((row) => row.begin !== null).sort((a, b) => ((a.begin as string) < (b.begin as string) ? -1 : 1));
  const undated = events.length - dated.length;
  const times = dated.map((row) => Date.parse(`${row.begin}T00:00:00Z`));
  if (times.length === 0) return <p class="empty">{t.value.explore.empty}</p>;
  const first = times[0];
  const last = Math.max(times[times.length - 1], first + DAY);
  const most = dated.reduce((top, row) => Math.max(top, row.killedHigh ?? row.killedLow ?? 0), 1);
  const places = placed(times, (time) => EDGE + ((time - first) / (last - first)) * (width - 2 * EDGE), width);
  return (
    <>
      <div class="card">
        <div ref={box} dir="ltr">
          <svg
            viewBox={`0 0 ${width} ${HEIGHT}`}
            class="timeline"
            style={{ inlineSize: `${width}px` }}
            role="group"
            aria-label={t.value.explore.timeline}
          >
            <line x1="10" x2={width - 10} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} class="axis" />
            {dated.map((row, i) => (
              <Stem key={row.code} row={row} x={places[i]} most={most} />
            ))}
            <text x="10" y={HEIGHT - 10}>
              {`\u2068${day(dated[0].begin)}\u2069`}
            </text>
            <text x={width - 10} y={HEIGHT - 10} text-anchor="end">
              {`\u2068${day(new Date(last).toISOString())}\u2069`}
            </text>
          </svg>
        </div>
        <p class="legend">
          <span>{t.value.explore.timelineHow}</span>
          {undated > 0 && <span>{t.value.explore.undated(number(undated))}</span>}
        </p>
      </div>
    </>
  );
}

function Stem({ row, x, most }: { row: EventRow; x: number; most: number }) {
  const tall = 8 + (Math.sqrt(row.killedHigh ?? row.killedLow ?? 0) / Math.sqrt(most)) * (HEIGHT - FOOT - 34);
  const top = HEIGHT - FOOT - tall;
  const { comma } = t.value;
  const killed = row.killedLow === null ? null : `${t.value.outcomes.killed} ${range(row.killedLow, row.killedHigh)}`;
  const says = [t.value.types[row.type], row.place, days(row.begin, row.end), killed].filter(Boolean).join(`${comma} `);
  return (
    <a href={addressOf('event', row.code)} aria-label={says}>
      <title>{says}</title>
      <line x1={x} x2={x} y1={HEIGHT - FOOT} y2={top} class={row.contested ? 'stem contested' : 'stem'} />
      <circle cx={x} cy={top} r="6" class={row.contested ? 'head contested' : 'head'} />
    </a>
  );
}

/** Marks of one day lie side by side round their day, closer where there are many. Pure. */
function placed(times: readonly number[], at: (time: number) => number, width: number): number[] {
  const sizes = new Map<number, number>();
  for (const time of times) sizes.set(time, (sizes.get(time) ?? 0) + 1);
  const seen = new Map<number, number>();
  return times.map((time) => {
    const n = sizes.get(time) as number;
    const i = seen.get(time) ?? 0;
    seen.set(time, i + 1);
    const step = Math.min(HEAD, (width - 2 * EDGE) / n);
    const start = Math.min(Math.max(at(time) - ((n - 1) * step) / 2, 8), width - 8 - (n - 1) * step);
    return start + i * step;
  });
}
