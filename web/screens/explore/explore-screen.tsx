/** Explore: words, facets and days over all reports, as events, claims, a map, a timeline or a matrix of the same query. */
import { useEffect, useRef } from 'preact/hooks';
import type {
  ClaimPage,
  ClaimRow,
  EventMatrix,
  EventRow,
  FacetName,
  MatrixRow,
  SearchHit,
  SearchPage,
} from '../../../src/http/client.ts';
import { t } from '../../language.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { LazyMap } from '../../parts/lazy-map.tsx';
import { loadNames } from '../../parts/names.ts';
import { Found, More, usePages } from '../../parts/pager.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { place, setQuery } from '../../router.ts';
import { AlikeGroups, AlikeHead } from './alike-groups.tsx';
import { DecisionJournal } from './decision-journal.tsx';
import { EVENT_FILTERS, EventFilter } from './event-filter.tsx';
import { EventMatrixTable } from './event-matrix.tsx';
import { EventTable } from './event-table.tsx';
import { FacetBar } from './facet-bar.tsx';
import { Reconciling } from './reconciling.tsx';
import { ReviewQueue } from './review-queue.tsx';
import { SearchHits } from './search-hits.tsx';
import { Timeline } from './timeline.tsx';

export const FACETS: readonly FacetName[] = ['type', 'outlet', 'source', 'actor', 'place', 'stance'];
/** The views of one query; `words`, where they stand in the texts, only while words are looked for. */
const VIEWS = ['words', 'events', 'claims', 'map', 'timeline', 'matrix', 'decisions'] as const;
type View = (typeof VIEWS)[number];

export function ExploreScreen() {
  const m = t.value.explore;
  const { query } = place.value;
  const words = query.get('q') ?? '';
  const views = words === '' ? VIEWS.slice(1) : VIEWS;
  const view: View = views.find((name) => name === query.get('view')) ?? views[0];
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
      <div class="tabs" role="group" aria-label={m.view}>
        {views.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === view}
            data-view={name}
            onClick={() => setQuery({ view: name === views[0] ? null : name })}
          >
            {m[name]}
          </button>
        ))}
      </div>
      {view === 'words' ? (
        <Hits words={words} />
      ) : view === 'claims' ? (
        <Claims />
      ) : view === 'matrix' ? (
        <Matrix />
      ) : view === 'decisions' ? (
        <DecisionJournal />
      ) : (
        <Events view={view} />
      )}
    </>
  );
}

function Hits({ words }: { words: string }) {
  const { first, items, fault, more, reload } = usePages<SearchHit, SearchPage>(
    `/api/search?q=${encodeURIComponent(words)}&limit=30`,
  );
  return (
    <>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!first && !fault && <Waiting />}
      <div class="head">
        <Found page={first} />
        <CsvLink path={`/api/search?q=${encodeURIComponent(words)}`} />
        {first && first.forms.length > 0 && (
          <p class="soft">
            {t.value.explore.matched}:{' '}
            {first.forms.map((form) => (
              <span key={form} class="chip">
                <bdi>{form}</bdi>
              </span>
            ))}
          </p>
        )}
      </div>
      {first && items.length === 0 && <p class="empty">{t.value.explore.empty}</p>}
      <SearchHits hits={items} />
      <More more={more} />
    </>
  );
}

function Claims() {
  const m = t.value.explore;
  const { query } = place.value;
  const asked = new URLSearchParams({ limit: '50' });
  for (const name of [...FACETS, 'q', 'from', 'to', 'review']) if (query.get(name)) asked.set(name, query.get(name) as string);
  const groups = String(asked);
  if (query.get('how')) asked.set('how', query.get('how') as string);
  const { first, items, fault, more, reload } = usePages<ClaimRow, ClaimPage>(`/api/claims?${asked}`);
  return (
    <div class="explore">
      <FacetBar facets={first?.facets ?? {}} asked={groups} counted={first?.counted ?? null}>
        <AlikeGroups asked={groups} />
      </FacetBar>
      <section aria-label={m.claims}>
        {fault && <FaultBox fault={fault} retry={reload} />}
        {!first && !fault && <Waiting />}
        <div class="head">
          <Found page={first} />
          <CsvLink path={`/api/claims?${asked}`} />
        </div>
        <AlikeHead total={first?.total ?? null} />
        {first && items.length === 0 && <p class="empty">{m.empty}</p>}
        <ReviewQueue claims={items} isOpenOnly={query.get('review') === 'unreviewed'} onDone={reload} />
        <More more={more} />
      </section>
    </div>
  );
}

function Events({ view }: { view: 'events' | 'map' | 'timeline' }) {
  const m = t.value.explore;
  const asked = askedOf(view === 'events' ? 50 : 500);
  const { first, items, fault, more, reload } = usePages<EventRow>(`/api/events?${asked}&claims=1`);
  return (
    <section aria-label={m.events}>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!first && !fault && <Waiting />}
      <Reconciling onDone={reload} />
      <EventFilter />
      <div class="head">
        <Found page={first} />
        <CsvLink path={`/api/events?${asked}`} />
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
      {items.length > 0 && view === 'timeline' && (
        <>
          <Timeline events={items} />
          <EventTable events={items} />
        </>
      )}
      <More more={more} />
    </section>
  );
}

/** The filters of events and the words, as the address has them. */
function askedOf(limit: number): URLSearchParams {
  const { query } = place.value;
  const asked = new URLSearchParams({ limit: String(limit) });
  for (const name of ['q', ...EVENT_FILTERS]) if (query.get(name)) asked.set(name, query.get(name) as string);
  return asked;
}

function Matrix() {
  const m = t.value.explore;
  const asked = askedOf(50);
  const { first, items, fault, more, reload } = usePages<MatrixRow, EventMatrix>(`/api/events/matrix?${asked}`);
  return (
    <section aria-label={m.matrix}>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!first && !fault && <Waiting />}
      <Reconciling onDone={reload} />
      <EventFilter />
      <div class="head">
        <Found page={first} />
        <CsvLink path={`/api/events/matrix?${asked}`} />
      </div>
      {first && items.length === 0 && <p class="empty">{m.empty}</p>}
      {first && items.length > 0 && <EventMatrixTable columns={first.columns} rows={items} />}
      <More more={more} />
    </section>
  );
}
