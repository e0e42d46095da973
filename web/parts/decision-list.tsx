/** Decisions with who, when and why; those undone are struck through and kept. */
import type { Decision } from '../../src/http/client.ts';
import { day, days, number, range, t } from '../language.ts';
import { sayKind } from '../review.ts';
import { visible } from './quoted.tsx';

export function DecisionList({ decisions }: { decisions: readonly Decision[] }) {
  if (decisions.length === 0) return null;
  return (
    <details>
      <summary>
        {t.value.review.history} ({number(decisions.length)})
      </summary>
      <ul class="decisions">
        {decisions.map((decision) => (
          <li key={decision.id} data-undone={decision.undone}>
            <b>{sayKind(decision.kind)}</b> {sayEdit(decision.payload)}{' '}
            {decision.payload?.with && <code>{visible(String(decision.payload.with))}</code>}{' '}
            <By who={decision.who} at={decision.at} /> {decision.why && <bdi>{visible(decision.why)}</bdi>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Name and day, each in its own direction. */
export function By({ who, at }: { who: string; at: string }) {
  return (
    <span class="soft">
      <bdi>{visible(who)}</bdi>
      {t.value.comma} <bdi>{day(at)}</bdi>
    </span>
  );
}

/** What a correction changed; nothing for other decisions. */
export function sayEdit(payload: Decision['payload']) {
  if (!payload?.field) return null;
  return (
    <>
      {fieldName(String(payload.field))}: <bdi>{visible(saidBy(payload))}</bdi>
    </>
  );
}

const fieldName = (field: string): string => (t.value.review.fields as Record<string, string>)[field] ?? field;

/** The value of a correction, in the reader's words. */
function saidBy(edit: Record<string, any>): string {
  const m = t.value;
  if (edit.field === 'type') return m.types[edit.value] ?? edit.value;
  if (edit.field === 'stance') return m.stances[edit.value] ?? edit.value;
  if (edit.field === 'reality') return m.realities[edit.value] ?? edit.value;
  if (edit.field === 'time') return days(edit.begin, edit.end);
  if (edit.field === 'content') return '';
  if (edit.field !== 'figure') return edit.text || m.none;
  if (edit.isRemoved) return m.review.remove;
  return `${m.outcomes[edit.outcome] ?? edit.outcome} ${isolated(range(edit.low, edit.high))} · ${m.whos[edit.who] ?? edit.who}`;
}

/** A range never flips. */
const isolated = (text: string): string => `\u2066${text}\u2069`;
