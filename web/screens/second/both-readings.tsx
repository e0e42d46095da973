/** The first and the second reading of one claim, field by field. */
import type { ReadField } from '../../../src/claim/second-reading.ts';
import type { SecondRow } from '../../../src/http/client.ts';
import { days, inDigits, t } from '../../language.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { claimAddress } from '../../router.ts';

export function BothReadings({ reading: { quote, firstBy, fields, key } }: { reading: SecondRow }) {
  const m = t.value.second;
  const by = firstBy.length === 0 ? m.machine : firstBy.join(`${t.value.comma} `);
  return (
    <>
      <h2 id="both-title">{m.both}</h2>
      <blockquote dir="auto">
        <Quoted>{quote}</Quoted>
      </blockquote>
      <p class="soft">
        {m.firstBy('')} <bdi>{by}</bdi>
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>
                <span class="hidden">{t.value.event.question}</span>
              </th>
              <th>{m.first}</th>
              <th>{m.second}</th>
              <th>
                <span class="hidden">{m.agreement}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, agrees, first, second }) => (
              <tr key={field} data-field={field} data-agrees={agrees}>
                <th scope="row">{m.fields[field]}</th>
                <td>
                  <Values field={field} values={first} />
                </td>
                <td>
                  <Values field={field} values={second} />
                </td>
                <td>
                  <span class={agrees ? 'chip good' : 'chip warn'}>{agrees ? m.agrees : m.differs}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href={claimAddress(key)} data-test="settle">
          {m.toClaim}
        </a>
      </p>
    </>
  );
}

export function Values({ field, values }: { field: ReadField; values: readonly string[] }) {
  if (values.length === 0) return <span class="soft">{t.value.second.nothing}</span>;
  return (
    <>
      {values.map((value, i) => (
        <span key={value}>
          {i > 0 && `${t.value.comma} `}
          <Quoted>{said(field, value)}</Quoted>
        </span>
      ))}
    </>
  );
}

/** Codes have words here; names are the readers' own. */
function said(field: ReadField, value: string): string {
  const m = t.value;
  if (field === 'claim') return value === 'none' ? m.second.none : m.second.some;
  if (field === 'type') return m.types[value] ?? value;
  if (field === 'stance') return m.stances[value] ?? value;
  if (field === 'time') return days(value.split('/')[0], value.split('/')[1] ?? null);
  if (field !== 'figures') return value;
  const [outcome, who, number] = value.split(' ');
  return inDigits(
    `${m.outcomes[outcome] ?? outcome}${who === 'unknown' ? '' : ` (${m.whos[who] ?? who})`} ${number.replace('-', '–')}`,
  );
}
