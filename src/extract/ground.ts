/** Where and when: places and days that the clause of a happening leaves out, taken from its sentence and the sentences before. */
import { BI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { movement } from './arguments.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { bareKey, type PlacePhrase } from './place-names.ts';
import type { Sentence } from './sentences.ts';
import { isWord } from './words.ts';

export type DateValue = { value: string | null; begin: string | null; end: string | null };

export type Ground = {
  /** Places named so far with the sentence that named them. */
  places: { place: PlacePhrase; sentence: Sentence }[];
  /** Where the happening told last took place. */
  last: { place: PlacePhrase; sentence: Sentence } | null;
  /** Day of the happening told last. */
  day: { date: DateValue; sentence: number } | null;
  words: (doc: Doc, h: Happening) => string[];
};

export const newGround = (): Ground => ({ places: [], last: null, day: null, words: placeWords });

/** Folded words of where it happened, without class words. */
function placeWords(doc: Doc, h: Happening): string[] {
  const at = h.places.find((p) => p.role === 'at') ?? h.places.find((p) => p.role === 'from');
  if (at === undefined) return [];
  const words: string[] = [];
  for (const level of at.place.levels)
    for (let i = level.start; i < level.end; i++) if (isWord(doc, i)) words.push(core(bareKey(doc, i)));
  return words;
}

const AL_KEY = '\u0627\u0644';
const core = (key: string): string => (key.startsWith(AL_KEY) && key.length > 4 ? key.slice(2) : key);

/** Fills `at` from a topic place, a target's place, or an anaphor; remembers what was named. */
export function fillPlace(doc: Doc, chunks: readonly Chunk[], h: Happening, sentence: Sentence, ground: Ground): void {
  for (const p of h.places) {
    if (p.place.anaphor === null) continue;
    const antecedent = find(doc, ground, p.place.anaphor);
    if (antecedent !== null) p.place = antecedent;
  }
  if (!h.places.some((p) => p.role === 'at' || p.role === 'from')) {
    const place = fromTarget(h) ?? topic(chunks, h) ?? nearby(chunks, h);
    if (place !== null) {
      const known = place.anaphor === null ? place : find(doc, ground, place.anaphor);
      if (known !== null) {
        h.places.push({ role: movement(h) ? 'at' : 'at', place: known });
        h.rules.push('place.from-sentence');
      }
    }
  }
  const at = h.places.find((p) => p.role === 'at');
  if (at !== undefined) {
    if (at.place.anaphor === null && at.place.sure) ground.last = { place: at.place, sentence };
  } else if (ground.last !== null && carries(h, sentence, ground.last.sentence)) {
    h.places.push({ role: 'at', place: ground.last.place });
    h.rules.push('place.carried-over');
  }
  for (const chunk of chunks) {
    if (
      chunk.place !== null &&
      chunk.place.anaphor === null &&
      chunk.place.sure &&
      !ground.places.some((g) => g.place.start === chunk.place!.start)
    ) {
      ground.places.push({ place: chunk.place, sentence });
      if (ground.places.length > 40) ground.places.shift();
    }
  }
}

/** How many sentences a place goes on being the place of what is told. */
const CARRY = 3;

/** A happening told without a place is where the one before it was, while the report stays with it. */
function carries(h: Happening, now: Sentence, then: Sentence): boolean {
  if (now.headline !== then.headline || now.index - then.index > CARRY) return false;
  return !movement(h) && !h.places.some((p) => p.role === 'from');
}

function fromTarget(h: Happening): PlacePhrase | null {
  for (const noun of h.recipients) if (noun.place !== null && noun.kind !== 'person') return noun.place;
  return null;
}

/** "In Marib, east of Yemen, nine were killed": a place before the words of the happening with nothing acting between. */
function topic(chunks: readonly Chunk[], h: Happening): PlacePhrase | null {
  for (let k = h.chunk - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk.kind === 'place' && chunk.place !== null && located(chunks, k)) return chunk.place;
    if (chunk.kind === 'contrast' || chunk.kind === 'that' || chunk.kind === 'say' || chunk.kind === 'reset') return null;
    if ((chunk.kind === 'event' || chunk.kind === 'verb') && chunk.finite) return null;
  }
  return null;
}

/** A place later in the clause, when the walk over the arguments ended before it. */
function nearby(chunks: readonly Chunk[], h: Happening): PlacePhrase | null {
  for (let k = Math.max(h.chunk, h.until) + 1; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk.kind === 'place' && chunk.place !== null && located(chunks, k)) return chunk.place;
    if (
      chunk.kind === 'contrast' ||
      chunk.kind === 'that' ||
      chunk.kind === 'say' ||
      chunk.kind === 'reset' ||
      chunk.kind === 'according'
    )
      return null;
    if (chunk.kind === 'event' || ((chunk.kind === 'verb' || chunk.kind === 'light') && chunk.finite)) return null;
    if (chunk.kind === 'mark' && (chunk.mark === 'semicolon' || chunk.mark === 'colon')) return null;
  }
  return null;
}

function located(chunks: readonly Chunk[], k: number): boolean {
  if (chunks[k].bits & BI) return true;
  const before = chunks[k - 1];
  if (before !== undefined && before.kind === 'case')
    return before.mark === 'in' || before.mark === 'amid' || before.mark === 'on';
  return chunks[k].place!.relation !== null || chunks[k].place!.bearing !== null;
}

function find(doc: Doc, ground: Ground, kind: string): PlacePhrase | null {
  for (let n = ground.places.length - 1; n >= 0; n--) {
    const { place } = ground.places[n];
    if (place.levels.some((level) => level.kind === kind)) return place;
  }
  void doc;
  return ground.places.at(-1)?.place ?? null;
}

/** The day of a happening: in its clause, else the only day of its sentence that is not the day of the statement. */
export function fillDate(
  _doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  attributed: Attributed,
  _sentence: Sentence,
  _ground: Ground,
): DateValue | null {
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
  ground: Ground,
): void {
  if (t.judged.reality !== 'current') return;
  if (t.date !== null) {
    if (t.date.value !== null) ground.day = { date: t.date, sentence: t.sentence.index };
    return;
  }
  if (ground.day === null || t.sentence.index - ground.day.sentence > CARRY_DAY || t.sentence.headline) return;
  t.date = ground.day.date;
  t.h.rules.push('time.carried-over');
}
