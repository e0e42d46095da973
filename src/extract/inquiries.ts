/** "demanded an inquiry into | the killing of", "the punishment of those responsible for | the shelling": what is looked into took place. */
import { BI, KA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { nodeOf } from './words.ts';

const ties: ReadonlySet<string> = new Set(['in', 'about', 'regarding', 'on']);
/** How many chunks the words for the inquiry and its adjectives may be long. */
const REACH = 4;

/** What stands from chunk `k` on is what an inquiry before it looks into, or what somebody answers for. */
export function isLookedInto(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { kind, mark, start, finite, bits } = chunks[k];
  // "the circumstances of | the killing", "to take revenge | for the killing"
  if (kind === 'event') return k > 0 && !finite && !(bits & (BI | KA)) && looksInto(doc, chunks[k - 1]);
  if (kind !== 'case' || !ties.has(mark) || doc.info[start].pronoun !== null) return false;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    if (looksInto(doc, chunks[j])) return true;
    if (chunks[j].finite || chunks[j].kind === 'that' || chunks[j].kind === 'mark' || chunks[j].kind === 'event') return false;
  }
  return false;
}

const looksInto = (doc: Doc, { start, end }: Chunk): boolean => {
  for (let t = start; t < end; t++) if (nodeOf(doc, t, 'inquiry') !== null) return true;
  return false;
};

/** "looks into allegations (of X) | that", with the verb of saying at `k`: the clause is what is alleged. */
export function isAllegedThat(doc: Doc, chunks: readonly Chunk[], k: number, that: number): boolean {
  for (let j = that - 1; j > k && j >= that - 3; j--)
    if (chunks[j].kind === 'hearsay')
      return (
        chunks[j - 1].kind === 'case' &&
        !isSpeaker(chunks[j - 2]) &&
        (looksInto(doc, chunks[j - 2]) || isLookedInto(doc, chunks, j - 1))
      );
  return false;
}

/** "(said) an official | in | a talk (with)": written like "responsible for". */
const isSpeaker = ({ noun }: Chunk): boolean => noun?.kind === 'person' || noun?.kind === 'source';
