/**
 * Joint figures ("dozens of dead and wounded") are never split. Where nobody counts an outcome by itself, they still bound it: between nobody and all of them.
 */
import { because } from '../claim/because.ts';
import { type Count, checkedCount } from '../claim/count.ts';
import type { Outcome } from '../claim/reading.ts';
import type { Focus } from './focus.ts';
import type { Independence } from './independence.ts';
import type { Policy } from './policies/index.ts';
import { type Part, statementsOf } from './statements.ts';

/** The count of an outcome that only joint figures speak of; null when none does. */
export function jointBounds(
  parts: readonly Part[],
  independence: Independence,
  focus: Focus,
  outcome: Outcome,
  policy: Policy,
): Count | null {
  if (outcome !== 'killed' && outcome !== 'injured') return null;
  const joint = statementsOf(parts, independence, focus, 'killed-or-injured', policy).filter(
    ({ aside, tally }) => aside === null && tally.all.high !== 0,
  );
  if (joint.length === 0) return null;
  const high = joint.some(({ tally }) => tally.all.high === null)
    ? null
    : Math.max(...joint.map(({ tally }) => tally.all.high as number));
  const origins = new Set(joint.map((statement) => statement.origin.key)).size;
  return checkedCount({
    outcome,
    who: 'all',
    low: 0,
    best: null,
    high,
    policy: policy.name,
    origins,
    provisional: origins < policy.wantedOrigins,
    note: because('count.joint'),
    figures: joint.flatMap(({ input, stated, origin, tally }) =>
      tally.figures.map(({ index, aside }) => {
        const { low, high, mod } = stated.claim.event.figures[index];
        const why = because('figure.joint');
        return { report: input.report, claim: stated.claim.id, figure: index, origin: origin.key, low, high, mod, aside, why };
      }),
    ),
  });
}
