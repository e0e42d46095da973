/** Decisions with who, when and why; those undone are struck through and kept. */
import type { Decision } from '../../src/http/client.ts';
import { day, t } from '../language.ts';
import { sayKind } from '../review.ts';

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
            <span class="soft">
              <bdi>{t.value.review.by(decision.who, day(decision.at))}</bdi>
            </span>{' '}
            {decision.why && <bdi>{decision.why}</bdi>}{' '}
            {decision.payload?.text && <q dir="auto">{String(decision.payload.text)}</q>}
          </li>
        ))}
      </ul>
    </details>
  );
}
