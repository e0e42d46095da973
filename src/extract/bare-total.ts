/** "eight were killed. The number rose to 14", "activists said that the toll was 14": a total that does not say of whom counts on what was counted last. */
import { tolled } from '../claim/outcomes.ts';
import type { Outcome } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { isDefinite, nodeOf } from './words.ts';

/** What befell those counted in the sentences before, and how many sentences ago the last of them were; `many`: the only ones of the last sentence. */
export type LastFate = { fates: ReadonlySet<Outcome>; ago: number; many: Outcome | null };
export const noFate: LastFate = { fates: new Set(), ago: 0, many: null };

/** How many chunks before its number the total may stand, and how many sentences before it those counted. */
const REACH = 5;
const SENTENCES = 2;

/** What the number at chunk `k` counts, if it is that of a bare total; null where two things befell people, or nothing. */
export function fateOfTotal(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  all: readonly FigureDraft[],
  before: LastFate,
): Outcome | null {
  if (chunks[k].noun?.kind !== 'number') return null;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    const { kind, start } = chunks[j];
    if (nodeOf(doc, start, 'total') !== null && isDefinite(doc, start)) return soleFate(fatesOf(all, before));
    if (kind === 'mark' || kind === 'that' || kind === 'event') return null;
  }
  return null;
}

/** "four were killed ... the driver, who was wounded ... the number rose to six": of two fates the words do not tell which. */
function soleFate(fates: ReadonlySet<Outcome>): Outcome | null {
  const [first] = fates;
  return fates.size === 1 && tolled.has(first) ? first : null;
}

const fatesOf = (figures: readonly FigureDraft[], before: LastFate): ReadonlySet<Outcome> => {
  const counted = figures.filter((f) => f.partOf === null && f.mod !== 'zero').map(({ outcome }) => outcome);
  return counted.length === 0 ? before.fates : new Set([...before.fates, ...counted]);
};

/** What was counted behind a sentence. */
export function fateBehindSentence(
  happenings: readonly Happening[],
  loose: readonly FigureDraft[],
  before: LastFate,
  many: Outcome | null,
): LastFate {
  const counted = loose.length > 0 || happenings.some((h) => h.figures.length > 0);
  const fates = counted ? fatesOf([...happenings.flatMap((h) => h.figures), ...loose], before) : before.fates;
  if (fates !== before.fates) return { fates, ago: 0, many };
  return before.ago < SENTENCES ? { fates, ago: before.ago + 1, many } : noFate;
}
