/** Actors and names: the neutral name in both languages beside the names that take sides. */
import type { NamedRow, Page } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { FaultBox } from '../../parts/fault-box.tsx';
import { place, setQuery } from '../../router.ts';

const SHOWN = 150;

export function ActorsScreen() {
  const m = t.value.actors;
  const { value, fault, reload } = useLoaded<Page<NamedRow>>('/api/actors');
  const wanted = (place.value.query.get('q') ?? '').trim().toLowerCase();
  const fits = (row: NamedRow) =>
    wanted === '' ||
    [row.ar, row.en, row.id, ...row.aliases, ...row.loaded.map((name) => name.words)].some((name) =>
      name.toLowerCase().includes(wanted),
    );
  const found = (value?.items ?? []).filter(fits).sort((a, b) => b.loaded.length - a.loaded.length);
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
        <a class="button" href="/api/actors?format=csv" download>
          {t.value.explore.csv}
        </a>
      </div>
      <p class="lead">{m.lead}</p>
      {fault && <FaultBox fault={fault} retry={reload} />}
      <div class="row">
        <label>
          {m.filter}
          <input
            type="search"
            dir="auto"
            value={place.value.query.get('q') ?? ''}
            onInput={(event) => setQuery({ q: event.currentTarget.value })}
          />
        </label>
        {value && <span class="soft">{m.shown(number(Math.min(found.length, SHOWN)), number(value.items.length))}</span>}
      </div>
      <div class="scroll card">
        <table>
          <thead>
            <tr>
              <th>{m.neutral}</th>
              <th>
                <span class="hidden">{m.neutral}</span>
              </th>
              <th>{m.loaded}</th>
              <th>{m.other}</th>
              <th>{m.kind}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map((row) => (
              <tr key={row.id}>
                <td lang="ar" dir="rtl">
                  {row.ar}
                </td>
                <td lang="en" dir="ltr">
                  {row.en}
                </td>
                <td>
                  {row.loaded.map((name) => (
                    <div key={name.words}>
                      <bdi lang="ar">{name.words}</bdi> <span class="chip warn">{t.value.labels[name.label] ?? name.label}</span>{' '}
                      {name.users.length > 0 && (
                        <span class="soft">
                          {m.users} <bdi>{name.users.join(', ')}</bdi>
                        </span>
                      )}
                    </div>
                  ))}
                </td>
                <td lang="ar">
                  {row.aliases.slice(0, 6).map((name) => (
                    <div key={name}>
                      <bdi>{name}</bdi>
                    </div>
                  ))}
                </td>
                <td>{t.value.kinds[row.kind] ?? row.kind}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
