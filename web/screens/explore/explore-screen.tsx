/** Explore: words, facets and days over all reports, as events, claims, a map or a timeline of the same query. */
import { useEffect, useRef } from 'preact/hooks';
import type { ClaimPage, ClaimRow, EventRow, FacetName, SearchHit, SearchPage } from '../../../src/http/client.ts';
import { inCase } from '../../api.ts';
import { t } from '../../language.ts';
import { FaultBox } from '../../parts/fault-box.tsx';
import { LazyMap } from '../../parts/lazy-map.tsx';
import { loadNames } from '../../parts/names.ts';
import { Found, More, usePages } from '../../parts/pager.tsx';
import { place, setQuery } from '../../router.ts';
import { ClaimTable } from './claim-table.tsx';
import { EVENT_FILTERS, EventFilter } from './event-filter.tsx';
import { EventTable } from './event-table.tsx';
import { FacetBar } from './facet-bar.tsx';
import { SearchHits } from './search-hits.tsx';
import { Timeline } from './timeline.tsx';

export const FACETS: readonly FacetName[] = ['type', 'outlet', 'source', 'actor', 'place', 'stance'];
type View = 'events' | 'claims' | 'map' | 'timeline';
const VIEWS: readonly View[] = ['events', 'claims', 'map', 'timeline'];

export function ExploreScreen() {
  const m = t.value.explore;
  const { query } = place.value;
  const words = query.get('q') ?? '';
  const view = VIEWS.find((name) => name === query.get('view')) ?? VIEWS[0];
  const field = useRef<HTMLInputElement>(null);
  useEffect(loadNames, []);
  useEffect(() => {
    if (query.get('focus')) field.current?.focus();
  }, [query.get('focus')]);
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
      </div>
      <form
        role="search"
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          setQuery({ q: field.current?.value.trim(), focus: null });
        }}
      >
        <label class="wide">
          {m.search}
          <input ref={field} type="search" dir="auto" maxLength={300} defaultValue={words} key={words} data-test="search" />
        </label>
        <button type="submit" class="main">
          {m.searchGo}
        </button>
      </form>
      {words !== '' ? (
        <Hits words={words} />
      ) : (
        <>
          <div class="tabs" role="group" aria-label={m.view}>
            {VIEWS.map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={name === view}
                data-view={name}
                onClick={() => setQuery({ view: name === VIEWS[0] ? null : name })}
              >
                {m[name]}
              </button>
            ))}
          </div>
          {view === 'claims' ? <Claims /> : <Events view={view} />}
        </>
      )}
    </>
  );
}

function Hits({ words }: { words: string }) {
  const { first, items, fault, more } = usePages<SearchHit, SearchPage>(`/api/search?q=${encodeURIComponent(words)}&limit=30`);
  return (
    <>
      {fault && <FaultBox fault={fault} />}
      <EventFilter />
      <div class="head">
        <Found page={first} />
        {first && first.forms.length > 0 && (
          <p class="soft">
            {t.value.explore.matched}:{' '}
            {first.forms.slice(0, 20).map((form) => (
              <span key={form} class="chip">
                <bdi>{form}</bdi>
              </span>
            ))}
          </p>
        )}
      </div>
      <SearchHits hits={items} />
      <More more={more} />
    </>
  );
}

function Claims() {
  const m = t.value.explore;
  const { query } = place.value;
  const asked = new URLSearchParams({ limit: '50' });
  for (const name of [...FACETS, 'from', 'to']) if (query.get(name)) asked.set(name, query.get(name) as string);
  const { first, items, fault, more } = usePages<ClaimRow, ClaimPage>(`/api/claims?${asked}`);
  return (
    <div class="explore">
      <FacetBar facets={first?.facets ?? {}} />
      <section aria-label={m.claims}>
        {fault && <FaultBox fault={fault} />}
        <div class="head">
          <Found page={first} />
          <a class="button" href={inCase(`/api/claims?${asked}&format=csv`)} download>
            {m.csv}
          </a>
        </div>
        {first && items.length === 0 && <p class="empty">{m.empty}</p>}
        <ClaimTable claims={items} />
        <More more={more} />
      </section>
    </div>
  );
}

function Events({ view }: { view: 'events' | 'map' | 'timeline' }) {
  const m = t.value.explore;
  const { query } = place.value;
  const asked = new URLSearchParams({ limit: view === 'events' ? '50' : '500' });
  for (const name of EVENT_FILTERS) if (query.get(name)) asked.set(name, query.get(name) as string);
  const { first, items, fault, more } = usePages<EventRow>(`/api/events?${asked}`);
  return (
    <section aria-label={m.events}>
      {fault && <FaultBox fault={fault} />}
      <EventFilter />
      <div class="head">
        <Found page={first} />
        <a class="button" href={inCase(`/api/events?${asked}&format=csv`)} download>
          {m.csv}
        </a>
      </div>
      {first && items.length === 0 && <p class="empty">{m.empty}</p>}
      {items.length > 0 && view === 'events' && <EventTable events={items} />}
      {items.length > 0 && view === 'map' && (
        <>
          <LazyMap
            places={items
              .filter((row) => row.lat !== null && row.lon !== null)
              .map((row) => ({
                code: row.code,
                lat: row.lat!,
                lon: row.lon!,
                radiusKm: null,
                label: row.place ?? '',
                isContested: row.contested,
              }))}
          />
          <EventTable events={items} />
        </>
      )}
      {items.length > 0 && view === 'timeline' && <Timeline events={items} />}
      <More more={more} />
    </section>
  );
}
