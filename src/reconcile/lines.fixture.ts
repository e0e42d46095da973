/** For tests: reports whose every line is a claim, such as `sohr: 4 civilian killed at Baghouz on 2019-02-11 [air-strike]`; `since DAY` at its end makes it a running total. */
import type { Claim } from '../claim/reading.ts';
import { readLines } from '../ledger/reading.fixture.ts';
import { type Reconciled, type ReconcileInput, reconcile, reconcileInput } from './index.ts';

export type Told = {
  report: string;
  outlet: string;
  published: string;
  lines: string[];
  change?: (claim: Claim, n: number) => void;
};

export function inputOf({ report, outlet, published, lines, change }: Told): ReconcileInput {
  const text = lines.map((line) => line.replace(/ since .*$/u, '')).join('\n');
  const reading = readLines(report, outlet, published, text);
  for (const [n, claim] of reading.claims.entries()) {
    const since = / since (\S+)$/u.exec(lines[n])?.[1];
    if (since !== undefined) {
      claim.event.type = 'toll';
      for (const figure of claim.event.figures) Object.assign(figure, { scope: 'running-total', since });
    }
    change?.(claim, n);
  }
  return reconcileInput(reading, text, { report, outlet, published });
}

export function reconciledLines(...told: Told[]): Reconciled {
  return reconcile(told.map(inputOf));
}
