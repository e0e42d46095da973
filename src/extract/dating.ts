/** When each happening took place: days that its clause leaves out, taken from its sentence and the sentences before. */
import type { Node } from '../rules/node.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Happening } from './happening.ts';
import type { Sentence } from './sentences.ts';

export type DateValue = { value: string | null; begin: string | null; end: string | null };

/** Day of the happening told last. */
export type Days = { day: { date: DateValue; sentence: number } | null };

export const newDays = (): Days => ({ day: null });

/** The day of a happening: in its clause, else the only day of its sentence that is not the day of the statement. */
export function fillDate(chunks: readonly Chunk[], h: Happening, attributed: Attributed): DateValue | null {
  if (h.date === null) h.date = nearestDate(chunks, h, attributed);
  return h.date === null ? null : daysOf(h.date);
}

function nearestDate(chunks: readonly Chunk[], h: Happening, attributed: Attributed): Node<any> | null {
  let best: Node<any> | null = null;
  let distance = 99;
  for (let k = 0; k < chunks.length; k++) {
    if (chunks[k].kind !== 'date' || attributed.used[k]) continue;
    if (attributed.frameOf[k] !== attributed.frameOf[h.chunk] && attributed.frameOf[h.chunk] >= 0) continue;
    const gap = k < h.chunk ? crossing(chunks, k, h.chunk) : crossing(chunks, h.chunk, k) + 1;
    // a day across another finite happening belongs to that one
    if (gap >= (k < h.chunk ? 2 : 2)) continue;
    const now = gap * 20 + Math.abs(k - h.chunk);
    if (now < distance || best === null) {
      if (daysOf(chunks[k].node!) === null) continue;
      best = chunks[k].node;
      distance = now;
    }
  }
  return best;
}

function crossing(chunks: readonly Chunk[], from: number, to: number): number {
  let events = 0;
  for (let k = from + 1; k < to; k++) {
    const kind = chunks[k].kind;
    if (kind === 'contrast' || kind === 'reset') return 9;
    if (kind === 'event' && chunks[k].finite) events++;
  }
  return events;
}

/** ISO day or span of a resolved date node; null for clock times, durations and open intervals. */
export function daysOf(node: Node<any>): DateValue | null {
  const v = node.value as { type?: string; begin?: string | null; end?: string | null; open?: boolean; value?: string | null };
  if (v.type === 'DURATION' || v.type === 'SET' || v.open === true) return null;
  const begin = v.begin ?? null;
  const end = v.end ?? begin;
  if (begin === null) return null;
  return { value: begin === end ? begin : `${begin}/${end}`, begin, end };
}

/** How many sentences a day goes on being the day of what is told. */
const CARRY_DAY = 2;

/** A current happening told without a day took place on the day of the one before it. */
export function carryDate(
  t: { h: Happening; date: DateValue | null; sentence: Sentence; judged: { reality: string } },
  days: Days,
): void {
  if (t.judged.reality !== 'current') return;
  if (t.date !== null) {
    if (t.date.value !== null) days.day = { date: t.date, sentence: t.sentence.index };
    return;
  }
  if (days.day === null || t.sentence.index - days.day.sentence > CARRY_DAY || t.sentence.headline) return;
  t.date = days.day.date;
  t.h.rules.push('time.carried-over');
}
