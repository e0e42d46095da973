/** "eight were killed. The number rose to 14", "activists said that the toll was 14": a total that does not say of whom counts on what was counted last. */
import { tolled } from '../claim/outcomes.ts';
import type { Outcome } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { isDefinite, nodeOf } from './words.ts';

/** The only thing that befell those counted last, and how many sentences ago that was. */
export type LastFate = { outcome: Outcome | null; ago: number };
export const noFate: LastFate = { outcome: null, ago: 0 };

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
    if (nodeOf(doc, start, 'total') !== null && isDefinite(doc, start)) return all.length > 0 ? soleFate(all) : before.outcome;
    if (kind === 'mark' || kind === 'that' || kind === 'event') return null;
  }
  return null;
}

function soleFate(figures: readonly FigureDraft[]): Outcome | null {
  const counted = figures.filter((f) => f.partOf === null && f.mod !== 'zero');
  const [first] = counted;
  return first !== undefined && tolled.has(first.outcome) && counted.every((f) => f.outcome === first.outcome)
    ? first.outcome
    : null;
}

/** What is counted last behind a sentence. */
export function fateBehindSentence(happenings: readonly Happening[], loose: readonly FigureDraft[], before: LastFate): LastFate {
  const figures = [...happenings.flatMap((h) => h.figures), ...loose];
  if (figures.length > 0) return { outcome: soleFate(figures), ago: 0 };
  return before.ago < SENTENCES ? { ...before, ago: before.ago + 1 } : noFate;
}
