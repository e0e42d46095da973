/**
 * When each happening took place: a day in its own clause before one elsewhere in the sentence; the day on which something was said is no day of what happened.
 * What a sentence leaves open may stand before it: another source that tells the same story tells of the same day.
 */
import type { Node } from '../rules/node.ts';
import type { Attributed, Frame } from './attribution.ts';
import { formatDay, parseDay } from './calendar.ts';
import type { Chunk } from './chunk.ts';
import { daysBetween } from './days.ts';
import type { Doc } from './doc.ts';
import { sameStory } from './families.ts';
import type { Happening } from './happening.ts';
import { areApart, placeOf } from './place-apart.ts';
import type { Gazetteer, PlacePhrase } from './place-names.ts';
import { clauseOf, foreignTo } from './placing.ts';
import type { Sentence } from './sentences.ts';
import { featuresOf, isDefinite } from './words.ts';

export type DateValue = { value: string | null; begin: string | null; end: string | null };

/** Day of the happening told last. */
export type Days = {
  day: { date: DateValue; sentence: number; h: Happening; place: PlacePhrase | null } | null;
  /** Told last without a day. */
  open: Dated[];
};

/** What is told, with its day. */
type Dated = { h: Happening; date: DateValue | null; sentence: Sentence; judged: { reality: string }; frame: Frame | null };

export const newDays = (): Days => ({ day: null, open: [] });

/** The day before which a dated happening is earlier context: the end of its time, for long times their middle. */
export function contextEnd(node: Node<any> | null): string | null {
  const { begin, end, open } = (node?.value ?? {}) as { begin?: string | null; end?: string | null; open?: boolean };
  if (begin == null || end == null) return end ?? null;
  const length = daysBetween(begin, end);
  const from = parseDay(begin);
  // what has gone on for months is a state that the report tells beside its news
  const long = open === true ? 60 : 14;
  return length > long && from !== null ? formatDay(from + Math.floor(length / 2)) : end;
}

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
  let best: number | null = null;
  let most = 0;
  for (let k = 0; k < chunks.length; k++) {
    if (chunks[k].kind !== 'date' || attributed.used[k] || !isDated(chunks[k].node!)) continue;
    if (saidThen(chunks, attributed, h, k) || ofAnother(doc, chunks, h, k)) continue;
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
  if (best === null) return null;
  h.rules.push(most > 1 ? 'time.of-clause' : 'time.of-sentence');
  return sinceThen(chunks, best, published) ?? daysOf(chunks[best].node!);
}

/** "since it came to power in May": open from the day of what is named there; null when the day stands by itself. */
function sinceThen(chunks: readonly Chunk[], k: number, published: string | null): DateValue | null {
  for (let j = k - 1; j >= 0 && j >= k - 6; j--) {
    const { kind, mark } = chunks[j];
    if (kind === 'case' && mark === 'since') break;
    if (kind === 'mark' || kind === 'contrast' || kind === 'say' || j === Math.max(0, k - 6)) return null;
  }
  const days = daysOf(chunks[k].node!);
  if (k === 0 || days === null || days.begin === null || published === null) return null;
  if (daysBetween(days.begin, published) > LONGEST) return { value: null, begin: null, end: null };
  return { value: `${days.begin}/${published}`, begin: days.begin, end: published };
}

const isPresent = (chunk: Chunk): boolean => chunk.node !== null && featuresOf(chunk.node)?.tense === 'present';

/** The day belongs to a relative clause about something else, or to what happened before or after ("hours before the truce"). */
function ofAnother(doc: Doc, chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const after = chunks[k + 1];
  const when = chunks[k].node?.value?.when as { is?: string } | undefined;
  const tied = after?.kind === 'case' ? after.mark : '';
  if (
    when?.is === 'distance' &&
    (tied === 'on' || (tied === 'from' && chunks[k + 2]?.kind === 'event')) &&
    chunks[k + 2]?.kind !== 'place'
  )
    return true;
  let acts = false;
  for (let j = k - 1; j >= 0 && j >= k - 8; j--) {
    const { kind, finite } = chunks[j];
    if (j === h.chunk || kind === 'contrast' || kind === 'reset') return false;
    // "the coalition, which X leads, yesterday ...": the present tense tells of no day
    if ((kind === 'event' || kind === 'verb' || kind === 'light' || kind === 'say') && finite && !isPresent(chunks[j]))
      acts = true;
    // "the shelling that took place on Monday" is dated by its own relative clause
    // "the losses that the mission documented in September": a count is of the time for which it was taken
    if (kind === 'relative' && h.figures.some((f) => f.scope === 'running-total')) return false;
    if (kind === 'relative' || kind === 'background')
      return acts && !h.parts.includes(j - 1) && !h.parts.some((part) => part > j && part < k);
  }
  void doc;
  return false;
}

/** The day stands with the words of saying, before what was said or after "according to". */
function saidThen(chunks: readonly Chunk[], attributed: Attributed, h: Happening, k: number): boolean {
  const { frameOf, used } = attributed;
  if (frameOf[k] !== frameOf[h.chunk] && frameOf[h.chunk] >= 0) return true;
  for (let j = k - 1; j > h.chunk && j >= k - 6; j--)
    if (chunks[j].kind === 'according' || (used[j] && chunks[j].kind === 'noun')) return true;
  return false;
}

