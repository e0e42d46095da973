/** The same figures under every policy: how far the rule alone moves the range. Asked for when it is opened. */
import type { PolicyRange, PolicyRow, Ranges } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { setQuery } from '../../router.ts';
import { RangeLinks } from './range-words.tsx';

type Props = { code: string; policy: string; policies: readonly PolicyRow[] };

export function PolicyRanges(props: Props) {
  return (
    <Folded summary={t.value.event.underEach} test="under-each">
      {() => <RangeTable {...props} />}
    </Folded>
  );
}

function RangeTable({ code, policy, policies }: Props) {
  const m = t.value.event;
  const { value, fault, reload } = useLoaded<Ranges>(`/api/events/${encodeURIComponent(code)}/ranges`);
  const ranges = value?.ranges ?? [];
  const columns = [...new Set(ranges.map(({ outcome, who }) => `${outcome} ${who}`))];
  const at = (name: string, column: string) =>
    ranges.find((one) => one.policy === name && `${one.outcome} ${one.who}` === column);
  return (
    <>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!value && !fault && <Waiting />}
      {value && (
        <div class="scroll">
          <table data-test="ranges">
            <thead>
              <tr>
                <th>{m.policy}</th>
                {columns.map((column) => {
                  const [outcome, who] = column.split(' ');
                  return (
                    <th key={column} class="n">
                      {t.value.outcomes[outcome]} · {m.groups[who] ?? who}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {policies.map(({ name }) => (
                <tr key={name} data-chosen={name === policy}>
                  <th scope="row">
                    <button type="button" class="quiet" aria-pressed={name === policy} onClick={() => setQuery({ policy: name })}>
                      {t.value.method.names[name] ?? name}
                    </button>
                  </th>
                  {columns.map((column) => (
                    <td key={column} class="n">
                      <Range count={at(name, column)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <CsvLink path={`/api/events/${encodeURIComponent(code)}/ranges`} />
          </p>
        </div>
      )}
    </>
  );
}

function Range({ count }: { count: PolicyRange | undefined }) {
  if (!count) return <>–</>;
  const { low, best, provisional } = count;
  return (
    <>
      <RangeLinks {...count} />
      {best !== null && best !== low && (
        <span class="soft">
          {' '}
          ({t.value.event.best} <bdi dir="ltr">{number(best)}</bdi>)
        </span>
      )}
      {provisional && <span title={t.value.event.provisional}> *</span>}
    </>
  );
}
