/** Facets with their counts; choosing one narrows the list, and the address says so. */
import type { ComponentChildren } from 'preact';
import type { FacetName, Facets } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { named, nameOf } from '../../parts/names.ts';
import { visible } from '../../parts/quoted.tsx';
import { place, setQuery } from '../../router.ts';
import { FACETS } from './explore-screen.tsx';

/** `children`: more ways to narrow the list, under the state of review. */
export function FacetBar({ facets, children }: { facets: Facets; children?: ComponentChildren }) {
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
              {state === 'unreviewed' ? t.value.review.open : state === 'unsure' ? t.value.review.unsure : t.value.review[state]}
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
            <ul>
              {values.slice(0, 12).map(({ value, count }) => (
                <li key={value}>
                  <button
                    type="button"
                    class="quiet"
                    aria-pressed={value === chosen}
                    onClick={() => setQuery({ [name]: value === chosen ? null : value })}
                  >
                    <bdi>{sayValue(name, value)}</bdi> <span class="soft">{number(count)}</span>
                  </button>
                </li>
              ))}
            </ul>
            {chosen !== null && (
              <button type="button" onClick={() => setQuery({ [name]: null })}>
                {m.clear}
              </button>
            )}
          </details>
        );
      })}
    </aside>
  );
}

function sayValue(name: FacetName, value: string): string {
  if (name === 'type') return t.value.types[value] ?? value;
  if (name === 'stance') return t.value.stances[value] ?? value;
  return visible(named.value.has(value) ? nameOf(value, value) : value);
}

/** On a telephone the facets stay closed until they are asked for. */
const isWide = (): boolean => innerWidth > 900;
