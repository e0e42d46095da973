/** Imports: start one, and see each run with what was new, held and failed. */
import type { ImportDetail, ImportRow, Page } from '../../../src/http/client.ts';
import { loadCases } from '../../cases.ts';
import { t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { FaultBox } from '../../parts/fault-box.tsx';
import { useFirst } from '../../parts/folded.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { place } from '../../router.ts';
import { Run } from './run.tsx';
import { StartImport } from './start-import.tsx';

export function ImportsScreen() {
  const m = t.value.imports;
  const { value, fault, reload } = useLoaded<Page<ImportRow>>('/api/imports');
  const chosen = place.value.id;
  const again = () => {
    reload();
    loadCases();
  };
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
        <a class="button" href="/api/imports?format=csv" download>
          {t.value.explore.csv}
        </a>
      </div>
      <StartImport onStarted={again} />
      {fault && <FaultBox fault={fault} retry={reload} />}
      {value?.items.length === 0 && <p class="empty">{m.empty}</p>}
      {value && value.items.length > 0 && (
        <div class="scroll card">
          <table data-test="imports">
            <thead>
              <tr>
                <th>{m.source}</th>
                <th>{m.at}</th>
                <th>{m.state}</th>
                <th class="n">{m.done}</th>
                <th class="n">{m.kept}</th>
                <th class="n">{m.held}</th>
                <th class="n">{m.failed}</th>
                <th>
                  <span class="hidden">{m.acts}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {value.items.map((row) => (
                <Run key={row.id} row={row} onChange={again} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen !== null && <Failures id={chosen} />}
    </>
  );
}

function Failures({ id }: { id: string }) {
  const m = t.value.imports;
  const { value } = useLoaded<ImportDetail>(`/api/imports/${encodeURIComponent(id)}`);
  if (!value) return null;
  return (
    <section class="card" aria-label={m.failures}>
      <div class="head">
        <h2>{m.failures}</h2>
        <a class="button" href={`/api/imports/${encodeURIComponent(id)}?format=csv`} download>
          {t.value.explore.csv}
        </a>
      </div>
      {value.failures.length === 0 ? <p class="soft">{t.value.none}</p> : <Failed failures={value.failures} />}
    </section>
  );
}

function Failed({ failures }: { failures: ImportDetail['failures'] }) {
  const { shown, more } = useFirst(failures, 200);
  return (
    <>
      <table>
        <tbody>
          {shown.map((failure) => (
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
      {more}
    </>
  );
}
