/** Decisions, newest first: what, about which words or event, by whom, when and why; of the case that is shown, or of all. Each can be taken back, which is a decision too. */
import type { Decision, DecisionKind } from '../../../src/http/client.ts';
import { shownCase } from '../../cases.ts';
import { day, number, t } from '../../language.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { sayEdit } from '../../parts/decision-list.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { Found, More, usePages } from '../../parts/pager.tsx';
import { Quoted, visible } from '../../parts/quoted.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { decide, sayKind } from '../../review.ts';
import { addressOf, claimAddress, place, setQuery } from '../../router.ts';

const KINDS: readonly DecisionKind[] = ['accept', 'reject', 'edit', 'unsure', 'same', 'different', 'merge', 'split', 'undo'];

export function DecisionJournal() {
  const m = t.value;
  const { query } = place.value;
  const isAll = query.get('all') === '1';
  const asked = new URLSearchParams({ limit: '50' });
  for (const name of ['who', 'kind']) if (query.get(name)) asked.set(name, query.get(name) as string);
  const ofCase = isAll ? null : shownCase();
  if (ofCase !== null) asked.set('case', ofCase);
  const path = `/api/decisions?${asked}`;
  const { first, items, fault, more, reload } = usePages<Decision>(isAll || ofCase !== null ? path : null, { isGlobal: true });
  const people = [...new Set(items.map(({ who }) => who))];
  return (
    <section aria-label={m.explore.decisions}>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!first && !fault && <Waiting />}
      <div class="row event-filter">
        <label>
          {m.explore.what}
          <select data-test="journal-kind" onChange={(event) => setQuery({ kind: event.currentTarget.value })}>
            <option value="">{m.explore.all}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind} selected={kind === query.get('kind')}>
                {sayKind(kind)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {m.explore.who}
          <input
            dir="auto"
            list="journal-people"
            maxLength={100}
            value={query.get('who') ?? ''}
            data-test="journal-who"
            onChange={(event) => setQuery({ who: event.currentTarget.value.trim() })}
          />
        </label>
        <datalist id="journal-people">
          {people.map((who) => (
            <option key={who} value={who} />
          ))}
        </datalist>
        <label class="check">
          <input
            type="checkbox"
            data-test="journal-all"
            checked={isAll}
            onChange={(event) => setQuery({ all: event.currentTarget.checked ? 1 : null })}
          />
          {m.explore.allCases}
        </label>
      </div>
      <div class="head">
        <Found page={first} />
        <CsvLink path={path} isGlobal />
      </div>
      {first && items.length === 0 && <p class="empty">{m.explore.noDecision}</p>}
      {items.length > 0 && (
        <div class="scroll card">
          <table data-test="journal">
            <thead>
              <tr>
                <th>{m.explore.when}</th>
                <th>{m.explore.who}</th>
                <th>{m.explore.what}</th>
                <th>{m.explore.about}</th>
                <th>{m.explore.why}</th>
                <th>
                  <span class="hidden">{m.undo}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <Row key={row.id} row={row} onDone={reload} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More more={more} />
    </section>
  );
}

function Row({ row, onDone }: { row: Decision; onDone: () => void }) {
  const { id, kind, target, payload, who, why, at, undone, undoes } = row;
  const others = [payload?.with ?? []].flat().filter((one): one is string => typeof one === 'string');
  return (
    <tr data-undone={undone} data-decision={id}>
      <td class="when">
        {day(at)} <span class="soft code">{at.slice(11, 16)} UTC</span>
      </td>
      <td>
        <Quoted>{who}</Quoted>
      </td>
      <td>
        <b>{sayKind(kind)}</b> {undoes !== null && t.value.explore.ofNumber(number(undoes))} {sayEdit(payload)}{' '}
        <span class="soft code">#{id}</span>
      </td>
      <td class="quote">
        <About target={target} words={row.words ?? null} />{' '}
        {others.map((other) => (
          <About key={other} target={other} words={null} />
        ))}
      </td>
      <td>{why && <Quoted>{why}</Quoted>}</td>
      <td>
        {!undone && (
          <button type="button" data-test="take-back" onClick={() => void decide({ kind: 'undo', target, undoes: id }, onDone)}>
            {t.value.undo}
          </button>
        )}
      </td>
    </tr>
  );
}

/** A claim by its words, an event by its code; either leads there. */
function About({ target, words }: { target: string; words: string | null }) {
  if (!target.includes('/')) return <a href={addressOf('event', target)}>{<code>{visible(target)}</code>}</a>;
  return (
    <a href={claimAddress(target)}>{words === null ? <code>{visible(target).slice(0, 24)}</code> : <Quoted>{words}</Quoted>}</a>
  );
}
