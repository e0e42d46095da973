/** People told of as missing where no word counts them so: "five are still under the rubble", "five are still missing", "five are among the missing". */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { field, nodeOf } from './words.ts';

/** Whether the words behind the people counted at `k` say that they have not been found. */
export function areMissing(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const noun = chunks[k].noun!;
  if (noun.kind !== 'person' && noun.kind !== 'number' && noun.kind !== 'actor') return false;
  if ((chunks[k].bits & (BI | LI)) !== 0) return false;
  // "still | in | the reckoning of the missing | are several civilians"
  if (noun.count !== null && k > 1 && isAmongMissing(doc, chunks, k - 2)) return true;
  if (!opens(doc, chunks, k)) return false;
  let j = k + 1;
  while (goesOn(doc, chunks[j])) j++;
  return (
    isOfMissing(chunks[j], 'missing') ||
    isAmongMissing(doc, chunks, j) ||
    isUnderRubble(doc, chunks, isOfMissing(chunks[j], 'other') ? j + 1 : j)
  );
}

/** The chunk behind them that says so by a word for the missing counts nobody else. */
export const isStateOfMissing = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  if (!isOfMissing(chunks[k], 'missing') || (chunks[k].bits & (BI | LI)) !== 0) return false;
  let j = k - 1;
  while (goesOn(doc, chunks[j])) j--;
  return chunks[j]?.noun?.count != null && areMissing(doc, chunks, j);
};

/** "still", "remained", "was". */
const goesOn = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  (chunk.kind === 'was' ||
    (chunk.kind === 'word' && field(nodeOf(doc, chunk.start, 'not-negation'), 'still') === 'yes') ||
    (chunk.kind === 'verb' && field(nodeOf(doc, chunk.start, 'verb'), 'stays') === 'yes'));

/** They begin what is told, or are searched for: nobody got them out. */
function opens(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const before = chunks[k - 1];
  if (before === undefined || goesOn(doc, before)) return true;
  if (before.kind === 'case') return before.mark === 'about' && chunks[k - 2]?.kind !== 'event';
  if (before.kind === 'verb') return nodeOf(doc, before.start, 'anaphor') !== null;
  return starts.has(before.kind);
}

const starts: ReadonlySet<string> = new Set(['mark', 'that', 'contrast', 'continue', 'reset']);

const isOfMissing = (chunk: Chunk | undefined, outcome: 'missing' | 'other'): boolean =>
  chunk?.kind === 'noun' &&
  chunk.noun?.kind === 'outcome' &&
  chunk.noun.count === null &&
  !chunk.noun.definite &&
  outcomeOfNoun(chunk.noun) === outcome;

function isAmongMissing(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const noun = chunks[j]?.kind === 'case' && chunks[j].mark === 'in' ? (chunks[j + 1]?.noun ?? null) : null;
  if (noun === null || (nodeOf(doc, noun.start, 'total') ?? nodeOf(doc, noun.start, 'reckoned')) === null) return false;
  return field(nodeOf(doc, noun.end - 1, 'outcome'), 'value') === 'missing';
}

const isUnderRubble = (doc: Doc, chunks: readonly Chunk[], j: number): boolean =>
  chunks[j]?.kind === 'case' &&
  field(chunks[j].node, 'under') === 'yes' &&
  chunks[j + 1]?.noun != null &&
  field(nodeOf(doc, chunks[j + 1].noun!.head, 'thing'), 'buries') === 'yes';
