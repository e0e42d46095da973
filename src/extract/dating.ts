/** When each happening took place: a day in its own clause before one elsewhere in the sentence; the day on which something was said is no day of what happened. */
import { SA } from '../lexicon/analyze.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import { type DateValue, daysOf, isDated } from './date-values.ts';
import { daysBefore, lasted, reckonedFrom, sinceThen, toldThen } from './day-reckoning.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { clauseOf, foreignTo } from './placing.ts';
import { stretchesOf } from './time-apart.ts';
import { featuresOf, hasConjunction } from './words.ts';

/** The day of a happening from its own sentence, or null. Sets the node that told it. */
export function fillDate(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  all: readonly Happening[],
  attributed: Attributed,
  published: string | null,
): DateValue | null {
  const [from, to] = clauseOf(doc, chunks, h, foreignTo(h, all), attributed.frameOf);
  const first = Math.min(...h.parts);
  const last = Math.max(...h.parts);
  const stretch = stretchesOf(doc, chunks);
  let best: number | null = null;
  let most = 0;
  for (let k = 0; k < chunks.length; k++) {
    if (chunks[k].kind !== 'date' || attributed.used[k] || !isDated(chunks[k].node!)) continue;
    if (stretch[k] !== stretch[h.chunk]) continue;
    if (saidThen(chunks, attributed, h, k) || ofAnother(doc, chunks, h, k) || isComing(chunks, h, k)) continue;
    if (k < from && goesOnApart(chunks, h, k)) continue;
    if (k > to && (isOfNextClause(doc, chunks, last, k) || isOfEarlier(chunks, h, all, last, k))) continue;
    const gap = k < first ? first - k : k > last ? k - last : 0;
    let weight =
      k >= from && k <= to
        ? k > last
          ? 3
          : k > first
            ? 3.2
            : 2.4
        : reaches(chunks, Math.min(k, first), Math.max(k, last))
          ? 1
          : 0;
    if (weight === 0) continue;
    weight -= Math.min(0.9, gap * 0.05);
    if (weight > most) {
      most = weight;
      best = k;
    }
  }
  h.date = best === null ? null : chunks[best].node;
  if (best === null) {
    const reckoned = reckonedFrom(chunks, h);
    return reckoned < 0 ? null : daysBefore(chunks, attributed, h, reckoned);
  }
  // "has been shelled since June, to which they answer with strikes": the time tells that it is no news, not when
  if (most <= 1 && isOpen(chunks[best])) return null;
  h.rules.push(most > 1 ? 'time.of-clause' : 'time.of-sentence');
  return (
    sinceThen(chunks, best, published) ??
    toldThen(chunks, attributed, h, best, published) ??
    lasted(chunks, best, attributed.frameOf) ??
    daysOf(chunks[best].node!)
  );
}

const isOpen = ({ node }: Chunk): boolean => (node?.value as { open?: boolean } | undefined)?.open === true;

/** "will hold a meeting this evening on the attacks": a day of what is yet to come is none of what has happened. */
function isComing(chunks: readonly Chunk[], h: Happening, k: number): boolean {
  if (k > Math.min(...h.parts)) return false;
  for (let j = k - 1; j >= 0 && j >= k - 5; j--) {
    if (!chunks[j].finite) continue;
    return (chunks[j].bits & SA) !== 0 && !h.parts.includes(j) && h.light !== j;
  }
  return false;
}

/** "a raid yesterday on the town, which sees clashes": what goes on there is not of the day that stands before. */
function goesOnApart(chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const verb = h.light >= 0 ? h.light : h.chunk;
  if (!chunks[verb].finite || !isPresent(chunks[verb]) || k > verb) return false;
  for (let j = verb - 1; j > k && j >= verb - 3; j--) if (chunks[j].kind === 'relative') return true;
  return false;
}

export const isPresent = (chunk: Chunk): boolean => chunk.node !== null && featuresOf(chunk.node)?.tense === 'present';

/** The day belongs to a relative clause about something else, or to what happened before or after ("hours before the truce"). */
function ofAnother(doc: Doc, chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const after = chunks[k + 1];
  const when = chunks[k].node?.value?.when as { is?: string } | undefined;
  const tied = after?.kind === 'case' ? after.mark : '';
  if (
    (when?.is === 'distance' || when?.is === 'previous') &&
    (tied === 'on' || (tied === 'from' && chunks[k + 2]?.kind === 'event')) &&
    chunks[k + 2]?.kind !== 'place'
  )
    return true;
  let acts = false;
  for (let j = k - 1; j >= 0 && j >= k - 8; j--) {
    const { kind, finite } = chunks[j];
    if (j === h.chunk || kind === 'contrast' || kind === 'reset') return false;
    // "the coalition, which X leads, yesterday ...": the present tense tells of no day, only of one since which it goes on
    if ((kind === 'event' || kind === 'verb' || kind === 'light' || kind === 'say') && finite)
      acts ||= isOpen(chunks[k]) || !isPresent(chunks[j]);
    // "the shelling that took place on Monday" is dated by its own relative clause
    // "the losses that the mission documented in September": a count is of the time for which it was taken
    if (kind === 'relative' && h.figures.some((f) => f.scope === 'running-total')) return false;
    if (kind === 'relative' || kind === 'background')
      return acts && !h.parts.includes(j - 1) && !h.parts.some((part) => part > j && part < k) && !goesOnTo(chunks, k, h);
  }
  void doc;
  return false;
}

/** What happens stands behind the day in the same clause: "the city in which yesterday | 300 were arrested". */
function goesOnTo(chunks: readonly Chunk[], k: number, h: Happening): boolean {
  const first = Math.min(...h.parts);
  if (first < k || first - k > 4) return false;
  return chunks.slice(k + 1, first).every(({ kind }) => kind === 'noun' || kind === 'case' || kind === 'place');
}

/** The day stands with the words of saying, before what was said or after "according to". */
function saidThen(chunks: readonly Chunk[], attributed: Attributed, h: Happening, k: number): boolean {
  const { frameOf, used } = attributed;
  if (frameOf[k] !== frameOf[h.chunk] && frameOf[h.chunk] >= 0) return true;
  for (let j = k - 1; j > h.chunk && j >= k - 6; j--)
    if (chunks[j].kind === 'according' || (used[j] && chunks[j].kind === 'noun')) return true;
  return false;
}

/** "attacks in X, and launched last month ...": the day stands in the clause of another deed. */
function isOfNextClause(doc: Doc, chunks: readonly Chunk[], last: number, k: number): boolean {
  for (let j = last + 1; j < k; j++)
    if (chunks[j].finite && chunks[j].kind !== 'say' && hasConjunction(doc, chunks[j].start)) return true;
  return false;
}

/** "spread after the killing of five on Tuesday": the day of what went before. */
function isOfEarlier(chunks: readonly Chunk[], h: Happening, all: readonly Happening[], last: number, k: number): boolean {
  return all.some((other) => {
    const first = Math.min(...other.parts);
    return other !== h && first > last && first < k && chunks[first - 1].kind === 'case' && chunks[first - 1].mark === 'after';
  });
}

/** No other story begins between the two. */
function reaches(chunks: readonly Chunk[], from: number, to: number): boolean {
  // "Yesterday, five were killed ..., and ten were wounded ...": a day at the head is that of one more
  let events = chunks.slice(0, from).some(({ finite }) => finite) ? 0 : -1;
  for (let k = from + 1; k < to; k++) {
    const { kind, finite } = chunks[k];
    if (kind === 'contrast' || kind === 'reset') return false;
    if (kind === 'event' && finite && ++events > 1) return false;
  }
  return true;
}
