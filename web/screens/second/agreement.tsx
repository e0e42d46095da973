/** How far first and second readers agree, and the readings that this rests on. */
import type { SecondReadings } from '../../../src/http/client.ts';
import { inDigits, number, t } from '../../language.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { By } from '../../parts/decision-list.tsx';
import { Folded, useFirst } from '../../parts/folded.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { who } from '../../review.ts';
import { claimAddress } from '../../router.ts';

export function Agreement({ made: { readings, agreement } }: { made: SecondReadings }) {
  const m = t.value.second;
  const path = `/api/second/readings?who=${encodeURIComponent(who.value)}`;
  const { shown, more } = useFirst(readings, 50);
  return (
    <section class="card" aria-labelledby="agreement-title" data-test="agreement">
      <div class="head">
        <h2 id="agreement-title">{m.agreement}</h2>
        <CsvLink path={`${path}&table=agreement`} />
      </div>
      <p class="soft">{inDigits(m.agreementHow)}</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>
                <span class="hidden">{t.value.event.question}</span>
              </th>
              <th class="n">{m.readings}</th>
              <th class="n">{m.agree}</th>
              <th class="n">{m.kappa}</th>
            </tr>
          </thead>
          <tbody>
            {agreement
              .filter(({ readings: n }) => n > 0)
              .map(({ field, readings: n, agree, kappa }) => (
                <tr key={field}>
                  <th scope="row">{m.fields[field]}</th>
                  <td class="n">{number(n)}</td>
                  <td class="n">
                    <bdi dir="ltr">
                      {number(agree)} ({number((100 * agree) / n)} %)
                    </bdi>
                  </td>
                  <td class="n">{kappa === null ? '–' : <bdi dir="ltr">{inDigits(kappa.toFixed(2))}</bdi>}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <Folded summary={`${m.made} (${number(readings.length)})`} test="second-made">
        {() => (
          <>
            <p>
              <CsvLink path={path} />
            </p>
            <ul class="decisions">
              {shown.map(({ id, key, who: by, at, quote, fields }) => (
                <li key={id}>
                  <a href={claimAddress(key)}>
                    <Quoted>{quote.slice(0, 160)}</Quoted>
                  </a>{' '}
                  <By who={by} at={at} />{' '}
                  {fields
                    .filter(({ agrees }) => !agrees)
                    .map(({ field }) => (
                      <span key={field} class="chip warn">
                        {m.fields[field]}
                      </span>
                    ))}
                </li>
              ))}
            </ul>
            {more}
          </>
        )}
      </Folded>
    </section>
  );
}
