/** "quoted from one whom it described | as-a senior official": the preposition of the description is none of the source that it names. */
import { BI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import { field } from './words.ts';

/** Takes the preposition off the source. Changes the chunks. */
export function settleCalled(chunks: readonly Chunk[]): void {
  for (let k = 0; k + 1 < chunks.length; k++) {
    const { kind, node } = chunks[k];
    if ((kind === 'case' || kind === 'according') && field(node, 'calls') === 'yes' && chunks[k + 1].noun !== null)
      chunks[k + 1].bits &= ~BI;
  }
}
