/** One import in the list: followed live while it runs, with what can be done about it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportDetail, ImportRow } from '../../../src/http/client.ts';
import { tell } from '../../api.ts';
import { day, number, t } from '../../language.ts';
import { notify } from '../../parts/notice.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { sayFault } from '../../parts/say-fault.ts';
import { addressOf } from '../../router.ts';

const isLive = (state: string): boolean => state === 'running' || state === 'paused';

type Props = { row: ImportRow; onChange: () => void };

export function Run({ row, onChange }: Props) {
  const m = t.value.imports;
  const [now, setNow] = useState(row);
  const rate = useRate(now);
  useEffect(() => {
    setNow(row);
    if (!isLive(row.state)) return;
    const stream = new EventSource(`/api/imports/${row.id}/stream`);
    stream.addEventListener('progress', (event) => {
      const next = JSON.parse(event.data) as ImportDetail;
      setNow(next);
      if (isLive(next.state)) return;
      stream.close();
      onChange();
    });
    return () => stream.close();
  }, [row.id, isLive(row.state)]);
  const act = async (path: string, body: object) => {
    try {
      await tell(`/api/imports/${now.id}/${path}`, body);
    } catch (error) {
      notify(sayFault(error));
    }
    onChange();
  };
  const canRetry = !isLive(now.state) && (now.failed > 0 || now.state !== 'finished');
  return (
    <tr data-import={now.id} data-state={now.state}>
      <td>
        <a href={addressOf('imports', String(now.id))}>
          <Quoted>{now.source === 'the sample case' ? m.sampleSource : now.source}</Quoted>
        </a>
      </td>
      <td>
        <Quoted>{now.case}</Quoted>
      </td>
      <td class="when">{day(now.at)}</td>
      <td>
        <span class="chip">{m.states[now.state] ?? now.state}</span>
      </td>
      <td class="n">
        {number(now.done)}
        {now.total !== null && ` / ${now.state === 'finished' ? '' : '≈ '}${number(now.total)}`}
        {now.state === 'running' && (
          <>
            <progress max={now.total ?? undefined} value={now.total === null ? undefined : now.done} aria-label={m.done} />
            {rate > 0 && <span class="soft"> {m.rate(number(Math.round(rate)))}</span>}
            {rate > 0 && now.total !== null && <span class="soft"> {timeLeft((now.total - now.done) / rate)}</span>}
          </>
        )}
      </td>
      <td class="n">{number(now.kept)}</td>
      <td class="n">{number(now.held)}</td>
      <td class="n">
        {now.failed > 0 ? <a href={addressOf('imports', String(now.id))}>{number(now.failed)}</a> : number(0)}
        <StageChips stages={now.stages} />
      </td>
      <td class="acts">
        {now.state === 'running' && (
          <button type="button" data-test="pause" onClick={() => void act('steer', { to: 'paused' })}>
            {m.pause}
          </button>
        )}
        {now.state === 'paused' && (
          <button type="button" data-test="continue" onClick={() => void act('steer', { to: 'running' })}>
            {m.goOn}
          </button>
        )}
        {isLive(now.state) && (
          <button type="button" data-test="cancel" onClick={() => void act('steer', { to: 'cancelled' })}>
            {t.value.review.cancel}
          </button>
        )}
        {canRetry && (
          <button type="button" data-test="retry" onClick={() => void act('retry', {})}>
            {now.state === 'finished' ? m.retryFailed : m.retryAll}
          </button>
        )}
      </td>
    </tr>
  );
}

/** At which stages something failed. */
function StageChips({ stages }: Pick<ImportRow, 'stages'>) {
  const m = t.value.imports;
  const met = Object.entries(stages).filter(([, n]) => n > 0);
  return (
    <>
      {met.map(([stage, n]) => (
        <span key={stage} class="chip" data-stage={stage}>
          {m.stages[stage]} {number(n)}
        </span>
      ))}
    </>
  );
}

/** In words that stay true for a while: seconds by tens, then minutes, then hours. */
function timeLeft(seconds: number): string {
  const m = t.value.imports;
  if (seconds < 60) return m.secondsLeft(number(Math.max(10, Math.ceil(seconds / 10) * 10)));
  if (seconds < 3600) return m.minutesLeft(number(Math.ceil(seconds / 60)));
  return m.hoursLeft(number(Math.round(seconds / 360) / 10));
}

/** Reports a second: the last look counts for a third, those before it for the rest, so that the time left does not jump. */
function useRate({ done, state }: ImportRow): number {
  const last = useRef({ done, at: performance.now(), rate: 0 });
  if (state !== 'running') return 0;
  if (done !== last.current.done) {
    const at = performance.now();
    const seconds = (at - last.current.at) / 1000;
    if (seconds > 0.2) {
      const fresh = (done - last.current.done) / seconds;
      const rate = last.current.rate === 0 ? fresh : last.current.rate + (fresh - last.current.rate) / 3;
      last.current = { done, at, rate };
    }
  }
  return Math.max(0, last.current.rate);
}
