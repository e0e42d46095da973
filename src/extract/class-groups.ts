/**
 * Groups of word classes, one bit each. What a spelling may be is worked out once: most words open nothing of a group, and the questions about it are not asked.
 * Only classes of words belong here; what rules make of several words ("quantity", "date") has no bit.
 */
import { stops } from './noun-parts.ts';
import { smallWords } from './small-words.ts';

/** What a small word may be. */
export const SMALL = 1;
/** What acts in a clause, or carries what does. */
export const ACTING = 2;
/** What ends a noun phrase. */
export const STOP = 4;
/** What a place phrase may begin with, beside a name. */
export const PLACE = 8;
/** Words that begin a chunk of their own, each in its own way. */
export const OPENING = 16;
/** Short names of parties, which may be everyday words. */
export const SHORT = 32;

const groups: readonly (readonly [number, Iterable<string>])[] = [
  [SMALL, smallWords.keys()],
  [ACTING, ['event', 'result', 'say', 'light', 'unreal', 'verb', 'carrier']],
  [STOP, stops],
  [PLACE, ['relation', 'direction', 'place-class', 'anaphor']],
  [OPENING, ['and', 'manner', 'circumstance', 'another', 'each', 'relation', 'withhold', 'receives', 'called']],
  [SHORT, ['actor-short']],
];

const byClass = new Map<string, number>();
for (const [bit, classes] of groups) for (const kind of classes) byClass.set(kind, (byClass.get(kind) ?? 0) | bit);

/** Every group of the class. */
export const groupsOf = (kind: string): number => byClass.get(kind) ?? 0;
