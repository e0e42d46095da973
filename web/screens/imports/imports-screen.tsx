/** Imports: start one, and see each run with what was new, held and failed. */
import type { ImportRow, Page } from '../../../src/http/client.ts';
import { loadCases } from '../../cases.ts';
import { t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { FaultBox } from '../../parts/fault-box.tsx';
import { place } from '../../router.ts';
import { Run } from './run.tsx';
import { RunDetail } from './run-detail.tsx';
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
                <th>{m.into}</th>
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
      {chosen !== null && <RunDetail id={chosen} row={value?.items.find((row) => String(row.id) === chosen)} />}
    </>
  );
}
