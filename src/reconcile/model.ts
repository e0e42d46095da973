/** The ordered table of comparisons with their weights, and where the sum means same, different or unsure. */
import type { Reason } from '../claim/judgement.ts';
import { compareFigures } from './compare/figures.ts';
import { compareMeans } from './compare/means.ts';
import { compareParties } from './compare/parties.ts';
import { comparePlace } from './compare/place.ts';
import { compareText } from './compare/text.ts';
import { compareTime } from './compare/time.ts';
import { compareType } from './compare/type.ts';
import { compareVictims } from './compare/victims.ts';
import type { Subject } from './subject.ts';

export type Comparison = {
  feature: string;
  weight: number;
  /** At this score or below, the two are different whatever else agrees. */
  vetoAt: number | null;
  compare: (a: Subject, b: Subject) => Reason;
};

/** Cheap vetoes first: most pairs end there. */
export const MODEL: readonly Comparison[] = [
  { feature: 'time', weight: 3, vetoAt: -1, compare: compareTime },
  { feature: 'place', weight: 4, vetoAt: -1, compare: comparePlace },
  { feature: 'type', weight: 2, vetoAt: null, compare: compareType },
  { feature: 'victims', weight: 4, vetoAt: null, compare: compareVictims },
  { feature: 'figures', weight: 2, vetoAt: null, compare: compareFigures },
  { feature: 'parties', weight: 1.5, vetoAt: null, compare: compareParties },
  { feature: 'means', weight: 0.5, vetoAt: null, compare: compareMeans },
  { feature: 'text', weight: 3, vetoAt: null, compare: compareText },
];

/** `same`: at this sum or above; `unsure`: at this sum or above, below `same`. */
export type Thresholds = { same: number; unsure: number };

/** Reports of any origin, laid beside each other. */
export const ACROSS: Thresholds = { same: 6, unsure: 4 };
/** Claims inside one report: the context is shared, so less is needed. */
export const WITHIN: Thresholds = { same: 3.5, unsure: 2.5 };
/** Reports that somebody has gathered because they speak of one incident. */
export const GATHERED: Thresholds = { same: 3.5, unsure: 2.5 };
