/** All decisions, newest first: what, about which words or event, by whom, when and why. Each can be taken back, which is a decision too. */
import type { Decision } from '../../../src/http/client.ts';
import { day, t } from '../../language.ts';
import { sayEdit } from '../../parts/decision-list.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { Found, More, usePages } from '../../parts/pager.tsx';
import { Quoted, visible } from '../../parts/quoted.tsx';
import { decide, sayKind } from '../../review.ts';
import { addressOf, claimAddress } from '../../router.ts';

export function DecisionJournal() {
  const m = t.value;
  const { first, items, fault, more, reload } = usePages<Decision>('/api/decisions?limit=50');
  return (
    <section aria-label={m.explore.decisions}>
      {fault && <FaultBox fault={fault} />}
      <div class="head">
        <Found page={first} />
        <a class="button" href="/api/decisions?format=csv" download>
          {m.explore.csv}
        </a>
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
  const other = typeof payload?.with === 'string' ? payload.with : null;
  return (
    <tr data-undone={undone} data-decision={id}>
      <td>
        {day(at)} <span class="soft code">{at.slice(11, 16)}</span>
      </td>
      <td>
        <Quoted>{who}</Quoted>
      </td>
      <td>
        <b>{sayKind(kind)}</b> {undoes !== null && <code>{undoes}</code>} {sayEdit(payload)} <span class="soft code">{id}</span>
      </td>
      <td class="quote">
        <About target={target} words={row.words ?? null} /> {other !== null && <About target={other} words={null} />}
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
