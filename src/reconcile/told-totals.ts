/** The cumulative figures that a report tells, each with what is needed to lay them in series: the report itself need not be kept. */
import { claimKey } from '../claim/judgement.ts';
import type { Figure } from '../claim/reading.ts';
import type { TotalPoint } from '../claim/running-total.ts';
import { originOfClaim } from './independence.ts';
import type { ReconcileInput } from './input.ts';
import { type SubjectPlace, subjectOfClaim } from './subject.ts';

/** No name has it. */
const SIGN_BELOW_ALL_OTHERS = '\u0001';

export type Told = {
  /** Of one origin and one subject; begins with the origin, so that those of one origin come one after the other. */
  kind: string;
  report: string;
  origin: string;
  figure: Figure;
  place: SubjectPlace | null;
  point: TotalPoint & { published: string };
};

export function toldTotals(input: ReconcileInput): Told[] {
  const told: Told[] = [];
  for (const claim of input.reading.claims) {
    if (claim.stance === 'denied' || claim.stance === 'expected' || claim.reality === 'unreal') continue;
    const stated = { key: claimKey(input.report, claim.id), claim };
    for (const [index, figure] of claim.event.figures.entries()) {
      // A part of a total is told with its whole; it makes no series of its own.
      if (figure.scope !== 'running-total' || figure.partOf !== null) continue;
      const { places, end } = subjectOfClaim(claim, input);
      const until = claim.event.time?.end ?? claim.event.time?.begin ?? input.published?.slice(0, 10) ?? null;
      const { low, high, mod } = figure;
      const origin = originOfClaim(stated, input).key;
      const { outcome, who, group, since } = figure;
      told.push({
        kind: [origin, outcome, who, group ?? '', since ?? ''].join(SIGN_BELOW_ALL_OTHERS),
        report: input.report,
        origin,
        figure,
        place: places[0] ?? null,
        point: {
          claim: stated.key,
          figure: index,
          report: input.report,
          until: end === null ? null : until,
          low,
          high,
          mod,
          increment: null,
          published: input.published ?? '9999',
        },
      });
    }
  }
  return told;
}
