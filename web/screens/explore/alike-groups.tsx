/** Claims of the query in groups that were read alike: of one kind, by one rule. Choosing one shows all of them, to be looked at and decided on together. */
import { useEffect, useState } from 'preact/hooks';
import type { AlikePage } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { useFirst } from '../../parts/folded.tsx';
import { sayRule } from '../../parts/rule-words.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { place, setQuery } from '../../router.ts';

/** `asked`: the query, without a rule. */
export function AlikeGroups({ asked }: { asked: string }) {
  const m = t.value.explore;
  const { query } = place.value;
  const how = query.get('how');
  const [isOpen, setOpen] = useState(how !== null);
  // A chosen group is never out of sight, also where the address chose it.
  useEffect(() => {
    if (how !== null) setOpen(true);
  }, [how]);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-test="alike">{m.alike}</summary>
      {isOpen && (
        <>
          <p class="soft">{m.alikeHow}</p>
          {how === null ? (
            <Groups asked={asked} />
          ) : (
            <button type="button" onClick={() => setQuery({ how: null })}>
              {m.clear} <How rule={how} />
            </button>
          )}
        </>
      )}
    </details>
  );
}

function Groups({ asked }: { asked: string }) {
  const { value } = useLoaded<AlikePage>(`/api/claims/alike?${asked}`);
  const { shown, more } = useFirst(value?.items ?? [], 12);
  if (!value) return <Waiting />;
  const m = t.value.explore;
  return (
    <>
      <ul data-test="alike-groups">
        {shown.map(({ type, how, count, first }) => (
          <li key={`${type} ${how}`}>
            <button type="button" class="quiet" title={first.quote} onClick={() => setQuery({ type, how, review: 'unreviewed' })}>
              <span>
                {t.value.types[type]} <How rule={how} />
              </span>{' '}
              <span class="soft">{number(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more}
      <CsvLink path={`/api/claims/alike?${asked}`} />
      {value.isMore && <p class="soft">{m.alikeLooked(number(value.looked))}</p>}
    </>
  );
}

/** In Arabic words where there are some; the id stays at hand. */
function How({ rule }: { rule: string }) {
  const said = sayRule(rule);
  return said === null ? <code>{rule.replace(/^attribution\./, '')}</code> : <span title={rule}>({said})</span>;
}

/** Above a list of claims that were read alike: what they have in common. */
export function AlikeHead({ total }: { total: number | null }) {
  const { query } = place.value;
  const [how, type] = [query.get('how'), query.get('type')];
  if (how === null) return null;
  return (
    <p data-test="alike-head">
      {t.value.explore.alikeHead(total === null ? '…' : number(total))}: {type !== null && <b>{t.value.types[type] ?? type}</b>}{' '}
      <How rule={how} />
    </p>
  );
}
