/** How many, by outcome: the policy and its rule, a strip for everybody and for each group that is counted, and what other policies would say. */
import type { Figure } from '../../../src/claim/reading.ts';
import type { EventDetail } from '../../../src/http/client.ts';
import { inDigits, t } from '../../language.ts';
import { setQuery } from '../../router.ts';
import { CountStrip } from './count-strip.tsx';
import { CountTable } from './count-table.tsx';
import { Glyph } from './glyph.tsx';
import { PolicyRanges } from './policy-ranges.tsx';

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
                {t.value.method.names[name] ?? name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="soft">{t.value.method.rules[policy] ?? policies.find(({ name }) => name === policy)?.rule}</p>
      {detail.rejected > 0 && <p class="chip warn">{inDigits(m.rejectedOut(detail.rejected))}</p>}
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
            <span class="pale">
              <Glyph shape="exact" /> {m.hollow}
            </span>
          </p>
          <PolicyRanges code={event.code} policy={policy} policies={policies} />
        </>
      )}
    </section>
  );
}