/** No other story begins between the two. */
function reaches(chunks: readonly Chunk[], from: number, to: number): boolean {
  let events = 0;
  for (let k = from + 1; k < to; k++) {
    const { kind, finite } = chunks[k];
    if (kind === 'contrast' || kind === 'reset') return false;
    if (kind === 'event' && finite && ++events > 1) return false;
  }
  return true;
}

function isDated(node: Node<any>): boolean {
  const { type, begin, end } = node.value as { type?: string; begin?: string | null; end?: string | null };
  return type !== 'DURATION' && type !== 'SET' && begin != null && end != null;
}

/** Longer than this, what goes on "since" a day is a state of things and no happening of that time. */
const LONGEST = 400;

/** ISO day or span of a resolved date node; null for clock times, durations, and intervals open for years. */
export function daysOf(node: Node<any>): DateValue | null {
  const v = node.value as {
    type?: string;
    begin?: string | null;
    end?: string | null;
    open?: boolean;
    value?: string | null;
    grain?: string | null;
    when?: { is?: string };
  };
  if (v.type === 'DURATION' || v.type === 'SET') return null;
  const begin = v.begin ?? null;
  const end = v.end ?? begin;
  if (begin === null || end === null) return null;
  // a year says too little of a day
  if (v.grain === 'year' && v.open !== true) return null;
  if ((v.open === true || v.when?.is === 'stretch') && daysBetween(begin, end) > LONGEST) return null;
  return { value: begin === end ? begin : `${begin}/${end}`, begin, end };
}

/** How many sentences a day goes on being the day of what is told. */
const CARRY_DAY = 3;
/** Sentences that begin so tell of something else. */
const turns = new Set(['reset', 'continue', 'contrast']);

/**
 * A current happening told without a day took place on the day of the one before it, while the report stays with the story: always in the words of another
 * source, at the same place in the same words. Only a single day goes over: what happened "in the last two days" tells of no other day.
 */
export function carryDate(
  doc: Doc,
  t: Dated,
  chunks: readonly Chunk[],
  attributed: Attributed,
  days: Days,
  gazetteer: Gazetteer,
): void {
  if (turns.has(chunks[0].kind) && days.day?.sentence !== t.sentence.index) {
    days.day = null;
    days.open = days.open.filter((o) => o.sentence.index === t.sentence.index);
  }
  if (t.judged.reality !== 'current') return;
  const place = placeOf(t.h);
  if (t.date !== null) {
    days.day = isOneDay(t.date) ? { date: t.date, sentence: t.sentence.index, h: t.h, place } : null;
    if (days.day !== null) takeBack(doc, t, chunks, place, days, gazetteer);
    days.open = [];
    return;
  }
  openDay(t, days);
  const { day } = days;
  if (day === null || t.sentence.headline || t.sentence.index - day.sentence > CARRY_DAY) return;
  if (!sameStory(t.h, day.h) || goesOn(t.h, chunks) || t.h.figures.some((f) => f.scope === 'running-total')) return;
  if (saidOnAnother(chunks, attributed, t.h, day.date)) return;
  const other = t.frame !== null && t.frame.chain.length > 0 && !t.frame.rule.includes('elided');
  const again = t.h.definite && !t.h.finite;
  if (!other && !again && areApart(doc, place, day.place, gazetteer)) return;
  t.date = day.date;
  t.h.rules.push('time.carried-over');
}

/** How many sentences later "the attack", told without a day, may still be given its day. */
const TAKE_BACK = 2;

function openDay(t: Dated, days: Days): void {
  if (t.sentence.headline) return;
  days.open.push(t);
  if (days.open.length > 4) days.open.shift();
}

/** "An attack hit X. ... the attack, which took place yesterday": the day that a later sentence gives the same happening is its day from the start. */
function takeBack(
  doc: Doc,
  t: Dated,
  chunks: readonly Chunk[],
  place: PlacePhrase | null,
  days: Days,
  gazetteer: Gazetteer,
): void {
  if (!t.h.parts.some((k) => chunks[k].kind === 'event' && !chunks[k].finite && isDefinite(doc, chunks[k].start))) return;
  const same = days.open.filter(
    (o) =>
      o.date === null &&
      o.sentence.index < t.sentence.index &&
      t.sentence.index - o.sentence.index <= TAKE_BACK &&
      sameStory(t.h, o.h),
  );
  const places = [place, ...same.map((o) => placeOf(o.h))];
  // of two attacks, nothing says which one "the attack" is
  if (places.some((a) => places.some((b) => areApart(doc, a, b, gazetteer)))) return;
  for (const o of same) {
    o.date = t.date;
    o.h.rules.push('time.taken-back');
  }
}

/** "on Friday the agency reported": what was said on another day happened then or later. */
function saidOnAnother(chunks: readonly Chunk[], { frameOf }: Attributed, h: Happening, date: DateValue): boolean {
  for (let k = 0; k < h.chunk; k++) {
    if (chunks[k].kind !== 'date' || frameOf[k] === frameOf[h.chunk] || frameOf[h.chunk] < 0) continue;
    const said = daysOf(chunks[k].node!);
    if (said !== null && isOneDay(said) && said.begin !== date.begin) return true;
  }
  return false;
}

const isOneDay = ({ begin, end }: DateValue): boolean => begin !== null && begin === end;

/** "are combing the area", "is under siege": the present tells of no day. */
function goesOn(h: Happening, chunks: readonly Chunk[]): boolean {
  const verb = chunks[h.light >= 0 ? h.light : h.chunk];
  return verb.finite && isPresent(verb);
}
