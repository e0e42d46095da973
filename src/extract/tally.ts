/**
 * A source that counts over a period goes on counting: what it tells next, with no day and no single attack of its own, belongs to the same period.
 *   "The mission documented 40 victims in September. ... The mission recorded 16 dead in the capital and 8 by shelling"
 */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import type { FigureDraft } from './happening.ts';
import { type SourceRef, sameChain } from './sources.ts';
import type { Telling } from './story.ts';
import { isMany } from './totals.ts';
import { field, isWord, nodeOf } from './words.ts';

/** What was last counted over a period: by whom, since when, in which sentence, and whether the words speak of recording. */
export type Tally = { chain: SourceRef[]; since: string | null; sentence: number; recorded: boolean };
export type Tallies = { last: Tally | null };

export const newTallies = (): Tallies => ({ last: null });

/** How many sentences a count may rest before it goes on. */
const REST = 3;
/** From so many people on, a count without a day may be one over a period. */
const SEVERAL = 5;

/** Carries the period of a source's count to what it counts next; remembers the count of this telling. */
export function carryTally(doc: Doc, chunks: readonly Chunk[], tallies: Tallies, now: Telling): void {
  const { h, chain, sentence } = now;
  const { last } = tallies;
  const own = h.figures.find((figure) => figure.scope === 'running-total' && figure.partOf === null);
  if (own !== undefined) {
    if (chain.length > 0) tallies.last = { chain, since: own.since, sentence: sentence.index, recorded: records(doc, chunks) };
    return;
  }
  if (last === null || sentence.index - last.sentence > REST || sentence.headline) return;
  const recorded = records(doc, chunks);
  if (!(recorded || last.recorded) || !goesOn(last, now)) return;
  for (const figure of h.figures) {
    figure.scope = 'running-total';
    figure.since ??= last.since;
  }
  last.sentence = sentence.index;
  last.recorded ||= recorded;
  if (h.types[0] === 'killing') h.types = ['toll', ...h.types];
  h.rules.push('figure.running-total-of-source');
}

function goesOn(last: Tally, now: Telling): boolean {
  const { h, chain, sentence } = now;
  const wholes = h.figures.filter((figure) => figure.partOf === null && figure.mod !== 'zero');
  if (wholes.length === 0 || h.date !== null || now.judged.reality === 'unreal') return false;
  if (isAttack(h) && !isMany(h) && !wholes.some(isLarge)) return false;
  // "among the victims were": said of those counted, in whatever voice
  if (chain.length === 0) return sentence.index - last.sentence <= 1 && wholes.some((figure) => figure.among === true);
  return sameChain(last.chain, chain) && wholes.some((figure) => figure.low >= SEVERAL);
}

/** More than one attack makes, by the words alone. */
const isLarge = (figure: FigureDraft): boolean => figure.low >= SEVERAL * SEVERAL * 2;

/** "documented", "in a report": words of recording. */
function records(doc: Doc, chunks: readonly Chunk[]): boolean {
  for (const { start, end } of chunks)
    for (let i = start; i < end; i++)
      if (isWord(doc, i) && (field(nodeOf(doc, i, 'say'), 'act') === 'document' || nodeOf(doc, i, 'tally') !== null)) return true;
  return false;
}
