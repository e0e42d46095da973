/** "27 people, five of them children": a number, "of them", and who those few are. */
import type { Who } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft } from './happening.ts';
import { whoOf } from './who-of.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

export type Few = { whole: FigureDraft; end: number; last: number; who: Who };

/** The few counted by the bare number at chunk `k` and the people they are some of; null elsewhere. */
export function fewOfThem(doc: Doc, chunks: readonly Chunk[], k: number, all: readonly FigureDraft[]): Few | null {
  const noun = chunks[k].noun!;
  if (noun.kind !== 'number' || noun.count === null || noun.additional || hasConjunction(doc, noun.start)) return null;
  const who = saysWho(doc, chunks, k + 1);
  const whole = who < 0 ? null : wholeNear(chunks, k, noun.count.low, all);
  return whole === null ? null : { whole, end: chunks[who].end, last: who, who: whoOf(doc, chunks[who].noun!) };
}

/** "(27 people) | five | of them children": no others. */
export const isFewOfThem = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].noun!.kind === 'number' && !hasConjunction(doc, chunks[k].start) && saysWho(doc, chunks, k + 1) >= 0;

/** The chunk of "(of them) children", "(of them) of the children"; -1 where another number counts them. */
function saysWho(doc: Doc, chunks: readonly Chunk[], k: number): number {
  if (chunks[k]?.kind !== 'among' || field(nodeOf(doc, chunks[k].start, 'among'), 'of') !== 'them') return -1;
  const from = chunks[k + 1]?.kind === 'case' && chunks[k + 1].mark === 'from';
  const j = from ? k + 2 : k + 1;
  const noun = chunks[j]?.kind === 'noun' ? chunks[j].noun : null;
  if (noun === null || noun.count !== null) return -1;
  // "ten of them of the forces of X"
  const ofParty = from && noun.kind === 'actor';
  if (!ofParty && (noun.kind !== 'person' || noun.definite !== from)) return -1;
  return hasConjunction(doc, noun.start) || chunks[j + 1]?.finite === true ? -1 : j;
}

/** How many chunks may stand between the whole and the few. */
const REACH = 5;

/** Those counted last, or the whole that they are a part of, when nothing else is told in between. */
function wholeNear(chunks: readonly Chunk[], k: number, low: number, all: readonly FigureDraft[]): FigureDraft | null {
  const last = all.at(-1);
  if (last === undefined || last.chunk >= k || k - last.chunk > REACH) return null;
  const comma = chunks[k - 1].kind === 'mark';
  for (let j = last.chunk + 1; j < k; j++) {
    const { kind, finite, noun } = chunks[j];
    // "27 people were killed, five of them children": the verb of the whole stands right behind it
    if (finite ? !(comma && j === last.chunk + 1) : !passed.has(kind) || noun?.count != null) return null;
  }
  for (let whole: FigureDraft | null = last; whole !== null; whole = whole.partOf)
    if (whole.mod !== 'zero' && (whole.high === null || low < whole.high)) return whole;
  return null;
}

const passed: ReadonlySet<string> = new Set(['mark', 'noun', 'word', 'case', 'place', 'date', 'adverb']);
