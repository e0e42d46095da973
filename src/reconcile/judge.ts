/** Same event, different, or unsure: the weighted sum of the model's comparisons, each of which explains itself. */
import type { Reason, Verdict } from '../claim/judgement.ts';
import { MODEL, type Thresholds } from './model.ts';
import type { Subject } from './subject.ts';

export type Opinion = { verdict: Verdict; sum: number; isVetoed: boolean; because: Reason[] };

/** Judges two subjects with every comparison named. The order of the two does not change verdict or sum. */
export function judge(a: Subject, b: Subject, thresholds: Thresholds): Opinion {
  let sum = 0;
  let isVetoed = false;
  const because: Reason[] = [];
  for (const { feature, weight, vetoAt, score: scoreOf, say } of MODEL) {
    const score = scoreOf(a, b);
    because.push({ feature, score, left: say(a, b), right: say(b, a) });
    sum += score * weight;
    if (vetoAt !== null && score <= vetoAt) isVetoed = true;
  }
  return { verdict: verdictOf(sum, isVetoed, thresholds), sum: round(sum), isVetoed, because };
}

/** The sum alone, or null at the first veto: for the many pairs that need no explanation. */
export function sumOf(a: Subject, b: Subject): number | null {
  let sum = 0;
  for (const { weight, vetoAt, score: scoreOf } of MODEL) {
    const score = scoreOf(a, b);
    if (vetoAt !== null && score <= vetoAt) return null;
    sum += score * weight;
  }
  return round(sum);
}

const VETOES = MODEL.filter(({ vetoAt }) => vetoAt !== null);

/** True when the two are different whatever else agrees. */
export function areApart(a: Subject, b: Subject): boolean {
  return VETOES.some(({ vetoAt, score }) => score(a, b) <= (vetoAt as number));
}

function verdictOf(sum: number, isVetoed: boolean, thresholds: Thresholds): Verdict {
  if (isVetoed || sum < thresholds.unsure) return 'different-event';
  return sum >= thresholds.same ? 'same-event' : 'unsure';
}

/** Rounded, so that the order of adding cannot tip a threshold. */
function round(sum: number): number {
  return Math.round(sum * 1000) / 1000;
}
