/** Decisions with who, when and why; those undone are struck through and kept. */
import type { Decision } from '../../src/http/client.ts';
import { day, t } from '../language.ts';
import { sayKind } from '../review.ts';
import { visible } from './quoted.tsx';

export function DecisionList({ decisions }: { decisions: readonly Decision[] }) {
  if (decisions.length === 0) return null;
  return (
    <details>
      <summary>
        {t.value.review.history} ({decisions.length})
      </summary>
      <ul class="decisions">
        {decisions.map((decision) => (
          <li key={decision.id} data-undone={decision.undone}>
            <b>{sayKind(decision.kind)}</b>{' '}
            {decision.payload?.field && <span>{fieldName(String(decision.payload.field))}: </span>}
            {decision.payload?.text && <q dir="auto">{visible(String(decision.payload.text))}</q>}{' '}
            <span class="soft">
              <bdi>{t.value.review.by(visible(decision.who), day(decision.at))}</bdi>
            </span>{' '}
            {decision.why && <bdi>{visible(decision.why)}</bdi>}
          </li>
        ))}
      </ul>
    </details>
  );
}

const fieldName = (field: string): string => (t.value.review.fields as Record<string, string>)[field] ?? field;
