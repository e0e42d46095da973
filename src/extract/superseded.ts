/** Tolls that the report itself calls overtaken: "an earlier toll told of eight dead", "a first toll had spoken of eight". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { field, nodeOf } from './words.ts';

/** Whether the toll that tells it, or the words of the toll themselves, are said to be of before. */
export function isSuperseded(doc: Doc, chunks: readonly Chunk[], h: Happening, frame: Frame | null): boolean {
  if (h.figures.length === 0) return false;
  if (h.rules.includes('event.toll') && isOvertaken(doc, chunks, h.start, h.end)) return true;
  // "an earlier toll that the hospital announced had told of 14"
  if (isOvertakenCount(doc, chunks, h.figures[0].chunk)) return true;
  const noun: NounPhrase | null = frame?.chain.at(-1)?.noun ?? null;
  return noun !== null && isOvertaken(doc, chunks, noun.start, noun.end);
}

function isOvertaken(doc: Doc, chunks: readonly Chunk[], start: number, end: number): boolean {
  const stage = stageOf(doc, start, end);
  if (stage === 'superseded') return true;
  if (stage !== 'preliminary') return false;
  const at = chunks.findIndex((chunk) => chunk.start <= start && start < chunk.end);
  return at > 0 && chunks[at - 1].kind === 'was';
}

/** How many chunks may stand between the words of the toll and its number. */
const REACH = 8;

/** "rose to 31, after a first toll had told of | 17", "31, against | 17 | in an earlier toll": the number of the toll that is overtaken. */
export function isOvertakenCount(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const [tie, toll] = [chunks[k + 1], chunks[k + 2]];
  if (tie?.kind === 'case' && tie.mark === 'in' && toll !== undefined && stageOf(doc, toll.start, toll.end) === 'superseded')
    return true;
  for (let j = k - 1; j > 0 && j >= k - REACH; j--) {
    const { kind, noun, start, end } = chunks[j];
    if (noun?.count != null || kind === 'event' || kind === 'that' || kind === 'contrast') return false;
    if (stageOf(doc, start, end) !== null) return isOvertaken(doc, chunks, start, end) && kind !== 'case';
  }
  return false;
}

/** What the words say of a toll: the first one, an earlier one, the last one; null where they name none. */
function stageOf(doc: Doc, start: number, end: number): string | null {
  for (let i = start; i < end; i++) {
    const stage = field(nodeOf(doc, i, 'total'), 'stage');
    if (stage !== undefined) return stage;
  }
  return null;
}
