/** When each happening took place: a day in its own clause before one elsewhere in the sentence; the day on which something was said is no day of what happened. */

import type { Node } from '../rules/node.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import { rowHas, TIMED } from './class-groups.ts';
import { commemorated } from './commemorated.ts';
import { type DateValue, daysOf, isDated } from './date-values.ts';
import { daysBefore, lasted, reckonedFrom, sinceThatDay, sinceThen, toldThen, until } from './day-reckoning.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { goesOverDays, isDocumented, isOfOther, isOpen } from './other-days.ts';
import { clauseOf, foreignTo } from './placing.ts';
import { stretchesOf } from './time-apart.ts';

/** The day of a happening from its own sentence, or null. Sets the node that told it. */
export function fillDate(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  all: readonly Happening[],
  attributed: Attributed,
  published: string | null,
): DateValue | null {
  const { best, most } = rowHas(doc, chunks, TIMED) ? nearest(doc, chunks, h, all, attributed, published) : NONE;
  h.date = best === null ? null : chunks[best].node;
  if (best !== null && (isAgo(chunks, h, best) || (most <= 1 && h.figures.length > 0 && h.figures.every(isTotal)))) return null;
  if (best === null) {
    const reckoned = reckonedFrom(chunks, h);
    if (reckoned >= 0) return daysBefore(doc, chunks, attributed, h, reckoned);
    const since = sinceThatDay(doc, chunks, h, attributed);
    if (since < 0) return null;
    h.rules.push('time.since-that');
    return goneOn(h, chunks[since].node!, until(daysOf(chunks[since].node!), published));
  }
  // "has been shelled since June, to which they answer with strikes": the time tells that it is no news, not when
  if (most <= 1 && (isOpen(chunks[best]) || goesOverDays(doc, chunks, attributed, h))) return null;
  h.rules.push(most > 1 ? 'time.of-clause' : 'time.of-sentence');
  const since = sinceThen(chunks, h, best, published);
  if (since !== null) return since;
  return (
    toldThen(chunks, attributed, h, best, published) ?? lasted(chunks, best, attributed.frameOf) ?? daysOf(chunks[best].node!)
  );
}

const isTotal = ({ scope }: FigureDraft): boolean => scope === 'running-total';

/** "buried today a man who was killed | weeks ago": its own time says not when, and the day that stands farther off is none of it. */
function isAgo(chunks: readonly Chunk[], { parts }: Happening, best: number): boolean {
  const gap = (k: number): number => Math.min(...parts.map((part) => Math.abs(part - k)));
  return chunks.some(({ kind, node }, k) => {
    if (kind !== 'date' || k === best || gap(k) > 2 || gap(k) >= gap(best)) return false;
    const { when, begin, anchor } = node!.value as { when?: { is?: string }; begin?: string | null; anchor?: string | null };
    return when?.is === 'distance' && begin == null && anchor === 'publication';
  });
}

/** The date that stands nearest, by chunk, and how much it weighs: more than 1 in the clause of the happening. */
type Nearest = { best: number | null; most: number };
const NONE: Nearest = { best: null, most: 0 };

function nearest(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  all: readonly Happening[],
  attributed: Attributed,
  published: string | null,
): Nearest {
  const [from, to] = clauseOf(doc, chunks, h, foreignTo(h, all), attributed.frameOf);
  const first = Math.min(...h.parts);
  const last = Math.max(...h.parts);
  const stretch = stretchesOf(doc, chunks);
  let best: number | null = null;
  const remembered = commemorated(doc, chunks, h);
  // "in memory of the massacre, hundreds demonstrated yesterday": only what stands with it is the day of what is remembered
  let most = remembered < 0 ? 0 : 1;
  for (let k = Math.max(0, remembered); k < chunks.length; k++) {
    if (chunks[k].kind !== 'date' || !isDated(chunks[k].node!)) continue;
    if (attributed.used[k] && !isDocumented(chunks, attributed, h, k)) continue;
    if (stretch[k] !== stretch[h.chunk]) continue;
    if (isOfOther(doc, chunks, attributed, h, all, k, [from, to], published)) continue;
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
    if (weight <= 1 && isDocumented(chunks, attributed, h, k)) weight = 2;
    if (weight === 0) continue;
    weight -= Math.min(0.9, gap * 0.05);
    if (weight > most) {
      most = weight;
      best = k;
    }
  }
  return best === null ? NONE : { best, most };
}

/** What has gone on since a day is no older than the report. */
function goneOn(h: Happening, node: Node<any>, date: DateValue | null): DateValue | null {
  h.date = { ...node, value: { ...node.value, open: true, end: date?.end ?? node.value.end } };
  return date;
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
