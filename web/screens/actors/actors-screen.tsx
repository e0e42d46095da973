/** Actors and names: the neutral name in both languages beside the names that take sides. */
import type { NamedRow, Page } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { useFirst } from '../../parts/folded.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { place, setQuery } from '../../router.ts';

const SHOWN = 100;

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
  const list = useFirst(found, SHOWN);
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
        <CsvLink path="/api/actors" isGlobal />
      </div>
      <p class="lead">{m.lead}</p>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!value && !fault && <Waiting />}
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
        {value && (
          <span class="soft" role="status">
            {m.shown(number(list.shown.length), number(found.length))}
          </span>
        )}
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
            {list.shown.map((row) => (
              <tr key={row.id}>
                <td lang="ar" dir="rtl">
                  {row.ar}
                </td>
                <td lang="en" dir="ltr">
                  {row.en}
                </td>
                <td>
                  <Loaded names={row.loaded} />
                </td>
                <td lang="ar">
                  <Aliases names={row.aliases} />
                </td>
                <td>{t.value.kinds[row.kind] ?? row.kind}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {value && found.length === 0 && <p class="empty">{t.value.explore.nothing}</p>}
      </div>
      {list.more}
    </>
  );
}

function Aliases({ names }: { names: readonly string[] }) {
  const { shown, more } = useFirst(names, 6);
  return (
    <>
      {shown.map((name) => (
        <div key={name}>
          <bdi>{name}</bdi>
        </div>
      ))}
      {more}
    </>
  );
}

function Loaded({ names }: { names: NamedRow['loaded'] }) {
  const { shown, more } = useFirst(names, 6);
  return (
    <>
      {shown.map(({ words, label, users }) => (
        <div key={words}>
          <bdi lang="ar">{words}</bdi> <span class="chip warn">{t.value.labels[label] ?? label}</span>{' '}
          {users.length > 0 && (
            <span class="soft">
              {t.value.actors.users} <bdi>{users.join(', ')}</bdi>
            </span>
          )}
        </div>
      ))}
      {more}
    </>
  );
}
