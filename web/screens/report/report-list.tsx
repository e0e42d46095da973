/** All kept reports, newest first. */
import type { ReportRow } from '../../../src/http/client.ts';
import { day, number, t } from '../../language.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { Found, More, usePages } from '../../parts/pager.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { addressOf } from '../../router.ts';

export function ReportList() {
  const m = t.value.report;
  const { first, items, fault, more, reload } = usePages<ReportRow>('/api/reports?limit=50');
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
        <Found page={first} />
        <CsvLink path="/api/reports" />
      </div>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!first && !fault && <Waiting />}
      {first && items.length === 0 && (
        <p class="empty">
          {m.empty} <a href={addressOf('read')}>{t.value.read.title}</a>
        </p>
      )}
      {items.length > 0 && (
        <div class="scroll card">
          <table>
            <thead>
              <tr>
                <th>{m.headline}</th>
                <th>{m.outlet}</th>
                <th>{m.day}</th>
                <th class="n">{t.value.claim.list}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <tr key={row.id}>
                  <td class="headline">
                    <a href={addressOf('report', row.id)}>
                      <Quoted>{row.headline}</Quoted>
                    </a>
                  </td>
                  <td class="name">{row.outlet && <Quoted>{row.outlet}</Quoted>}</td>
                  <td class="when">{row.published ? day(row.published) : ''}</td>
                  <td class="n">{number(row.claims)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More more={more} />
    </>
  );
}
