/** How many, by outcome: the policy and its rule, a strip for everybody and for each group that is counted, and what other policies would say. */
import type { Count } from '../../../src/claim/count.ts';
import type { Figure } from '../../../src/claim/reading.ts';
import type { EventDetail } from '../../../src/http/client.ts';
import { number, range, t } from '../../language.ts';
import { setQuery } from '../../router.ts';
import { CountStrip } from './count-strip.tsx';
import { CountTable } from './count-table.tsx';
import { Glyph } from './glyph.tsx';

const SHAPES = {
  exact: 'exact',
  'at-least': 'atLeast',
  'at-most': 'atMost',
  about: 'about',
  range: 'range',
  denied: 'denied',
} as const;

export function Counts({ detail }: { detail: EventDetail }) {
  const m = t.value.event;
  const { event, policy, policies, claims } = detail;
  const figures = new Map<string, readonly Figure[]>(claims.map((row) => [row.key, row.figures]));
  const outcomes = [...new Set(event.counts.map((count) => count.outcome))];
  return (
    <section class="card" aria-labelledby="counts-title" data-test="counts">
      <div class="head">
        <h2 id="counts-title">{m.counts}</h2>
        <label class="inline">
          {m.policy}
          <select data-test="policy" onChange={(change) => setQuery({ policy: change.currentTarget.value })}>
            {policies.map(({ name }) => (
              <option key={name} value={name} selected={name === policy}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="soft">{t.value.method.rules[policy] ?? policies.find(({ name }) => name === policy)?.rule}</p>
      {outcomes.length === 0 && <p class="empty">{m.noCount}</p>}
      {outcomes.map((outcome) => (
        <div key={outcome} class="outcome">
          <h3>{t.value.outcomes[outcome]}</h3>
          {event.counts
            .filter((count) => count.outcome === outcome)
            .map((count, i) => (
              <div key={count.who} class="group" data-who={count.who}>
                {(i > 0 || count.who !== 'all') && <h4>{m.groups[count.who] ?? count.who}</h4>}
                <CountStrip count={count} origins={event.origins} figuresOf={(key) => figures.get(key)} />
                <CountTable count={count} origins={event.origins} />
              </div>
            ))}
        </div>
      ))}
      {outcomes.length > 0 && (
        <>
          <p class="legend" aria-hidden="true">
            {(Object.keys(SHAPES) as (keyof typeof SHAPES)[]).map((shape) => (
              <span key={shape}>
                <Glyph shape={shape} /> {m.marks[SHAPES[shape]]}
              </span>
            ))}
            <span>
              <Glyph shape="exact" /> {m.hollow}
            </span>
          </p>
          <Ranges detail={detail} />
        </>
      )}
    </section>
  );
}

/** The same figures under every policy: how far the rule alone moves the range. */
function Ranges({ detail: { ranges, policies, policy } }: { detail: EventDetail }) {
  const m = t.value.event;
  const columns = [...new Set(ranges.map(({ outcome, who }) => `${outcome} ${who}`))];
  const at = (name: string, column: string) =>
    ranges.find((one) => one.policy === name && `${one.outcome} ${one.who}` === column);
  return (
    <details>
      <summary>{m.underEach}</summary>
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
                    <code>{name}</code>
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
      </div>
    </details>
  );
}

function Range({ count }: { count: Pick<Count, 'low' | 'best' | 'high' | 'provisional'> | undefined }) {
  if (!count) return <>–</>;
  const { low, best, high, provisional } = count;
  return (
    <>
      <bdi dir="ltr">{range(low, high)}</bdi>
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
