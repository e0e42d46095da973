/** Imports: runs with what was new, held and failed; a running one is followed live. */
import { useEffect, useState } from 'preact/hooks';
import type { ImportDetail, ImportRow, Page } from '../../../src/http/client.ts';
import { day, number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { FaultBox } from '../../parts/fault-box.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { addressOf, place } from '../../router.ts';

export function ImportsScreen() {
  const m = t.value.imports;
  const { value, fault, reload } = useLoaded<Page<ImportRow>>('/api/imports');
  const chosen = place.value.id;
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
      </div>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {value?.items.length === 0 && <p class="empty">{m.empty}</p>}
      {value && value.items.length > 0 && (
        <div class="scroll card">
          <table>
            <thead>
              <tr>
                <th>{m.source}</th>
                <th>{m.at}</th>
                <th>{m.state}</th>
                <th class="n">{m.done}</th>
                <th class="n">{m.kept}</th>
                <th class="n">{m.held}</th>
                <th class="n">{m.failed}</th>
              </tr>
            </thead>
            <tbody>
              {value.items.map((row) => (
                <Run key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen !== null && <Failures id={chosen} />}
    </>
  );
}

function Run({ row }: { row: ImportRow }) {
  const m = t.value.imports;
  const [now, setNow] = useState(row);
  useEffect(() => {
    setNow(row);
    if (row.state !== 'running') return;
    const stream = new EventSource(`/api/imports/${row.id}/stream`);
    stream.addEventListener('progress', (event) => {
      const next = JSON.parse(event.data) as ImportDetail;
      setNow(next);
      if (next.state !== 'running') stream.close();
    });
    return () => stream.close();
  }, [row.id, row.state]);
  return (
    <tr>
      <td>
        <a href={addressOf('imports', String(now.id))}>
          <Quoted>{now.source}</Quoted>
        </a>
      </td>
      <td>{day(now.at)}</td>
      <td>
        <span class="chip">{m.states[now.state] ?? now.state}</span>
      </td>
      <td class="n">
        {number(now.done)}
        {now.total !== null && ` / ${number(now.total)}`}
        {now.state === 'running' && (
          <progress max={now.total ?? undefined} value={now.total === null ? undefined : now.done} aria-label={m.done} />
        )}
      </td>
      <td class="n">{number(now.kept)}</td>
      <td class="n">{number(now.held)}</td>
      <td class="n">{now.failed > 0 ? <a href={addressOf('imports', String(now.id))}>{number(now.failed)}</a> : number(0)}</td>
    </tr>
  );
}

function Failures({ id }: { id: string }) {
  const m = t.value.imports;
  const { value } = useLoaded<ImportDetail>(`/api/imports/${encodeURIComponent(id)}`);
  if (!value) return null;
  return (
    <section class="card" aria-label={m.failures}>
      <h2>{m.failures}</h2>
      {value.failures.length === 0 ? (
        <p class="soft">{t.value.none}</p>
      ) : (
        <>
          <table>
            <tbody>
              {value.failures.map((failure) => (
                <tr key={failure.name}>
                  <td>
                    <Quoted>{failure.name}</Quoted>
                  </td>
                  <td>
                    <Quoted>{failure.reason}</Quoted>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="soft">{m.again}</p>
        </>
      )}
    </section>
  );
}
