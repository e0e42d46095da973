/** "the market was full of civilians, among them women and children": those who were there, and not whom anything befell. */
import { BI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';

/** What may say of a place that it is full of people. */
const full: ReadonlySet<string> = new Set(['word', 'noun', 'verb']);

/** The last chunk of the list behind "among them" at chunk `k`, where they are people of whom a place is full; -1 elsewhere. */
export function crowdEnd(chunks: readonly Chunk[], k: number): number {
  let j = k - 1;
  while (
    j > 0 &&
    chunks[j].kind === 'mark' &&
    (chunks[j].mark === 'comma' || chunks[j].mark === 'quote' || chunks[j].mark === 'open')
  )
    j--;
  const crowd = chunks[j];
  if (j < 1 || crowd.noun === null || crowd.noun.kind !== 'person' || crowd.noun.count !== null || !(crowd.bits & BI)) return -1;
  const before = chunks[j - 1];
  if (!full.has(before.kind) || before.end !== crowd.start || (before.noun !== null && before.noun.kind !== 'other')) return -1;
  let last = -1;
  for (let n = k + 1; n < chunks.length && chunks[n].noun?.kind === 'person'; n++) last = n;
  return last;
}
