/** The ordered table of comparisons with their weights, and where the sum means same, different or unsure. */
import { figuresScore, sayFigures } from './compare/figures.ts';
import { meansScore, sayMeans } from './compare/means.ts';
import { partiesScore, sayParties } from './compare/parties.ts';
import { placeScore, sayPlace } from './compare/place.ts';
import { sayText, textScore } from './compare/text.ts';
import { sayTime, timeScore } from './compare/time.ts';
import { sayType, typeScore } from './compare/type.ts';
import { sayVictims, victimsScore } from './compare/victims.ts';
import type { Subject } from './subject.ts';

export type Comparison = {
  feature: string;
  weight: number;
  /** At this score or below, the two are different whatever else agrees. */
  vetoAt: number | null;
  score: (a: Subject, b: Subject) => number;
  /** What it looked at in the first of the two, in words. */
  say: (subject: Subject, other: Subject) => string;
};

/** Cheap vetoes first: most pairs end there. */
export const MODEL: readonly Comparison[] = [
  { feature: 'time', weight: 3, vetoAt: -1, score: timeScore, say: sayTime },
  { feature: 'place', weight: 4, vetoAt: -1, score: placeScore, say: sayPlace },
  { feature: 'type', weight: 2, vetoAt: null, score: typeScore, say: sayType },
  { feature: 'victims', weight: 4, vetoAt: null, score: victimsScore, say: sayVictims },
  { feature: 'figures', weight: 2, vetoAt: null, score: figuresScore, say: sayFigures },
  { feature: 'parties', weight: 1.5, vetoAt: null, score: partiesScore, say: sayParties },
  { feature: 'means', weight: 0.5, vetoAt: null, score: meansScore, say: sayMeans },
  { feature: 'text', weight: 3, vetoAt: null, score: textScore, say: sayText },
];

/** `same`: at this sum or above; `unsure`: at this sum or above, below `same`. */
export type Thresholds = { same: number; unsure: number };

/** Reports of any origin, laid beside each other. */
export const ACROSS: Thresholds = { same: 6, unsure: 4 };
/** Claims inside one report: the context is shared, so less is needed. */
export const WITHIN: Thresholds = { same: 3.5, unsure: 2.5 };
/** Reports that somebody has gathered because they speak of one incident. */
export const GATHERED: Thresholds = { same: 3.5, unsure: 2.5 };
