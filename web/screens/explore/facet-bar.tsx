/** Facets with their counts; choosing one narrows the list, and the address says so. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FacetName, FacetPage, Facets, FacetValue } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { named, nameOf } from '../../parts/names.ts';
import { More, usePages } from '../../parts/pager.tsx';
import { visible } from '../../parts/quoted.tsx';
import { place, setQuery } from '../../router.ts';
import { FACETS } from './explore-screen.tsx';

const FIRST = 12;

/** `asked`: the query, for the values that did not come with the claims; `counted`: how many of the newest claims were counted. `children`: more ways to narrow the list, under the state of review. */
type Props = { facets: Facets; asked: string; counted: number | null; children?: ComponentChildren };

export function FacetBar({ facets, asked, counted, children }: Props) {
  const m = t.value.explore;
  const { query } = place.value;
  return (
    <aside class="facets" aria-label={t.value.explore.title}>
      <div class="row">
        <label>
          {m.from}
          <input
            type="date"
            value={query.get('from') ?? ''}
            onChange={(event) => setQuery({ from: event.currentTarget.value })}
          />
        </label>
        <label>
          {m.to}
          <input type="date" value={query.get('to') ?? ''} onChange={(event) => setQuery({ to: event.currentTarget.value })} />
        </label>
      </div>
      <label>
        {m.review}
        <select data-test="filter-review" onChange={(event) => setQuery({ review: event.currentTarget.value || null })}>
          <option value="">{m.all}</option>
          {(['unreviewed', 'accepted', 'edited', 'unsure', 'rejected'] as const).map((state) => (
            <option key={state} value={state} selected={state === query.get('review')}>
              {state === 'unreviewed' ? t.value.review.open : t.value.review.states[state]}
            </option>
          ))}
        </select>
      </label>
      {children}
      {FACETS.map((name) => {
        const chosen = query.get(name);
        const values = facets[name] ?? [];
        if (values.length === 0 && chosen === null) return null;
        return (
          <details key={name} open={(isWide() && (name === 'type' || name === 'source')) || chosen !== null}>
            <summary>{m.facets[name]}</summary>
            <Values key={`${name} ${asked}`} name={name} first={values} asked={asked} />
            {chosen !== null && (
              <button type="button" onClick={() => setQuery({ [name]: null })}>
                {m.clear}
              </button>
            )}
          </details>
        );
      })}
      {counted !== null && <p class="soft">{m.alikeLooked(number(counted))}</p>}
    </aside>
  );
}

/** The commonest values; the others are asked for. */
function Values({ name, first, asked }: { name: FacetName; first: NonNullable<Facets[FacetName]>; asked: string }) {
  const m = t.value.explore;
  const [isWhole, setWhole] = useState(false);
  const chosen = place.value.query.get(name);
  const bare = new URLSearchParams(asked);
  bare.set('limit', '500');
  bare.set('name', name);
  const { first: page, items, more } = usePages<FacetValue, FacetPage>(isWhole ? `/api/claims/facets?${bare}` : null);
  const values = page ? items : first.slice(0, FIRST);
  return (
    <>
      <ul class={page ? 'long' : undefined}>
        {values.map(({ value, count, label }) => (
          <li key={value}>
            <button
              type="button"
              class="quiet"
              aria-pressed={value === chosen}
              onClick={() => setQuery({ [name]: value === chosen ? null : value })}
            >
              <bdi title={label === undefined ? undefined : value}>
                {label === undefined ? sayValue(name, value) : visible(label)}
              </bdi>{' '}
              <span class="soft">{number(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {!isWhole && first.length > FIRST && (
        <button type="button" data-test={`all-${name}`} onClick={() => setWhole(true)}>
          {m.showAll}
        </button>
      )}
      <More more={more} />
      {page && <CsvLink path={`/api/claims/facets?${bare}`} />}
    </>
  );
}

function sayValue(name: FacetName, value: string): string {
  if (name === 'type') return t.value.types[value] ?? value;
  if (name === 'stance') return t.value.stances[value] ?? value;
  return visible(named.value.has(value) ? nameOf(value, value) : value);
}

/** On a telephone the facets stay closed until they are asked for. */
const isWide = (): boolean => innerWidth > 900;
