/** Events against the independent chains that speak of them: one row an event, one column a chain; every cell leads to its words, an empty one is silence. */
import type { EventMatrix, MatrixCell, MatrixRow } from '../../../src/http/client.ts';
import { days, number, range, t } from '../../language.ts';
import { named, nameOf } from '../../parts/names.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { addressOf, claimAddress } from '../../router.ts';
import { Sign } from '../event/sign.tsx';

type Props = { columns: EventMatrix['columns']; rows: readonly MatrixRow[] };

export function EventMatrixTable({ columns, rows }: Props) {
  const m = t.value;
  void named.value;
  const hasOthers = rows.some(({ others }) => others > 0);
  return (
    <>
      <p class="soft legend">
        {m.explore.matrixLead}
        {(['agree', 'differ', 'deny', 'silent'] as const).map((standing) => (
          <span key={standing}>
            <Sign standing={standing} />
            {m.event.standing[standing]}
          </span>
        ))}
      </p>
      <div class="scroll card">
        <table class="matrix" data-test="event-matrix">
          <thead>
            <tr>
              <th scope="col">{m.event.title}</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  <Quoted>{nameOf(key, label)}</Quoted>
                </th>
              ))}
              {hasOthers && <th scope="col">{m.explore.otherChains}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  <a href={addressOf('event', row.code)}>{m.types[row.type]}</a>
                  {row.place && (
                    <>
                      {m.comma} <Quoted>{row.place}</Quoted>
                    </>
                  )}
                  <span class="soft">
                    {m.comma} {days(row.begin, row.end)}
                  </span>
                </th>
                {columns.map(({ key }) => (
                  <Cell key={key} cell={row.cells.find(({ origin }) => origin === key)} />
                ))}
                {hasOthers && <td class="n">{row.others > 0 && number(row.others)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({ cell }: { cell: MatrixCell | undefined }) {
  const m = t.value.event;
  if (!cell)
    return (
      <td data-standing="silent">
        <Sign standing="silent" label={m.standing.silent} />
      </td>
    );
  const { standing, columns, killed, claim, carriers } = cell;
  const says = [m.standing[standing], ...columns.map((column) => m.columns[column])].join(` · `);
  return (
    <td data-standing={standing}>
      <a href={claimAddress(claim)} title={says}>
        <Sign standing={standing} />
        <span class="hidden">{says} </span>
        {killed !== null && (
          <>
            {' '}
            <b>
              <bdi dir="ltr">{range(killed.low, killed.high)}</bdi>
            </b>
          </>
        )}
      </a>{' '}
      {columns.length > 0 && <span class="soft">{columns.map((column) => m.columns[column]).join(t.value.comma + ' ')}</span>}
      {carriers > 1 && (
        <span class="chip">
          <bdi dir="ltr">×{number(carriers)}</bdi>
        </span>
      )}
    </td>
  );
}
