/** The table twin of the count strip: every figure, what it was used for or why not, and the way to its words. */
import type { Count } from '../../../src/claim/count.ts';
import type { Origin } from '../../../src/claim/event.ts';
import { range, t } from '../../language.ts';
import { bounds } from '../../parts/figure-list.tsx';
import { Folded, useFirst } from '../../parts/folded.tsx';
import { nameOf, say } from '../../parts/names.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { claimAddress } from '../../router.ts';

type Props = { count: Count; origins: readonly Origin[] };

export function CountTable({ count, origins }: Props) {
  return <Folded summary={t.value.event.table}>{() => <Figures count={count} origins={origins} />}</Folded>;
}

function Figures({ count, origins }: Props) {
  const m = t.value.event;
  const { shown, more } = useFirst(count.figures, 100);
  const labels = new Map(origins.map((origin) => [origin.key, nameOf(origin.key, origin.label)]));
  return (
    <>
      <div class="scroll">
        <table>
          <caption class="soft">
            {m.bracket}: <bdi dir="ltr">{range(count.low, count.high)}</bdi> ·{' '}
            {t.value.method.names[count.policy] ?? count.policy} · {say(count.note)}
          </caption>
          <thead>
            <tr>
              <th>{m.origin}</th>
              <th>{m.figure}</th>
              <th>{m.used}</th>
              <th>{m.because}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((use) => (
              <tr key={`${use.report} ${use.claim} ${use.figure}`}>
                <td>
                  <Quoted>{labels.get(use.origin) ?? use.origin}</Quoted>
                </td>
                <td>
                  <a href={claimAddress(`${use.report}/${use.claim}`)}>
                    {use.mod !== 'exact' && use.mod !== 'range' && `${t.value.mods[use.mod]} `}
                    <bdi dir="ltr">{bounds(use)}</bdi>
                  </a>
                </td>
                <td>{use.aside === null ? m.yes : (m.asideReasons[use.aside] ?? use.aside)}</td>
                <td>
                  <span class="soft">{say(use.why)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}
