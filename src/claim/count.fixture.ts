/** A figure as it was used and a count of such figures, for tests: what a test is about is given, the rest is plain. */
import type { Count, FigureUse } from './count.ts';

export const figureUse = (more: Partial<FigureUse>): FigureUse => ({
  report: 'r1',
  claim: 'c1',
  figure: 0,
  origin: 'a',
  low: 5,
  high: 5,
  mod: 'exact',
  aside: null,
  why: { code: 'figure.used' },
  ...more,
});

export const countOfUses = (figures: FigureUse[]): Count => ({
  outcome: 'killed',
  who: 'all',
  low: 3,
  best: null,
  high: 8,
  policy: 'range',
  origins: 2,
  provisional: false,
  note: { code: 'count.range', values: { n: 1 } },
  figures,
});
