/** Narrows events by type, suggested grade, days and whether their sources contradict each other; the address says what is chosen. */
import { t } from '../../language.ts';
import { place, setQuery } from '../../router.ts';

export const EVENT_FILTERS = ['type', 'grade', 'from', 'to', 'contested'] as const;

export function EventFilter() {
  const m = t.value.explore;
  const { query } = place.value;
  const isChosen = EVENT_FILTERS.some((name) => query.get(name));
  return (
    <div class="row event-filter">
      <Choice name="type" label={m.facets.type} words={t.value.types} />
      <Choice name="grade" label={t.value.event.grade} words={t.value.event.grades} />
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {m[name]}
          <input
            type="date"
            value={query.get(name) ?? ''}
            onChange={(event) => setQuery({ [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={query.get('contested') === '1'}
          onChange={(event) => setQuery({ contested: event.currentTarget.checked ? 1 : null })}
        />
        {m.contested}
      </label>
      {isChosen && (
        <button type="button" onClick={() => setQuery(Object.fromEntries(EVENT_FILTERS.map((name) => [name, null])))}>
          {m.clear}
        </button>
      )}
    </div>
  );
}

function Choice({ name, label, words }: { name: 'type' | 'grade'; label: string; words: Record<string, string> }) {
  const chosen = place.value.query.get(name) ?? '';
  return (
    <label>
      {label}
      <select data-test={`filter-${name}`} onChange={(event) => setQuery({ [name]: event.currentTarget.value })}>
        <option value="">{t.value.explore.all}</option>
        {Object.entries(words).map(([value, word]) => (
          <option key={value} value={value} selected={value === chosen}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
