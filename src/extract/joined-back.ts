/** Back over nouns that "and" joins: "clubs and sticks", "the army and the gunmen". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { hasConjunction, nodeOf } from './words.ts';

/** Where the nouns begin that "and" joins to the one at `j`. */
export function firstJoined(doc: Doc, chunks: readonly Chunk[], j: number): number {
  let first = j;
  while (first > 0 && hasConjunction(doc, chunks[first].start)) {
    // "and" may stand apart from its number
    const at = chunks[first - 1].kind === 'word' && nodeOf(doc, chunks[first - 1].start, 'and') !== null ? first - 2 : first - 1;
    if (at < 0 || chunks[at].kind !== 'noun' || chunks[at].noun === null) break;
    first = at;
  }
  return first;
}
